// SPDX-License-Identifier: Apache-2.0
import Resilience

/// The frame of a report: head, title, contents, sections.
struct ReportPage {
  let context: ReportContext
  let asOf: String?
  private var wording: Wording { context.wording }

  func html(_ sections: [Section]) -> String {
    let head = Markup.element(
      "head", [:], .element("meta", ["charset": "utf-8"]),
      .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("meta", ["name": "color-scheme", "content": "light dark"]),
      .element("meta", ["name": "generator", "content": "Tragwerk"]),
      .element("title", [:], .text("\(context.chain.title) · \(kind)")),
      .style(ReportStyle.sheet))
    let body = Markup.element(
      "body", [:],
      .element(
        "a", ["class": "skip", "href": "#glance"],
        .text(wording.say(de: "Zum Inhalt springen", en: "Skip to content"))), header(),
      contents(sections),
      .element("main", [:], sections.enumerated().map { $1.markup(number: $0 + 1) }), footer())
    let page = Markup.element("html", ["lang": context.language.rawValue], head, body)
    return "<!DOCTYPE html>\n\(page.source)\n"
  }

  private var kind: String {
    wording.say(de: "Resilienz der Wertschöpfungskette", en: "Resilience of the value chain")
  }

  private func header() -> Markup {
    .element(
      "header", [:], .element("p", ["class": "kicker"], .text("Tragwerk · \(kind)")),
      .element("h1", [:], ChainNames.isolated(context.chain.title)),
      .element("dl", ["class": "asked"], asked().map(fact)))
  }

  private func fact(_ name: String, _ value: String) -> Markup {
    .element("div", [:], .element("dt", [:], .text(name)), .element("dd", [:], .text(value)))
  }

  /// What was asked of the chain.
  private func asked() -> [(String, String)] {
    let assessment = context.assessment
    var facts: [(String, String)] = [
      (wording.say(de: "Kette", en: "Chain"), context.chain.name),
      (wording.say(de: "Zeitraum", en: "Horizon"), wording.days(assessment.horizon)),
      (
        wording.say(de: "Störungen", en: "Disruptions"), wording.count(assessment.survival.count)
      ),
      (
        wording.say(de: "Durchlaufzeiten", en: "Lead times"),
        assessment.baseline.phased == nil
          ? wording.say(de: "nicht gezählt", en: "not counted")
          : wording.say(de: "auch gezählt", en: "counted as well")
      ),
      (
        wording.say(de: "Kosten", en: "Costs"),
        assessment.recovery.isEmpty
          ? wording.say(de: "nicht gerechnet", en: "not computed")
          : wording.say(de: "bis zum Wiederanlauf", en: "until recovery")
      ),
      (
        wording.say(de: "Währung", en: "Currency"),
        context.chain.currency ?? wording.say(de: "nicht angegeben", en: "not stated")
      ),
    ]
    if let asOf { facts.append((wording.say(de: "Stand", en: "As of"), asOf)) }
    return facts
  }

  private func contents(_ sections: [Section]) -> Markup {
    let title = wording.say(de: "Inhalt", en: "Contents")
    return .element(
      "nav", ["aria-label": title],
      .element(
        "ol", [:],
        sections.map { section in
          .element("li", [:], .element("a", ["href": "#\(section.id)"], .text(section.title)))
        }))
  }

  private func footer() -> Markup {
    .element(
      "footer", [:],
      .paragraph(
        wording.tell(
          de:
            "Erzeugt mit Tragwerk. Nicht für Verschlusssachen. Die Zahlen stammen aus dem Kettenpaket „\(context.chain.name)“; für sie steht ein, wer sie eingetragen hat.",
          en:
            "Made with Tragwerk. Not for classified information. The figures are from the chain package “\(context.chain.name)”; whoever entered them vouches for them."
        )))
  }
}
