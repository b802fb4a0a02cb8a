// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// A row of a list in the waiting room, with what comparing it said.
public struct StagedRow: Sendable {
  public var line: Int
  /// The source's number, or the fingerprint where it has none.
  public var key: String
  /// The row, encoded; the original cells of a refused one.
  public var content: String
  public var name: String
  public var outcome: RowOutcome
  public var target: RowTarget?
  /// The record of the source that stands under the key.
  public var earlierRecord: String?
  public var answer: RowAnswer?
  public var answeredBy: String?
  /// The record it became.
  public var record: String?

  public init(
    line: Int, key: String, content: String, name: String, outcome: RowOutcome,
    target: RowTarget? = nil, earlierRecord: String? = nil, answer: RowAnswer? = nil,
    answeredBy: String? = nil, record: String? = nil
  ) {
    self.line = line
    self.key = key
    self.content = content
    self.name = name
    self.outcome = outcome
    self.target = target
    self.earlierRecord = earlierRecord
    self.answer = answer
    self.answeredBy = answeredBy
    self.record = record
  }

  /// Where it goes when the import is committed: what comparing said, or a person.
  var settled: RowAnswer? {
    switch outcome {
    case .linked, .unchanged: target.map(RowAnswer.same)
    case .new: .new
    case .refused: .leave
    case .ask: answer
    }
  }
}

/// An organisation a row may be, and why.
public struct StagedCandidate: Sendable, Hashable {
  public var line: Int
  public var target: RowTarget
  public var probability: Double
  public var reasons: LocalizedText

  public init(line: Int, target: RowTarget, probability: Double, reasons: LocalizedText) {
    self.line = line
    self.target = target
    self.probability = probability
    self.reasons = reasons
  }
}

/// Something to say about a row: why it was refused, or what of it was left out.
public struct RowNotice: Sendable, Hashable {
  public var line: Int
  public var column: String
  public var isRefusal: Bool
  public var message: LocalizedText

  public init(line: Int, column: String, isRefusal: Bool, message: LocalizedText) {
    self.line = line
    self.column = column
    self.isRefusal = isRefusal
    self.message = message
  }
}
