// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// A table compiled into the program. Its tests read every row; a flaw is our own defect.
struct VocabularyTable {
  let name: String
  let rows: [DelimitedTable.Row]

  init(_ name: String, _ bytes: [UInt8], columns: [String]) {
    let table = DelimitedTable(DecodedText(bytes))
    precondition(
      columns.allSatisfy(table.header.contains), "\(name) has the columns \(columns)")
    self.name = name
    rows = table.rows
  }

  /// The words of a cell that holds several, divided by `;`.
  static func words(_ cell: String) -> [String] {
    cell.split(separator: ";").map { word in
      String(word.drop { $0 == " " })
    }.filter { !$0.isEmpty }
  }
}
