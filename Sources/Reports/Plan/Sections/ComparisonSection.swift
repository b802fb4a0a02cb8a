// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// An earlier plan and this one, side by side.
struct ComparisonSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostRows = 100
  static let panels = 8

  func section() -> Section? {
    guard let comparison = context.comparison else { return nil }
    return Section(
      id: "comparison",
      title: wording.say(
        de: "Vergleich mit einem früheren Plan", en: "Comparison with an earlier plan"),
      body: notes(comparison) + overview(comparison).markup(wording) + deliveries(comparison)
        + changes(
          comparison.changed(\.modules), context.optionName,
          wording.say(de: "Module nach Option", en: "Modules by option"),
          wording.say(de: "Option", en: "Option"))
        + changes(
          people(comparison), context.siteName,
          wording.say(
            de: "Beschäftigte in der Spitze nach Standort",
            en: "People employed at the peak by site"),
          wording.say(de: "Standort", en: "Site")))
  }

  private func notes(_ comparison: PlanComparison) -> Markup {
    var notes: [Markup] = []
    if !comparison.hasSameSense {
      notes.append(
        wording.tell(
          de:
            "Die beiden Pläne hatten verschiedene Ziele oder behandeln Fehlendes verschieden; ihre Ergebnisse zählen Verschiedenes.",
          en:
            "The two plans had different goals or treat what is missing differently; their results count different things."
        ))
    }
    let (before, now) = (comparison.earlier, comparison.now)
    if !comparison.hasSamePeriods {
      notes.append(
        wording.tell(
          de:
            "Ein Zeitabschnitt des früheren Plans hat \(wording.days(before.periodDays)), einer dieses Plans \(wording.days(now.periodDays)); verglichen werden deshalb nur Summen.",
          en:
            "A period of the earlier plan has \(wording.days(before.periodDays)), one of this plan \(wording.days(now.periodDays)); so only totals are compared."
        ))
    } else if before.periods != now.periods {
      notes.append(
        wording.tell(
          de:
            "Der frühere Plan reicht über \(context.periods.count(before.periods)), dieser über \(context.periods.count(now.periods)); Lieferungen werden über die gemeinsamen verglichen.",
          en:
            "The earlier plan covers \(context.periods.count(before.periods)), this one \(context.periods.count(now.periods)); deliveries are compared over those they share."
        ))
    }
    return notes.map { Markup.note($0) }.joined()
  }

  // MARK: Money and totals

  private func overview(_ comparison: PlanComparison) -> DataTable {
    let (before, now) = (comparison.earlier, comparison.now)
    var rows: [[Markup]] = []
    func add(
      _ name: String, _ earlier: Double?, _ now: Double?, _ text: (Double) -> String
    ) {
      guard (earlier ?? 0) != 0 || (now ?? 0) != 0 else { return }
      rows.append([
        .text(wording.capitalised(name)), .text(earlier.map(text) ?? "–"),
        .text(now.map(text) ?? "–"),
        .text(difference(earlier, now, text)),
      ])
    }
    if comparison.hasSameSense {
      add(context.objectiveName, before.objective, now.objective, context.objective)
    }
    for kind in PlanCostSection.kinds(wording, isOwed: context.isOwed)
    where comparison.hasSameSense || kind.part != \PlanCost.unmet {
      add(kind.name, before.cost?[keyPath: kind.part], now.cost?[keyPath: kind.part], wording.money)
    }
    add(
      wording.say(de: "Ausgaben zusammen", en: "spending in all"), before.cost?.spending,
      now.cost?.spending, wording.money)
    add(
      wording.say(de: "Module", en: "modules"), before.moduleTotal, now.moduleTotal
    ) { wording.number($0, 2) }
    add(
      wording.say(de: "Beschäftigte in der Spitze", en: "people employed at the peak"),
      before.mostWorkers,
      now.mostWorkers
    ) { wording.number($0, 0) }
    return DataTable(
      caption: wording.say(de: "Ergebnis und Kosten", en: "Result and costs"),
      columns: [
        .text(wording.say(de: "Größe", en: "Figure")),
        .number(wording.say(de: "Früherer Plan", en: "Earlier plan")),
        .number(wording.say(de: "Dieser Plan", en: "This plan")),
        .number(wording.say(de: "Unterschied", en: "Difference")),
      ], rows: rows)
  }

  private func difference(
    _ earlier: Double?, _ now: Double?, _ text: (Double) -> String
  ) -> String {
    guard let earlier, let now else { return "–" }
    let change = now - earlier
    if abs(change) <= 1e-9 * max(abs(earlier), abs(now)) {
      return wording.say(de: "gleich", en: "same")
    }
    return (change > 0 ? "+" : "−") + text(abs(change))
  }

  // MARK: Deliveries

  private func deliveries(_ comparison: PlanComparison) -> Markup {
    let heading = Markup.heading(
      wording.say(de: "Was anders geliefert wird", en: "What is delivered differently"))
    let totals = comparison.totals(\.delivered)
    let courses = comparison.courses(\.delivered).map { course in
      (key: course.key, change: zip(course.now, course.earlier).map { $0 - $1 }, size: size(course))
    }.filter { $0.size > 1e-6 }.sorted { ($1.size, $0.key) < ($0.size, $1.key) }
    let table = deliveryTable(totals)
    guard comparison.commonPeriods == context.periods.periods, !courses.isEmpty else {
      return heading + table.markup(wording)
    }
    let id = "picture-comparison"
    let shown = courses.prefix(Self.panels)
    let panels = CoursePanels(
      id: id,
      panels: shown.map {
        CoursePanels.Panel(
          title: context.demandTitle($0.key), unit: context.demandUnit($0.key), bars: $0.change)
      }, periods: context.periods)
    return heading
      + Picture(
        id: id,
        title: wording.say(
          de: "Mehr oder weniger geliefert \(context.periods.each) als im früheren Plan",
          en: "More or less delivered \(context.periods.each) than in the earlier plan"),
        summary: totals.prefix(5).map {
          let change = difference($0.earlier, $0.now) { wording.number($0, 2) }
          return "\(context.demandTitle($0.key)): \(change)"
        }.joined(separator: "; "), width: CoursePanels.width, height: panels.height,
        content: panels.content(),
        key: [
          (CoursePanels.barSign(), wording.say(de: "mehr als früher", en: "more than before")),
          (
            CoursePanels.missingSign(id, style: "fallen"),
            wording.say(de: "weniger als früher", en: "less than before")
          ),
        ], table: table
      ).markup(wording)
  }

  /// How much differs, as a share of what is delivered.
  private func size(_ course: (key: String, earlier: [Double], now: [Double])) -> Double {
    let total = max(course.now.reduce(0, +), course.earlier.reduce(0, +))
    return total > 0
      ? zip(course.now, course.earlier).reduce(0) { $0 + abs($1.0 - $1.1) } / total : 0
  }

  private func deliveryTable(_ totals: [(key: String, earlier: Double, now: Double)]) -> DataTable {
    table(
      totals, context.demandTitle,
      wording.say(de: "Geliefert nach Nachfrage", en: "Delivered by demand"),
      wording.say(de: "Nachfrage", en: "Demand"))
  }

  // MARK: Other changes

  private func people(_ comparison: PlanComparison) -> [(
    key: String, earlier: Double, now: Double
  )] {
    let (before, after) = (comparison.earlier.workers, comparison.now.workers)
    return Set(before.keys).union(after.keys).sorted().map {
      (key: $0, earlier: before[$0]?.max() ?? 0, now: after[$0]?.max() ?? 0)
    }.sorted { (abs($1.now - $1.earlier), $0.key) < (abs($0.now - $0.earlier), $1.key) }
  }

  private func changes(
    _ entries: [(key: String, earlier: Double, now: Double)], _ name: (String) -> String,
    _ caption: String, _ first: String
  ) -> Markup {
    let changed = entries.filter {
      abs($0.now - $0.earlier) > 1e-6 * max(abs($0.now), abs($0.earlier))
    }
    let heading = Markup.heading(caption)
    guard !changed.isEmpty else {
      return heading
        + .paragraph(
          wording.tell(de: "Daran ändert sich nichts.", en: "Nothing changes there."))
    }
    let same = entries.count - changed.count
    let rest =
      same > 0
      ? Markup.note(
        wording.tell(
          de: "Gleich geblieben: \(wording.count(same)).", en: "Unchanged: \(wording.count(same)).")
      ) : .empty
    return heading + table(changed, name, caption, first).markup(wording) + rest
  }

  private func table(
    _ entries: [(key: String, earlier: Double, now: Double)], _ name: (String) -> String,
    _ caption: String, _ first: String
  ) -> DataTable {
    DataTable(
      caption: caption,
      columns: [
        .text(first), .number(wording.say(de: "Früherer Plan", en: "Earlier plan")),
        .number(wording.say(de: "Dieser Plan", en: "This plan")),
        .number(wording.say(de: "Unterschied", en: "Difference")),
      ],
      rows: entries.prefix(Self.mostRows).map { entry in
        [
          ChainNames.isolated(name(entry.key)) + ChainNames.key(entry.key),
          .text(wording.number(entry.earlier, 2)), .text(wording.number(entry.now, 2)),
          .text(difference(entry.earlier, entry.now) { wording.number($0, 2) }),
        ]
      }, total: entries.count)
  }
}
