// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The chain by tiers: boxes for materials, bands for what goes into what.
struct TierPicture {
  let context: ReportContext
  private let graph: TierGraph
  private let layout: TierLayout
  private var wording: Wording { context.wording }

  init(_ context: ReportContext) {
    self.context = context
    graph = TierGraph(context)
    layout = TierLayout(graph)
  }

  /// nil for a chain in which no demand rests on any material.
  func picture() -> Picture? {
    guard !graph.boxes.isEmpty else { return nil }
    let critical = context.criticalDays.count
    return Picture(
      id: "picture-tiers",
      title: wording.say(
        de: "Die Kette nach Stufen, vom Rohstoff (links) zum Produkt (rechts)",
        en: "The chain by tiers, from raw material (left) to product (right)"),
      summary: wording.say(
        de:
          "\(graph.boxes.count) Kästen in \(graph.columns) Spalten für \(context.basis.tier.count { $0 != nil }) Materialien; \(critical) davon kritisch.",
        en:
          "\(graph.boxes.count) boxes in \(graph.columns) columns for \(context.basis.tier.count { $0 != nil }) materials; \(critical) of them critical."
      ), width: layout.width, height: layout.height,
      content: headings() + flows() + graph.boxes.indices.flatMap(box), key: key(), table: table())
  }

  private func headings() -> [Markup] {
    graph.tiers.enumerated().map { column, tiers in
      Shape.text(tierName(tiers), layout.columnX[column] + 1, 22, "heading")
    }
  }

  private func tierName(_ tiers: ClosedRange<Int>) -> String {
    if tiers.upperBound == 0 { return wording.say(de: "Produkt", en: "Product") }
    let range =
      tiers.count == 1 ? "\(tiers.lowerBound)" : "\(tiers.lowerBound)–\(tiers.upperBound)"
    return wording.say(de: "Stufe \(range)", en: "Tier \(range)")
  }

  private func flows() -> [Markup] {
    let most = Double(graph.flows.map(\.count).max() ?? 1)
    let bands = graph.flows.filter {
      graph.boxes[$0.flow.from].column != graph.boxes[$0.flow.to].column
    }
    // Bands from the worst materials lie on top.
    let ordered =
      bands.filter { !graph.worst.contains($0.flow.from) }
      + bands.filter { graph.worst.contains($0.flow.from) }
    return ordered.map { flow, count in
      let from = layout.places[flow.from]
      let to = layout.places[flow.to]
      let isForward = from.x < to.x
      let x1 = from.x + (isForward ? layout.boxWidth : 0)
      let x2 = to.x + (isForward ? 0 : layout.boxWidth)
      let (y1, y2) = (from.y + layout.boxHeight / 2, to.y + layout.boxHeight / 2)
      let bend = (x2 - x1) * 0.5
      let width = graph.isGrouped ? 1 + 5 * (Double(count) / most).squareRoot() : 1.4
      return Shape.path(
        "M\(svg(x1)) \(svg(y1))C\(svg(x1 + bend)) \(svg(y1)) \(svg(x2 - bend)) \(svg(y2)) \(svg(x2)) \(svg(y2))",
        graph.worst.contains(flow.from) ? "flow critical" : "flow", width: width)
    }
  }

  private func isCritical(_ box: Int) -> Bool {
    graph.boxes[box].criticalDays != nil && !graph.boxes[box].isGroup
  }

  private func box(_ at: Int) -> [Markup] {
    let box = graph.boxes[at]
    let place = layout.places[at]
    let isMarked = isCritical(at)
    let style = "box" + (box.isGroup ? " group" : "") + (isMarked ? " critical" : "")
    var parts = [
      Shape.rect(place.x, place.y, layout.boxWidth, layout.boxHeight, style, radius: 2)
    ]
    let inner = layout.boxWidth - 16
    let x = place.x + 10
    if isMarked {
      parts.append(
        Shape.rect(
          place.x, place.y, 5, layout.boxHeight, "edge", fill: "url(#picture-tiers-critical)"))
    }
    let label = box.isGroup ? "\(wording.count(box.materials.count)) × \(box.label)" : box.label
    for (at, line) in Shape.lines(label, inner, size: 12).enumerated() {
      parts.append(Shape.text(line, x, place.y + 15 + Double(at) * 14, "label"))
    }
    let foot = place.y + layout.boxHeight - 8
    var noteX = x
    if let days = box.criticalDays {
      let text = box.isGroup ? wording.count(box.criticalCount) : wording.dayNumber(days) + dayUnit
      parts.append(Shape.warning(x, foot, 8))
      parts.append(Shape.text(text, x + 11, foot, "small alarm"))
      noteX += 17 + Shape.width(text, size: 11)
    }
    let note = Shape.fitted(note(box), inner - (noteX - x) + 4, size: 10.5)
    parts.append(Shape.text(note, noteX, foot, "small"))
    return parts
  }

