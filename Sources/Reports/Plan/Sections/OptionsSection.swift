// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// What each option does alone, and what its lack would do to the plan.
struct OptionsSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostRows = 300

  func section() -> Section? {
    guard let effects = context.plan.optionEffects, context.schedule != nil else { return nil }
    let ordered = effects.enumerated().sorted {
      (-loss($0.element), $0.offset) < (-loss($1.element), $1.offset)
    }.map(\.element)
    let body: Markup =
      ordered.isEmpty
      ? .paragraph(
        wording.tell(
          de: "Das Paket nennt keine Optionen.", en: "The package names no options."))
      : intro(ordered) + table(ordered).markup(wording)
    return Section(
      id: "options",
      title: wording.say(de: "Was jede Option bringt", en: "What each option brings"), body: body)
  }

  /// How much worse the plan is without it; infinity where there is none without.
  private func loss(_ effect: OptionEffect) -> Double {
    guard let objective = context.plan.objective else { return 0 }
    guard let without = effect.without else { return .infinity }
    return context.plan.isMaximised ? objective - without : without - objective
  }

  private func intro(_ ordered: [OptionEffect]) -> Markup {
    let first = ordered[0]
    let name = wording.quoted(ChainNames.isolated(context.optionName(first.option)))
    let worst = loss(first)
    let lead: Markup
    if worst == .infinity {
      lead = wording.tell(
        de: "Ohne \(name) gibt es keinen Plan.", en: "Without \(name) there is no plan.")
    } else if worst > 0 {
      lead = wording.tell(
        de:
          "Am meisten hängt an \(name): Fehlt diese Option, wird der Plan um \(difference(worst)) schlechter.",
        en:
          "Most depends on \(name): if that option is missing, the plan gets worse by \(difference(worst))."
      )
    } else {
      lead = wording.tell(
        de: "Auf jede einzelne Option kann der Plan verzichten.",
        en: "The plan can do without every single option.")
    }
    return .paragraph(
      lead
        + wording.tell(
          de: " Jede Zeile ist neu gerechnet, nicht aus Grenzwerten geschätzt.",
          en: " Each row was computed anew, not guessed from marginal values."))
  }

  private func difference(_ value: Double) -> String {
    if case .sustainedRate = context.plan.request.goal { return wording.number(value, 3) }
    return wording.money(value)
  }

  private func table(_ ordered: [OptionEffect]) -> DataTable {
    let inPlan = Dictionary(
      context.options.map { ($0.build.option, $0.build.total) },
      uniquingKeysWith: { first, _ in first })
    let goal = context.objectiveName
    let none = wording.say(de: "kein Plan", en: "no plan")
    return DataTable(
      caption: wording.say(
        de: "Jede Option allein, und der Plan ohne sie (\(goal))",
        en: "Each option alone, and the plan without it (\(goal))"),
      columns: [
        .text(wording.say(de: "Option", en: "Option")),
        .number(wording.say(de: "Module im Plan", en: "Modules in the plan")),
        .number(wording.say(de: "Nur diese Option", en: "This option only")),
        .number(wording.say(de: "Module dann", en: "Modules then")),
        .number(wording.say(de: "Alle außer dieser", en: "All but this one")),
        .number(wording.say(de: "Ohne sie schlechter um", en: "Worse without it by")),
      ],
      rows: ordered.prefix(Self.mostRows).map { effect in
        let loss = loss(effect)
        return [
          ChainNames.isolated(context.optionName(effect.option)) + ChainNames.key(effect.option),
          .text(inPlan[effect.option].map { wording.number($0, 2) } ?? "–"),
          .text(effect.alone.map(context.objective) ?? none),
          .text(wording.number(effect.modulesAlone, 2)),
          .text(effect.without.map(context.objective) ?? none),
          .text(loss == .infinity ? none : loss > 0 ? difference(loss) : "–"),
        ]
      }, total: ordered.count)
  }
}
