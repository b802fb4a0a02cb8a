// SPDX-License-Identifier: Apache-2.0

/// A delimited text file with a header row, held as strings: for tables small enough to be handy.
public struct DelimitedTable: Sendable {
  public struct Row: Sendable {
    /// The line in the file, the header usually being 1.
    public let line: Int
    fileprivate let cells: [String]
    fileprivate let columns: [String: Int]

    /// The cell of a column, `""` where the table has no such column or the row ends before it.
    public subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The cell as a number with a decimal point, nil where it is empty or not a finite number.
    public func number(_ column: String) -> Double? { NumberCell.value(of: self[column]) }
  }

  public let header: [String]
  public let rows: [Row]

  /// Reads a whole text. The delimiter is the one that occurs most in the header line.
  public init(_ text: DecodedText) {
    let delimiter = Self.guessDelimiter(text.bytes)
    var scanner = RecordScanner(bytes: text.bytes, delimiter: delimiter)
    guard scanner.next() else {
      (header, rows) = ([], [])
      return
    }
    header = scanner.cells.map(scanner.string)
    let columns = Dictionary(zip(header, header.indices)) { first, _ in first }
    var rows: [Row] = []
    while scanner.next() {
      rows.append(
        Row(line: scanner.line, cells: scanner.cells.map(scanner.string), columns: columns))
    }
    self.rows = rows
  }

  /// The delimiter most frequent outside quotes in the first line; a comma when there is none.
  public static func guessDelimiter(_ bytes: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = [.comma, .semicolon, .tab]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == .quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == .lineFeed || byte == .carriageReturn { break }
      if let at = candidates.firstIndex(of: byte) { counts[at] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
