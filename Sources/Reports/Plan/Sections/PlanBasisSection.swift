// SPDX-License-Identifier: Apache-2.0

/// How well founded the figures behind the plan are, and what was found in the data.
struct PlanBasisSection {
  let context: PlanContext
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "basis", title: wording.say(de: "Worauf es beruht", en: "What it rests on"),
      body: figures() + questions()
        + FindingsTable(findings: context.plan.findings, wording: wording).markup())
  }

  private func figures() -> Markup {
    guard !context.tally.isEmpty else {
      return .note(
        wording.tell(de: "Die Kette enthält keine Zahlen.", en: "The chain holds no figures."))
    }
    let unlimited = context.unlimitedCapacities
    let empty =
      unlimited == 0
      ? Markup.empty
      : wording.tell(
        de:
          " \(wording.count(unlimited)) Kapazitäten von Linien, Bezügen und Verbindungen sind nicht angegeben und gelten als unbegrenzt.",
        en:
          " \(wording.count(unlimited)) capacities of lines, supplies and links are not stated and count as unlimited."
      )
    return .paragraph(
      wording.tell(
        de:
          "Gezählt ist jede angegebene Zahl, auf der ein Plan ruht: Nachfrage, Optionen, Budget, Kapazitäten, Kosten, Bestände, Personal. Wo keine Herkunft verzeichnet ist, heißt sie „ohne Angabe“.",
        en:
          "Every stated figure that a plan rests on is counted: demand, options, budget, capacities, costs, stocks, people. Where no provenance is on record it is called “unstated”."
      ) + empty)
      + FigureKindPicture(tally: context.tally, wording: wording).picture().markup(wording)
  }

  private func questions() -> Markup {
    let table = context.chain[.questions]
    let open = (0..<table.count).count { table.text(.answer, $0).isEmpty }
    guard open > 0 else { return .empty }
    let of = "\(wording.count(open)) / \(wording.count(table.count))"
    return .paragraph(
      wording.tell(
        de: "Offene Fragen zum Paket (Tabelle „questions“): \(of).",
        en: "Open questions about the package (table “questions”): \(of)."))
  }
}
