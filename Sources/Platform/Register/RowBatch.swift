// SPDX-License-Identifier: Apache-2.0
import Localization
import RegisterLists
import Registry
import Storage

/// Some rows of a list on their way to being compared.
struct RowBatch {
  private(set) var rows: [ListRow] = []
  private(set) var refused: [StagedRow] = []
  private(set) var notices: [RowNotice] = []
  /// Rows read, those that were passed over included.
  private(set) var read = 0

  /// The column of the list's own number; also a refused row has not left the list.
  private let keyColumn: Int?

  init(_ reader: ListReader) {
    let heading = reader.mapping.columns.first { $0.targets.contains(.key) }?.column
    keyColumn = heading.flatMap { reader.columns.firstIndex(of: $0) }
  }

  var isEmpty: Bool { rows.isEmpty && refused.isEmpty }

  /// - Parameter line: rows up to here are in the waiting room already.
  mutating func add(_ outcome: ListOutcome, after line: Int) {
    read += 1
    switch outcome {
    case .row(let row, let notes):
      guard row.line > line else { return }
      rows.append(row)
      for note in notes {
        notices.append(
          RowNotice(
            line: row.line, column: note.column, isRefusal: false, message: note.message))
      }
    case .refused(let row):
      guard row.line > line else { return }
      refused.append(
        StagedRow(
          line: row.line, key: key(of: row), content: row.cells.joined(separator: "\u{1F}"),
          name: "",
          outcome: .refused))
      for reason in row.reasons {
        notices.append(RowNotice(line: row.line, column: "", isRefusal: true, message: reason))
      }
    }
  }

  private func key(of row: RefusedRow) -> String {
    guard let keyColumn, keyColumn < row.cells.count else { return "" }
    return row.cells[keyColumn]
  }
}
