// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// What a unit more and a unit less of everything scarce is worth, where that was asked.
struct ValuesSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostRows = 200

  private var measure: Bottleneck.Measure {
    switch context.plan.request.goal {
    case .leastCost: .cost
    case .mostOutput: .output
    case .sustainedRate: .rate
    }
  }

  func section() -> Section? {
    guard let values = context.plan.capacityValues, context.schedule != nil else { return nil }
    let ordered = values.enumerated().sorted {
      (-weight($0.element), $0.offset) < (-weight($1.element), $1.offset)
    }.map(\.element)
    let body: Markup =
      ordered.isEmpty
      ? .paragraph(
        wording.tell(
          de: "Nichts ist knapp: Eine Einheit mehr oder weniger ändert nirgends etwas.",
          en: "Nothing is scarce: one unit more or less changes nothing anywhere."))
      : .paragraph(
        wording.tell(
          de:
            "Was sich am Ergebnis ändert, wenn eine Kapazität in einem Zeitabschnitt um eine Einheit größer oder kleiner wäre. Die Werte gelten nur für kleine Änderungen; sie dürfen nicht hochgerechnet werden.",
          en:
            "How the result changes if a capacity were one unit larger or smaller in one period. The values hold for small changes only; they must not be extrapolated."
        )) + table(ordered).markup(wording)
    return Section(
      id: "values",
      title: wording.say(de: "Was Knappes wert ist", en: "What scarce things are worth"),
      body: body)
  }

  private func weight(_ value: CapacityValue) -> Double {
    // What cannot be missed weighs most.
    guard let less = value.oneLess else { return .infinity }
    return max(abs(less), abs(value.oneMore ?? 0))
  }

  private func table(_ ordered: [CapacityValue]) -> DataTable {
    DataTable(
      caption: wording.say(
        de: "Eine Einheit mehr und eine weniger", en: "One unit more and one less"),
      columns: [
        .text(wording.say(de: "Was", en: "What")), .text(wording.say(de: "Art", en: "Kind")),
        .text(context.periods.title),
        .number(wording.say(de: "Eine mehr", en: "One more")),
        .number(wording.say(de: "Eine weniger", en: "One less")),
      ],
      rows: ordered.prefix(Self.mostRows).map { value in
        [
          ChainNames.isolated(context.name(value.kind, value.name)),
          .text(context.kind(value.kind)), .text(context.periods.name(value.period)),
          .text(ValueChange.more(value, measure, context)),
          .text(ValueChange.less(value, measure, context)),
        ]
      }, total: ordered.count)
  }
}