  private var dayUnit: String { "\u{A0}" + wording.say(de: "T", en: "d") }

  /// Where it comes from: the number of sources and their countries.
  private func note(_ box: TierGraph.Box) -> String {
    let sources = box.materials.flatMap(context.basis.usable)
    let sites = Set(sources.map { "\($0.table == .supplies ? "e\($0.row)" : "s\($0.site)")" }).count
    let text = wording.count(
      sites, de: ("Quelle", "Quellen"), en: ("source", "sources"))
    let countries = countryCodes(sources)
    guard !countries.isEmpty else { return text }
    let more = countries.count > 3 ? " +\(countries.count - 3)" : ""
    return "\(text) · \(countries.prefix(3).joined(separator: " "))\(more)"
  }

  private func countryCodes(_ sources: [MaterialBasis.Source]) -> [String] {
    var counts: [String: Int] = [:]
    for source in sources {
      counts[MaterialGrouping.country(context.chain, source), default: 0] += 1
    }
    counts[""] = nil
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func key() -> [(sign: Markup, meaning: String)] {
    var key: [(sign: Markup, meaning: String)] = []
    if graph.boxes.contains(where: { $0.criticalDays != nil }) {
      key.append(
        (
          Shape.warning(8, 12),
          wording.say(
            de:
              "kritisch: kürzeste Reichweite in Tagen (T); bei Gruppen die Zahl kritischer Materialien",
            en:
              "critical: shortest time to survive in days (d); for groups the number of critical materials"
          )
        ))
    }
    if graph.isGrouped {
      key.append(
        (
          Shape.rect(1, 1, 24, 12, "box group"),
          wording.say(de: "mehrere Materialien zusammengefasst", en: "several materials together")
        ))
    }
    key.append(
      (
        Shape.path("M0 7H26", "flow", width: graph.isGrouped ? 4 : 1.4),
        graph.isGrouped
          ? wording.say(
            de: "geht ein in; breiter, wo mehr Materialien eingehen",
            en: "goes into; wider where more materials do")
          : wording.say(de: "geht ein in", en: "goes into")
      ))
    return key
  }

  private func table() -> DataTable {
    let order = graph.boxes.indices.sorted {
      (graph.boxes[$0].column, layout.places[$0].y) < (graph.boxes[$1].column, layout.places[$1].y)
    }
    return DataTable(
      caption: wording.say(de: "Materialien nach Stufen", en: "Materials by tier"),
      columns: [
        .text(wording.say(de: "Material oder Gruppe", en: "Material or group")),
        .text(wording.say(de: "Stufe", en: "Tier")),
        .number(wording.say(de: "Materialien", en: "Materials")),
        .text(wording.say(de: "Quellen und Länder", en: "Sources and countries")),
        .number(
          wording.say(de: "kürzeste kritische Reichweite", en: "shortest critical time to survive")),
        .text(wording.say(de: "geht ein in", en: "goes into")),
      ],
      rows: order.map { at in
        let box = graph.boxes[at]
        let into = graph.flows.filter { $0.flow.from == at }.map { graph.boxes[$0.flow.to] }
        let shown = into.prefix(4).map { ChainNames.isolated($0.label) }.joined(by: ", ")
        let rest = into.count > 4 ? Markup.text(" + \(into.count - 4)") : .empty
        return [
          box.isGroup
            ? ChainNames.isolated(box.label) : context.names.cell(.materials, box.materials[0]),
          .text(tierName(graph.tiers[box.column])), .text(wording.count(box.materials.count)),
          .text(note(box)), .text(box.criticalDays.map { wording.days($0) } ?? "–"), shown + rest,
        ]
      })
  }
}
