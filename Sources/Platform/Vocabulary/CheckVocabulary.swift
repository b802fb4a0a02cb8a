// SPDX-License-Identifier: Apache-2.0
import ValueChains
import Vocabulary

/// Use case: everything to mend, or to know, about a file of concepts.
public struct CheckVocabulary: Sendable {
  public var path: String
  /// The thesaurus it is to be added to.
  public var scheme: ThesaurusScheme

  public init(path: String, scheme: ThesaurusScheme) {
    self.path = path
    self.scheme = scheme
  }

  public struct Checked: Sendable {
    public let concepts: Int
    public let findings: [Finding]
  }

  /// Throws with the faults where the file is no Turtle.
  public func run() throws(PlatformError) -> Checked {
    let file = try VocabularyFiles.read(path)
    let findings = file.findings(
      over: .builtIn(scheme), makingsIn: scheme == .capabilities ? nil : .builtIn)
    return Checked(
      concepts: file.conceptCount, findings: findings.map { VocabularyFiles.finding($0, path) })
  }
}
