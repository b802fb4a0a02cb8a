// SPDX-License-Identifier: Apache-2.0

extension LinearProgram {
  /// A row to be added: its entries by column, and its bounds.
  public struct Row: Sendable {
    public var entries: [(column: Int, value: Double)]
    public var lower: Double
    public var upper: Double

    public init(
      _ entries: [(column: Int, value: Double)], lower: Double = -.infinity,
      upper: Double = .infinity
    ) {
      self.entries = entries
      self.lower = lower
      self.upper = upper
    }

    /// One coefficient a column.
    public init(dense coefficients: [Double], lower: Double = -.infinity, upper: Double = .infinity)
    {
      self.init(
        coefficients.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) },
        lower: lower, upper: upper)
    }
  }

  /// The same program with rows more. Linear in the entries.
  public func adding(_ rows: [Row]) -> LinearProgram {
    var larger = LinearProgram(sense)
    let entries = rows.reduce(0) { $0 + $1.entries.count }
    larger.reserve(
      columns: columnCount, rows: rowCount + rows.count, entries: entryCount + entries)
    for row in 0..<rowCount { larger.addRow(lower: rowLower[row], upper: rowUpper[row]) }
    var added: [[(row: Int, value: Double)]] = Array(repeating: [], count: columnCount)
    for row in rows {
      let at = larger.addRow(lower: row.lower, upper: row.upper)
      for entry in row.entries { added[entry.column].append((at, entry.value)) }
    }
    for column in 0..<columnCount {
      larger.addColumn(
        cost: cost[column], lower: columnLower[column], upper: columnUpper[column],
        isWhole: isWhole[column])
      for entry in Int(starts[column])..<Int(starts[column + 1]) {
        larger.addEntry(row: Int(rowIndices[entry]), values[entry])
      }
      for entry in added[column] { larger.addEntry(row: entry.row, entry.value) }
    }
    return larger
  }
}
