// SPDX-License-Identifier: Apache-2.0

/// What of a table could not be read, so that one mistake is told once: what would only follow from
/// it is left out of the checks.
struct TableDamage: Sendable {
  /// Whether rows may be missing that the file, or a file that is not there, would have had.
  var lacksRows = false
  /// Rows with too few or too many cells, whose cells may stand in wrong columns.
  private var rows: Set<Int> = []
  /// Cells that hold no value though something is written there.
  private var cells: [ColumnName: Set<Int>] = [:]

  mutating func add(row: Int) { rows.insert(row) }
  mutating func add(row: Int, _ column: ColumnName) { cells[column, default: []].insert(row) }

  func has(_ row: Int) -> Bool { !rows.isEmpty && rows.contains(row) }

  func has(_ row: Int, _ column: ColumnName) -> Bool {
    has(row) || !cells.isEmpty && cells[column]?.contains(row) == true
  }
}
