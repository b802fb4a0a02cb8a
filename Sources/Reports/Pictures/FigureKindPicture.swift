// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What share of the figures are facts, estimates, assumptions or unstated, table by table.
struct FigureKindPicture {
  let tally: [(table: TableName, counts: [FigureKind: Int])]
  let wording: Wording

  private let left = 190.0
  private let right = 840.0
  private let rowHeight = 28.0

  static func total(_ tally: [(table: TableName, counts: [FigureKind: Int])]) -> [FigureKind: Int] {
    tally.reduce(into: [:]) { total, entry in total.merge(entry.counts, uniquingKeysWith: +) }
  }

  func picture() -> Picture {
    let all = wording.say(de: "Alle Zahlen", en: "All figures")
    let rows =
      [(label: all, counts: Self.total(tally))]
      + tally.map {
        (label: $0.table.definition.label[wording.language], counts: $0.counts)
      }
    var content: [Markup] = []
    for (at, row) in rows.enumerated() {
      content += bar(row.label, row.counts, 8 + Double(at) * rowHeight + (at > 0 ? 8 : 0), at == 0)
    }
    let total = rows[0].counts
    let count = total.values.reduce(0, +)
    let summary = FigureKind.allCases.map {
      let share = wording.percent(Double(total[$0] ?? 0) / Double(max(1, count)))
      return "\($0.label[wording.language]): \(share)"
    }.joined(separator: "; ")
    return Picture(
      id: "picture-figures",
      title: wording.say(
        de: "Wie gut die Zahlen belegt sind", en: "How well founded the figures are"),
      summary: summary, width: 940, height: Double(rows.count) * rowHeight + 20, content: content,
      key: FigureKind.allCases.map {
        (
          Shape.rect(1, 1, 24, 12, "kind-\($0.rawValue)", fill: fill($0)),
          $0.label[wording.language]
        )
      }, table: table(rows))
  }

  private func fill(_ kind: FigureKind) -> String? {
    switch kind {
    case .estimate, .assumption: "url(#picture-figures-\(kind.rawValue))"
    case .fact, .unstated: nil
    }
  }

  private func bar(
    _ label: String, _ counts: [FigureKind: Int], _ y: Double, _ isTotal: Bool
  ) -> [Markup] {
    let total = counts.values.reduce(0, +)
    var parts = [Shape.text(label, left - 10, y + 14, isTotal ? "strong" : "", anchor: "end")]
    var x = left
    for kind in FigureKind.allCases {
      guard let count = counts[kind], count > 0 else { continue }
      let width = (right - left) * Double(count) / Double(total)
      parts.append(
        Shape.rect(x, y, width, isTotal ? 20 : 16, "kind-\(kind.rawValue)", fill: fill(kind)))
      x += width
    }
    parts.append(Shape.text(wording.count(total), right + 10, y + 14, "value"))
    return parts
  }

  private func table(_ rows: [(label: String, counts: [FigureKind: Int])]) -> DataTable {
    DataTable(
      caption: wording.say(
        de: "Zahlen nach Tabelle und Art der Angabe", en: "Figures by table and kind of value"),
      columns: [.text(wording.say(de: "Tabelle", en: "Table"))]
        + FigureKind.allCases.map { .number($0.label[wording.language]) }
        + [.number(wording.say(de: "zusammen", en: "together"))],
      rows: rows.map { row in
        let total = row.counts.values.reduce(0, +)
        return [.text(row.label)]
          + FigureKind.allCases.map { kind in
            let count = row.counts[kind] ?? 0
            let share = wording.percent(Double(count) / Double(max(1, total)))
            return "\(wording.count(count)) \(Markup.element("small", [:], .text("(\(share))")))"
          } + [.text(wording.count(total))]
      })
  }
}
