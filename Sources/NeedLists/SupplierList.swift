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
    var reading = SupplierListReading(bytes, file: file)
    reading.read()
    suppliers = reading.suppliers
    findings = reading.findings
  }
}

/// One pass over a list of firms.
private struct SupplierListReading {
  private var table: CheckedTable
  private(set) var suppliers: [Supplier] = []

  var findings: [Finding] { table.findings }

  init(_ bytes: [UInt8], file: String) {
    table = CheckedTable(
      NeedListEncoding.decoded(bytes), file: file,
      expected: LocalizedText(
        de: "eine Zeile mit Spaltennamen (firm,name,text …) und eine je Firma",
        en: "a line with the names of columns (firm,name,text …) and one for each firm"))
  }

  mutating func read() {
    table.addRepeated { !$0.isEmpty }
    let key = table.place(of: ["firm"])
    let text = table.place(of: ["text", "name"])
    guard let key, text != nil, findings.isEmpty else { return }
    while table.next() {
      // A row without a key is read for what else is wrong with it.
      let key = table.key(key, as: CellText.cleaned) ?? ""
      readRow(key)
    }
    if suppliers.isEmpty, findings.isEmpty {
      table.add(
        .tableEmpty, 0, "",
        LocalizedText(
          de: "Unter den Spaltennamen steht keine Firma.",
          en: "There is no firm below the names of columns."))
    }
  }

  private mutating func readRow(_ key: String) {
    var supplier = Supplier(id: key, name: CellText.cleaned(table["name"]))
    supplier.texts = [table["text"]].filter { !$0.isEmpty }
    supplier.branches = Self.pieces(table["branch"])
    supplier.places = place().map { [$0] } ?? []
    supplier.qualifications = Self.pieces(table["qualifications"]).map { held($0) }
    supplier.employees = number("employees", 0...1e8)
    supplier.capacity = capacity()
    supplier.declared = declared()
    suppliers.append(supplier)
  }

  private mutating func declared() -> [Supplier.Declared] {
    let envelope = Capability.Envelope(
      length: number("length_max", 0...1e9), mass: number("mass_max", 0...1e9),
      tolerance: number("tolerance_min", 0...1e4),
      yearlyQuantity: number("quantity_max", 0...1e15))
    let words = Self.pieces(table["capabilities"])
    if words.isEmpty {
      // Limits of what the text speaks of.
      return envelope == .init() ? [] : [Supplier.Declared(envelope: envelope)]
    }
    return words.map { Supplier.Declared(text: $0, envelope: envelope) }
  }

  private mutating func capacity() -> [Supplier.Free] {
    let note = CellText.cleaned(table["free_capacity_note"])
    let free = Supplier.Free(
      unit: table["unit"].isEmpty ? nil : table["unit"], total: number("total", 0...1e15),
      free: number("free", 0...1e15), freeFrom: day("free_from"),
      statedOn: day("stated_on"), note: note.isEmpty ? nil : note)
    return free == .init() ? [] : [free]
  }

  private mutating func place() -> GeoPoint? {
    let latitude = number("latitude", -90...90)
    let longitude = number("longitude", -180...180)
    guard let latitude, let longitude else {
      if (latitude == nil) != (longitude == nil) {
        note(
          .incomplete, latitude == nil ? "latitude" : "longitude",
          "Zu einem Ort gehören Breite und Länge; eine fehlt.",
          "A place has a latitude and a longitude; one is missing.")
      }
      return nil
    }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  /// `EN9100:2027-03-31`; without a day its end is unknown.
  private mutating func held(_ text: String) -> Supplier.Held {
    guard let colon = text.lastIndex(of: ":") else { return Supplier.Held(standard: text) }
    let written = CellText.cleaned(String(text[text.index(after: colon)...]))
    let standard = CellText.cleaned(String(text[..<colon]))
    guard let day = CalendarDay(written) else {
      // `ISO 9001:2015` names an edition.
      if written.count == 4, written.allSatisfy(\.isNumber) { return Supplier.Held(standard: text) }
      note(
        .valueInvalid, "qualifications",
        "„\(written)“ ist kein Tag. Erwartet: Norm, Doppelpunkt, JJJJ-MM-TT, wie EN9100:2027-03-31.",
        "“\(written)” is no day. Expected: standard, colon, YYYY-MM-DD, as in EN9100:2027-03-31.")
      return Supplier.Held(standard: standard)
    }
    return Supplier.Held(standard: standard, validUntil: day)
  }

  private mutating func number(
    _ column: String, _ bounds: ClosedRange<Double>
  ) -> Double? {
    let text = CellText.cleaned(table[column])
    guard !text.isEmpty else { return nil }
    if let value = NumberCell.value(of: text), bounds.contains(value) { return value }
    let low = LocalizedText(number: bounds.lowerBound)
    let high = LocalizedText(number: bounds.upperBound)
    note(
      .valueInvalid, column,
      "„\(text)“ ist keine Zahl zwischen \(low.german) und \(high.german).",
      "“\(text)” is no number between \(low.english) and \(high.english).")
    return nil
  }

  private mutating func day(_ column: String) -> CalendarDay? {
    let text = CellText.cleaned(table[column])
    guard !text.isEmpty else { return nil }
    if let day = CalendarDay(text) { return day }
    note(
      .valueInvalid, column, "„\(text)“ ist kein Tag der Form JJJJ-MM-TT.",
      "“\(text)” is no day of the form YYYY-MM-DD.")
    return nil
  }

  private static func pieces(_ text: String) -> [String] {
    text.split(separator: ";").map { CellText.cleaned(String($0)) }.filter { !$0.isEmpty }
  }

  /// Tells a fault of the current row.
  private mutating func note(
    _ code: Finding.Code, _ column: String, _ german: String, _ english: String
  ) {
    table.add(code, table.line, column, LocalizedText(de: german, en: english))
  }
}
