// SPDX-License-Identifier: Apache-2.0

/// Changing rows that are already there, for imports that replace what they brought before.
///
/// Each call rebuilds the columns: linear in the table, so changes are best made all at once.
extension TableContents {
  /// Leaves out the rows for which `isGone` holds. The others keep their lines, and with them what
  /// `row:N` refers to.
  package mutating func removeRows(where isGone: (Int) -> Bool) {
    let kept = (0..<count).filter { !isGone($0) }
    if kept.count < count { rebuild(kept, [:]) }
  }

  /// Writes cells of rows that exist. Naming a column the table lacks stops the program.
  package mutating func set(_ cells: [(row: Int, column: ColumnName, cell: Cell)]) {
    if cells.isEmpty { return }
    var changed: [ColumnName: [Int: Cell]] = [:]
    for (row, column, cell) in cells { changed[column, default: [:]][row] = cell }
    rebuild(Array(0..<count), changed)
  }

  private mutating func rebuild(_ rows: [Int], _ changed: [ColumnName: [Int: Cell]]) {
    var texts: [TextColumn?] = []
    var numbers: [[Double]?] = []
    for column in definition.columns {
      let cells = changed[column.name] ?? [:]
      let isUsed = has(column.name) || !cells.isEmpty
      numbers.append(isUsed && column.isNumber ? editedNumbers(column.name, rows, cells) : nil)
      texts.append(isUsed && !column.isNumber ? editedTexts(column.name, rows, cells) : nil)
    }
    var edited = TableContents(
      definition.name, count: rows.count, lines: rows.map { lines[$0] }, texts: texts,
      numbers: numbers,
      unknownColumns: unknownColumns.map { name, values in (name, values.picking(rows)) })
    edited.damage = damage
    self = edited
  }

  private func editedTexts(_ column: ColumnName, _ rows: [Int], _ cells: [Int: Cell]) -> TextColumn
  {
    let stored = text(column)
    var values = TextColumn()
    for row in rows {
      switch cells[row] {
      case nil: values.append(stored[row])
      case .text(let text): values.append(text)
      case .number(let number): values.append(PlainNumber.text(number))
      case .empty: values.append("")
      }
    }
    return values
  }

  private func editedNumbers(_ column: ColumnName, _ rows: [Int], _ cells: [Int: Cell]) -> [Double]
  {
    let stored = statedNumbers(column)
    return rows.map { row in
      guard let cell = cells[row] else { return stored[row] }
      if case .number(let value) = cell { return value }
      return .nan
    }
  }
}

extension TextColumn {
  fileprivate func picking(_ rows: [Int]) -> TextColumn {
    var values = TextColumn()
    for row in rows { values.append(self[row]) }
    return values
  }
}
