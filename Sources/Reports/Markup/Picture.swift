// SPDX-License-Identifier: Apache-2.0
/// A picture with its title, its description, a key to its signs and its twin as a table.
struct Picture {
  /// Unique on the page.
  let id: String
  let title: String
  /// What is to be seen, for those who do not see it.
  let summary: String
  /// In pixels of the drawing.
  let width: Double
  let height: Double
  let content: [Markup]
  /// Signs and what they mean.
  var key: [(sign: Markup, meaning: String)] = []
  let table: DataTable
  /// Long twins stay on the screen unless they say more than the picture.
  var printsLongTable = false
  /// Whether it tells the kinds of options apart.
  var hasOptionKinds = false

  private static let longTable = 25

  func markup(_ wording: Wording) -> Markup {
    let drawing = Markup.element(
      "svg",
      [
        "viewBox": "0 0 \(svg(width)) \(svg(height))", "width": svg(width), "height": svg(height),
        "role": "img", "aria-labelledby": "\(id)-title \(id)-text",
      ],
      [
        .element("title", ["id": "\(id)-title"], .text(title)),
        .element("desc", ["id": "\(id)-text"], .text(summary)), Self.patterns(id, hasOptionKinds),
      ] + content)
    let signs = key.map { sign, meaning in
      Markup.element(
        "li", [:],
        sign.isEmpty
          ? .empty
          : .element(
            "svg",
            ["viewBox": "0 0 26 14", "width": "26", "height": "14", "aria-hidden": "true"], sign),
        .element("span", [:], .text(meaning)))
    }
    let legend = signs.isEmpty ? Markup.empty : .element("ul", ["class": "signs"], signs)
    let isPrinted = printsLongTable || table.rows.count <= Self.longTable
    return .element(
      "figure", ["id": id],
      .element("figcaption", [:], .text(title)),
      .element(
        "div", ["class": "drawing", "tabindex": "0", "role": "group", "aria-label": title], drawing),
      legend,
      .element(
        "details", ["class": isPrinted ? nil : "screen"],
        .element(
          "summary", [:],
          .text(
            wording.say(de: "Als Tabelle: \(table.caption)", en: "As a table: \(table.caption)"))
        ),
        table.markup(wording)),
      isPrinted
        ? .empty
        : .element(
          "p", ["class": "note paper"],
          wording.tell(
            de:
              "Die Tabelle zum Bild (\(wording.count(table.rows.count)) Zeilen) steht in der Fassung am Bildschirm.",
            en:
              "The table of this picture (\(wording.count(table.rows.count)) rows) is in the version on screen."
          )))
  }

  /// Fills that tell kinds apart without colour.
  private static func patterns(_ id: String, _ hasOptionKinds: Bool) -> Markup {
    func pattern(_ name: String, _ size: String, _ shape: Markup) -> Markup {
      .element(
        "pattern",
        [
          "id": "\(id)-\(name)", "width": size, "height": size, "patternUnits": "userSpaceOnUse",
        ], .element("rect", ["class": "ground-\(name)", "width": size, "height": size]), shape)
    }
    return .element(
      "defs", [:],
      pattern(
        "critical", "6",
        .element("path", ["class": "hatch-critical", "d": "M-1 7L7 -1M-1 1L1 -1M5 7L7 5"])),
      pattern(
        "estimate", "6",
        .element("path", ["class": "hatch-estimate", "d": "M-1 7L7 -1M-1 1L1 -1M5 7L7 5"])),
      pattern(
        "assumption", "5", .element("circle", ["class": "dot", "cx": "2", "cy": "2", "r": "1.1"])),
      hasOptionKinds
        ? pattern(
          "conversion", "6",
          .element("path", ["class": "hatch-conversion", "d": "M-1 7L7 -1M-1 1L1 -1M5 7L7 5"]))
          + pattern(
            "supplier", "5",
            .element("circle", ["class": "dot-supplier", "cx": "2.5", "cy": "2.5", "r": "1.4"]))
          + pattern("link", "4", .element("path", ["class": "stripe-link", "d": "M0 2H4"]))
        : .empty)
  }
}
