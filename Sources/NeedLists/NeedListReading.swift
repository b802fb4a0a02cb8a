// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import Matching
import Registry
import ValueChains

/// One pass over a list of needs.
struct NeedListReading {
  /// Longest key, in characters.
  static let longestKey = 200

  let file: String
  var rows: [NeedList.Row] = []
  var findings: [Finding] = []
  private var columns = NeedListColumns()
  private var decimal: DecimalMark?
  /// The line on which each key stands first.
  private var lines: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func read(_ bytes: [UInt8]) {
    let text = NeedListEncoding.decoded(bytes)
    if !text.isValid, text.encoding != .utf8 {
      note(
        .notText, 0, "",
        "Die Datei ist kein gültiges \(text.encoding.rawValue). Aus der Tabelle neu als CSV UTF-8 speichern.",
        "The file is not valid \(text.encoding.rawValue). Save it from the sheet again, as CSV UTF-8."
      )
    }
    let form = NeedListEncoding.form(of: text.bytes)
    decimal = form.delimiter == .comma ? .point : nil
    var scanner = RecordScanner(
      bytes: text.bytes, delimiter: form.delimiter, startingAt: form.start, line: form.line)
    guard scanner.next() else {
      return note(
        .tableEmpty, 0, "",
        "In der Datei steht nichts. Erwartet wird eine Zeile mit Spaltennamen (need,title,description …) und eine je Bedarf.",
        "There is nothing in the file. Expected are a line with the names of columns (need,title,description …) and one for each need."
      )
    }
    readHeader(scanner)
    let mustCheckText = !text.isValid && text.encoding == .utf8
    var count = 0
    while scanner.next() {
      count += 1
      // A row with an open quotation mark has swallowed what came after it.
      guard columns.canBeRead, scanner.unclosedQuoteLine == nil else { continue }
      readRow(scanner, mustCheckText: mustCheckText)
    }
    if let line = scanner.unclosedQuoteLine {
      note(
        .quoteOpen, line, "",
        "Ein Anführungszeichen wird geöffnet und bis zum Ende der Datei nicht geschlossen. Es schließen, oder doppelt schreiben, wo es zum Text gehört.",
        "A quotation mark is opened and not closed until the end of the file. Close it, or double it where it belongs to the text."
      )
    }
    if count == 0 {
      note(
        .tableEmpty, 0, "", "Unter den Spaltennamen steht kein Bedarf.",
        "There is no need below the names of columns.")
    }
  }

  private mutating func readHeader(_ scanner: RecordScanner) {
    columns = NeedListColumns(scanner.cells.map(scanner.string))
    for title in columns.repeated {
      note(
        .columnRepeated, scanner.line, title,
        "Mehr als eine Spalte sagt dasselbe wie „\(title)“. Eine davon entfernen.",
        "More than one column says the same as “\(title)”. Remove one of them.")
    }
    for title in columns.unknown {
      note(
        .columnUnknown, .warning, scanner.line, title, "",
        LocalizedText(
          de:
            "Die Spalte „\(title)“ ist unbekannt und wird nicht gelesen. „tragwerk need fields“ nennt alle.",
          en:
            "The column “\(title)” is unknown and is not read. “tragwerk need fields” names all."))
    }
    for name in columns.missing {
      note(
        .columnMissing, scanner.line, name,
        "Die Spalte „\(name)“ fehlt; ohne sie lässt sich kein Bedarf lesen.",
        "The column “\(name)” is missing; without it no need can be read.")
    }
  }

  private mutating func readRow(_ scanner: RecordScanner, mustCheckText: Bool) {
    let before = findings.count
    let line = scanner.line
    if scanner.cells.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
      note(
        .cellCount, line, "",
        "Die Zeile hat \(scanner.cells.count) Zellen, die Kopfzeile \(columns.count). Texte mit Trennzeichen in Anführungszeichen setzen.",
        "The line has \(scanner.cells.count) cells, the header \(columns.count). Put texts with separators into quotation marks."
      )
    }
    var cells: [(column: NeedListColumns.Column, text: String)] = []
    var broken: Set<NeedField> = []
    for (column, cell) in zip(columns.columns, scanner.cells + columns.padding) {
      if mustCheckText, !scanner.isText(cell) {
        note(
          .notText, line, column.title,
          "Hier stehen Zeichen, die kein UTF-8 sind. Die Datei als CSV UTF-8 neu speichern.",
          "Here are characters that are not UTF-8. Save the file again as CSV UTF-8.")
        if case .field(let field) = column.meaning { broken.insert(field) }
      } else {
        cells.append((column, scanner.string(cell)))
      }
    }
    let key = readKey(cells.first { $0.column.meaning == .key }?.text ?? "", line)
    var values = NeedValues()
    for case (let column, let text) in cells {
      guard case .field(let field) = column.meaning else { continue }
      do {
        values[field] = try field.definition.values(text, decimal: decimal)
      } catch {
        broken.insert(field)
        note(.valueInvalid, .error, line, column.title, key, error.message)
      }
    }
    for fault in values.faults where !Self.rests(fault.field, on: broken.union(columns.absent)) {
      note(.incomplete, .error, line, columns.title(of: fault.field), key, fault.message)
    }
    if findings.count == before { rows.append(.init(line: line, key: key, values: values)) }
  }

  /// Whether a fault of a field hangs on cells that could not be read, which is told already, or on
  /// columns the list does not have, of which an earlier version may say something.
  private static func rests(_ field: NeedField, on silent: Set<NeedField>) -> Bool {
    switch field {
    case .radius: !silent.isDisjoint(with: [.latitude, .longitude])
    case .unit, .perYear: silent.contains(.quantity)
    default: silent.contains(field)
    }
  }

  private mutating func readKey(_ text: String, _ line: Int) -> String {
    let key = CellText.cleaned(text)
    let title = columns.keyTitle
    if key.isEmpty {
      note(
        .keyMissing, line, title,
        "Der Bedarf hat hier keine Kennung. Eine vergeben, die in der Liste einmalig ist und bleibt.",
        "The need has no key here. Give it one that is unique in the list, and stays.")
    } else if key.unicodeScalars.count > Self.longestKey {
      note(
        .keyTooLong, line, title, "Die Kennung hat mehr als \(Self.longestKey) Zeichen.",
        "The key has more than \(Self.longestKey) characters.")
    } else if let first = lines[key] {
      note(
        .keyRepeated, .error, line, title, key,
        LocalizedText(
          de:
            "Die Kennung „\(key)“ steht schon in Zeile \(first). Jeder Bedarf braucht seine eigene.",
          en: "The key “\(key)” stands in line \(first) already. Each need wants its own."))
    } else {
      lines[key] = line
    }
    return key
  }

  // MARK: Findings

  private mutating func note(
    _ code: Finding.Code, _ line: Int, _ column: String, _ german: String, _ english: String
  ) {
    note(code, .error, line, column, "", LocalizedText(de: german, en: english))
  }

  private mutating func note(
    _ code: Finding.Code, _ severity: Finding.Severity, _ line: Int, _ column: String,
    _ key: String, _ message: LocalizedText
  ) {
    findings.append(
      Finding(code, severity, table: file, row: line, column: column, key: key, message))
  }
}
