// SPDX-License-Identifier: Apache-2.0
import Resilience

/// Bars of days for the disruptions felt soonest.
struct RankingPicture {
  let context: ReportContext

  static let shown = 20
  private let rowHeight = 30.0
  private let left = 400.0
  private let right = 910.0
  private let top = 30.0

  private var wording: Wording { context.wording }

  func picture(table: DataTable) -> Picture {
    let entries = Array(context.ranking.all.prefix(Self.shown))
    let axis = Axis(longest(entries))
    let bottom = top + Double(entries.count) * rowHeight
    var content = gridlines(axis, bottom)
    for (at, entry) in entries.enumerated() {
      content += bar(entry, axis, top + Double(at) * rowHeight)
    }
    let title = wording.say(
      de: "Reichweite je Störung, die kürzeste zuerst",
      en: "Time to survive of each disruption, the shortest first")
    let summary = entries.prefix(5).map {
      "\($0.rank). \(context.names.plain($0.disruption)): \(wording.days($0.survival.days))"
    }.joined(separator: "; ")
    return Picture(
      id: "picture-ranking", title: title, summary: summary, width: 980, height: bottom + 12,
      content: content, key: key(entries), table: table, printsLongTable: true)
  }

  private func longest(_ entries: [RankedDisruption]) -> Double {
    let limited = entries.filter(\.survival.isLimited)
    let days = limited.map(\.survival.days) + limited.compactMap { $0.survival.phased?.days }
    let longest = days.max() ?? 0
    // Recovery times are shown where they do not squeeze the bars.
    let recoveries = limited.compactMap { $0.recovery?.days }.filter { $0 <= longest * 2 }
    return max(longest, recoveries.max() ?? 0, 10)
  }

  private func x(_ days: Double, _ axis: Axis) -> Double {
    left + (right - left) * min(1, days / axis.end)
  }

  private func gridlines(_ axis: Axis, _ bottom: Double) -> [Markup] {
    axis.ticks.flatMap { tick in
      [
        Shape.line(x(tick, axis), top - 6, x(tick, axis), bottom, "grid"),
        Shape.text(wording.number(tick), x(tick, axis), top - 12, "small", anchor: "middle"),
      ]
    } + [
      Shape.text(
        wording.say(de: "Reichweite in Tagen", en: "time to survive in days"), left - 10, top - 12,
        "small", anchor: "end")
    ]
  }

  private func bar(_ entry: RankedDisruption, _ axis: Axis, _ y: Double) -> [Markup] {
    let survival = entry.survival
    let middle = y + rowHeight / 2
    let end = survival.isLimited ? x(survival.days, axis) : right
    let phased = survival.phased.flatMap { $0.isLimited ? $0 : nil }
    let height = phased == nil ? 14.0 : 11.0
    var parts: [Markup] = []
    if entry.isCritical { parts.append(Shape.warning(2, middle + 4)) }
    parts.append(Shape.text("\(entry.rank)", 36, middle + 4, "rank", anchor: "end"))
    let name = Shape.fitted(context.names.plain(entry.disruption), left - 62 - 50, size: 13)
    parts.append(Shape.text(name, 46, middle + 4))
    parts.append(
      Shape.rect(
        left, middle - 7, max(end - left, 1.5), height,
        survival.isLimited ? "bar" : "bar open",
        fill: entry.isCritical ? "url(#picture-ranking-critical)" : nil))
    if let phased {
      parts.append(
        Shape.rect(left, middle + 4.5, max(x(phased.days, axis) - left, 1.5), 4, "phased"))
    }
    let label =
      survival.isLimited
      ? wording.dayNumber(survival.days) : "≥ " + wording.dayNumber(survival.days)
    parts.append(Shape.text(label, left - 10, middle + 4, "value", anchor: "end"))
    if survival.isLimited, let days = entry.recovery?.days {
      parts += recovery(days, axis, middle)
    }
    return parts
  }

  /// A diamond at the time to recover; beyond the axis, its number at the edge.
  private func recovery(_ days: Double, _ axis: Axis, _ middle: Double) -> [Markup] {
    if days <= axis.end { return [diamond(x(days, axis), middle - 1)] }
    return [
      diamond(right + 20, middle),
      Shape.text(wording.dayNumber(days), right + 30, middle + 4, "small"),
    ]
  }

  private func diamond(_ x: Double, _ y: Double) -> Markup {
    Shape.path("M\(svg(x)) \(svg(y - 5))l5 5l-5 5l-5 -5z", "recovery")
  }

  private func key(_ entries: [RankedDisruption]) -> [(sign: Markup, meaning: String)] {
    var key: [(sign: Markup, meaning: String)] = []
    if entries.contains(where: { !$0.isCritical }) {
      key.append(
        (Shape.rect(1, 2, 24, 10, "bar"), wording.say(de: "Reichweite", en: "time to survive")))
    }
    if entries.contains(where: \.isCritical) {
      key.append(
        (
          Shape.warning(0, 11)
            + Shape.rect(12, 2, 14, 10, "bar", fill: "url(#picture-ranking-critical)"),
          wording.say(
            de: "kritisch: kürzer als die Wiederanlaufzeit, ohne Angabe unter 30 Tagen",
            en: "critical: shorter than the time to recover, if unstated under 30 days")
        ))
    }
    if entries.contains(where: { $0.survival.phased?.isLimited == true }) {
      key.append(
        (
          Shape.rect(1, 5, 24, 4, "phased"),
          wording.say(de: "Reichweite mit Durchlaufzeiten", en: "time to survive with lead times")
        ))
    }
    if entries.contains(where: { $0.recovery != nil }) {
      key.append(
        (
          diamond(13, 7),
          wording.say(
            de: "Wiederanlaufzeit; rechts außen, wo sie länger ist als die Achse",
            en: "time to recover; at the far right where it is longer than the axis")
        ))
    }
    return key
  }
}

/// A scale from 0 with round steps.
struct Axis {
  let end: Double
  let ticks: [Double]

  init(_ longest: Double) {
    var step = 1.0
    while longest / step > 6 {
      let lead = step / Self.power(step)
      step *= lead == 2 ? 2.5 : 2
    }
    end = max(step, (longest / step).rounded(.up) * step)
    ticks = (0...Int((end / step).rounded())).map { Double($0) * step }
  }

  /// The power of ten at or below a step.
  private static func power(_ value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    return power
  }
}
