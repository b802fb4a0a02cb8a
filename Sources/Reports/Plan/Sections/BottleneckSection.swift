// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization

/// Why not more: what binds, in sentences, and what a unit more or less of it would change.
struct BottleneckSection {
  let context: PlanContext
  private var wording: Wording { context.wording }
  private var plan: CapacityPlan { context.plan }

  static let sentences = 8
  static let mostRows = 100

  func section() -> Section? {
    guard plan.schedule != nil else { return nil }
    return Section(
      id: "bottlenecks", title: wording.say(de: "Warum nicht mehr", en: "Why not more"),
      body: story() + most())
  }

  private func story() -> Markup {
    let all = plan.bottlenecks
    guard !all.isEmpty else {
      let isShort = context.courses.contains { $0.missing(isOwed: context.isOwed) > 0 }
      return .paragraph(
        isShort
          ? wording.tell(
            de:
              "Es fehlt etwas, aber kein einzelner Engpass wurde gefunden, an dem eine Einheit mehr helfen würde.",
            en:
              "Something is missing, but no single limit was found at which one unit more would help."
          )
          : wording.tell(
            de: "Alles Verlangte wird geliefert; nichts hält den Plan zurück.",
            en: "All that is asked for is delivered; nothing holds the plan back."))
    }
    let told = all.prefix(Self.sentences).map {
      Markup.element("li", [:], .text($0.text[wording.language]))
    }
    return .paragraph(
      wording.tell(
        de: "Das Wirksamste zuerst. \(basis(all).german)",
        en: "The most effective first. \(basis(all).english)"))
      + .element("ol", ["class": "steps"], told) + table(all).markup(wording)
      + .note(
        wording.tell(
          de:
            "Eine Einheit ist ein Lauf einer Linie, eine Mengeneinheit eines Bezugs, einer Verbindung oder eines Bestands, eine Person oder eine Währungseinheit, jeweils \(context.periods.inEvery) einzeln gerechnet. Beide Richtungen stehen da, weil sie verschieden sein können.",
          en:
            "A unit is a run of a line, a unit of quantity of a supply, a link or a stock, one person or one unit of currency, each counted \(context.periods.inEvery) by itself. Both directions are shown because they can differ."
        ))
  }

  /// What the sentences are about.
  private func basis(_ all: [Bottleneck]) -> LocalizedText {
    let isCost = all.contains { $0.measure == .cost }
    return plan.request.goal == .leastCost && !isCost
      ? LocalizedText(
        de: "Die Sätze gelten für das, was auch ohne Rücksicht auf Kosten fehlen würde.",
        en: "The sentences are about what would be missing whatever it costs.")
      : LocalizedText(
        de: "Jeder Satz gilt für den Plan, wie er ist.",
        en: "Each sentence holds for the plan as it is.")
  }

  private func table(_ all: [Bottleneck]) -> DataTable {
    DataTable(
      caption: wording.say(de: "Was begrenzt", en: "What limits"),
      columns: [
        .text(wording.say(de: "Engpass", en: "Limit")), .text(wording.say(de: "Art", en: "Kind")),
        .text(wording.say(de: "Wann", en: "When")),
        .number(wording.say(de: "Eine Einheit mehr", en: "One unit more")),
        .number(wording.say(de: "Eine Einheit weniger", en: "One unit less")),
        .number(wording.say(de: "Vorlauf", en: "Lead time")),
      ],
      rows: all.prefix(Self.mostRows).map { entry in
        [
          ChainNames.isolated(context.name(entry.value.kind, entry.value.name)),
          .text(context.kind(entry.value.kind)), .text(context.periods.name(entry.periods)),
          .text(ValueChange.more(entry.value, entry.measure, context)),
          .text(ValueChange.less(entry.value, entry.measure, context)),
          .text(entry.leadDays > 0 ? wording.days(entry.leadDays) : "–"),
        ]
      }, total: all.count)
  }

  /// How much would be possible whatever it costs.
  private func most() -> Markup {
    guard let most = plan.mostOutput else { return .empty }
    let value = context.courses.reduce(0) { $0 + $1.deliveredValue }
    return .paragraph(
      wording.tell(
        de:
          "Ohne Rücksicht auf Kosten ließe sich höchstens ein Wert von \(Markup.strong(.text(wording.money(most)))) liefern; der Plan liefert \(wording.money(value)).",
        en:
          "Whatever it costs, a value of at most \(Markup.strong(.text(wording.money(most)))) could be delivered; the plan delivers \(wording.money(value))."
      ))
  }
}

/// What a unit more and a unit less of something do, in words.
enum ValueChange {
  static func more(
    _ value: CapacityValue, _ measure: Bottleneck.Measure, _ context: PlanContext
  ) -> String {
    text(value.oneMore, measure, context)
  }

  /// The left derivative is what the last unit brings; without it that is lost.
  static func less(
    _ value: CapacityValue, _ measure: Bottleneck.Measure, _ context: PlanContext
  ) -> String {
    text(value.oneLess.map { -$0 }, measure, context)
  }

  /// - Parameter change: of what is measured; nil means that it cannot be.
  private static func text(
    _ change: Double?, _ measure: Bottleneck.Measure, _ context: PlanContext
  ) -> String {
    let wording = context.wording
    guard let change else { return wording.say(de: "nicht möglich", en: "not possible") }
    if change == 0 { return wording.say(de: "ändert nichts", en: "changes nothing") }
    let amount = wording.money(abs(change))
    switch measure {
    case .rate: return (change > 0 ? "+" : "−") + wording.number(abs(change), 4)
    case .cost:
      return change < 0
        ? wording.say(de: "spart \(amount)", en: "saves \(amount)")
        : wording.say(de: "kostet \(amount)", en: "costs \(amount)")
    case .output, .lateness:
      return change > 0
        ? wording.say(de: "bringt \(amount)", en: "brings \(amount)")
        : wording.say(de: "nimmt \(amount)", en: "takes \(amount)")
    }
  }
}
