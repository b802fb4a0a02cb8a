// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

/// Reads one table file into columns, noting everything that is wrong with its form.
///
/// Linear in the file's size. Every cell is looked at once; no cell becomes a string.
struct TableReader {
  private let name: TableName
  private let definition: TableDefinition
  private(set) var findings: [Finding] = []

  private var lines: [Int32] = []
  private var texts: [TextColumn?]
  private var numbers: [[Double]?]
  private var unknown: [(String, TextColumn)] = []
  /// For each cell of a row: which known column it belongs to, or which unknown one, or neither.
  private var destinations: [Destination] = []
  private var style = DecimalStyle.point
  private var sawDecimalComma = false
  private var ambiguousNumbers: [(line: Int, column: Int, row: Int)] = []
  private var damage = TableDamage()
  /// The line of the header, to tell a cell below an empty title.
  private var headerLine = 0

  private enum Destination {
    case text(Int)
    case number(Int)
    case unknown(Int)
    case repeated
    /// An empty title, as spreadsheets write it beyond the last column.
    case untitled
  }

  init(_ name: TableName) {
    self.name = name
    definition = name.definition
    texts = Array(repeating: nil, count: definition.columns.count)
    numbers = Array(repeating: nil, count: definition.columns.count)
  }

  mutating func read(_ raw: consuming [UInt8]) -> TableContents {
    let text = DecodedText(raw)
    if text.bytes.isEmpty {
      note(
        .tableEmpty, 0, "",
        "Die Datei ist leer; es fehlt sogar die Kopfzeile.",
        "The file is empty; even the header is missing.")
      var contents = TableContents(name)
      contents.damage.lacksRows = true
      return contents
    }
    let start = Self.separatorLine(text.bytes)
    let delimiter = start?.delimiter ?? chooseDelimiter(text.bytes)
    style = delimiter == .comma ? .point : .commaOrPoint
    if !text.isValid, text.encoding != .utf8 {
      note(
        .notText, 0, "",
        "Die Datei ist kein gültiges \(text.encoding.rawValue).",
        "The file is not valid \(text.encoding.rawValue).")
    }
    var scanner = RecordScanner(
      bytes: text.bytes, delimiter: delimiter, startingAt: start?.end ?? 0,
      line: start == nil ? 1 : 2)
    if scanner.next() { readHeader(scanner) }
    let mustCheckText = !text.isValid && text.encoding == .utf8
    while scanner.next() {
      readRow(scanner, mustCheckText: mustCheckText)
      if lines.count == 1000 { reserve(scanner) }
    }
    if let line = scanner.unclosedQuoteLine {
      damage.lacksRows = true
      note(
        .quoteOpen, line, "",
        "Ein Anführungszeichen wird geöffnet und bis zum Ende der Datei nicht geschlossen.",
        "A quotation mark is opened and not closed until the end of the file.")
    }
    if sawDecimalComma { noteAmbiguousNumbers() }
    var contents = TableContents(
      name, count: lines.count, lines: lines, texts: texts, numbers: numbers,
      unknownColumns: unknown)
    contents.damage = damage
    return contents
  }

  // MARK: Header

