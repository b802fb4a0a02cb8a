// SPDX-License-Identifier: Apache-2.0

/// A linear (or mixed-integer) program, built in bulk: rows first, then columns with their entries.
///
/// Held column by column as compressed sparse arrays, the form in which the solver takes it whole.
public struct LinearProgram: Sendable {
  public enum Sense: Sendable {
    case minimise
    case maximise
  }

  public var sense: Sense
  public private(set) var rowLower: [Double] = []
  public private(set) var rowUpper: [Double] = []
  public private(set) var cost: [Double] = []
  public private(set) var columnLower: [Double] = []
  public private(set) var columnUpper: [Double] = []
  /// Whether each column must take a whole number.
  public private(set) var isWhole: [Bool] = []
  /// Where each column's entries begin, one more than there are columns.
  public private(set) var starts: [Int32] = [0]
  public private(set) var rowIndices: [Int32] = []
  public private(set) var values: [Double] = []

  public init(_ sense: Sense) { self.sense = sense }

  public var columnCount: Int { cost.count }
  public var rowCount: Int { rowLower.count }
  public var entryCount: Int { values.count }

  public mutating func reserve(columns: Int, rows: Int, entries: Int) {
    rowLower.reserveCapacity(rows)
    rowUpper.reserveCapacity(rows)
    cost.reserveCapacity(columns)
    columnLower.reserveCapacity(columns)
    columnUpper.reserveCapacity(columns)
    isWhole.reserveCapacity(columns)
    starts.reserveCapacity(columns + 1)
    rowIndices.reserveCapacity(entries)
    values.reserveCapacity(entries)
  }

  /// Adds a row `lower ≤ row ≤ upper` and returns its index. Infinity means no bound.
  @discardableResult
  public mutating func addRow(lower: Double = -.infinity, upper: Double = .infinity) -> Int {
    precondition(!lower.isNaN && !upper.isNaN, "The bounds of a row are numbers")
    rowLower.append(lower)
    rowUpper.append(upper)
    return rowLower.count - 1
  }

  /// Adds `count` rows with the same bounds and returns the index of the first.
  @discardableResult
  public mutating func addRows(
    _ count: Int, lower: Double = -.infinity, upper: Double = .infinity
  ) -> Int {
    rowLower.append(contentsOf: repeatElement(lower, count: count))
    rowUpper.append(contentsOf: repeatElement(upper, count: count))
    return rowLower.count - count
  }

  /// Begins a column; its entries follow with ``addEntry(row:_:)``. Returns its index.
  @discardableResult
  public mutating func addColumn(
    cost: Double = 0, lower: Double = 0, upper: Double = .infinity, isWhole: Bool = false
  ) -> Int {
    precondition(!cost.isNaN && !lower.isNaN && !upper.isNaN, "Cost and bounds are numbers")
    self.cost.append(cost)
    columnLower.append(lower)
    columnUpper.append(upper)
    self.isWhole.append(isWhole)
    starts.append(Int32(values.count))
    return self.cost.count - 1
  }

  /// Adds an entry to the column begun last. Zeros are left out.
  public mutating func addEntry(row: Int, _ value: Double) {
    precondition(row >= 0 && row < rowLower.count, "An entry's row exists")
    precondition(value.isFinite, "An entry is a finite number")
    guard value != 0 else { return }
    rowIndices.append(Int32(row))
    values.append(value)
    starts[starts.count - 1] = Int32(values.count)
  }

  /// Replaces the bounds of a row.
  public mutating func setRow(_ row: Int, lower: Double, upper: Double) {
    rowLower[row] = lower
    rowUpper[row] = upper
  }

  /// Replaces the bounds of a column.
  public mutating func setColumn(_ column: Int, lower: Double, upper: Double) {
    columnLower[column] = lower
    columnUpper[column] = upper
  }

  /// Replaces the cost of every column.
  public mutating func setCosts(_ costs: [Double]) {
    precondition(costs.count == columnCount, "Every column has a cost")
    cost = costs
  }

  /// Replaces the bounds of every row.
  public mutating func setRows(lower: [Double], upper: [Double]) {
    precondition(lower.count == rowCount && upper.count == rowCount, "Every row has bounds")
    (rowLower, rowUpper) = (lower, upper)
  }

  /// Replaces the bounds of every column.
  public mutating func setColumns(lower: [Double], upper: [Double]) {
    precondition(
      lower.count == columnCount && upper.count == columnCount, "Every column has bounds")
    (columnLower, columnUpper) = (lower, upper)
  }

  /// The same program with its whole columns held at the values of a solution.
  public func holdingWholeColumns(at values: [Double]) -> LinearProgram {
    var held = self
    for column in isWhole.indices where isWhole[column] {
      held.isWhole[column] = false
      held.columnLower[column] = values[column].rounded()
      held.columnUpper[column] = values[column].rounded()
    }
    return held
  }

  /// The same program in which no column must be whole.
  public func withoutWholeColumns() -> LinearProgram {
    var relaxed = self
    relaxed.isWhole = Array(repeating: false, count: columnCount)
    return relaxed
  }
}
