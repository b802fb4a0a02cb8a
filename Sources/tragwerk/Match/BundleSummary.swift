// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching

/// Bundles of firms in words for a terminal.
struct BundleSummary {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ german: String, _ english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func text(_ proposal: BundleProposal) -> String {
    var head = say("Verbünde", "Bundles")
    if let quantity = proposal.quantity {
      let amount = language.number(quantity, fractionDigits: 0)
      head += say(" für \(amount) im Jahr", " for \(amount) a year")
    }
    if !proposal.steps.isEmpty {
      let steps = proposal.steps.map { $0[language] }.joined(separator: ", ")
      head += say("; Schritte: \(steps)", "; steps: \(steps)")
    }
    var text = "\n" + paragraph(head, "")
    if let firm = proposal.coveredBy {
      text += paragraph(
        say(
          "\(firm.name) hat die Menge allein frei; nötig ist ein Verbund nicht.",
          "\(firm.name) alone has the quantity free; a bundle is not needed."), "  ")
    }
    if !proposal.unmet.isEmpty {
      let unmet = proposal.unmet.map { $0[language] }.joined(separator: ", ")
      text += paragraph(
        say(
          "Kein Betrieb mit allen Nachweisen nennt: \(unmet). Prüfen, ob es ein Schritt ist oder der Zweck.",
          "No firm with all certificates names: \(unmet). Check whether it is a step or the purpose."
        ), "  ")
    }
    for (number, bundle) in proposal.plan.bundles.enumerated() {
      let score = language.number(bundle.meanScore)
      text += paragraph(
        "\(number + 1). " + bundle.firms.joined(separator: " + ")
          + say("  ⌀ \(score) Punkte", "  ⌀ \(score) points"), "  ")
      for reason in bundle.reasons { text += paragraph(reason[language], "     ") }
    }
    for note in proposal.plan.notes { text += paragraph(note[language], "  ") }
    return text
  }

  private func paragraph(_ text: String, _ indent: String) -> String {
    Paragraphs.wrapped(text, indent: indent, width: MatchSummary.width) + "\n"
  }
}
