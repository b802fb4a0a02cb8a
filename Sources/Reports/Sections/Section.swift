// SPDX-License-Identifier: Apache-2.0

/// A numbered part of a report.
struct Section {
  let id: String
  let title: String
  let body: Markup

  func markup(number: Int) -> Markup {
    .element(
      "section", ["id": id, "aria-labelledby": "\(id)-title"],
      .element(
        "h2", ["id": "\(id)-title"],
        .element("span", ["class": "number"], .text("\(number)")), " \(title)"), body)
  }
}

/// Parts that sections are made of.
extension Markup {
  static func heading(_ text: String) -> Markup { .element("h3", [:], .text(text)) }
  static func smallHeading(_ text: String) -> Markup { .element("h4", [:], .text(text)) }
  static func paragraph(_ content: Markup) -> Markup { .element("p", [:], content) }
  static func note(_ content: Markup) -> Markup { .element("p", ["class": "note"], content) }
  static func strong(_ content: Markup) -> Markup { .element("strong", [:], content) }
  static func list(_ items: [Markup]) -> Markup {
    .element("ul", [:], items.map { .element("li", [:], $0) })
  }
}
