// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// What became of one row of a list.
public enum ListOutcome: Sendable {
  /// The row, and the values in it that were not taken over.
  case row(ListRow, [ValueNote])
  case refused(RefusedRow)
}

/// A value that was left out while its row was taken over.
public struct ValueNote: Sendable, Hashable {
  public let line: Int
  /// The column's heading.
  public let column: String
  public let field: RegisterField?
  /// What stood there, cut where it is long.
  public let value: String
  public let message: LocalizedText
}

/// A row that was not taken over, as it stands in the file, with every reason.
public struct RefusedRow: Sendable, Hashable {
  public let line: Int
  public let cells: [String]
  public let reasons: [LocalizedText]

  public init(line: Int, cells: [String], reasons: [LocalizedText]) {
    self.line = line
    self.cells = cells
    self.reasons = reasons
  }
}
