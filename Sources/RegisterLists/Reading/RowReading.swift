// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Spreadsheets
import Vocabulary

/// Reads one row by a plan.
struct RowReading {
  private let plan: RowPlan
  private let row: TableRow
  private var key: String?
  private var country: String?
  private var organisation = ListRow.Part(.organisation)
  /// One part a kind from columns of its own, in the order in which they appear.
  private var single: [ListRow.Part] = []
  private var capabilities: [ListRow.Part] = []
  private var qualifications: [ListRow.Part] = []
  private var notes: [ValueNote] = []
  private var reasons: [LocalizedText] = []

  private let memo: ValueMemo

  init(_ row: TableRow, _ plan: RowPlan, _ memo: ValueMemo) {
    self.row = row
    self.plan = plan
    self.memo = memo
  }

  mutating func outcome() -> ListOutcome {
    checkWidth()
    for constant in plan.constants where constant.field.definition.content == .country {
      country = constant.text
    }
    for cell in plan.cells { read(cell) }
    addConstants()
    if organisation["legal_name"] == nil {
      if reasons.isEmpty {
        reasons.append(
          LocalizedText(
            de: "Der Name der Firma fehlt; ohne ihn lässt sich die Zeile niemandem zuordnen.",
            en: "The firm's name is missing; without it the row belongs to nobody."))
      }
    }
    guard reasons.isEmpty else {
      return .refused(RefusedRow(line: row.line, cells: row.cells, reasons: reasons))
    }
    return .row(
      ListRow(line: row.line, key: key, organisation: organisation, parts: parts()), notes)
  }

  /// More cells than headings: a delimiter inside a text shifted everything behind it.
  private mutating func checkWidth() {
    guard row.cells.count > plan.width,
      row.cells[plan.width...].contains(where: { !$0.isEmpty })
    else { return }
    reasons.append(
      LocalizedText(
        de:
          "Die Zeile hat \(row.cells.count) Zellen, die Kopfzeile \(plan.width). Vermutlich steht ein Trennzeichen in einem Text ohne Anführungszeichen.",
        en:
          "The row has \(row.cells.count) cells, the header \(plan.width). Probably a delimiter stands in a text without quotation marks."
      ))
  }

  // MARK: Cells

  private func text(_ column: Int) -> String {
    column < row.cells.count ? row.cells[column] : ""
  }

  /// The cell's text, nil where it says nothing.
  private func value(_ column: Int) -> String? {
    let raw = text(column)
    if raw.isEmpty { return nil }
    let clean = CellText.cleaned(raw)
    return CellText.isPlaceholder(clean) ? nil : clean
  }

  private mutating func read(_ cell: RowPlan.Cell) {
    guard let value = value(cell.column) else { return }
    switch cell.action {
    case .key: key = String(value.prefix(200))
    case .value(let definition): read(value, definition, cell)
    case .address(let kind): readAddress(cell, kind)
    case .postcodeAndCity(let kind):
      if let town = AddressText.postcodeAndCity(value) {
        add(kind, "postcode", town.postcode)
        add(kind, "city", town.city)
        takeCountry(town.country, kind)
      } else if let city = RegisterField(kind, "city") {
        read(value, city.definition, cell)
      }
    case .capabilities: capabilities += ListWords.capabilities(in: text(cell.column))
    case .qualifications: qualifications += ListWords.qualifications(in: text(cell.column))
    }
  }

  private mutating func read(
    _ cleaned: String, _ definition: FieldDefinition, _ cell: RowPlan.Cell
  ) {
    if definition.isMany, ListWords.hasSeparator(cleaned) {
      for piece in ListWords.pieces(of: text(cell.column)) {
        readOne(piece, definition, cell)
      }
    } else {
      readOne(cleaned, definition, cell)
    }
  }

