// SPDX-License-Identifier: Apache-2.0
import Registry

/// Which column of a list says what: saved with its source, and readable and editable by people.
public struct ColumnMapping: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    /// The heading; `#1`, `#2` … in a list without a header.
    public var column: String
    /// Mostly one; several where a column says the same of an organisation and its site.
    public var targets: [ColumnTarget]

    public init(_ column: String, _ targets: ColumnTarget...) {
      self.column = column
      self.targets = targets
    }

    public init(_ column: String, targets: [ColumnTarget]) {
      self.column = column
      self.targets = targets
    }
  }

  /// A value that every row has.
  public struct Constant: Sendable, Hashable {
    public var field: RegisterField
    public var value: String

    public init(_ field: RegisterField, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  /// The sheet of a workbook; nil for the first visible one.
  public var sheet: String?
  public var hasHeader: Bool
  /// How numbers are written; nil where one reading is obvious in each.
  public var decimal: DecimalMark?
  /// Columns that are not named here are ignored.
  public var columns: [Column]
  public var constants: [Constant]

  public init(
    sheet: String? = nil, hasHeader: Bool = true, decimal: DecimalMark? = nil,
    columns: [Column] = [], constants: [Constant] = []
  ) {
    self.sheet = sheet
    self.hasHeader = hasHeader
    self.decimal = decimal
    self.columns = columns
    self.constants = constants
  }
}
