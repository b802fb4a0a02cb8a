// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Geodesy
import Localization
import Matching
import Registry
import ValueChains

/// A list of firms as a file gives it, ready for matching: suppliers, and everything that is wrong.
///
/// Columns: `firm` and `name` or `text` are obligatory. Free text as firms write it in `text`,
/// `free_capacity_note`; `branch` (WZ or NACE, `;`), `latitude`, `longitude`, `qualifications`
/// (`EN9100:2027-03-31`, `;`); of a register also `capabilities` (trade words, `;`), `length_max` mm,
/// `mass_max` kg, `tolerance_min` mm, `quantity_max` a year, `employees`, `free`, `total`, `unit`,
/// `free_from`, `stated_on`. Other columns are not read. Read as a whole: where a finding is an error,
/// nothing of the list is to be taken.
public struct SupplierList: Sendable {
  /// In the order of the file.
  public let suppliers: [Supplier]
  /// Everything found, in the order of the file.
  public let findings: [Finding]

  /// Linear in the size of the text.
  ///
  /// - Parameter file: what findings call it.
  public init(_ bytes: [UInt8], file: String) {
    var reading = SupplierListReading(file: file)
    reading.read(bytes)
    suppliers = reading.suppliers
    findings = reading.findings
  }
}

/// One pass over a list of firms.
private struct SupplierListReading {
  let file: String
  var suppliers: [Supplier] = []
  var findings: [Finding] = []
  private var lines: [String: Int] = [:]

  init(file: String) { self.file = file }

  mutating func read(_ bytes: [UInt8]) {
    let text = NeedListEncoding.decoded(bytes)
    if !text.isValid {
      note(
        .notText, 0, "",
        "Die Datei ist kein gültiger Text. Aus der Tabelle neu als CSV UTF-8 speichern.",
        "The file is not valid text. Save it from the sheet again, as CSV UTF-8.")
    }
    let table = DelimitedTable(text)
    if table.header.allSatisfy(\.isEmpty) {
      return note(
        .tableEmpty, 0, "",
        "In der Datei steht nichts. Erwartet wird eine Zeile mit Spaltennamen (firm,name,text …) und eine je Firma.",
        "There is nothing in the file. Expected are a line with the names of columns (firm,name,text …) and one for each firm."
      )
    }
    readHeader(table.header)
    guard findings.isEmpty else { return }
    for row in table.rows { readRow(row) }
    if table.rows.isEmpty {
      note(
        .tableEmpty, 0, "", "Unter den Spaltennamen steht keine Firma.",
        "There is no firm below the names of columns.")
    }
  }

  private mutating func readHeader(_ header: [String]) {
    if !header.contains("firm") {
      note(
        .columnMissing, 1, "firm", "Die Spalte „firm“ fehlt; ohne sie haben Firmen keine Kennung.",
        "The column “firm” is missing; without it firms have no key.")
    }
    if !header.contains("name"), !header.contains("text") {
      note(
        .columnMissing, 1, "text",
        "Die Spalten „name“ und „text“ fehlen; ohne eine davon lässt sich nichts vergleichen.",
        "The columns “name” and “text” are missing; without one of them nothing can be compared.")
    }
    for title in Set(header).sorted()
    where header.count(where: { $0 == title }) > 1 && !title.isEmpty {
      note(
        .columnRepeated, 1, title, "Die Spalte „\(title)“ kommt mehr als einmal vor.",
        "The column “\(title)” occurs more than once.")
    }
  }

  private mutating func readRow(_ row: DelimitedTable.Row) {
    let key = CellText.cleaned(row["firm"])
    if key.isEmpty {
      note(
        .keyMissing, row.line, "firm", "Die Firma hat hier keine Kennung.",
        "The firm has no key here.")
    } else if let first = lines[key] {
      note(
        .keyRepeated, row.line, "firm",
        "Die Kennung „\(key)“ steht schon in Zeile \(first). Jede Firma braucht ihre eigene.",
        "The key “\(key)” stands in line \(first) already. Each firm wants its own.")
    } else {
      lines[key] = row.line
    }
    var supplier = Supplier(id: key, name: CellText.cleaned(row["name"]))
    supplier.texts = [row["text"]].filter { !$0.isEmpty }
    supplier.branches = Self.pieces(row["branch"])
    supplier.places = place(row).map { [$0] } ?? []
    supplier.qualifications = Self.pieces(row["qualifications"]).map { held($0, row.line) }
    supplier.employees = number(row, "employees", 0...1e8)
    supplier.capacity = capacity(row)
    supplier.declared = declared(row)
    suppliers.append(supplier)
  }

