// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The frame of a report: head, title, contents, sections.
struct ReportPage {
  let chain: ValueChain
  let wording: Wording
  /// What the report is about, in the title and above it.
  let kind: String
  /// What was asked of the chain.
  let asked: [(name: String, value: String)]

  func html(_ sections: [Section]) -> String {
    let head = Markup.element(
      "head", [:], .element("meta", ["charset": "utf-8"]),
      .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("meta", ["name": "color-scheme", "content": "light dark"]),
      .element("meta", ["name": "generator", "content": "Tragwerk"]),
      .element("title", [:], .text("\(chain.title) · \(kind)")),
      .style(ReportStyle.sheet))
    let body = Markup.element(
      "body", [:],
      .element(
        "a", ["class": "skip", "href": "#glance"],
        .text(wording.say(de: "Zum Inhalt springen", en: "Skip to content"))), header(),
      contents(sections),
      .element("main", [:], sections.enumerated().map { $1.markup(number: $0 + 1) }), footer())
    let page = Markup.element("html", ["lang": wording.language.rawValue], head, body)
    return "<!DOCTYPE html>\n\(page.source)\n"
  }

  private func header() -> Markup {
    .element(
      "header", [:], .element("p", ["class": "kicker"], .text("Tragwerk · \(kind)")),
      .element("h1", [:], ChainNames.isolated(chain.title)),
      .element("dl", ["class": "asked"], asked.map { fact($0.name, $0.value) }))
  }

  private func fact(_ name: String, _ value: String) -> Markup {
    .element("div", [:], .element("dt", [:], .text(name)), .element("dd", [:], .text(value)))
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
            "Erzeugt mit Tragwerk. Nicht für Verschlusssachen. Die Zahlen stammen aus dem Kettenpaket „\(chain.name)“; für sie steht ein, wer sie eingetragen hat.",
          en:
            "Made with Tragwerk. Not for classified information. The figures are from the chain package “\(chain.name)”; whoever entered them vouches for them."
        )))
  }
}
