// SPDX-License-Identifier: Apache-2.0

/// Small pictures of courses over the periods, side by side with the same width.
struct CoursePanels {
  /// One of them; every series has one value a period.
  struct Panel {
    let title: String
    /// What the upright scale counts.
    let unit: String
    var bars: [Double] = []
    /// On top of the bars: what is missing.
    var missing: [Double] = []
    /// A line in steps: what is asked for.
    var steps: [Double] = []
    /// A dashed line: what is owed.
    var dashes: [Double] = []
  }

  let id: String
  let panels: [Panel]
  let periods: PeriodWording
  private var wording: Wording { periods.wording }

  static let width = 940.0
  private static let plotHeight = 132.0
  private static let panelHeight = 206.0
  private static let gutter = 58.0

  private var isSingle: Bool { panels.count == 1 }
  private var panelWidth: Double { isSingle ? Self.width : 455 }

  var height: Double {
    let rows = isSingle ? 1 : (panels.count + 1) / 2
    return Double(rows) * Self.panelHeight
  }

  func content() -> [Markup] {
    panels.enumerated().flatMap { at, panel in
      draw(
        panel, left: isSingle || at % 2 == 0 ? 0 : Self.width - panelWidth,
        top: Double(isSingle ? 0 : at / 2) * Self.panelHeight)
    }
  }

  // MARK: One panel

  private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let axis: ValueAxis
    let periods: Int

    var step: Double { (right - left) / Double(periods) }
    func x(_ at: Int) -> Double { left + Double(at) * step }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * axis.share(value) }
  }

  private func draw(_ panel: Panel, left: Double, top: Double) -> [Markup] {
    let stacked = zip(panel.bars, panel.missing).map { max(0, $0) + $1 }
    let frame = Frame(
      left: left + Self.gutter, right: left + panelWidth - 6, top: top + 38,
      bottom: top + 38 + Self.plotHeight,
      axis: ValueAxis(panel.bars + stacked + panel.steps + panel.dashes),
      periods: periods.periods)
    var parts = [
      Shape.text(
        Shape.fitted(panel.title, panelWidth - 4, size: 13), left, top + 14, "strong"),
      Shape.text(panel.unit, left, top + 29, "small"),
    ]
    parts += scale(frame)
    let bars = bars(panel.bars, from: nil, frame)
    if !bars.isEmpty { parts.append(Shape.path(bars, "bar")) }
    let fallen = self.bars(panel.bars.map { min(0, $0) }, from: nil, frame)
    if panel.bars.contains(where: { $0 < 0 }) {
      parts.append(filled(fallen, "fallen"))
    }
    let missing = self.bars(panel.missing, from: panel.bars, frame)
    if !missing.isEmpty { parts.append(filled(missing, "missing")) }
    if !panel.steps.isEmpty { parts.append(Shape.path(steps(panel.steps, frame), "asked-line")) }
    if panel.dashes.contains(where: { $0 > 0 }) {
      parts.append(Shape.path(steps(panel.dashes, frame), "owed-line"))
    }
    return parts
  }

  private func filled(_ path: String, _ style: String) -> Markup {
    .element("path", ["d": path, "class": style, "fill": "url(#\(id)-critical)"])
  }

  private func scale(_ frame: Frame) -> [Markup] {
    let levels = frame.axis.ticks.flatMap { tick in
      [
        Shape.line(
          frame.left, frame.y(tick), frame.right, frame.y(tick), tick == 0 ? "zero" : "grid"),
        Shape.text(
          ValueAxis.label(tick, wording), frame.left - 6, frame.y(tick) + 4, "small",
          anchor: "end"),
      ]
    }
    let numbers = periods.ticks(isSingle ? 24 : 12).map { period in
      Shape.text(
        "\(period)", frame.x(period - 1) + frame.step / 2, frame.bottom + 16, "small",
        anchor: "middle")
    }
    return levels + numbers + [
      Shape.text(periods.title, frame.left, frame.bottom + 31, "small")
    ]
  }

  private func bars(_ values: [Double], from base: [Double]?, _ frame: Frame) -> String {
    let gap = frame.step > 5 ? 1.5 : 0
    var path = ""
    for (at, value) in values.enumerated() where value != 0 {
      let start = base.map { max(0, $0[at]) } ?? 0
      let (upper, lower) = (frame.y(max(start, start + value)), frame.y(min(start, start + value)))
      guard lower - upper > 0.05 else { continue }
      path +=
        "M\(svg(frame.x(at) + gap / 2)) \(svg(lower))V\(svg(upper))h\(svg(frame.step - gap))V\(svg(lower))z"
    }
    return path
  }

  private func steps(_ values: [Double], _ frame: Frame) -> String {
    var path = ""
    for (at, value) in values.enumerated() {
      let y = svg(frame.y(value))
      path += at == 0 ? "M\(svg(frame.x(0))) \(y)" : "V\(y)"
      path += "H\(svg(frame.x(at + 1)))"
    }
    return path
  }

  // MARK: Signs

  static func barSign() -> Markup { Shape.rect(1, 2, 24, 10, "bar") }
  static func missingSign(_ id: String, style: String = "missing") -> Markup {
    Shape.rect(1, 2, 24, 10, style, fill: "url(#\(id)-critical)")
  }
  static func stepsSign() -> Markup { Shape.path("M1 10H13V4H25", "asked-line") }
  static func dashesSign() -> Markup { Shape.path("M1 7H25", "owed-line") }
}
