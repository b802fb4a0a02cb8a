// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What is not known: how the figures are founded, whom to ask what, what was found in the data.
struct UnknownSection {
  let context: ReportContext
  private var wording: Wording { context.wording }

  func section() -> Section {
    Section(
      id: "unknown", title: wording.say(de: "Was nicht bekannt ist", en: "What is not known"),
      body: figures() + questions()
        + FindingsTable(findings: context.assessment.findings, wording: wording).markup())
  }

  private func figures() -> Markup {
    let heading = Markup.heading(
      wording.say(de: "Belegte und unbelegte Zahlen", en: "Founded and unfounded figures"))
    guard !context.tally.isEmpty else {
      return heading
        + .note(
          wording.tell(de: "Die Kette enthält keine Zahlen.", en: "The chain holds no figures."))
    }
    let unlimited = context.figures.unlimitedCapacities()
    let empty =
      unlimited == 0
      ? Markup.empty
      : wording.tell(
        de:
          " Dazu kommen \(wording.count(unlimited)) Kapazitäten von Linien, Bezügen und Verbindungen, die nicht angegeben sind und als unbegrenzt gelten.",
        en:
          " On top of that, \(wording.count(unlimited)) capacities of lines, supplies and links are not stated and count as unlimited."
      )
    return heading
      + .paragraph(
        wording.tell(
          de:
            "Gezählt ist jede angegebene Zahl, auf der Ergebnisse ruhen können, ohne Koordinaten, Optionen und die Störungen selbst. Wo keine Herkunft verzeichnet ist, heißt sie „ohne Angabe“.",
          en:
            "Every stated figure that results can rest on is counted, without coordinates, options and the disruptions themselves. Where no provenance is on record it is called “unstated”."
        ) + empty)
      + FigureKindPicture(tally: context.tally, wording: wording).picture()
      .markup(wording)
  }

  // MARK: Questions

  private func questions() -> Markup {
    let heading = Markup.heading(wording.say(de: "Fragen", en: "Questions"))
    let table = context.chain[.questions]
    guard !table.isEmpty else {
      return heading
        + .note(
          wording.tell(
            de: "Im Paket stehen keine Fragen. Das heißt nicht, dass nichts offen ist.",
            en: "The package holds no questions. That does not mean that nothing is open."))
    }
    var order: [String] = []
    var byRole: [String: [Int]] = [:]
    for row in 0..<table.count {
      let role = table.text(.role, row)
      if byRole[role] == nil { order.append(role) }
      byRole[role, default: []].append(row)
    }
    let open = (0..<table.count).count { table.text(.answer, $0).isEmpty }
    let intro = wording.tell(
      de: "Offen: \(wording.count(open)) von \(wording.count(table.count)).",
      en: "Open: \(wording.count(open)) of \(wording.count(table.count)).")
    let groups = order.map { role in
      Markup.smallHeading(KnownNames.role(role)[context.language])
        + .element("ul", ["class": "questions"], (byRole[role] ?? []).map(question))
    }
    return heading + .paragraph(intro) + groups.joined()
  }

  private func question(_ row: Int) -> Markup {
    let table = context.chain[.questions]
    let answer = table.text(.answer, row)
    let reply =
      answer.isEmpty
      ? Markup.empty
      : .element(
        "span", ["class": "answer"],
        wording.tell(
          de: "Antwort: \(ChainNames.isolated(answer))",
          en: "Answer: \(ChainNames.isolated(answer))"))
    return .element(
      "li", [:], ChainNames.isolated(QuestionText.text(context, row)), " ",
      .element("small", ["class": "key"], .text(table.key(row))), reply)
  }
}

/// The text of a question in the report's language, else in the other one.
enum QuestionText {
  static func text(_ context: ReportContext, _ row: Int) -> String {
    let table = context.chain[.questions]
    let german = table.text(.questionDe, row)
    let english = table.text(.questionEn, row)
    let own = context.language == .german ? german : english
    let other = context.language == .german ? english : german
    return own.isEmpty ? (other.isEmpty ? table.key(row) : other) : own
  }
}
