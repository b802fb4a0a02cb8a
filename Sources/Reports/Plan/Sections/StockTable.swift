// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks

/// Stocks that were there at the beginning and run out, the first to do so first. Those that last
/// into the second half are left out: towards the end every plan uses up what it has.
struct StockTable {
  let context: PlanContext
  let schedule: PlanSchedule
  private var wording: Wording { context.wording }

  static let shown = 15

  func markup() -> Markup {
    let pairs = context.network.pairs
    let used = (0..<min(pairs.count, schedule.stocks.count)).compactMap {
      pair -> (pair: Int, opening: Double, empty: Int)? in
      let opening = pairs.onHand[pair] + pairs.inTransit[pair]
      let arriving = pairs.arriving[pair]
      guard opening + arriving > 0,
        let empty = schedule.stocks[pair].firstIndex(where: { $0 <= 1e-6 * opening })
      else { return nil }
      return opening > 0 && empty < (schedule.periods + 1) / 2 ? (pair, opening, empty + 1) : nil
    }.sorted { ($0.empty, $0.pair) < ($1.empty, $1.pair) }
    guard !used.isEmpty else { return .empty }
    let table = DataTable(
      caption: wording.say(
        de: "Anfangsbestände, die zuerst aufgebraucht sind", en: "Opening stocks used up first"),
      columns: [
        .text(wording.say(de: "Material", en: "Material")),
        .text(wording.say(de: "Standort", en: "Site")),
        .number(wording.say(de: "Am Anfang", en: "At the beginning")),
        .text(wording.say(de: "Leer am Ende von", en: "Empty at the end of")),
      ],
      rows: used.prefix(Self.shown).map { entry in
        let material = Int(pairs.material[entry.pair])
        return [
          context.names.name(.materials, material),
          context.names.name(.sites, Int(pairs.site[entry.pair])),
          .text(context.quantity(entry.opening, material)),
          .text(context.periods.name(entry.empty)),
        ]
      }, total: used.count)
    return .element(
      "details", ["class": "screen"],
      .element(
        "summary", [:],
        .text(
          wording.say(
            de:
              "Bestände: \(wording.count(used.count)) sind in der ersten Hälfte des Zeitraums aufgebraucht",
            en: "Stocks: \(wording.count(used.count)) are used up in the first half of the horizon")
        )), table.markup(wording))
  }
}
