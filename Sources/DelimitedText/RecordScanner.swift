// SPDX-License-Identifier: Apache-2.0

/// Splits delimited text into records and cells, over bytes, without making a string.
///
/// Follows RFC 4180 and accepts what spreadsheets write beyond it: `\n`, `\r\n` or `\r` ends a
/// record, a quoted cell may hold line ends and doubled quotes, a quote inside an unquoted cell is a
/// character like any other (`7" display`). Cells are trimmed of blanks outside the quotes.
/// Linear in the size of the text; one array of cells is reused for all records.
public struct RecordScanner: Sendable {
  /// UTF-8. Doubled quotes are undone in place, so a cell's range always holds its plain content.
  public private(set) var bytes: [UInt8]
  public let delimiter: UInt8
  /// The cells of the current record.
  public private(set) var cells: [Range<Int>] = []
  /// The line, from 1, on which the current record begins.
  public private(set) var line = 0
  /// The line on which it ends; later than `line` where a quoted cell holds line ends.
  public private(set) var lastLine = 0
  /// The line on which a quoted cell begins that never ends, once the scanner has met its end.
  public private(set) var unclosedQuoteLine: Int?

  /// Where the text behind the current record begins.
  public private(set) var position: Int
  private var nextLine = 1

  public init(bytes: [UInt8], delimiter: UInt8, startingAt position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.nextLine = line
  }

  /// Moves to the next record that is not blank. Returns false at the end of the text.
  public mutating func next() -> Bool {
    while position < bytes.count {
      scanRecord()
      if cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  private mutating func scanRecord() {
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    while true {
      scanCell()
      lastLine = nextLine
      guard position < bytes.count else { return }
      let end = bytes[position]
      position += 1
      if end == delimiter {
        if position == bytes.count { cells.append(position..<position) }
        if position < bytes.count { continue } else { return }
      }
      if end == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed {
        position += 1
      }
      nextLine += 1
      return
    }
  }

  /// Reads one cell and stops on the delimiter or line end behind it.
  private mutating func scanCell() {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == .quote {
      scanQuotedCell()
      return
    }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      position += 1
    }
    var end = position
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    cells.append(start..<end)
  }

  private mutating func scanQuotedCell() {
    let openingLine = nextLine
    position += 1
    let start = position
    var write = position
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == .quote {
        if position < bytes.count, bytes[position] == .quote {
          position += 1
        } else {
          finishQuotedCell(start: start, write: write)
          return
        }
      } else if byte == .lineFeed {
        nextLine += 1
      } else if byte == .carriageReturn, position == bytes.count || bytes[position] != .lineFeed {
        nextLine += 1
      }
      if write != position - 1 { bytes[write] = byte }
      write += 1
    }
    unclosedQuoteLine = openingLine
    cells.append(start..<write)
  }

  /// Behind the closing quote: blanks at the end are dropped, anything else belongs to the cell.
  private mutating func finishQuotedCell(start: Int, write quoteEnd: Int) {
    var write = quoteEnd
    var end = quoteEnd
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      bytes[write] = byte
      write += 1
      if !isBlank(byte) { end = write }
      position += 1
    }
    cells.append(start..<end)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == .space || byte == .tab) && byte != delimiter
  }

  /// The text of a cell; broken bytes become U+FFFD.
  public func string(_ cell: Range<Int>) -> String {
    String(decoding: bytes[cell], as: UTF8.self)
  }

  /// The bytes of a cell where they lie.
  @inlinable public func withBytes<Result>(
    of cell: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe body(unsafe UnsafeRawBufferPointer(rebasing: bytes[cell]))
    }
  }

  /// Whether a cell holds well-formed text.
  public func isText(_ cell: Range<Int>) -> Bool {
    DecodedText.isText(bytes, cell)
  }
}

extension UInt8 {
  public static let comma = UInt8(ascii: ",")
  public static let semicolon = UInt8(ascii: ";")
  public static let tab = UInt8(ascii: "\t")
  static let quote = UInt8(ascii: "\"")
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
