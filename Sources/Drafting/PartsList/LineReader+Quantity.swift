// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// How many of the part are needed.
extension LineReader {
  func readQuantity(_ draft: inout Draft) {
    let role: PartsListRole =
      plan.cell(.quantity, draft.record).isEmpty ? .totalQuantity : .quantity
    let stated = plan.cell(role, draft.record)
    var unit = UnitText(plan.cell(.unit, draft.record))
    let packs = PackPhrase(draft.line.name).orElse(PackPhrase(draft.line.description))
      .orElse(PackPhrase(draft.line.remark))
    var quantity = PartQuantity()
    quantity.stated = stated
    quantity.statedUnit = plan.cell(.unit, draft.record)
    if unit == nil { unit = headingUnit(role, draft.record) }
    switch QuantityText(stated, style: style, isCount: unit?.unit == .piece || unit == nil) {
    case .blank: assume(&quantity, &draft, packs)
    case .notFitted:
      draft.line.disposition = .notFitted
      draft.line.reason = Self.notFitted
    case .amount(let amount):
      unit = unit ?? amount.unit
      if amount.estimate.high == 0 {
        draft.line.disposition = .notFitted
        draft.line.reason = LocalizedText(
          de: "Die Menge ist 0: nicht bestückt.", en: "The quantity is 0: not fitted.")
      }
      quantity.basis = .stated
      quantity.amount = amount.estimate
      noteDoubts(amount, stated, role, &draft)
    case .negative:
      unresolved(
        &draft, role, .outOfRange, stated, "ist negativ", "is negative")
    case .text:
      unresolved(
        &draft, role, .numberInvalid, stated, "ist keine Menge", "is not a quantity")
    }
    draft.line.isTotalQuantity = role == .totalQuantity && plan.has(.totalQuantity)
    let bounds = statedRange(&draft)
    apply(unit, to: &quantity, &draft)
    applyPacks(packs, to: &quantity, &draft)
    if let bounds, let amount = quantity.amount {
      let low = bounds.low.map { unit?.canonical(Estimate($0)).likely ?? $0 }
      let high = bounds.high.map { unit?.canonical(Estimate($0)).likely ?? $0 }
      quantity.amount = Estimate(
        low: low ?? amount.low, likely: amount.likely, high: high ?? amount.high)
    }
    checkReferences(quantity, &draft)
    draft.line.quantity = quantity
  }

  /// `Menge (kg)`, `Length [mm]`
  private func headingUnit(_ role: PartsListRole, _ record: ListRecord) -> UnitText? {
    guard let at = plan.column(role, record) else { return nil }
    if let named = plan.meanings[at]?.unit, let unit = UnitText(named) { return unit }
    let inside = plan.headings[at].drop { $0 != "(" && $0 != "[" }.dropFirst()
    guard let unit = UnitText(String(inside.prefix { $0 != ")" && $0 != "]" })), unit.isKnown else {
      return nil
    }
    return unit
  }

  private func assume(_ quantity: inout PartQuantity, _ draft: inout Draft, _ packs: PackPhrase) {
    let references = draft.line.references
    if !references.isEmpty, ReferenceList.expand(references[0]) != nil {
      quantity.amount = Estimate(Double(references.count))
      quantity.basis = .references
      return
    }
    quantity.amount = Estimate(low: 1, likely: 1, high: packs.total ?? 1)
    quantity.basis = .assumed
    draft.line.assumptions.append(
      LocalizedText(
        de: "Die Menge ist nicht angegeben; angenommen: 1.",
        en: "The quantity is not stated; assumed: 1."))
    ask(
      &draft, "Wie viele davon braucht ein Produkt? Die Liste gibt keine Menge an.",
      "How many of these does one product need? The list states no quantity.")
    draft.findings.append(
      finding(
        .incomplete, draft, .quantity, "Die Menge fehlt; angenommen: 1.",
        "The quantity is missing; assumed: 1."))
  }

  private func noteDoubts(
    _ amount: QuantityText.Amount, _ stated: String, _ role: PartsListRole, _ draft: inout Draft
  ) {
    if amount.isAmbiguous {
      let read = LocalizedText(number: amount.estimate.likely, fractionDigits: 6)
      ask(
        &draft, "Ist mit „\(stated)“ \(read.german) gemeint? Punkt und Komma sind mehrdeutig.",
        "Does “\(stated)” mean \(read.english)? Point and comma are ambiguous.")
      draft.findings.append(
        finding(
          .numberAmbiguous, draft, role,
          "„\(stated)“ ist mehrdeutig; gelesen als \(read.german).",
          "“\(stated)” is ambiguous; read as \(read.english)."))
    }
    if amount.isRough || !amount.estimate.isExact {
      draft.line.assumptions.append(
        LocalizedText(
          de: "Die Menge „\(stated)“ ist ungefähr.", en: "The quantity “\(stated)” is rough."))
    }
  }

  private func statedRange(_ draft: inout Draft) -> (low: Double?, high: Double?)? {
    let low = bound(.quantityLow, &draft)
    let high = bound(.quantityHigh, &draft)
    if low == nil, high == nil { return nil }
    if let low, let high, low > high {
      draft.findings.append(
        finding(
          .outOfRange, draft, .quantityLow, "Die untere Menge ist größer als die obere.",
          "The lower quantity is larger than the upper one."))
      return (high, low)
    }
    return (low, high)
  }

  private func bound(_ role: PartsListRole, _ draft: inout Draft) -> Double? {
    let text = plan.cell(role, draft.record)
    if text.isEmpty { return nil }
    if case .amount(let amount) = QuantityText(text, style: style, isCount: false) {
      return amount.estimate.likely
    }
    draft.findings.append(
      finding(
        .numberInvalid, draft, role, "„\(text)“ ist keine Menge.", "“\(text)” is not a quantity."))
    return nil
  }

  private func unresolved(
    _ draft: inout Draft, _ role: PartsListRole, _ code: Finding.Code, _ stated: String,
    _ de: String, _ en: String
  ) {
    let text = stated.prefix(60)
    ask(
      &draft, "Wie viele davon braucht ein Produkt? „\(text)“ \(de).",
      "How many of these does one product need? “\(text)” \(en).")
    draft.findings.append(
      finding(code, draft, role, "„\(text)“ \(de).", "“\(text)” \(en)."))
  }
}

extension PackPhrase {
  fileprivate func orElse(_ other: Self) -> Self { isEmpty ? other : self }
}
