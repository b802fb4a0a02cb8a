// SPDX-License-Identifier: Apache-2.0

/// Rows of a sheet, read part by part.
final class SheetReader {
  private let workbook: Workbook
  private var xml: XMLScanner
  private var merged: MergedCells
  private var line = 0
  private var isDone = false

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(TableFault) {
    guard let entry = try workbook.archive.entry(sheet.part) else { throw ZipArchive.damaged }
    self.workbook = workbook
    merged = try MergedCells(workbook.archive, part: sheet.part)
    xml = try XMLScanner(entry)
  }

  /// The next row that holds anything, nil behind the last.
  func next() throws(TableFault) -> TableRow? {
    while !isDone {
      switch try xml.next() {
      case .finished: isDone = true
      case .end where xml.name == XMLNames.sheetData: isDone = true
      case .start where xml.name == XMLNames.row:
        line = xml.attributeBytes(XMLNames.r).flatMap(Self.number) ?? line + 1
        var row = try readRow()
        merged.fill(&row)
        while row.cells.last?.isEmpty == true { row.cells.removeLast() }
        if !row.cells.isEmpty { return row }
      default: continue
      }
    }
    return nil
  }

  private func readRow() throws(TableFault) -> TableRow {
    var row = TableRow(line: line, cells: [])
    var column = -1
    while true {
      switch try xml.next() {
      case .end where xml.name == XMLNames.row: return row
      case .finished: throw ZipArchive.damaged
      case .start where xml.name == XMLNames.c:
        let place = xml.attributeBytes(XMLNames.r).flatMap { CellReference($0)?.column }
        column = place ?? column + 1
        let text = try readCell()
        guard !text.isEmpty, column < DelimitedReader.mostCells else { continue }
        while row.cells.count <= column { row.cells.append("") }
        row.cells[column] = text
      case .start: try xml.skipElement()
      case .end, .text: continue
      }
    }
  }

  private enum Kind {
    case number, shared, text, bool
  }

  /// Reads the cell that just started, up to its end.
  private func readCell() throws(TableFault) -> String {
    let type = xml.attributeBytes(XMLNames.t) ?? []
    let style = xml.attributeBytes(XMLNames.s).flatMap(Self.number) ?? 0
    let kind: Kind
    switch String(decoding: type, as: UTF8.self) {
    case "s": kind = .shared
    case "b": kind = .bool
    case "", "n": kind = .number
    default: kind = .text
    }
    var value: [UInt8] = []
    var isValue = false
    while true {
      switch try xml.next() {
      case .start where xml.name == XMLNames.v: isValue = true
      case .start where xml.name == XMLNames.inlineText:
        try RichText.read(&xml, into: &value)
        return try closed(RichText.string(value[...]))
      // A formula's result stands in v; the formula itself is nobody's data.
      case .start: try xml.skipElement()
      case .text:
        if isValue { value += xml.text }
      case .end:
        if xml.name == XMLNames.v { isValue = false }
        if xml.name == XMLNames.c { return text(value, kind, style) }
      case .finished: throw ZipArchive.damaged
      }
    }
  }

  /// Skips to the end of the cell.
  private func closed(_ text: String) throws(TableFault) -> String {
    while true {
      switch try xml.next() {
      case .start: try xml.skipElement()
      case .end where xml.name == XMLNames.c: return text
      case .finished: throw ZipArchive.damaged
      case .end, .text: continue
      }
    }
  }

  private func text(_ value: [UInt8], _ kind: Kind, _ style: Int) -> String {
    switch kind {
    case .shared: return Self.number(value[...]).flatMap { workbook.sharedTexts[$0] } ?? ""
    case .text: return RichText.string(value[...])
    case .bool: return value == [49] ? "true" : value == [48] ? "false" : ""
    case .number:
      let raw = String(decoding: value, as: UTF8.self)
      if raw.isEmpty { return "" }
      switch workbook.formats[style] {
      case .number: return CellNumber.text(raw)
      case .date:
        return CellNumber.date(raw, has1904Dates: workbook.has1904Dates) ?? CellNumber.text(raw)
      case .padded(let length):
        let digits = CellNumber.text(raw)
        let isWhole = digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
        let zeros = isWhole ? max(0, length - digits.utf8.count) : 0
        return String(repeating: "0", count: zeros) + digits
      }
    }
  }

  /// A whole number of at most nine digits.
  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(text.count), text.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    return text.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
