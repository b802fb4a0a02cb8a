// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// Writes tables as comma-separated text, one after the other.
///
/// Tables without a key are referred to by line (`row:N`); the writer knows where each of their
/// rows has gone and lets the references in later tables follow.
struct TableWriter {
  /// For each table without a key: the line a row came from and the line it has now.
  private var movedLines: [TableName: [Int32: Int]] = [:]

  /// The text of a table with the columns it has. Rows without any content are left out.
  mutating func csv(_ table: TableContents) -> String {
    let definition = table.definition
    let columns = definition.columns.enumerated().filter { at, column in
      at < definition.keyLength || table.has(column.name)
    }.map(\.element.name)
    let titles = columns.map(\.rawValue) + table.unknownColumns.map(\.name)
    var text = titles.map(CSVCell.quoted).joined(separator: ",") + "\n"
    var moved: [Int32: Int] = [:]
    var nextLine = 1 + Self.lineEnds(in: text)
    for row in 0..<table.count {
      let cells =
        columns.map { $0 == .key ? key(table, row) : table.text($0, row) }
        + table.unknownColumns.map { $0.values[row] }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      let line = cells.map(CSVCell.quoted).joined(separator: ",") + "\n"
      text += line
      if definition.keyLength == 0 { moved[table.lines[row]] = nextLine }
      nextLine += Self.lineEnds(in: line)
    }
    if definition.keyLength == 0 { movedLines[definition.name] = moved }
    return text
  }

  /// The cell of a column `key`, which may name a line of another table.
  private func key(_ table: TableContents, _ row: Int) -> String {
    let key = table.text(.key, row)
    guard key.hasPrefix("row:"), let line = Int32(key.dropFirst(4)),
      let target = TableName(rawValue: table.text(.table, row)),
      let moved = movedLines[target]?[line]
    else { return key }
    return "row:\(moved)"
  }

  /// As reading counts them: `\r\n` is one.
  private static func lineEnds(in text: String) -> Int {
    var count = 0
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 13 || byte == 10 && !wasReturn { count += 1 }
      wasReturn = byte == 13
    }
    return count
  }
}
