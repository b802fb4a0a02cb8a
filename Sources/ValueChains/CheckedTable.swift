// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization

/// A delimited file row by row, with every fault at its place: a table somebody hands in that is no
/// part of a package.
package struct CheckedTable {
  package let file: String
  /// Names of columns as the file writes them, and in small letters.
  package private(set) var titles: [String] = []
  package private(set) var header: [String] = []
  package private(set) var findings: [Finding] = []
  private var scanner: RecordScanner
  private var places: [String: Int] = [:]
  /// What is in which line, to find what comes twice.
  private var lines: [String: Int] = [:]

  /// - Parameters:
  ///   - file: what findings call it.
  ///   - expected: what an empty file should have.
  package init(
    _ text: DecodedText, file: String,
    expected: LocalizedText = LocalizedText(de: "eine Kopfzeile", en: "a header")
  ) {
    self.file = file
    scanner = RecordScanner(
      bytes: text.bytes, delimiter: DelimitedTable.guessDelimiter(text.bytes))
    guard scanner.next() else {
      add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Die Datei ist leer. Erwartet wird \(expected.german).",
          en: "The file is empty. Expected is \(expected.english)."))
      return
    }
    titles = scanner.cells.map(scanner.string)
    header = titles.map { $0.lowercased() }
    places = Dictionary(zip(header, header.indices)) { first, _ in first }
    if !scanner.cells.allSatisfy(scanner.isText) { addNotText() }
  }

  /// The place of the first of some columns that is there; told where none is.
  package mutating func place(of names: [String]) -> Int? {
    if let place = names.compactMap({ places[$0] }).first { return place }
    if !header.isEmpty { addMissing(names) }
    return nil
  }

  package mutating func addMissing(_ names: [String]) {
    let present = titles.joined(separator: ", ")
    let wanted = names.joined(separator: " / ")
    add(
      .columnMissing, 1, names[0],
      LocalizedText(
        de: "Die Spalte \(wanted) fehlt. Im Kopf stehen: \(present)",
        en: "The column \(wanted) is missing. The header has: \(present)"))
  }

  /// Tells which of the columns that matter are in the header more than once.
  package mutating func addRepeated(_ matters: (String) -> Bool) {
    for (place, name) in header.enumerated() where places[name] != place && matters(name) {
      add(
        .columnRepeated, 1, name,
        LocalizedText(
          de: "Die Spalte \(name) steht zweimal im Kopf. Eine davon umbenennen.",
          en: "The column \(name) is in the header twice. Rename one of them."))
    }
  }

  /// Moves to the next row that can be used; false at the end.
  package mutating func next() -> Bool {
    while !header.isEmpty, scanner.next() {
      if scanner.cells.dropFirst(header.count).contains(where: { !$0.isEmpty }) {
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

  package var line: Int { scanner.line }

  /// The cell at a place of the header, `""` where the row ends before it.
  package func cell(_ place: Int?) -> String {
    guard let place, place < scanner.cells.count else { return "" }
    return scanner.string(scanner.cells[place])
  }

  /// The cell of a column named in small letters, `""` where there is no such column.
  package subscript(_ column: String) -> String { cell(places[column]) }

  /// The cell of a key, told where it is empty or not the first of its kind.
  ///
  /// - Parameter cleaned: how a key is written.
  package mutating func key(_ place: Int, as cleaned: (String) -> String = { $0 }) -> String? {
    let key = cleaned(cell(place))
    let column = titles[place]
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

  package func line(of key: String) -> Int { lines[key] ?? 0 }

  private mutating func addNotText() {
    add(
      .notText, scanner.line, "",
      LocalizedText(
        de: "Die Zeile ist kein Text. Die Datei als UTF-8 speichern.",
        en: "The row is no text. Save the file as UTF-8."))
  }

  package mutating func add(
    _ code: Finding.Code, _ row: Int, _ column: String, _ message: LocalizedText,
    _ severity: Finding.Severity = .error
  ) {
    findings.append(
      Finding(code, severity, table: file, row: row, column: column, message))
  }
}
