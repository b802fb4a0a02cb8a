// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// Who is needed where and when: over all, by region and by site.
struct JobsSection {
  let context: PlanContext
  let outlines: [CountryOutline]
  private var wording: Wording { context.wording }

  static let panels = 10
  static let mostRows = 300

  func section() -> Section? {
    guard let schedule = context.schedule else { return nil }
    let body: Markup =
      schedule.workforce.isEmpty
      ? .paragraph(
        wording.tell(
          de:
            "Das Paket sagt nicht, wie viele Personen Linien und Ausbauten brauchen, also auch nicht, wo Arbeit entsteht.",
          en:
            "The package does not say how many people lines and build-ups need, so nothing can be said about jobs."
        ))
      : intro(schedule) + picture(schedule)
        + (PeopleMap(context: context, outlines: outlines).picture()?.markup(wording) ?? .empty)
        + sites(schedule)
    return Section(
      id: "jobs", title: wording.say(de: "Wer gebraucht wird", en: "Who is needed"), body: body)
  }

  private func intro(_ schedule: PlanSchedule) -> Markup {
    let jobs = PlanJobs(context)
    let first = context.people(jobs.needed.first ?? 0)
    let last = jobs.needed.last ?? 0
    let end =
      last < jobs.mostNeeded / 2
      ? wording.tell(
        de:
          " Am Ende sinkt der Bedarf, weil der Plan danach nichts mehr liefern muss; das ist kein Abbau.",
        en:
          " Towards the end the need falls because the plan has to deliver nothing afterwards; that is no cut in jobs."
      )
      : wording.tell(
        de: " Am Ende sind es \(context.people(last)).",
        en: " At the end it is \(context.people(last)).")
    let stated = schedule.workforce.count { $0.stated != nil }
    let unknown = schedule.workforce.count - stated
    let limits =
      unknown > 0
      ? wording.tell(
        de:
          " An \(wording.count(unknown)) von \(wording.count(schedule.workforce.count)) Standorten ist die Belegschaft nicht angegeben; dort gilt sie als unbegrenzt, und Einstellungen lassen sich nicht zählen.",
        en:
          " At \(wording.count(unknown)) of \(wording.count(schedule.workforce.count)) sites the workforce is not stated; there it counts as unlimited, and hires cannot be counted."
      ) : .empty
    return .paragraph(
      wording.tell(
        de:
          "Gebraucht werden für Fertigung und Aufbau am Anfang \(first), in der Spitze \(Markup.strong(.text(context.people(jobs.mostNeeded)))), in \(context.periods.name(jobs.busiestPeriod)). Neu eingestellt werden \(Markup.strong(.text(context.people(jobs.hires)))).",
        en:
          "For running and building, \(first) are needed at the beginning and \(Markup.strong(.text(context.people(jobs.mostNeeded)))) at the peak, in \(context.periods.name(jobs.busiestPeriod)). \(Markup.strong(.text(context.people(jobs.hires)))) are hired."
      ) + end + limits)
  }

  // MARK: Regions

  private struct Part {
    let name: String
    let key: String
    let jobs: PlanJobs
  }

  private func parts(_ schedule: PlanSchedule) -> [Part] {
    let groups = Dictionary(grouping: schedule.workforce) { context.regions.region($0.site) }
    return groups.map { region, sites in
      Part(
        name: context.regions.name(region), key: region.key,
        jobs: PlanJobs(sites, context.periods.periods))
    }.sorted {
      ($0.key.isEmpty ? 1 : 0, -$0.jobs.mostNeeded, $0.key)
        < ($1.key.isEmpty ? 1 : 0, -$1.jobs.mostNeeded, $1.key)
    }
  }

