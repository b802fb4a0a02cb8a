// SPDX-License-Identifier: Apache-2.0

/// A table of a report: scrolls in its own box on a small screen, repeats its header on paper.
struct DataTable {
  struct Column {
    let title: Markup
    let isNumber: Bool

    static func text(_ title: String) -> Column { Column(title: .text(title), isNumber: false) }
    static func number(_ title: String) -> Column { Column(title: .text(title), isNumber: true) }
  }

  let caption: String
  let columns: [Column]
  /// As many cells as columns; the first names the row.
  var rows: [[Markup]]
  /// How many rows there would be without cutting; the rest is in the linked data.
  var total: Int
  /// Rows beyond these are shown on screen only.
  var printed = 40

  init(caption: String, columns: [Column], rows: [[Markup]], total: Int? = nil) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total ?? rows.count
  }

  func markup(_ wording: Wording) -> Markup {
    let head = columns.map {
      Markup.element("th", ["scope": "col", "class": $0.isNumber ? "number" : nil], $0.title)
    }
    let body = rows.enumerated().map { at, cells in
      Markup.element(
        "tr", ["class": at >= printed ? "screen" : nil],
        zip(columns, cells).enumerated().map { position, entry in
          let (column, cell) = entry
          return position == 0
            ? .element("th", ["scope": "row", "class": column.isNumber ? "number" : nil], cell)
            : .element("td", ["class": column.isNumber ? "number" : nil], cell)
        })
    }
    let table = Markup.element(
      "table", [:], .element("caption", [:], .text(caption)),
      .element("thead", [:], .element("tr", [:], head)), .element("tbody", [:], body))
    return .element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption], table)
      + notes(wording)
  }

  private func notes(_ wording: Wording) -> Markup {
    var notes = Markup.empty
    if total > rows.count {
      let (shown, all) = (wording.count(rows.count), wording.count(total))
      notes += .element(
        "p", ["class": "note"],
        wording.tell(
          de:
            "Gezeigt sind \(shown) von \(all) Zeilen; alle stehen im \(Self.data("Abschnitt „Daten“")).",
          en: "Showing \(shown) of \(all) rows; all are in the \(Self.data("section “Data”"))."))
    }
    if rows.count > printed {
      let (shown, all) = (wording.count(printed), wording.count(rows.count))
      notes += .element(
        "p", ["class": "note paper"],
        wording.tell(
          de: "Gedruckt sind die ersten \(shown) von \(all) Zeilen.",
          en: "The first \(shown) of \(all) rows are printed."))
    }
    return notes
  }

  private static func data(_ text: String) -> Markup {
    .element("a", ["href": "#data"], .text(text))
  }
}