  private mutating func readOne(
    _ written: String, _ definition: FieldDefinition, _ cell: RowPlan.Cell
  ) {
    let field = definition.field
    var written = written
    if !plan.houseNumbers.isEmpty, field.name == "street",
      let number = plan.houseNumbers[field.kind].flatMap({ value($0) })
    {
      written += " " + number
    } else if field.kind == .contact, field.name == "name",
      let given = plan.givenName.flatMap({ value($0) })
    {
      written = given + " " + written
    } else if case .identifier(.register) = definition.content {
      if !cell.registerKind.isEmpty, written.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x3A }) {
        written = cell.registerKind + written
      }
      if let court = plan.court.flatMap({ value($0) }) { written += ", Amtsgericht " + court }
    }
    do {
      let text = try memo.normalised(written, definition, country, plan.decimal)
      if definition.content == .country { country = text }
      add(ListRow.Value(field, text), isMany: definition.isMany)
    } catch {
      let message = error.message
      if field.name == "legal_name" { reasons.append(message) }
      notes.append(
        ValueNote(
          line: row.line, column: cell.name, field: field, value: FieldText.excerpt(written),
          message: message))
    }
  }

  private mutating func readAddress(_ cell: RowPlan.Cell, _ kind: EntityKind) {
    let raw = text(cell.column)
    guard let address = AddressText(raw) else {
      notes.append(
        ValueNote(
          line: row.line, column: cell.name, field: nil, value: FieldText.excerpt(raw),
          message: LocalizedText(
            de:
              "In der Anschrift ist keine Postleitzahl mit Ort zu erkennen; sie wurde nicht übernommen.",
            en: "No postcode with a town is found in the address; it was not taken over.")))
      return
    }
    add(kind, "street", address.street)
    add(kind, "postcode", address.postcode)
    add(kind, "city", address.city)
    if kind == .organisation { add(kind, "po_box", address.poBox) }
    takeCountry(address.country, kind)
  }

  private mutating func takeCountry(_ code: String, _ kind: EntityKind) {
    guard !code.isEmpty else { return }
    country = country ?? code
    add(kind, "country", code)
  }

  // MARK: Parts

  private mutating func add(_ kind: EntityKind, _ name: String, _ text: String) {
    guard !text.isEmpty, let field = RegisterField(kind, name) else { return }
    add(ListRow.Value(field, text))
  }

  /// The first value of a field stands; a field of many takes each value once.
  private mutating func add(_ value: ListRow.Value, isMany: Bool = false) {
    func isNew(_ part: ListRow.Part) -> Bool {
      isMany
        ? !part.values.contains(value)
        : !part.values.contains { $0.field == value.field }
    }
    if value.field.kind == .organisation {
      if isNew(organisation) { organisation.values.append(value) }
    } else if let at = single.firstIndex(where: { $0.kind == value.field.kind }) {
      if isNew(single[at]) { single[at].values.append(value) }
    } else {
      single.append(ListRow.Part(value.field.kind, [value]))
    }
  }

  /// Constants fill what a row does not say; alone they make no site, contact or capability.
  private mutating func addConstants() {
    for constant in plan.constants {
      let kind = constant.field.kind
      let mayStandAlone = kind == .organisation || kind == .membership
      if mayStandAlone || single.contains(where: { $0.kind == kind }) {
        add(constant, isMany: constant.field.definition.isMany)
      }
    }
  }

  /// A capacity follows the capability it belongs to; without one it cannot be kept.
  private mutating func parts() -> [ListRow.Part] {
    var parts = single.filter { $0.kind != .capacity && $0.kind != .capability }
    var able = single.filter { $0.kind == .capability } + capabilities
    if let capacity = single.first(where: { $0.kind == .capacity }) {
      if able.isEmpty {
        notes.append(
          ValueNote(
            line: row.line, column: "", field: capacity.values.first?.field,
            value: capacity.values.map(\.text).joined(separator: " "),
            message: LocalizedText(
              de: "Eine Kapazität ohne Fähigkeit sagt nicht, wofür; sie wurde nicht übernommen.",
              en: "A capacity without a capability does not say for what; it was not taken over.")))
      } else {
        able.insert(capacity, at: 1)
      }
    }
    parts += able
    parts += qualifications
    return parts
  }
}

enum FieldText {
  /// A text shortened for a note.
  static func excerpt(_ text: String) -> String {
    text.utf8.count > 120 ? text.prefix(120) + "…" : text
  }
}
