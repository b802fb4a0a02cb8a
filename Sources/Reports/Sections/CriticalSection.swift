// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// What the chain rests on: disruptions by how soon they are felt, each with its why and sources.
struct CriticalSection {
  let context: ReportContext
  private var wording: Wording { context.wording }

  /// Rows of the full table on the page; the rest is in the data.
  static let mostRows = 300

  func section() -> Section {
    Section(
      id: "critical", title: wording.say(de: "Worauf sie ruht", en: "What it rests on"),
      body: ranking() + DependenceTables(context: context).markup())
  }

  private func ranking() -> Markup {
    guard !context.ranking.all.isEmpty else {
      return .note(
        wording.tell(
          de: "Es wurde keine Störung gerechnet, also gibt es keine Rangfolge.",
          en: "No disruption was computed, so there is no ranking."))
    }
    var body = Markup.heading(
      wording.say(
        de: "Kritische Elemente, die dringendsten zuerst",
        en: "Critical elements, the most urgent first"))
    if context.assessment.baseline.isLimited {
      body += .note(
        wording.tell(
          de:
            "Die Kette ist schon ungestört auf \(wording.days(context.assessment.baseline.days)) begrenzt; keine Reichweite kann länger sein. Störungen mit genau diesem Wert machen es nicht schlimmer.",
          en:
            "Even undisturbed the chain is limited to \(wording.days(context.assessment.baseline.days)); no time to survive can be longer. Disruptions with exactly that value make it no worse."
        ))
    }
    body += RankingPicture(context: context).picture(table: table()).markup(wording)
    body += .heading(
      wording.say(de: "Warum, und worauf die Zahl beruht", en: "Why, and what the figure rests on"))
    let shown = context.explained.filter { $0.ranked.survival.isLimited }
    if shown.isEmpty {
      return body
        + .paragraph(
          wording.tell(
            de: "Keine der gerechneten Störungen begrenzt die Kette im betrachteten Zeitraum.",
            en: "None of the disruptions computed limits the chain within the horizon."))
    }
    return body
      + .element(
        "ol", ["class": "reasons"],
        shown.map { ReasonEntry(context: context, explained: $0).markup() })
  }

  private func table() -> DataTable {
    let all = context.ranking.all
    let hasPhased = all.contains { $0.survival.phased != nil }
    let hasRecovery = all.contains { $0.recovery != nil }
    var columns: [DataTable.Column] = [
      .text(wording.say(de: "Störung", en: "Disruption")),
      .number(wording.say(de: "Rang", en: "Rank")),
      .number(wording.say(de: "Reichweite", en: "Time to survive")),
    ]
    if hasPhased {
      columns.append(.number(wording.say(de: "mit Durchlaufzeiten", en: "with lead times")))
    }
    if hasRecovery {
      columns += [
        .number(wording.say(de: "Wiederanlaufzeit", en: "Time to recover")),
        .number(wording.say(de: "Verlust", en: "Loss")),
        .number(wording.say(de: "Gefährdung (0–1)", en: "Exposure (0–1)")),
      ]
    }
    columns.append(.text(wording.say(de: "kritisch", en: "critical")))
    return DataTable(
      caption: wording.say(de: "Alle Störungen", en: "All disruptions"), columns: columns,
      rows: all.prefix(Self.mostRows).map { row($0, hasPhased, hasRecovery) }, total: all.count)
  }

  private func row(_ ranked: RankedDisruption, _ hasPhased: Bool, _ hasRecovery: Bool) -> [Markup] {
    var cells: [Markup] = [
      context.names.cell(ranked.disruption), .text("\(ranked.rank)"),
      .text(days(ranked.survival.days, ranked.survival.isLimited)),
    ]
    if hasPhased {
      cells.append(.text(ranked.survival.phased.map { days($0.days, $0.isLimited) } ?? "–"))
    }
    if hasRecovery {
      cells += [
        .text(ranked.recovery.map { wording.days($0.days) } ?? "–"),
        .text(ranked.recovery.map { wording.money($0.lostValue) } ?? "–"),
        .text(ranked.recovery.map { wording.number($0.exposureIndex, 2) } ?? "–"),
      ]
    }
    cells.append(
      ranked.isCritical
        ? .element("span", ["class": "alarm"], .text("▲ " + wording.say(de: "ja", en: "yes")))
        : .text(wording.say(de: "nein", en: "no")))
    return cells
  }

  private func days(_ days: Double, _ isLimited: Bool) -> String {
    (isLimited ? "" : "≥ ") + wording.days(days)
  }
}
