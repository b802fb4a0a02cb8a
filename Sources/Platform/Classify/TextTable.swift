// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import ValueChains

/// A CSV file of texts, row by row, with every fault at its place. The file may be packed.
struct TextTable {
  let file: String
  private(set) var header: [String] = []
  private(set) var findings: [Finding] = []
  private var scanner: RecordScanner
  /// What is in which line, to find what comes twice.
  private var lines: [String: Int] = [:]

  init(_ path: String) throws(PlatformError) {
    file = URL(fileURLWithPath: path).lastPathComponent
    let text = DecodedText(try PackedFile.bytes(path), allowsWindows1252: true)
    scanner = RecordScanner(
      bytes: text.bytes, delimiter: DelimitedTable.guessDelimiter(text.bytes))
    guard scanner.next() else {
      add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Die Datei ist leer. Erwartet wird eine Kopfzeile.",
          en: "The file is empty. Expected is a header."))
      return
    }
    header = scanner.cells.map { scanner.string($0).lowercased() }
    if !scanner.cells.allSatisfy(scanner.isText) { addNotText() }
  }

  /// The place of the first of some columns that is there; told where none is.
  mutating func place(of names: [String]) -> Int? {
    for name in names { if let at = header.firstIndex(of: name) { return at } }
    guard !header.isEmpty else { return nil }
    addMissing(names)
    return nil
  }

  mutating func addMissing(_ names: [String]) {
    let present = header.joined(separator: ", ")
    let wanted = names.joined(separator: " / ")
    add(
      .columnMissing, 1, names[0],
      LocalizedText(
        de: "Die Spalte \(wanted) fehlt. Im Kopf stehen: \(present)",
        en: "The column \(wanted) is missing. The header has: \(present)"))
  }

  /// Moves to the next row that can be used; false at the end.
  mutating func next() -> Bool {
    while !header.isEmpty, scanner.next() {
      if scanner.cells.count > header.count {
        add(
          .cellCount, scanner.line, "",
          LocalizedText(
            de:
              "Die Zeile hat \(scanner.cells.count) Zellen, der Kopf \(header.count). Zellen mit Komma in Anführungszeichen setzen.",
            en:
              "The row has \(scanner.cells.count) cells, the header \(header.count). Put cells that hold a comma in quotes."
          ))
      } else if !scanner.cells.allSatisfy(scanner.isText) {
        addNotText()
      } else {
        return true
      }
    }
    if let line = scanner.unclosedQuoteLine {
      add(
        .quoteOpen, line, "",
        LocalizedText(
          de: "Ein Anführungszeichen, das hier beginnt, wird nie geschlossen.",
          en: "A quotation mark that begins here is never closed."))
    }
    return false
  }

  var line: Int { scanner.line }

  /// The cell at a place of the header, `""` where the row ends before it.
  func cell(_ place: Int?) -> String {
    guard let place, place < scanner.cells.count else { return "" }
    return scanner.string(scanner.cells[place])
  }

  func cells(_ places: [Int], separator: String = " | ") -> String {
    places.map { cell($0) }.filter { !$0.isEmpty }.joined(separator: separator)
  }

  /// The cell of a key, told where it is empty or not the first of its kind.
  mutating func key(_ place: Int) -> String? {
    let key = cell(place)
    let column = header[place]
    if key.isEmpty {
      add(
        .keyMissing, line, column,
        LocalizedText(
          de: "\(column) ist leer. Jede Zeile braucht eine eigene Kennung.",
          en: "\(column) is empty. Each row needs an id of its own."))
      return nil
    }
    if let earlier = lines[key] {
      add(
        .keyRepeated, line, column,
        LocalizedText(
          de: "„\(key)“ steht schon in Zeile \(earlier). Jede Zeile braucht eine eigene Kennung.",
          en: "“\(key)” is already in row \(earlier). Each row needs an id of its own."))
      return nil
    }
    lines[key] = line
    return key
  }

  func line(of key: String) -> Int { lines[key] ?? 0 }

  private mutating func addNotText() {
    add(
      .notText, scanner.line, "",
      LocalizedText(
        de: "Die Zeile ist kein Text. Die Datei als UTF-8 speichern.",
        en: "The row is no text. Save the file as UTF-8."))
  }

  mutating func add(
    _ code: Finding.Code, _ row: Int, _ column: String, _ message: LocalizedText,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(code, severity, table: file, row: row, column: column, message))
  }
}
