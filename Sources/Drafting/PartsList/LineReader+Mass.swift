// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// What the part weighs.
extension LineReader {
  func readMass(_ draft: inout Draft) {
    draft.line.pieceMass = mass(.mass, &draft)
    draft.line.totalMass = mass(.totalMass, &draft)
    let packSize = draft.line.quantity.packSize
    if packSize > 1, let at = plan.column(.mass, draft.record),
      plan.meanings[at]?.saysPerPiece == false
    {
      // Where packs are counted, the mass beside them is that of a pack.
      draft.line.pieceMass = draft.line.pieceMass.map { $0 * (1 / packSize) }
    }
    guard draft.line.pieceMass != nil, draft.line.totalMass == nil,
      let at = plan.column(.mass, draft.record), plan.meanings[at]?.saysPerPiece == false,
      draft.line.quantity.amount?.likely != 1
    else { return }
    draft.line.assumptions.append(
      LocalizedText(
        de: "Das Gewicht gilt als das eines Stücks.", en: "The mass is taken as that of one piece.")
    )
  }

  private func mass(_ role: PartsListRole, _ draft: inout Draft) -> Estimate? {
    let text = plan.cell(role, draft.record)
    guard let at = plan.column(role, draft.record) else { return nil }
    switch QuantityText(text, style: style, isCount: false) {
    case .amount(let amount):
      let named = [plan.cell(.massUnit, draft.record), plan.meanings[at]?.unit ?? ""]
      let unit = amount.unit ?? named.lazy.compactMap { UnitText($0) }.first
      if let unit, unit.unit == .kilogram { return unit.canonical(amount.estimate) }
      ask(
        &draft, "In welcher Einheit ist das Gewicht „\(text)“ angegeben? Angenommen: kg.",
        "In which unit is the mass “\(text)” stated? Assumed: kg.")
      return amount.estimate
    case .blank: return nil
    case .negative, .text, .notFitted:
      draft.findings.append(
        finding(
          .numberInvalid, draft, role, "„\(text.prefix(60))“ ist kein Gewicht.",
          "“\(text.prefix(60))” is not a mass."))
      return nil
    }
  }
}
