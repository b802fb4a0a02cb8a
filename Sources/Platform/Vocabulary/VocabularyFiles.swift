// SPDX-License-Identifier: Apache-2.0
import Localization
import Turtle
import ValueChains
import Vocabulary

/// Reading files of concepts.
enum VocabularyFiles {
  static func read(_ path: String) throws(PlatformError) -> ThesaurusFile {
    let bytes = try ScreeningFiles.bytes(of: path)
    do throws(TurtleError) {
      return try ThesaurusFile(bytes)
    } catch {
      throw PlatformError(
        .data,
        LocalizedText(
          de: "\(path) ist kein lesbares Turtle.", en: "\(path) is no readable Turtle."),
        findings: error.faults.map { fault in
          Finding(
            .documentUnreadable, .error, table: path, row: fault.line,
            column: String(fault.column), fault.message)
        })
    }
  }

  /// A built-in thesaurus with the concepts of files added.
  static func thesaurus(
    _ scheme: ThesaurusScheme, adding paths: [String]
  ) throws(PlatformError) -> Thesaurus {
    var thesaurus = Thesaurus.builtIn(scheme)
    let makings = scheme == .capabilities ? nil : Thesaurus.builtIn
    for path in paths {
      let file = try read(path)
      do throws(ThesaurusError) {
        thesaurus = try Thesaurus(adding: [file], to: thesaurus, makingsIn: makings)
      } catch {
        let findings = file.findings(over: thesaurus, makingsIn: makings)
        throw PlatformError(
          .data,
          LocalizedText(
            de: "\(path) lässt sich so nicht hinzufügen.", en: "\(path) cannot be added as it is."),
          findings: findings.filter(\.isError).map { finding($0, path) })
      }
    }
    return thesaurus
  }

  static func finding(_ finding: ThesaurusFinding, _ path: String) -> Finding {
    let code: Finding.Code =
      switch finding.kind {
      case .duplicateID, .labelUsedTwice: .keyRepeated
      case .unknownReference: .referenceUnknown
      case .unknownProperty: .columnUnknown
      case .labelMissing, .noLabel, .noKind: .incomplete
      case .cycle, .secondLabel, .labelWithoutLanguage, .makingWithoutProcess, .noReference:
        .valueInvalid
      }
    return Finding(
      code, finding.isError ? .error : .warning, table: path, row: finding.line,
      key: finding.concept, finding.message)
  }
}
