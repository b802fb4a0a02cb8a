// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization

/// Plans that cost little more and are best at something else, side by side.
struct AlternativesSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostOptions = 30

  func section() -> Section? {
    guard let alternatives = context.plan.alternatives, let schedule = context.schedule else {
      return nil
    }
    let found = alternatives.filter { $0.schedule != nil }
    let share = wording.percent(context.plan.request.alternatives ?? 0)
    let intro = Markup.paragraph(
      wording.tell(
        de:
          "Die billigste Lösung ist selten die einzige gute. Diese Pläne kosten höchstens \(share) mehr und sind in etwas anderem am besten.",
        en:
          "The cheapest solution is rarely the only good one. These plans cost at most \(share) more and are best at something else."
      ))
    let body =
      intro
      + (found.isEmpty
        ? .empty
        : measures(schedule, found).markup(wording) + options(schedule, found))
      + skipped(alternatives.filter { $0.schedule == nil })
    return Section(
      id: "alternatives",
      title: wording.say(de: "Was fast gleich viel kostet", en: "What costs almost the same"),
      body: body)
  }

  static func name(_ aim: AlternativePlan.Aim) -> LocalizedText {
    switch aim {
    case .fewestJobsMoved:
      LocalizedText(de: "wenigste verlagerte Arbeitsplätze", en: "fewest jobs moved")
    case .leastForeignShare:
      LocalizedText(de: "geringster Auslandsanteil", en: "least foreign share")
    case .mostConversions: LocalizedText(de: "meiste Umstellungen", en: "most conversions")
    case .leastSingleSource:
      LocalizedText(
        de: "geringste Abhängigkeit von einer Quelle", en: "least dependence on one source")
    }
  }

  // MARK: Side by side

  private func columns(_ first: String, _ found: [AlternativePlan]) -> [DataTable.Column] {
    [.text(first), .number(wording.say(de: "Plan", en: "Plan"))]
      + found.map { .number(wording.capitalised(Self.name($0.aim)[wording.language])) }
  }

  private func measures(_ schedule: PlanSchedule, _ found: [AlternativePlan]) -> DataTable {
    let all = [schedule] + found.compactMap(\.schedule)
    // The same cost that the alternatives were held to, else spending would be compared with it.
    let base = context.plan.isMaximised ? schedule.totalCost.total : context.plan.objective
    let costs = [base] + found.map(\.cost)
    func share(_ value: Double?) -> Markup { .text(value.map(wording.percent) ?? "–") }
    func row(_ name: String, _ cells: [Markup]) -> [Markup] {
      [.text(wording.capitalised(name))] + cells
    }
    return DataTable(
      caption: wording.say(
        de: "Der Plan und seine Alternativen", en: "The plan and its alternatives"),
      columns: columns(wording.say(de: "Größe", en: "Figure"), found),
      rows: [
        row(
          wording.say(de: "Kosten zusammen", en: "cost in all"),
          costs.map { .text($0.map(wording.money) ?? "–") }),
        row(
          wording.say(de: "mehr als der Plan", en: "more than the plan"),
          costs.enumerated().map { at, cost in
            guard at > 0, let cost, let base, base != 0 else { return "–" }
            return .text(wording.percent((cost - base) / abs(base)))
          }),
        row(
          wording.say(de: "Module", en: "modules"),
          all.map { .text(wording.number($0.modules.reduce(0) { $0 + $1.total }, 2)) }),
        row(
          wording.say(de: "davon Umstellungen", en: "of these conversions"),
          all.map { .text(wording.number($0.measures.conversions, 2)) }),
        row(
          wording.say(de: "verlagerte Arbeitsplätze", en: "jobs moved"),
          all.map { .text(wording.number($0.measures.jobsMoved, 1)) }),
        row(
          wording.say(
            de: "Auslandsanteil an Zukauf und Transport",
            en: "foreign share of purchases and transport"),
          all.map { share($0.measures.foreignShare) }),
        row(
          wording.say(de: "davon Herkunft unbekannt", en: "origin not known"),
          all.map { share($0.measures.unknownOriginShare) }),
        row(
          wording.say(
            de: "mittlerer Anteil der größten Quelle", en: "mean share of the largest source"),
          all.map { share($0.measures.singleSourceExposure) }),
      ])
  }

  private func options(_ schedule: PlanSchedule, _ found: [AlternativePlan]) -> Markup {
    let plans = ([schedule] + found.compactMap(\.schedule)).map { plan in
      Dictionary(
        plan.modules.map { ($0.option, $0.total) }, uniquingKeysWith: { first, _ in first })
    }
    let names = Set(plans.flatMap(\.keys)).sorted()
    func spread(_ name: String) -> Double {
      let counts = plans.map { $0[name] ?? 0 }
      return (counts.max() ?? 0) - (counts.min() ?? 0)
    }
    let differing = names.filter { spread($0) > 1e-3 }.sorted {
      (-spread($0), $0) < (-spread($1), $1)
    }
    let same = names.count - differing.count
    let heading = Markup.heading(
      wording.say(de: "Worin sie sich unterscheiden", en: "In what they differ"))
    let alike = wording.count(same, de: ("Option", "Optionen"), en: ("option", "options"))
    let kept =
      same > 0
      ? Markup.note(
        wording.tell(
          de: "In allen Plänen gleich genutzt: \(alike).", en: "Used alike in all plans: \(alike).")
      ) : .empty
    guard !differing.isEmpty else {
      return heading
        + .paragraph(
          wording.tell(
            de: "Alle bauen dasselbe; sie unterscheiden sich nur darin, wie sie es nutzen.",
            en: "All build the same; they differ only in how they use it."))
    }
    let table = DataTable(
      caption: wording.say(
        de: "Module der Optionen, die nicht überall gleich genutzt werden",
        en: "Modules of options that are not used alike everywhere"),
      columns: columns(wording.say(de: "Option", en: "Option"), found),
      rows: differing.prefix(Self.mostOptions).map { name in
        [ChainNames.isolated(context.optionName(name)) + ChainNames.key(name)]
          + plans.map { .text(wording.number($0[name] ?? 0, 2)) }
      }, total: differing.count)
    return heading + table.markup(wording) + kept
  }

  private func skipped(_ skipped: [AlternativePlan]) -> Markup {
    guard !skipped.isEmpty else { return .empty }
    return .list(
      skipped.map { plan in
        let name = wording.capitalised(Self.name(plan.aim)[wording.language])
        let reason =
          plan.reason?[wording.language]
          ?? wording.say(de: "nicht gerechnet", en: "not computed")
        return "\(Markup.strong(.text(name))): \(reason)"
      })
  }
}
