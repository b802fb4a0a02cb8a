// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// How the result spreads when uncertain figures are drawn from their ranges.
struct SpreadPicture {
  let context: PlanContext
  let sensitivity: PlanSensitivity

  private let left = 60.0
  private let right = 900.0
  private let top = 46.0
  private let bottom = 206.0
  private static let most = 24
  private var wording: Wording { context.wording }

  func picture(table: DataTable) -> Picture {
    let values = sensitivity.objectives.filter(\.isFinite)
    let low = values.min() ?? 0
    let high = max(values.max() ?? 1, low + max(abs(low), 1) * 1e-9)
    let count = min(Self.most, max(4, Int(Double(values.count).squareRoot())))
    var bins = Array(repeating: 0.0, count: count)
    for value in values {
      bins[min(count - 1, Int((value - low) / (high - low) * Double(count)))] += 1
    }
    let width = (right - left) / Double(count)
    let axis = ValueAxis(bins)
    var content = axis.ticks.filter { $0 == $0.rounded() }.flatMap { tick in
      let y = bottom - (bottom - top) * axis.share(tick)
      return [
        Shape.line(left, y, right, y, tick == 0 ? "zero" : "grid"),
        Shape.text(wording.number(tick, 0), left - 6, y + 4, "small", anchor: "end"),
      ]
    }
    for (at, bin) in bins.enumerated() where bin > 0 {
      let height = (bottom - top) * axis.share(bin)
      content.append(
        Shape.rect(left + Double(at) * width + 0.5, bottom - height, width - 1, height, "bar"))
    }
    content += marks(low, high)
    let shown = sensitivity.quantiles.map {
      "\(wording.percent($0.share)): \(context.objective($0.value))"
    }
    return Picture(
      id: "picture-spread",
      title: wording.say(
        de: "Wie sich das Ergebnis mit unsicheren Zahlen verteilt",
        en: "How the result spreads with uncertain figures"),
      summary: shown.joined(separator: "; "), width: 940, height: bottom + 44, content: content,
      key: [
        (
          CoursePanels.barSign(),
          wording.say(de: "Anzahl der Rechnungen", en: "number of computations")
        ),
        (
          Shape.path("M13 0V14", "asked-line"),
          wording.say(
            de: "so viele vom Hundert liegen darunter", en: "so many in a hundred lie below")
        ),
      ], table: table)
  }

  private func marks(_ low: Double, _ high: Double) -> [Markup] {
    func x(_ value: Double) -> Double { left + (right - left) * (value - low) / (high - low) }
    var parts: [Markup] = []
    var taken = -100.0
    for quantile in sensitivity.quantiles where (low...high).contains(quantile.value) {
      let x = x(quantile.value)
      parts.append(Shape.line(x, top - 8, x, bottom, "asked-line"))
      guard x - taken > 42 else { continue }
      taken = x
      parts.append(
        Shape.text(wording.percent(quantile.share), x, top - 14, "small", anchor: "middle"))
    }
    for (value, anchor) in [(low, "start"), ((low + high) / 2, "middle"), (high, "end")] {
      parts.append(
        Shape.text(context.objective(value), x(value), bottom + 18, "small", anchor: anchor))
    }
    return parts
  }
}

/// The figures that move the result most: how far it goes with each of them alone.
struct DriverPicture {
  let context: PlanContext
  let drivers: [PlanSensitivity.Driver]
  let center: Double
  let label: (PlanSensitivity.Driver) -> String

  private let left = 380.0
  private let right = 900.0
  private let top = 34.0
  private let rowHeight = 44.0
  private var wording: Wording { context.wording }

  func picture(table: DataTable) -> Picture {
    let ends = drivers.flatMap { [$0.atLow, $0.atHigh].compactMap(\.self) } + [center]
    let low = ends.min() ?? center
    let high = max(ends.max() ?? center, low + max(abs(low), 1) * 1e-9)
    func x(_ value: Double) -> Double {
      left + 60 + (right - left - 120) * (value - low) / (high - low)
    }
    let bottom = top + Double(drivers.count) * rowHeight
    var content = [
      Shape.line(x(center), top - 6, x(center), bottom, "asked-line"),
      Shape.text(
        wording.say(de: "Plan: ", en: "plan: ") + context.objective(center), x(center), top - 12,
        "small", anchor: "middle"),
    ]
    for (at, driver) in drivers.enumerated() {
      let y = top + Double(at) * rowHeight
      for line in Shape.lines(label(driver), left - 20, size: 13).enumerated() {
        content.append(Shape.text(line.element, 0, y + 16 + Double(line.offset) * 15))
      }
      for (value, isHigh) in [(driver.atLow, false), (driver.atHigh, true)] {
        guard let value else { continue }
        let (from, to) = (min(x(center), x(value)), max(x(center), x(value)))
        content.append(
          Shape.rect(
            from, y + 6, max(1.5, to - from), 16, isHigh ? "bar" : "kind-estimate",
            fill: isHigh ? nil : "url(#picture-drivers-estimate)"))
        let isLeft = value < center
        content.append(
          Shape.text(
            context.objective(value), isLeft ? from - 5 : to + 5, y + 18, "small",
            anchor: isLeft ? "end" : "start"))
      }
    }
    return Picture(
      id: "picture-drivers",
      title: wording.say(
        de: "Welche Zahlen das Ergebnis am meisten bewegen",
        en: "Which figures move the result most"),
      summary: drivers.map(label).joined(separator: "; "), width: 980, height: bottom + 8,
      content: content,
      key: [
        (
          Shape.rect(1, 2, 24, 10, "kind-estimate", fill: "url(#picture-drivers-estimate)"),
          wording.say(de: "Zahl am unteren Ende ihrer Spanne", en: "figure at its low end")
        ),
        (
          CoursePanels.barSign(),
          wording.say(de: "Zahl am oberen Ende ihrer Spanne", en: "figure at its high end")
        ),
      ], table: table)
  }
}