  private func picture(_ schedule: PlanSchedule) -> Markup {
    let parts = parts(schedule)
    let all = Part(
      name: wording.say(de: "Alle Standorte", en: "All sites"), key: "", jobs: PlanJobs(context))
    let shown = [all] + (parts.count > 1 ? Array(parts.prefix(Self.panels - 1)) : [])
    let unit = wording.say(de: "Personen", en: "people")
    let panels = CoursePanels(
      id: "picture-jobs",
      panels: shown.map {
        CoursePanels.Panel(
          title: $0.name, unit: unit, bars: $0.jobs.needed, steps: $0.jobs.employed)
      }, periods: context.periods)
    let rest = parts.count + 1 - shown.count
    let more =
      parts.count > 1 && rest > 0
      ? Markup.note(
        wording.tell(
          de: "Und \(wording.count(rest)) weitere; sie stehen in der Tabelle.",
          en: "And \(wording.count(rest)) more; they are in the table.")) : .empty
    return Picture(
      id: "picture-jobs",
      title: wording.say(
        de: "Gebrauchte und beschäftigte Personen \(context.periods.each), nach Region",
        en: "People needed and employed \(context.periods.each), by region"),
      summary: shown.prefix(6).map { "\($0.name): \(context.people($0.jobs.mostNeeded))" }
        .joined(separator: "; "), width: CoursePanels.width, height: panels.height,
      content: panels.content(),
      key: [
        (CoursePanels.barSign(), wording.say(de: "gebraucht", en: "needed")),
        (CoursePanels.stepsSign(), wording.say(de: "beschäftigt", en: "employed")),
      ], table: regionTable([all] + parts)
    ).markup(wording) + more
  }

  private func regionTable(_ parts: [Part]) -> DataTable {
    DataTable(
      caption: wording.say(de: "Personen nach Region", en: "People by region"),
      columns: [.text(wording.say(de: "Region", en: "Region"))] + columns,
      rows: parts.prefix(Self.mostRows).map { part in
        [
          part.key.isEmpty
            ? .text(part.name) : ChainNames.isolated(part.name) + ChainNames.key(part.key)
        ] + cells(part.jobs)
      }, total: parts.count)
  }

  private var columns: [DataTable.Column] {
    [
      .number(wording.say(de: "gebraucht am Anfang", en: "needed at the beginning")),
      .number(wording.say(de: "in der Spitze", en: "at the peak")),
      .text(wording.say(de: "Spitze in", en: "peak in")),
      .number(wording.say(de: "gebraucht am Ende", en: "needed at the end")),
      .number(wording.say(de: "beschäftigt am Ende", en: "employed at the end")),
      .number(wording.say(de: "eingestellt", en: "hired")),
    ]
  }

  private func cells(_ jobs: PlanJobs) -> [Markup] {
    func number(_ value: Double?) -> Markup {
      .text(value.map { wording.number($0, $0 < 10 ? 1 : 0) } ?? "–")
    }
    let isStated = jobs.sites.contains { $0.stated != nil }
    return [
      number(jobs.needed.first), number(jobs.mostNeeded),
      .text(jobs.mostNeeded > 0 ? context.periods.short(jobs.busiestPeriod) : "–"),
      number(jobs.needed.last), number(jobs.employed.last), number(isStated ? jobs.hires : nil),
    ]
  }

  // MARK: Sites

  private func sites(_ schedule: PlanSchedule) -> Markup {
    let ordered = schedule.workforce.map { ($0, PlanJobs([$0], context.periods.periods)) }
      .enumerated().sorted {
        (-$0.element.1.mostNeeded, $0.offset) < (-$1.element.1.mostNeeded, $1.offset)
      }.map(\.element)
    var table = DataTable(
      caption: wording.say(de: "Personen nach Standort", en: "People by site"),
      columns: [
        .text(wording.say(de: "Standort", en: "Site")),
        .text(wording.say(de: "Region", en: "Region")),
      ] + columns,
      rows: ordered.prefix(Self.mostRows).map { site, jobs in
        let region = context.regions.given(site.site)
        return [
          context.names.cell(.sites, site.site), .text(region.isEmpty ? "–" : region),
        ] + cells(jobs)
      }, total: ordered.count)
    table.printed = 15
    let top = ordered.prefix(3).filter { $0.1.mostNeeded > 0 }.map { site, jobs in
      let name = ChainNames.isolated(context.names.plain(.sites, site.site))
      return "\(name) (\(context.people(jobs.mostNeeded)))" as Markup
    }
    return .heading(wording.say(de: "An welchen Standorten", en: "At which sites"))
      + .paragraph(
        wording.tell(
          de: "Am meisten Personen brauchen \(wording.list(top)).",
          en: "Most people are needed at \(wording.list(top))."))
      + .element(
        "details", [:],
        .element(
          "summary", [:],
          .text(
            wording.say(
              de: "Alle \(wording.count(ordered.count)) Standorte",
              en: "All \(wording.count(ordered.count)) sites"))), table.markup(wording))
  }
}
