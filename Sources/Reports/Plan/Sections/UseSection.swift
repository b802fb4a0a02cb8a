// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// How full lines, links and supplies are.
struct UseSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  static let mostRows = 300

  func section() -> Section? {
    guard context.schedule != nil else { return nil }
    let uses = CapacityUse.all(context.plan)
    let title = wording.say(de: "Wie voll die Kapazitäten sind", en: "How full capacities are")
    guard !uses.isEmpty else {
      return Section(
        id: "use", title: title,
        body: .paragraph(
          wording.tell(
            de: "Keine der genutzten Linien, Verbindungen und Bezüge hat eine Grenze.",
            en: "None of the lines, links and supplies used has a limit.")))
    }
    let full = uses.count { $0.fullPeriods > 0 }
    let always = uses.count { $0.fullPeriods == context.periods.periods }
    let constant =
      always == 0
      ? wording.say(de: "keine", en: "none") : wording.count(always)
    let intro = wording.tell(
      de:
        "Von \(wording.count(uses.count)) begrenzten und genutzten Linien, Verbindungen und Bezügen sind \(wording.count(full)) zeitweise ganz ausgelastet, davon \(constant) \(context.periods.inEvery). Gezeigt sind die vollsten; ausgelastet heißt noch nicht, dass mehr davon helfen würde.",
      en:
        "Of \(wording.count(uses.count)) lines, links and supplies that are limited and used, \(wording.count(full)) are full at times, \(constant) of them \(context.periods.inEvery). The fullest are shown; being full does not yet mean that more of it would help."
    )
    let strips = UseStrips(context: context, uses: uses)
    let table = DataTable(
      caption: wording.say(de: "Auslastung", en: "Use of capacity"),
      columns: [
        .text(wording.say(de: "Was", en: "What")),
        .number(wording.say(de: "im Mittel", en: "on average")),
        .number(wording.say(de: "in der Spitze", en: "at the peak")),
        .number(
          wording.say(
            de: "\(context.periods.title) mit voller Auslastung",
            en: "\(context.periods.title)s at full use")),
      ],
      rows: uses.prefix(Self.mostRows).map { use in
        [
          ChainNames.isolated(strips.label(use)), .text(wording.percent(use.mean)),
          .text(wording.percent(use.peak)), .text(wording.count(use.fullPeriods)),
        ]
      }, total: uses.count)
    return Section(
      id: "use", title: title,
      body: .paragraph(intro) + strips.picture(table: table).markup(wording))
  }
}
