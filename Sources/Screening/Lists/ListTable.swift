// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

/// A delimited list read row by row: cells by the column's name, faults with their line.
///
/// Linear in the file; memory is the file's bytes and one row.
struct ListTable {
  private var scanner: RecordScanner
  private let columns: [String: Int]
  let header: [String]
  /// Faults of the file as a whole, or of rows that cannot be read.
  private(set) var faults: [ListFault] = []

  /// Reads the header. Names of columns are compared in small letters, without blanks around them.
  init(_ bytes: [UInt8]) {
    let text = DecodedText(bytes, allowsWindows1252: true)
    scanner = RecordScanner(
      bytes: text.bytes, delimiter: DelimitedTable.guessDelimiter(text.bytes))
    guard scanner.next() else {
      (header, columns) = ([], [:])
      return
    }
    let scanned = scanner
    header = scanned.cells.map { scanned.string($0).lowercased() }
    columns = Dictionary(zip(header, header.indices)) { first, _ in first }
  }

  func has(_ column: String) -> Bool { columns[column] != nil }

  /// The line on which the current row begins.
  var line: Int { scanner.line }

  /// Moves to the next row that can be read; rows that cannot go to `faults`.
  mutating func next() -> Bool {
    while scanner.next() {
      if scanner.cells.count > header.count {
        refuse(
          LocalizedText(
            de:
              "Die Zeile hat \(scanner.cells.count) Zellen, der Kopf \(header.count); vielleicht fehlt ein Anführungszeichen.",
            en:
              "The row has \(scanner.cells.count) cells, the header \(header.count); perhaps a quotation mark is missing."
          ))
      } else if let at = scanner.cells.firstIndex(where: { !scanner.isText($0) }) {
        refuse(
          LocalizedText(
            de: "Die Zelle ist kein Text in UTF-8.", en: "The cell is not text in UTF-8."),
          column: header[at])
      } else if scanner.unclosedQuoteLine == nil {
        return true
      }
    }
    if let line = scanner.unclosedQuoteLine {
      faults.append(
        ListFault(
          .wholeFile, line: line,
          LocalizedText(
            de: "Ein Anführungszeichen wird nicht geschlossen; alles dahinter ist unlesbar.",
            en: "A quotation mark is never closed; everything behind it is unreadable.")))
    }
    return false
  }

  /// The cell of a column, `""` where there is none.
  func cell(_ column: String) -> String {
    guard let at = columns[column], at < scanner.cells.count else { return "" }
    return scanner.string(scanner.cells[at])
  }

  /// The cell of the first of several columns that the row fills.
  func cell(_ names: [String]) -> String {
    names.lazy.map(cell).first { !$0.isEmpty } ?? ""
  }

  /// A cell that holds several values, separated by `;` and quoted where they hold one themselves.
  func list(_ column: String) -> [String] {
    var inner = RecordScanner(bytes: Array(cell(column).utf8), delimiter: .semicolon)
    var values: [String] = []
    while inner.next() {
      for cell in inner.cells where !cell.isEmpty { values.append(inner.string(cell)) }
    }
    return values
  }

  private mutating func refuse(_ message: LocalizedText, column: String = "") {
    faults.append(ListFault(.entryRefused, line: scanner.line, column: column, message))
  }
}
