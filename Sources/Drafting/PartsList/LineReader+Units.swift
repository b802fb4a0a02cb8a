// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Units, packs and references of a quantity.
extension LineReader {
  func apply(_ unit: UnitText?, to quantity: inout PartQuantity, _ draft: inout Draft) {
    guard let unit else { return }
    quantity.unit = unit.unit
    quantity.amount = quantity.amount.map(unit.canonical)
    if case .other(let text) = unit.unit {
      let packs = PackPhrase(text)
      if packs.size != nil {
        quantity.unit = .pack
      } else {
        ask(
          &draft, "Was ist die Einheit „\(text)“?", "What is the unit “\(text)”?")
        draft.findings.append(
          finding(
            .choiceUnknown, draft, .unit, "Die Einheit „\(text)“ ist nicht bekannt.",
            "The unit “\(text)” is not known."))
      }
    }
    if !unit.per.isEmpty {
      draft.line.assumptions.append(
        LocalizedText(
          de: "„\(quantity.statedUnit)“ gilt als Menge für ein Produkt.",
          en: "“\(quantity.statedUnit)” is taken as the quantity for one product."))
      ask(
        &draft, "Wie viele „\(unit.per)“ hat ein Produkt? Angenommen: 1.",
        "How many “\(unit.per)” does one product have? Assumed: 1.")
    }
  }

  func applyPacks(
    _ packs: PackPhrase, to quantity: inout PartQuantity, _ draft: inout Draft
  ) {
    guard let amount = quantity.amount else { return }
    if quantity.unit == .pack {
      guard let size = packs.size ?? PackPhrase(quantity.statedUnit).size ?? packs.count else {
        ask(
          &draft, "Wie viele Stück enthält eine Packung?", "How many pieces does a pack hold?")
        return
      }
      quantity.unit = .piece
      quantity.amount = amount * size
      quantity.packSize = size
      quantity.basis = .packs
      return
    }
    guard quantity.unit == .piece, quantity.basis == .stated, !packs.isEmpty else { return }
    var factor = packs.total ?? 1
    if packs.count == amount.likely { factor = packs.size ?? 1 }
    if packs.total == amount.likely || factor <= 1 { return }
    quantity.amount = Estimate(
      low: amount.low, likely: amount.likely, high: amount.high * factor)
    let (number, size) = (LocalizedText(number: amount.likely), LocalizedText(number: factor))
    ask(
      &draft,
      "Meint die Menge \(number.german) Stück oder Packungen zu je \(size.german)? Gezählt sind Stück.",
      "Does the quantity \(number.english) mean pieces, or packs of \(size.english)? Pieces are counted."
    )
  }

  func checkReferences(_ quantity: PartQuantity, _ draft: inout Draft) {
    let count = Double(draft.line.references.count)
    guard quantity.basis == .stated, quantity.unit == .piece, let amount = quantity.amount,
      amount.likely > 0, count > 0, amount.likely != count,
      ReferenceList.expand(draft.line.references[0]) != nil
    else { return }
    let stated = LocalizedText(number: amount.likely)
    ask(
      &draft,
      "Die Menge ist \(stated.german), genannt sind \(Int(count)) Referenzen. Welche Zahl stimmt?",
      "The quantity is \(stated.english), but \(Int(count)) references are named. Which is right?")
    draft.findings.append(
      finding(
        .numberInvalid, draft, .references,
        "Menge \(stated.german), aber \(Int(count)) Referenzen.",
        "Quantity \(stated.english), but \(Int(count)) references."))
  }
}