  private mutating func declared(_ row: DelimitedTable.Row) -> [Supplier.Declared] {
    let envelope = Capability.Envelope(
      length: number(row, "length_max", 0...1e9), mass: number(row, "mass_max", 0...1e9),
      tolerance: number(row, "tolerance_min", 0...1e4),
      yearlyQuantity: number(row, "quantity_max", 0...1e15))
    let words = Self.pieces(row["capabilities"])
    if words.isEmpty {
      // Limits of what the text speaks of.
      return envelope == .init() ? [] : [Supplier.Declared(envelope: envelope)]
    }
    return words.map { Supplier.Declared(text: $0, envelope: envelope) }
  }

  private mutating func capacity(_ row: DelimitedTable.Row) -> [Supplier.Free] {
    let note = CellText.cleaned(row["free_capacity_note"])
    let free = Supplier.Free(
      unit: row["unit"].isEmpty ? nil : row["unit"], total: number(row, "total", 0...1e15),
      free: number(row, "free", 0...1e15), freeFrom: day(row, "free_from"),
      statedOn: day(row, "stated_on"), note: note.isEmpty ? nil : note)
    return free == .init() ? [] : [free]
  }

  private mutating func place(_ row: DelimitedTable.Row) -> GeoPoint? {
    let latitude = number(row, "latitude", -90...90)
    let longitude = number(row, "longitude", -180...180)
    guard let latitude, let longitude else {
      if (latitude == nil) != (longitude == nil) {
        note(
          .incomplete, row.line, latitude == nil ? "latitude" : "longitude",
          "Zu einem Ort gehören Breite und Länge; eine fehlt.",
          "A place has a latitude and a longitude; one is missing.")
      }
      return nil
    }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  /// `EN9100:2027-03-31`; without a day its end is unknown.
  private mutating func held(_ text: String, _ line: Int) -> Supplier.Held {
    guard let colon = text.lastIndex(of: ":") else { return Supplier.Held(standard: text) }
    let written = CellText.cleaned(String(text[text.index(after: colon)...]))
    let standard = CellText.cleaned(String(text[..<colon]))
    guard let day = CalendarDay(written) else {
      // `ISO 9001:2015` names an edition.
      if written.count == 4, written.allSatisfy(\.isNumber) { return Supplier.Held(standard: text) }
      note(
        .valueInvalid, line, "qualifications",
        "„\(written)“ ist kein Tag. Erwartet: Norm, Doppelpunkt, JJJJ-MM-TT, wie EN9100:2027-03-31.",
        "“\(written)” is no day. Expected: standard, colon, YYYY-MM-DD, as in EN9100:2027-03-31.")
      return Supplier.Held(standard: standard)
    }
    return Supplier.Held(standard: standard, validUntil: day)
  }

  private mutating func number(
    _ row: DelimitedTable.Row, _ column: String, _ bounds: ClosedRange<Double>
  ) -> Double? {
    let text = CellText.cleaned(row[column])
    guard !text.isEmpty else { return nil }
    if let value = row.number(column), value.isFinite, bounds.contains(value) { return value }
    let low = LocalizedText(number: bounds.lowerBound)
    let high = LocalizedText(number: bounds.upperBound)
    note(
      .valueInvalid, row.line, column,
      "„\(text)“ ist keine Zahl zwischen \(low.german) und \(high.german).",
      "“\(text)” is no number between \(low.english) and \(high.english).")
    return nil
  }

  private mutating func day(_ row: DelimitedTable.Row, _ column: String) -> CalendarDay? {
    let text = CellText.cleaned(row[column])
    guard !text.isEmpty else { return nil }
    if let day = CalendarDay(text) { return day }
    note(
      .valueInvalid, row.line, column, "„\(text)“ ist kein Tag der Form JJJJ-MM-TT.",
      "“\(text)” is no day of the form YYYY-MM-DD.")
    return nil
  }

  private static func pieces(_ text: String) -> [String] {
    text.split(separator: ";").map { CellText.cleaned(String($0)) }.filter { !$0.isEmpty }
  }

  private mutating func note(
    _ code: Finding.Code, _ line: Int, _ column: String, _ german: String, _ english: String
  ) {
    findings.append(
      Finding(
        code, .error, table: file, row: line, column: column, key: "",
        LocalizedText(de: german, en: english)))
  }
}
