// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a record below the header is, before its cells are read.
enum RowKind: Equatable {
  case part
  case section
  case total
  case repeatedHeader
  case newHeader
  case pageBreak
  case note

  init(
    _ record: ListRecord, plan: ColumnPlan, followsGap: Bool, next: ListRecord?
  ) {
    let filled = record.filled
    if Self.isPageBreak(filled) {
      self = .pageBreak
    } else if plan.isHeader(record) {
      self = .repeatedHeader
    } else if Self.isNewHeader(record) {
      self = .newHeader
    } else if Self.isTotal(filled) {
      self = .total
    } else if filled.count == 1 {
      self = Self.alone(record, plan, followsGap: followsGap, next: next)
    } else if filled.count == 2, filled[0].hasSuffix(":"), Self.isNote(filled[0]) {
      self = .note
    } else if filled.count == 2, Self.isLetteredHeading(record, plan, next) {
      self = .section
    } else {
      self = .part
    }
  }

  private static func isNewHeader(_ record: ListRecord) -> Bool {
    let filled = record.filled
    // Headings do not begin with digits, and most rows of data hold a cell that does.
    let hasNumber = filled.contains { $0.utf8.first.map { $0 >= 48 && $0 <= 57 } ?? false }
    guard filled.count >= 3, !hasNumber, ColumnPlan.score(record.cells) >= 3 else { return false }
    return filled.count { Headings.meaning(of: $0) != nil } * 5 >= filled.count * 4
  }

  private static func isPageBreak(_ cells: [String]) -> Bool {
    guard cells.count <= 3, let first = cells.first, first.utf8.count <= 80 else { return false }
    if cells.allSatisfy({ cell in cell.allSatisfy { "-=_*~#\u{C}. ".contains($0) } }) {
      return true
    }
    let words = HeadingText.words(cells.joined(separator: " "))
    guard let head = words.first, ["seite", "page", "blatt", "sheet"].contains(head) else {
      return false
    }
    return words.count <= 4
      && words.dropFirst().allSatisfy { Int($0) != nil || ["von", "of"].contains($0) }
  }

  // MARK: Totals and notes

  private static let totals: Set = [
    "summe", "total", "gesamt", "gesamtsumme", "zwischensumme", "subtotal", "sub total",
    "grand total", "totals", "sum", "endsumme", "gesamtgewicht", "gesamtpreis", "gesamtmasse",
    "ubertrag", "carry over", "carried forward", "netto", "brutto", "mwst", "ust", "vat",
    "component count", "anzahl teile", "anzahl positionen", "anzahl bauteile", "number of parts",
    "gesamtanzahl", "gesamtkosten", "gesamtbetrag",
  ]

  private static let totalCompany: Set = [
    "weight", "mass", "cost", "costs", "price", "quantity", "qty", "parts", "items", "of", "for",
    "sum", "amount", "eur", "euro", "usd", "gbp", "chf", "netto", "brutto", "kg", "excl", "incl",
    "vat", "gewicht", "masse", "kosten", "preis", "menge", "stuck", "teile", "betrag", "zzgl",
    "mwst", "inkl", "count", "net", "gross",
  ]

  private static func isTotal(_ cells: [String]) -> Bool {
    guard let first = cells.first(where: { Double($0) == nil }), first.utf8.count <= 80 else {
      return false
    }
    if first.hasPrefix("Σ") { return true }
    let words = HeadingText.words(first).filter { Int($0) == nil }
    if totals.contains(words.joined(separator: " ")) { return true }
    guard let head = words.first, words.count > 1 else { return false }
    if ["summe", "zwischensumme", "gesamtsumme", "subtotal"].contains(head) { return true }
    return ["total", "gesamt"].contains(head)
      && words.dropFirst().allSatisfy(totalCompany.contains)
  }

  private static let noteWords: Set = [
    "note", "notes", "hinweis", "hinweise", "bemerkung", "bemerkungen", "anmerkung", "anmerkungen",
    "legende", "legend", "erstellt", "created", "generated", "printed", "gedruckt", "date", "datum",
    "source", "quelle", "tool", "generator", "freigegeben", "approved", "gepruft", "checked",
    "drawn", "gezeichnet", "ende", "end", "title", "titel", "company", "firma", "projekt",
    "project", "board", "author", "autor", "bearbeiter",
  ]

  private static func isNote(_ text: String) -> Bool {
    if text.hasPrefix("*") || text.hasPrefix("//") || text.hasPrefix("#") { return true }
    guard let head = HeadingText.words(String(text.prefix(80))).first else { return true }
    return noteWords.contains(head)
  }

  /// `A | Structure`, with no quantity, above lines that have one.
  private static func isLetteredHeading(
    _ record: ListRecord, _ plan: ColumnPlan, _ next: ListRecord?
  ) -> Bool {
    guard let next, plan.column(.name, record) != nil, plan.column(.quantity, next) != nil else {
      return false
    }
    let position = plan.cell(.position, record)
    return !position.isEmpty && position.utf8.count <= 5 && !position.contains(where: \.isNumber)
  }

  // MARK: Rows with one cell

  private static func alone(
    _ record: ListRecord, _ plan: ColumnPlan, followsGap: Bool, next: ListRecord?
  ) -> Self {
    guard let at = record.cells.firstIndex(where: { !$0.isEmpty }) else { return .note }
    let text = record.cells[at]
    let role = at < plan.meanings.count ? plan.meanings[at]?.role : nil
    if plan.headings.count(where: { !$0.isEmpty }) == 1 {
      return text.hasSuffix(":") ? .section : .part
    }
    if isNote(text), text.hasSuffix(":") || text.contains(" ") || text.hasPrefix("*") {
      return .note
    }
    let headsSomething = next.map { $0.filled.count > 1 } ?? false
    switch role {
    case .quantity, .totalQuantity, .mass, .totalMass, .unit: return .part
    case .references where ReferenceList.looksLikeReferences(text): return .part
    case .partNumber where CodeText.isCode(text): return .part
    case .name, .description:
      let isLoud =
        text.hasSuffix(":")
        || (text.utf8.count >= 4 && text == text.uppercased()
          && text.contains(where: \.isLetter) && !text.contains(where: \.isNumber))
      // The lines below have a position and this one has none.
      let isOutside = next.map { plan.column(.position, $0) != nil } ?? false
      return headsSomething && (isLoud || followsGap || isOutside) ? .section : .part
    default:
      return headsSomething ? .section : .note
    }
  }
}
