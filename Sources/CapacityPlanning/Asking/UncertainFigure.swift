// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// A figure of a chain that may lie between a low and a high end.
struct UncertainFigure: Sendable {
  let table: TableName
  let row: Int
  let column: ColumnName
  let low: Double
  let likely: Double
  let high: Double

  /// A value of the triangular distribution over the range.
  ///
  /// - Parameter share: 0…1, uniformly distributed.
  func value(at share: Double) -> Double {
    let turn = (likely - low) / (high - low)
    return share < turn
      ? low + (share * (high - low) * (likely - low)).squareRoot()
      : high - ((1 - share) * (high - low) * (high - likely)).squareRoot()
  }
}

extension ValueChain {
  /// The figures whose provenance states a range, in the order of its table; the first row counts
  /// where several speak of one figure. A range that does not hold the figure used is taken as it
  /// stands, with the figure moved to its nearer end.
  func uncertainFigures() -> [UncertainFigure] {
    let provenance = self[.provenance]
    let (lows, likelies, highs) = (
      provenance.statedNumbers(.low), provenance.statedNumbers(.likely),
      provenance.statedNumbers(.high)
    )
    var rows: [TableName: [String: Int]] = [:]
    var seen: Set<[String]> = []
    return (0..<provenance.count).compactMap { entry in
      guard lows[entry] < highs[entry],
        let table = TableName(rawValue: provenance.text(.table, entry)),
        let column = ColumnName(rawValue: provenance.text(.column, entry)),
        let place = table.definition.index(of: column), table.definition.columns[place].isNumber
      else { return nil }
      if rows[table] == nil {
        rows[table] = Dictionary(
          (0..<self[table].count).map { (self[table].key($0), $0) }, uniquingKeysWith: { $1 })
      }
      let key = provenance.text(.key, entry)
      guard let row = rows[table]?[key],
        seen.insert([table.rawValue, key, column.rawValue]).inserted,
        let used = self[table].number(column, row)
      else { return nil }
      let likely = likelies[entry].isNaN ? used : likelies[entry]
      return UncertainFigure(
        table: table, row: row, column: column, low: lows[entry],
        likely: min(max(likely, lows[entry]), highs[entry]), high: highs[entry])
    }
  }

  /// The same chain with other values of some figures.
  func setting(_ values: [(figure: UncertainFigure, value: Double)]) -> ValueChain {
    var changed = self
    for table in TableName.allCases {
      let cells = values.filter { $0.figure.table == table }.map { entry in
        (row: entry.figure.row, column: entry.figure.column, cell: Cell.number(entry.value))
      }
      if !cells.isEmpty { changed[table].set(cells) }
    }
    return changed
  }
}
