// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import ValueChains

/// A list of candidates as people keep it in a spreadsheet: who could supply what, how much, when
/// and at what cost.
public struct CandidateList: Sendable {
  /// The file's name, for findings and for where figures come from.
  public let file: String
  /// The lines that could be read; all of them where the findings hold no error.
  public private(set) var candidates: [Candidate] = []
  public private(set) var findings: [Finding] = []

  /// Reads a list: CSV with `;`, `,` or tab, a byte-order mark, UTF-16 or Windows-1252, decimal
  /// commas, `sep=` lines; headings in German or English. Everything wrong with it is in the
  /// findings; what material and site a line means is decided with the chain at hand.
  public static func read(_ bytes: [UInt8], file: String) -> CandidateList {
    CandidateList(bytes, file: file)
  }

  private init(_ bytes: [UInt8], file: String) {
    self.file = file
    let text = DecodedText(bytes, allowsWindows1252: true)
    guard text.isValid else {
      note(.notText, 0, "", "Die Datei ist kein Text.", "The file is not text.")
      return
    }
    var start = 0
    var delimiter = DelimitedTable.guessDelimiter(text.bytes)
    if let separator = Self.separator(text.bytes) { (delimiter, start) = separator }
    var scanner = RecordScanner(
      bytes: text.bytes, delimiter: delimiter, startingAt: start, line: start == 0 ? 1 : 2)
    guard scanner.next() else {
      note(
        .tableEmpty, 0, "", "Die Liste der Kandidaten ist leer.", "The list of candidates is empty."
      )
      return
    }
    let columns = readHeader(scanner)
    guard !findings.hasErrors else { return }
    readRows(&scanner, columns)
    if let line = scanner.unclosedQuoteLine {
      note(
        .quoteOpen, line, "", "Ein Anführungszeichen wird nie geschlossen.",
        "A quotation mark is never closed.")
    }
    if candidates.isEmpty, findings.isEmpty {
      note(
        .tableEmpty, 0, "", "Die Liste hat eine Kopfzeile, aber keine Kandidaten.",
        "The list has a header but no candidates.")
    }
  }

  /// The line `sep=;` that spreadsheets write, with where the text behind it begins.
  private static func separator(_ bytes: [UInt8]) -> (delimiter: UInt8, start: Int)? {
    guard bytes.count >= 5, String(decoding: bytes[0..<4], as: UTF8.self).lowercased() == "sep="
    else { return nil }
    let rest = bytes[5...].prefix { $0 == 13 }.count + 5
    guard rest < bytes.count, bytes[rest] == 10 else { return nil }
    return (bytes[4], rest + 1)
  }

  // MARK: Header

  /// The column each cell of a row belongs to, nil for one that is not known.
  private mutating func readHeader(_ scanner: RecordScanner) -> [CandidateColumn?] {
    var seen: Set<CandidateColumn> = []
    let columns = scanner.cells.map { cell -> CandidateColumn? in
      let title = scanner.string(cell)
      guard let column = CandidateColumn.named(title) else {
        if !title.isEmpty {
          note(
            .columnUnknown, scanner.line, title, severity: .warning,
            "Die Spalte „\(title)“ ist nicht bekannt und wird nicht gelesen.",
            "The column “\(title)” is not known and is not read.")
        }
        return nil
      }
      if !seen.insert(column).inserted {
        note(
          .columnRepeated, scanner.line, title,
          "Zwei Spalten bedeuten \(column.rawValue); die zweite heißt „\(title)“.",
          "Two columns mean \(column.rawValue); the second is called “\(title)”.")
      }
      return column
    }
    for column in CandidateColumn.allCases where column.isRequired && !seen.contains(column) {
      note(
        .columnMissing, scanner.line, column.rawValue,
        "Die Spalte \(column.rawValue) fehlt.", "The column \(column.rawValue) is missing.")
    }
    return columns
  }

  // MARK: Rows

  private mutating func readRows(_ scanner: inout RecordScanner, _ columns: [CandidateColumn?]) {
    let style: DecimalStyle = scanner.delimiter == .comma ? .point : .commaOrPoint
    var rows: [CandidateRow] = []
    // What follows a quotation mark that is never closed is told as that.
    while scanner.next(), scanner.unclosedQuoteLine == nil {
      if scanner.cells.count != columns.count {
        let (found, expected) = (scanner.cells.count, columns.count)
        note(
          .cellCount, scanner.line, "",
          "Die Zeile hat \(found) Zellen, die Kopfzeile \(expected).",
          "The row has \(found) cells, the header \(expected).")
        continue
      }
      rows.append(CandidateRow(scanner, columns, file: file, style))
    }
    let writesCommas = rows.contains { $0.sawDecimalComma }
    for var row in rows {
      let candidate = row.candidate(writesCommas: writesCommas)
      findings += row.findings
      if let candidate { candidates.append(candidate) }
    }
  }

  private mutating func note(
    _ code: Finding.Code, _ line: Int, _ column: String, severity: Finding.Severity = .error,
    _ de: String, _ en: String
  ) {
    findings.append(
      Finding(
        code, severity, table: file, row: line, column: column, LocalizedText(de: de, en: en)))
  }
}
