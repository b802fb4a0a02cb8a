// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import Reconciliation
import Registry
import ValueChains

/// Reads organisations row by row and collects every fault with its place.
struct PartyTableReader {
  let file: String
  let idColumn: String
  private(set) var findings: [Finding] = []

  init(file: String, idColumn: String) {
    (self.file, self.idColumn) = (file, idColumn)
  }

  /// Columns that are read besides the id; the first name is needed.
  private enum Column: String, CaseIterable {
    case name
    case aliases
    case formerNames = "former_names"
    case street, street2, postcode, city, country
    case registerCountry = "register_country"
    case lei, vat, register, ncage, bpnl, duns
  }

  mutating func read(_ bytes: [UInt8]) -> [PartyRecord] {
    let text = DecodedText(bytes, allowsWindows1252: true)
    var scanner = RecordScanner(
      bytes: text.bytes, delimiter: DelimitedTable.guessDelimiter(text.bytes))
    guard scanner.next() else {
      add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Die Datei ist leer. Erwartet wird eine Kopfzeile mit \(idColumn) und name.",
          en: "The file is empty. Expected is a header with \(idColumn) and name."))
      return []
    }
    let width = scanner.cells.count
    guard let places = header(scanner) else { return [] }
    var records: [PartyRecord] = []
    var lines: [String: Int] = [:]
    while scanner.next() {
      let line = scanner.line
      guard checkRow(scanner, width) else { continue }
      let cells = scanner.cells
      func cell(_ column: Column) -> String {
        guard let place = places.columns[column], place < cells.count else { return "" }
        return PartyRecord.stated(scanner.string(cells[place]))
      }
      let id = places.id < cells.count ? scanner.string(cells[places.id]) : ""
      guard checkID(id, line, &lines) else { continue }
      records.append(record(id, cell))
    }
    finish(scanner, records)
    return records
  }

  private mutating func header(_ scanner: RecordScanner) -> (id: Int, columns: [Column: Int])? {
    var positions: [String: Int] = [:]
    for (at, cell) in scanner.cells.enumerated() {
      let name = scanner.string(cell).lowercased()
      if positions[name] != nil, name == idColumn || Column(rawValue: name) != nil {
        add(
          .columnRepeated, 1, name,
          LocalizedText(
            de: "Die Spalte \(name) steht zweimal im Kopf. Eine davon umbenennen.",
            en: "The column \(name) is in the header twice. Rename one of them."))
      }
      positions[name] = positions[name] ?? at
    }
    for name in [idColumn.lowercased(), "name"] where positions[name] == nil {
      let present = scanner.cells.map { scanner.string($0) }.joined(separator: ", ")
      add(
        .columnMissing, 1, name,
        LocalizedText(
          de: "Die Spalte \(name) fehlt. Im Kopf stehen: \(present)",
          en: "The column \(name) is missing. The header has: \(present)"))
    }
    guard let id = positions[idColumn.lowercased()], positions["name"] != nil else { return nil }
    var columns: [Column: Int] = [:]
    for column in Column.allCases { columns[column] = positions[column.rawValue] }
    return (id, columns)
  }

  private mutating func checkRow(_ scanner: RecordScanner, _ width: Int) -> Bool {
    if scanner.cells.count > width {
      add(
        .cellCount, scanner.line, "",
        LocalizedText(
          de:
            "Die Zeile hat \(scanner.cells.count) Zellen, der Kopf \(width). Zellen mit Komma in Anführungszeichen setzen.",
          en:
            "The row has \(scanner.cells.count) cells, the header \(width). Put cells that hold a comma in quotes."
        ))
      return false
    }
    if !scanner.cells.allSatisfy(scanner.isText) {
      add(
        .notText, scanner.line, "",
        LocalizedText(
          de: "Die Zeile ist kein Text. Die Datei als UTF-8 speichern.",
          en: "The row is no text. Save the file as UTF-8."))
      return false
    }
    return true
  }

  private mutating func checkID(_ id: String, _ line: Int, _ lines: inout [String: Int]) -> Bool {
    if id.isEmpty {
      add(
        .keyMissing, line, idColumn,
        LocalizedText(
          de: "\(idColumn) ist leer. Jede Zeile braucht eine eigene Kennung.",
          en: "\(idColumn) is empty. Each row needs an id of its own."))
      return false
    }
    if let earlier = lines[id] {
      add(
        .keyRepeated, line, idColumn,
        LocalizedText(
          de: "„\(id)“ steht schon in Zeile \(earlier). Jede Zeile braucht eine eigene Kennung.",
          en: "“\(id)” is already in row \(earlier). Each row needs an id of its own."))
      return false
    }
    lines[id] = line
    return true
  }

  private func record(_ id: String, _ cell: (Column) -> String) -> PartyRecord {
    let further = [cell(.aliases), cell(.formerNames)].flatMap { cell in
      cell.split(separator: ";").map { String($0) }
    }
    let name = cell(.name)
    return PartyRecord(
      id: id, names: (name.isEmpty ? [] : [name]) + further,
      street: PartyRecord.lines(cell(.street), cell(.street2)), postcode: cell(.postcode),
      city: cell(.city), country: cell(.country), registerCountry: cell(.registerCountry),
      identifiers: Self.identifiers(cell))
  }

  private static func identifiers(_ cell: (Column) -> String) -> [Identifier] {
    let columns: [(Column, IdentifierScheme)] = [
      (.lei, .lei), (.vat, .vat), (.register, .register), (.ncage, .ncage), (.bpnl, .bpnl),
      (.duns, .duns),
    ]
    return columns.compactMap { column, scheme in
      // A number that is none, or that names no register, says nothing about who is meant.
      do throws(IdentifierFault) {
        return try Identifier(cell(column), of: scheme, country: nil)
      } catch {
        return nil
      }
    }
  }

  private mutating func finish(_ scanner: RecordScanner, _ records: [PartyRecord]) {
    if let line = scanner.unclosedQuoteLine {
      add(
        .quoteOpen, line, "",
        LocalizedText(
          de: "Ein Anführungszeichen, das hier beginnt, wird nie geschlossen.",
          en: "A quotation mark that begins here is never closed."))
    }
    if records.isEmpty, findings.isEmpty {
      add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Unter der Kopfzeile steht keine Organisation.",
          en: "There is no organisation below the header."))
    }
  }

  private mutating func add(
    _ code: Finding.Code, _ row: Int, _ column: String, _ message: LocalizedText
  ) {
    findings.append(Finding(code, .error, table: file, row: row, column: column, message))
  }
}