  /// `sep=;` as the first line, which some spreadsheets write.
  private static func separatorLine(_ bytes: [UInt8]) -> (delimiter: UInt8, end: Int)? {
    guard bytes.starts(with: Array("sep=".utf8)), bytes.count > 5 else { return nil }
    guard let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }), end == 5 else { return nil }
    let isPair = bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10
    return (bytes[4], end + (isPair ? 2 : 1))
  }

  /// The delimiter under which the header names most columns of the table.
  private func chooseDelimiter(_ bytes: [UInt8]) -> UInt8 {
    func known(_ delimiter: UInt8) -> Int {
      var scanner = RecordScanner(bytes: Array(bytes.prefix(65_536)), delimiter: delimiter)
      guard scanner.next() else { return 0 }
      return scanner.cells.count { position(of: scanner.string($0)) != nil }
    }
    let counts = [UInt8.comma, .semicolon, .tab].map { (delimiter: $0, known: known($0)) }
    let most = counts.map(\.known).max() ?? 0
    let best = counts.filter { $0.known == most }.map(\.delimiter)
    return best.count == 1 ? best[0] : DelimitedTable.guessDelimiter(bytes)
  }

  private func position(of header: String) -> Int? {
    ColumnName(rawValue: header.lowercased()).flatMap(definition.index)
  }

  private mutating func readHeader(_ scanner: RecordScanner) {
    var seen: Set<String> = []
    headerLine = scanner.line
    for cell in scanner.cells {
      let title = scanner.string(cell)
      if title.isEmpty {
        destinations.append(.untitled)
      } else if !seen.insert(title.lowercased()).inserted {
        note(
          .columnRepeated, scanner.line, title,
          "Die Spalte „\(title)“ kommt mehrfach vor.",
          "The column “\(title)” occurs more than once.")
        destinations.append(.repeated)
      } else if let at = position(of: title) {
        if definition.columns[at].isNumber {
          numbers[at] = []
          destinations.append(.number(at))
        } else {
          texts[at] = TextColumn()
          destinations.append(.text(at))
        }
      } else {
        if scanner.isText(cell) {
          note(
            .columnUnknown, severity: .warning, scanner.line, title,
            "Die Spalte „\(title)“ ist nicht bekannt; sie wird bewahrt, aber nicht benutzt.",
            "The column “\(title)” is not known; it is kept but not used.")
        } else {
          noteNotText(scanner.line, title)
        }
        destinations.append(.unknown(unknown.count))
        unknown.append((title, TextColumn()))
      }
    }
    for (at, column) in definition.columns.prefix(definition.keyLength).enumerated()
    where texts[at] == nil && numbers[at] == nil {
      let title = column.name.rawValue
      damage.lacksRows = true
      note(
        .columnMissing, scanner.line, title,
        "Die Schlüsselspalte „\(title)“ fehlt.", "The key column “\(title)” is missing.")
    }
  }

  // MARK: Rows

  private mutating func readRow(_ scanner: RecordScanner, mustCheckText: Bool) {
    let row = lines.count
    lines.append(Int32(scanner.line))
    let isComplete = scanner.cells.count == destinations.count
    // What follows a quotation mark that is never closed is told as that.
    let isOpen = scanner.unclosedQuoteLine != nil
    if !isComplete || isOpen { damage.add(row: row) }
    if !isComplete, !isOpen {
      let (found, expected) = (scanner.cells.count, destinations.count)
      note(
        .cellCount, scanner.line, "",
        "Die Zeile hat \(found) Zellen, die Kopfzeile \(expected).",
        "The row has \(found) cells, the header \(expected).")
    }
    for (at, destination) in destinations.enumerated() {
      let cell = at < scanner.cells.count ? scanner.cells[at] : 0..<0
      if mustCheckText, !scanner.isText(cell) {
        var title = ""
        if case .text(let column) = destination { title = definition.columns[column].name.rawValue }
        if case .number(let column) = destination {
          title = definition.columns[column].name.rawValue
        }
        if case .unknown(let column) = destination { title = unknown[column].0 }
        noteNotText(scanner.line, title)
        if let column = ColumnName(rawValue: title) { damage.add(row: row, column) }
        if case .number(let column) = destination {
          numbers[column]?.append(.nan)
          continue
        }
      }
      switch destination {
      case .text(let column): scanner.withBytes(of: cell) { texts[column]?.append($0) }
      case .unknown(let column): scanner.withBytes(of: cell) { unknown[column].1.append($0) }
      case .repeated: break
      case .untitled: if !cell.isEmpty { noteUntitled(at) }
      case .number(let column):
        let value = readNumber(
          scanner, cell, column, row: row, isComplete: isComplete && !isOpen)
        numbers[column]?.append(value)
      }
    }
  }

  /// After some rows it can be told how many there will be; growing step by step copies much.
  private mutating func reserve(_ scanner: RecordScanner) {
    let share = Double(scanner.position) / Double(scanner.bytes.count)
    let rows = Int(Double(lines.count) / share * 1.05)
    lines.reserveCapacity(rows)
    for at in numbers.indices { numbers[at]?.reserveCapacity(rows) }
    for at in texts.indices {
      let bytes = Double(texts[at]?.bytes.count ?? 0) / share * 1.1
      texts[at]?.reserve(rows: rows, bytes: Int(bytes))
    }
  }

  private mutating func readNumber(
    _ scanner: RecordScanner, _ cell: Range<Int>, _ column: Int, row: Int, isComplete: Bool
  ) -> Double {
    let number: Double
    switch NumberCell(scanner.bytes, cell, style: style) {
    case .empty: return .nan
    case .number(let value): number = value
    case .commaNumber(let value):
      sawDecimalComma = true
      number = value
    case .ambiguous(let value):
      ambiguousNumbers.append((scanner.line, column, row))
      number = value
    case .notFinite, .notANumber:
      // A row with cells missing or to spare is told once; its cells may stand in wrong columns.
      if isComplete { noteInvalidNumber(scanner, cell, column) }
      damage.add(row: row, definition.columns[column].name)
      return .nan
    }
    if definition.columns[column].bounds.contains(number) { return number }
    if isComplete { noteOutOfRange(number, scanner.line, column) }
    damage.add(row: row, definition.columns[column].name)
    return .nan
  }

  // MARK: Findings

  private mutating func noteInvalidNumber(
    _ scanner: RecordScanner, _ cell: Range<Int>, _ column: Int
  ) {
    let text = scanner.string(cell)
    let title = definition.columns[column].name.rawValue
    if case .notFinite = NumberCell(scanner.bytes, cell, style: style) {
      note(
        .numberNotFinite, scanner.line, title,
        "„\(text)“ ist keine endliche Zahl. Leer lassen, wenn der Wert nicht bekannt oder nicht begrenzt ist.",
        "“\(text)” is not a finite number. Leave it empty if the value is not known or not limited."
      )
    } else {
      note(
        .numberInvalid, scanner.line, title,
        "„\(text)“ steht, wo eine Zahl hingehört.", "“\(text)” stands where a number belongs.")
    }
  }

  private mutating func noteOutOfRange(_ number: Double, _ line: Int, _ column: Int) {
    let title = definition.columns[column].name.rawValue
    let bounds = definition.columns[column].bounds
    let value = PlainNumber.text(number)
    if bounds.upperBound == ColumnDefinition.notNegative.upperBound {
      note(
        .outOfRange, line, title,
        "\(value) ist negativ; hier darf nur 0 oder mehr stehen.",
        "\(value) is negative; only 0 or more is allowed here.")
    } else {
      let (low, high) = (PlainNumber.text(bounds.lowerBound), PlainNumber.text(bounds.upperBound))
      note(
        .outOfRange, line, title,
        "\(value) liegt außerhalb von \(low) bis \(high).", "\(value) is outside \(low) to \(high)."
      )
    }
  }

  /// Only once it is known that the file writes decimal commas.
  private mutating func noteAmbiguousNumbers() {
    for (line, column, row) in ambiguousNumbers {
      // Out of range is told already.
      guard let value = numbers[column]?[row], !value.isNaN else { continue }
      let title = definition.columns[column].name.rawValue
      let text = PlainNumber.text(value)
      damage.add(row: row, definition.columns[column].name)
      note(
        .numberAmbiguous, line, title,
        "Die Zahl \(text) ist mehrdeutig: In dieser Datei stehen Dezimalkommas, hier ein Punkt vor drei Ziffern. Ohne Tausenderpunkt schreiben.",
        "The number \(text) is ambiguous: this file writes decimal commas, and here a point before three digits. Write it without a thousands separator."
      )
      numbers[column]?[row] = .nan
    }
  }

  /// Once for a column: it has content but no title.
  private mutating func noteUntitled(_ at: Int) {
    destinations[at] = .repeated
    note(
      .columnUnknown, severity: .warning, headerLine, "",
      "Die Spalte \(at + 1) hat Inhalt, aber keinen Titel; sie wird nicht gelesen.",
      "Column \(at + 1) has content but no title; it is not read.")
  }

  private mutating func noteNotText(_ line: Int, _ column: String) {
    note(
      .notText, line, column,
      "Hier stehen Bytes, die kein Text sind (erwartet wird UTF-8).",
      "Here are bytes that are not text (UTF-8 is expected).")
  }

  private mutating func note(
    _ code: Finding.Code, severity: Finding.Severity = .error, _ line: Int, _ column: String,
    _ de: String, _ en: String
  ) {
    findings.append(
      Finding(
        code, severity, table: name.rawValue, row: line, column: column,
        LocalizedText(de: de, en: en)))
  }
}
