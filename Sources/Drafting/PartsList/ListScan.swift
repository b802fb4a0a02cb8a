// SPDX-License-Identifier: Apache-2.0
import DelimitedText

/// One pass over the bytes of a list.
struct ListScan {
  struct Quote {
    let byte: Int
    let row: Int
    /// How many lines the cell swallows.
    let lines: Int
  }

  private(set) var records: [ListRecord] = []
  /// A quote that never closes.
  private(set) var openQuote: Quote?
  /// How many cells most records have, and how many records have so many.
  private var width = 0
  private(set) var regularCount = 0

  init(_ bytes: [UInt8], _ delimiter: UInt8, start: Int, line: Int, _ lineCount: Int) {
    var scanner = RecordScanner(
      bytes: bytes, delimiter: delimiter, startingAt: start, line: line)
    var widths: [Int: Int] = [:]
    while scanner.next() {
      let record = ListRecords.record(scanner, lineCount: lineCount)
      widths[record.cells.count, default: 0] += 1
      records.append(record)
    }
    if let row = scanner.unclosedQuoteLine, let cell = scanner.cells.last, cell.lowerBound > 0 {
      openQuote = Quote(byte: cell.lowerBound - 1, row: row, lines: 0)
    }
    let widest = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
    (width, regularCount) = (widest?.key ?? 0, widest?.value ?? 0)
    suspiciousQuote = findSuspicious(bytes, delimiter)
  }

  /// A quote that may have swallowed lines: most lines of its record, taken alone, have as many
  /// cells as a record mostly has.
  private(set) var suspiciousQuote: Quote?

  private func findSuspicious(_ bytes: [UInt8], _ delimiter: UInt8) -> Quote? {
    guard width > 1 else { return nil }
    for record in records {
      guard let byte = record.openQuote, byte >= 0 else { continue }
      var at = byte
      while at > 0, bytes[at - 1] != 10, bytes[at - 1] != 13 { at -= 1 }
      var regular = 0
      var delimiters = 0
      var seen = 0
      while seen < record.rows.count {
        let isEnd = at >= bytes.count || bytes[at] == 10 || bytes[at] == 13
        if isEnd {
          if delimiters == width - 1 { regular += 1 }
          (delimiters, seen) = (0, seen + 1)
          if at + 1 < bytes.count, bytes[at] == 13, bytes[at + 1] == 10 { at += 1 }
        } else if bytes[at] == delimiter {
          delimiters += 1
        }
        at += 1
      }
      if regular >= max(2, record.rows.count - 1) {
        return Quote(byte: byte, row: record.rows.lowerBound, lines: record.rows.count)
      }
    }
    return nil
  }
}
