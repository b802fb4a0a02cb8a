// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation

/// One record of a file: a line, or several where a cell holds line ends.
struct ListRecord {
  let rows: ClosedRange<Int>
  /// Trimmed, and cut where a cell is longer than anybody would read.
  let cells: [String]
  /// How many blanks, or dots, each cell begins with.
  let indents: [Int]
  var hasCutCell = false
  /// The byte of the quote that opens the first cell holding a line end.
  var openQuote: Int?

  var filled: [String] { cells.filter { !$0.isEmpty } }
}

/// Splits a file into records such that every line is in one of them or blank.
struct ListRecords {
  /// A longer cell is cut; its line says so.
  static let longestCell = 8_000
  /// Cells beyond are dropped; the line says so.
  static let mostCells = 1_000

  private(set) var records: [ListRecord] = []
  let lineCount: Int
  let encoding: TextEncoding
  let isValidText: Bool
  /// Where quotes open that never close; what followed was read as if they were not there.
  private(set) var openQuotes: [Int] = []
  let delimiter: UInt8
  /// The line of `sep=;`, which is no record of the list.
  let separatorRow: Int?

  init(_ raw: [UInt8]) {
    let text = DecodedText(raw, allowsWindows1252: true)
    encoding = text.encoding
    isValidText = text.isValid
    lineCount = Self.countLines(text.bytes)
    let separator = Self.separatorLine(text.bytes)
    separatorRow = separator == nil ? nil : 1
    delimiter = separator?.delimiter ?? Self.chooseDelimiter(text.bytes)
    scan(text.bytes, from: separator?.end ?? 0)
  }

  private mutating func scan(_ original: [UInt8], from start: Int) {
    var bytes = original
    var scan = ListScan(
      bytes, delimiter, start: start, line: separatorRow == nil ? 1 : 2, lineCount)
    // Each stray quote costs one more scan; a hostile file gets a few.
    var attempts = 4
    while attempts > 0, let stray = scan.openQuote ?? scan.suspiciousQuote {
      attempts -= 1
      bytes[stray.byte] = UInt8(ascii: " ")
      let next = ListScan(
        bytes, delimiter, start: start, line: separatorRow == nil ? 1 : 2, lineCount)
      let isBetter = next.regularCount >= scan.regularCount + stray.lines - 1
      guard scan.openQuote != nil || isBetter else { break }
      openQuotes.append(stray.row)
      scan = next
    }
    if attempts == 0, let open = scan.openQuote { openQuotes.append(open.row) }
    records = scan.records
  }

  static func record(_ scanner: RecordScanner, lineCount: Int) -> ListRecord {
    var hasCutCell = scanner.cells.count > mostCells
    var cells: [String] = []
    var indents: [Int] = []
    for cell in scanner.cells.prefix(mostCells) {
      var text: String
      if cell.count > longestCell {
        hasCutCell = true
        text = scanner.string(cell.lowerBound..<cell.lowerBound + longestCell)
        if text.last == "\u{FFFD}" { text.removeLast() }
      } else {
        text = scanner.string(cell)
      }
      indents.append(indent(scanner, cell))
      cells.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    let last = min(max(scanner.lastLine, scanner.line), max(lineCount, scanner.line))
    var record = ListRecord(
      rows: scanner.line...last, cells: cells, indents: indents, hasCutCell: hasCutCell)
    if last > scanner.line {
      let cell = scanner.cells.first { scanner.bytes[$0].contains { $0 == 10 || $0 == 13 } }
      record.openQuote = cell.map { $0.lowerBound - 1 }
    }
    return record
  }

  /// Blanks before the cell and inside it; a tab and a no-break space count like blanks.
  private static func indent(_ scanner: RecordScanner, _ cell: Range<Int>) -> Int {
    guard !cell.isEmpty else { return 0 }
    var count = 0
    var at = cell.lowerBound - 1
    while at >= 0, scanner.bytes[at] != scanner.delimiter,
      scanner.bytes[at] == UInt8(ascii: " ") || scanner.bytes[at] == .tab
    {
      count += scanner.bytes[at] == .tab ? 2 : 1
      at -= 1
    }
    at = cell.lowerBound
    while at < cell.upperBound {
      if scanner.bytes[at] == UInt8(ascii: " ") {
        count += 1
      } else if scanner.bytes[at] == .tab {
        count += 2
      } else if scanner.bytes[at] == 0xC2, at + 1 < cell.upperBound, scanner.bytes[at + 1] == 0xA0 {
        count += 1
        at += 1
      } else {
        break
      }
      at += 1
    }
    return count
  }

  // MARK: Form of the file

  /// Line ends as the scanner counts them: `\n`, `\r\n` or `\r`.
  private static func countLines(_ bytes: [UInt8]) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 10, previous != 13 { count += 1 }
      if byte == 13 { count += 1 }
      previous = byte
    }
    if let last = bytes.last, last != 10, last != 13 { count += 1 }
    return count
  }

  /// `sep=;` as the first line, which some spreadsheets write.
  private static func separatorLine(_ bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.count > 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    guard bytes[5] == 10 || bytes[5] == 13, bytes[4] != 10, bytes[4] != 13 else { return nil }
    let isPair = bytes[5] == 13 && bytes.count > 6 && bytes[6] == 10
    return (bytes[4], isPair ? 7 : 6)
  }

  /// The delimiter under which a line names most headings; else the one that occurs most.
  private static func chooseDelimiter(_ bytes: [UInt8]) -> UInt8 {
    let sample = Array(bytes.prefix(65_536))
    var best: (score: Int, delimiter: UInt8) = (0, DelimitedTable.guessDelimiter(bytes))
    for delimiter in [UInt8.semicolon, .tab, .comma, UInt8(ascii: "|")] {
      var scanner = RecordScanner(bytes: sample, delimiter: delimiter)
      var seen = 0
      while seen < ColumnPlan.headerDepth, scanner.next() {
        seen += 1
        guard scanner.cells.count <= 200 else { continue }
        let cells = scanner.cells.map { $0.count > 80 ? "" : scanner.string($0) }
        let score = ColumnPlan.score(cells)
        if score > best.score { best = (score, delimiter) }
      }
    }
    return best.delimiter
  }
}
