// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// One sentence on how well founded the figures behind a result are.
struct FoundingSentence {
  let tally: [(table: TableName, counts: [FigureKind: Int])]
  let wording: Wording

  /// The share of figures that are assumptions or unstated; nil without figures.
  var unfoundedShare: Double? {
    let total = FigureKindPicture.total(tally)
    let count = total.values.reduce(0, +)
    guard count > 0 else { return nil }
    return Double((total[.assumption] ?? 0) + (total[.unstated] ?? 0)) / Double(count)
  }

  func markup() -> Markup {
    let total = FigureKindPicture.total(tally)
    let count = total.values.reduce(0, +)
    guard count > 0 else { return .empty }
    func share(_ kind: FigureKind) -> String {
      let share = Double(total[kind] ?? 0) / Double(count)
      return share == 0 ? wording.say(de: "keine", en: "none") : wording.percent(share)
    }
    if total[.unstated] == count {
      return wording.tell(
        de: "Für keine der \(wording.count(count)) Zahlen der Kette ist eine Quelle angegeben.",
        en: "For none of the chain's \(wording.count(count)) figures is a source stated.")
    }
    return wording.tell(
      de:
        "Von den \(wording.count(count)) Zahlen, auf denen das ruht, sind \(share(.fact)) Fakten, \(share(.estimate)) Schätzungen, \(share(.assumption)) Annahmen und \(share(.unstated)) ohne Angabe.",
      en:
        "Of the \(wording.count(count)) figures this rests on, \(share(.fact)) are facts, \(share(.estimate)) estimates, \(share(.assumption)) assumptions and \(share(.unstated)) unstated."
    )
  }
}
