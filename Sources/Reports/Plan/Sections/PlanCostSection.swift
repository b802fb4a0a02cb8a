// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// What the plan costs: by kind, by region and by site.
struct PlanCostSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let shown = 15
  static let mostRows = 300

  func section() -> Section? {
    guard let schedule = context.schedule else { return nil }
    let body: Markup =
      schedule.costs.isEmpty
      ? .paragraph(
        wording.tell(
          de: "Im Paket stehen keine Kosten, die der Plan verursacht.",
          en: "The package states no costs that the plan causes."))
      : byKind(schedule.totalCost) + byRegion(schedule.costs) + bySite(schedule.costs)
    return Section(
      id: "cost", title: wording.say(de: "Was es kostet", en: "What it costs"), body: body)
  }

  /// Kinds of cost with their names; the last one is not paid.
  static func kinds(_ wording: Wording, isOwed: Bool) -> [(
    name: String, part: KeyPath<PlanCost, Double>
  )] {
    [
      (wording.say(de: "Fertigung", en: "running lines"), \.running),
      (wording.say(de: "Zukauf", en: "purchases"), \.purchases),
      (wording.say(de: "Transport", en: "transport"), \.transport),
      (wording.say(de: "Lagerung", en: "keeping stock"), \.holding),
      (wording.say(de: "Ausbau: Module", en: "building: modules"), \.modules),
      (wording.say(de: "Ausbau: feste Kosten", en: "building: fixed costs"), \.fixed),
      (wording.say(de: "Einstellungen", en: "hiring"), \.hiring),
      (
        isOwed
          ? wording.say(de: "Wert des Verzugs", en: "value of delay")
          : wording.say(de: "Wert des Fehlenden", en: "value of what is missing"), \.unmet
      ),
    ]
  }

  private var kinds: [(name: String, part: KeyPath<PlanCost, Double>)] {
    Self.kinds(wording, isOwed: context.isOwed)
  }

  private func byKind(_ total: PlanCost) -> Markup {
    let used = kinds.filter { total[keyPath: $0.part] > 0 }
    let spending = max(total.spending, 1e-300)
    let bars = used.map { kind -> BarsPicture.Bar in
      let value = total[keyPath: kind.part]
      let isMissing = kind.part == \PlanCost.unmet
      return BarsPicture.Bar(
        label: wording.capitalised(kind.name), value: isMissing ? 0 : value,
        missing: isMissing ? value : 0,
        figure: wording.money(value))
    }
    let table = DataTable(
      caption: wording.say(de: "Kosten nach Art", en: "Costs by kind"),
      columns: [
        .text(wording.say(de: "Art", en: "Kind")), .number(wording.say(de: "Betrag", en: "Amount")),
        .number(wording.say(de: "Anteil an den Ausgaben", en: "Share of spending")),
      ],
      rows: used.map { kind in
        let value = total[keyPath: kind.part]
        return [
          .text(wording.capitalised(kind.name)), .text(wording.money(value)),
          .text(kind.part == \PlanCost.unmet ? "–" : wording.percent(value / spending)),
        ]
      } + [
        [
          .strong(.text(wording.say(de: "Ausgaben zusammen", en: "Spending in all"))),
          .text(wording.money(total.spending)), .text(wording.percent(1)),
        ]
      ])
    let unmet =
      total.unmet > 0
      ? wording.tell(
        de:
          " Dazu kommt ein Wert von \(wording.money(total.unmet)) für das, was fehlt oder zu spät kommt; er wird nicht bezahlt, lenkt aber den Plan.",
        en:
          " On top comes a value of \(wording.money(total.unmet)) for what is missing or late; nobody pays it, but it steers the plan."
      ) : .empty
    return .paragraph(
      wording.tell(
        de:
          "Ausgegeben werden \(Markup.strong(.text(wording.money(total.spending)))) über \(context.periods.count(context.periods.periods)).",
        en:
          "\(Markup.strong(.text(wording.money(total.spending)))) are spent over \(context.periods.count(context.periods.periods))."
      ) + unmet)
      + BarsPicture(
        id: "picture-cost", title: wording.say(de: "Kosten nach Art", en: "Costs by kind"),
        summary: bars.map { "\($0.label): \($0.figure)" }.joined(separator: "; "), bars: bars,
        meaning: (
          wording.say(de: "ausgegeben", en: "spent"),
          context.isOwed
            ? wording.say(de: "Wert des Verzugs", en: "value of delay")
            : wording.say(de: "Wert des Fehlenden", en: "value of what is missing")
        )
      ).picture(table: table).markup(wording)
  }

  // MARK: Where

  private func byRegion(_ costs: [SiteCost]) -> Markup {
    var totals: [PlanRegions.Region: (cost: PlanCost, sites: Int)] = [:]
    for cost in costs {
      totals[context.regions.region(cost.site), default: (PlanCost(), 0)].cost.add(cost.cost)
      totals[context.regions.region(cost.site), default: (PlanCost(), 0)].sites += 1
    }
    let ordered = totals.sorted {
      ($0.key.key.isEmpty ? 1 : 0, -$0.value.cost.spending, $0.key.key)
        < ($1.key.key.isEmpty ? 1 : 0, -$1.value.cost.spending, $1.key.key)
    }
    guard ordered.count > 1 else { return .empty }
    let bars = ordered.prefix(Self.shown).map { entry in
      BarsPicture.Bar(
        label: context.regions.name(entry.key), value: entry.value.cost.spending,
        figure: wording.money(entry.value.cost.spending))
    }
    let table = DataTable(
      caption: wording.say(de: "Ausgaben nach Region", en: "Spending by region"),
      columns: [
        .text(wording.say(de: "Region", en: "Region")),
        .number(wording.say(de: "Standorte", en: "Sites")),
        .number(wording.say(de: "Ausgaben", en: "Spending")),
        .number(wording.say(de: "davon Ausbau", en: "of which building")),
      ],
      rows: ordered.prefix(Self.mostRows).map { region, value in
        [
          region.key.isEmpty
            ? .text(context.regions.name(region))
            : ChainNames.isolated(context.regions.name(region)) + ChainNames.key(region.key),
          .text(wording.count(value.sites)), .text(wording.money(value.cost.spending)),
          .text(wording.money(value.cost.modules + value.cost.fixed)),
        ]
      }, total: ordered.count)
    return .heading(wording.say(de: "In welchen Regionen", en: "In which regions"))
      + BarsPicture(
        id: "picture-cost-regions",
        title: wording.say(de: "Ausgaben nach Region", en: "Spending by region"),
        summary: bars.prefix(5).map { "\($0.label): \($0.figure)" }.joined(separator: "; "),
        bars: Array(bars), meaning: ("", "")
      ).picture(table: table).markup(wording)
  }

  private func bySite(_ costs: [SiteCost]) -> Markup {
    let ordered = costs.enumerated().sorted {
      (-$0.element.cost.spending, $0.offset) < (-$1.element.cost.spending, $1.offset)
    }.map(\.element)
    let bars = ordered.filter { $0.cost.spending > 0 }.prefix(Self.shown).map { site in
      BarsPicture.Bar(
        label: context.names.plain(.sites, site.site), value: site.cost.spending,
        figure: wording.money(site.cost.spending))
    }
    let used = kinds.filter { kind in costs.contains { $0.cost[keyPath: kind.part] > 0 } }
    let table = DataTable(
      caption: wording.say(
        de: "Kosten nach Standort und Art", en: "Costs by site and kind"),
      columns: [
        .text(wording.say(de: "Standort", en: "Site")),
        .text(wording.say(de: "Region", en: "Region")),
      ] + used.map { .number(wording.capitalised($0.name)) } + [
        .number(wording.say(de: "Ausgaben", en: "Spending"))
      ],
      rows: ordered.prefix(Self.mostRows).map { site in
        [
          context.names.cell(.sites, site.site),
          .text(context.regions.given(site.site).isEmpty ? "–" : context.regions.given(site.site)),
        ]
          + used.map { kind in
            let value = site.cost[keyPath: kind.part]
            return .text(value > 0 ? wording.money(value) : "–")
          } + [.text(wording.money(site.cost.spending))]
      }, total: ordered.count)
    guard !bars.isEmpty else { return table.markup(wording) }
    let rest = ordered.count - bars.count
    let more =
      rest > 0
      ? Markup.note(
        wording.tell(
          de: "Und \(wording.count(rest)) weitere Standorte; sie stehen in der Tabelle.",
          en: "And \(wording.count(rest)) more sites; they are in the table.")) : .empty
    return .heading(wording.say(de: "An welchen Standorten", en: "At which sites"))
      + BarsPicture(
        id: "picture-cost-sites",
        title: wording.say(de: "Ausgaben nach Standort", en: "Spending by site"),
        summary: bars.prefix(5).map { "\($0.label): \($0.figure)" }.joined(separator: "; "),
        bars: Array(bars), meaning: ("", "")
      ).picture(table: table).markup(wording) + more
  }
}
