// SPDX-License-Identifier: Apache-2.0

/// When capacity is built and ready, a row an option; below a conversion, what its donor gives up.
struct BuildPicture {
  let context: PlanContext
  let options: [PlannedOption]

  static let id = "picture-builds"
  /// More rows than these make no picture; the table holds the rest.
  static let shown = 40

  private let left = 330.0
  private let right = 800.0
  private let top = 34.0
  private let rowHeight = 34.0
  private let barHeight = 17.0
  private var wording: Wording { context.wording }
  private var periods: Int { context.periods.periods }

  private struct Row {
    let label: String
    let note: String
    let after: String
    let building: [Double]
    let solid: [Double]
    let total: Double
    let style: String
    let fill: String?
  }

  func picture(table: DataTable) -> Picture {
    let shown = options.prefix(Self.shown)
    let rows = shown.flatMap { [row($0)] + (giving($0).map { [$0] } ?? []) }
    let bottom = top + Double(rows.count) * rowHeight
    var content = scale(bottom)
    for (at, row) in rows.enumerated() { content += draw(row, top + Double(at) * rowHeight) }
    var picture = Picture(
      id: Self.id,
      title: wording.say(de: "Was wann gebaut wird", en: "What is built when"),
      summary: summary(shown), width: 980, height: bottom + 10, content: content,
      key: key(shown), table: table, printsLongTable: true)
    picture.hasOptionKinds = true
    return picture
  }

  private func x(_ periodsGone: Int) -> Double {
    left + (right - left) * Double(periodsGone) / Double(periods)
  }

  private func scale(_ bottom: Double) -> [Markup] {
    context.periods.ticks(13).flatMap { period in
      [
        Shape.line(x(period - 1), top - 6, x(period - 1), bottom, "grid"),
        Shape.text("\(period)", x(period - 1), top - 12, "small", anchor: "middle"),
      ]
    } + [
      Shape.line(right, top - 6, right, bottom, "grid"),
      Shape.text(context.periods.title, left - 14, top - 12, "small", anchor: "end"),
    ]
  }

  // MARK: Rows

  private func row(_ option: PlannedOption) -> Row {
    let (building, ready) = option.course(periods)
    var note = option.kind.label[wording.language]
    if option.build.isMovable {
      note +=
        wording.say(de: ", Beginn spätestens ", en: ", start at the latest ")
        + context.periods.short(option.firstStart)
    }
    return Row(
      label: context.optionName(option.build.option), note: note,
      after: context.modules(option.build.total), building: building, solid: ready,
      total: option.build.total, style: "kind-\(option.kind.rawValue)",
      fill: Self.fill(option.kind))
  }

  /// What the civil side gives up, from the start of the conversion on.
  private func giving(_ option: PlannedOption) -> Row? {
    guard let donation = option.donation else { return nil }
    let (building, ready) = option.course(periods)
    let given = zip(building, ready).map { $0 + $1 }
    let line = context.names.plain(.lines, donation.line)
    let loss = wording.number(donation.lossPerDay, 2)
    let runs =
      loss == "1"
      ? wording.say(de: "1\u{A0}Lauf", en: "1\u{A0}run")
      : wording.say(de: "\(loss)\u{A0}Läufe", en: "\(loss)\u{A0}runs")
    return Row(
      label: wording.say(de: "↳ \(line) gibt ab", en: "↳ \(line) gives up"),
      note: wording.say(de: "bis \(runs) je Tag", en: "up to \(runs) per day"),
      after: donation.workers > 0 ? "−\(context.people(donation.workers))" : "−\(loss)",
      building: Array(repeating: 0, count: periods), solid: given, total: option.build.total,
      style: "missing", fill: "url(#\(Self.id)-critical)")
  }

  private func draw(_ row: Row, _ y: Double) -> [Markup] {
    let base = y + barHeight + 6
    var parts = [
      Shape.text(Shape.fitted(row.label, left - 20, size: 13), 0, y + 15),
      Shape.text(Shape.fitted(row.note, left - 20, size: 11), 0, y + 29, "small"),
      Shape.line(left, base, right, base, "grid"),
      Shape.text(row.after, right + 12, y + 19, "value"),
    ]
    let solid = profile(row.solid, on: nil, row.total, base)
    if !solid.isEmpty {
      parts.append(.element("path", ["d": solid, "class": row.style, "fill": row.fill]))
    }
    let building = profile(row.building, on: row.solid, row.total, base)
    if !building.isEmpty { parts.append(Shape.path(building, "building")) }
    return parts
  }

  /// An area as high as the share of all modules, one stretch of equal periods after the other.
  private func profile(_ counts: [Double], on floor: [Double]?, _ total: Double, _ base: Double)
    -> String
  {
    guard total > 0 else { return "" }
    var path = ""
    var at = 0
    while at < counts.count {
      let (count, low) = (counts[at], floor?[at] ?? 0)
      var end = at + 1
      while end < counts.count, counts[end] == count, (floor?[end] ?? 0) == low { end += 1 }
      if count > 1e-9 * total {
        let bottom = base - barHeight * low / total
        let height = max(2, barHeight * count / total)
        path +=
          "M\(svg(x(at))) \(svg(bottom))v\(svg(-height))H\(svg(x(end)))v\(svg(height))z"
      }
      at = end
    }
    return path
  }

  // MARK: Words

  private static func fill(_ kind: PlannedOption.Kind) -> String? {
    kind == .line ? nil : "url(#\(id)-\(kind.rawValue))"
  }

  private func summary(_ shown: ArraySlice<PlannedOption>) -> String {
    shown.prefix(6).map { option in
      let name = context.optionName(option.build.option)
      let start = context.periods.short(option.firstStart)
      let ready = context.periods.short(option.firstReady)
      return wording.say(
        de: "\(name): \(context.modules(option.build.total)), Beginn \(start), nutzbar \(ready)",
        en: "\(name): \(context.modules(option.build.total)), start \(start), usable \(ready)")
    }.joined(separator: "; ")
  }

  private func key(_ shown: ArraySlice<PlannedOption>) -> [(sign: Markup, meaning: String)] {
    var key: [(sign: Markup, meaning: String)] = [
      (
        Shape.path("M1 12v-10H25v10z", "building"),
        wording.say(de: "im Aufbau", en: "being built")
      )
    ]
    for kind in PlannedOption.Kind.allCases where shown.contains(where: { $0.kind == kind }) {
      let label = kind.label[wording.language]
      key.append(
        (
          Shape.rect(1, 2, 24, 10, "kind-\(kind.rawValue)", fill: Self.fill(kind)),
          wording.say(de: "nutzbar: \(label)", en: "usable: \(label)")
        ))
    }
    if shown.contains(where: { $0.donation != nil }) {
      key.append(
        (
          CoursePanels.missingSign(Self.id),
          wording.say(de: "was die zivile Seite abgibt", en: "what the civil side gives up")
        ))
    }
    return key
  }
}
