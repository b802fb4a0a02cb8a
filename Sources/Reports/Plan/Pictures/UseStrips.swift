// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Strips of use, a row an element and a field a period: the darker, the fuller.
struct UseStrips {
  let context: PlanContext
  let uses: [CapacityUse]

  static let id = "picture-use"
  static let shown = 15
  /// Of more periods than these, neighbours share a field that shows the fullest.
  static let mostFields = 104

  private let left = 400.0
  private let right = 900.0
  private let top = 30.0
  private let rowHeight = 26.0
  private var wording: Wording { context.wording }

  func picture(table: DataTable) -> Picture {
    let shown = uses.prefix(Self.shown)
    let bottom = top + Double(shown.count) * rowHeight
    var content = scale(bottom)
    for (at, use) in shown.enumerated() { content += strip(use, top + Double(at) * rowHeight) }
    return Picture(
      id: Self.id,
      title: wording.say(
        de: "Auslastung der am stärksten genutzten Kapazitäten",
        en: "Use of the busiest capacities"),
      summary: shown.prefix(5).map {
        "\(label($0)): \(wording.percent($0.mean))"
      }.joined(separator: "; "), width: 980, height: bottom + 12, content: content, key: key(),
      table: table)
  }

  func label(_ use: CapacityUse) -> String {
    "\(use.table.definition.label[wording.language]): \(context.names.plain(use.table, use.row))"
  }

  private func scale(_ bottom: Double) -> [Markup] {
    let width = (right - left) / Double(context.periods.periods)
    return context.periods.ticks(14).map { period in
      Shape.text(
        "\(period)", left + (Double(period) - 0.5) * width, top - 10, "small", anchor: "middle")
    } + [
      Shape.text(context.periods.title, left - 10, top - 10, "small", anchor: "end"),
      Shape.text(
        wording.say(de: "im Mittel", en: "on average"), 972, top - 10, "small", anchor: "end"),
    ]
  }

  private func strip(_ use: CapacityUse, _ y: Double) -> [Markup] {
    let fields = fields(use.shares)
    let width = (right - left) / Double(fields.count)
    let gap = width > 5 ? 1.0 : 0
    var parts = [
      Shape.text(Shape.fitted(label(use), left - 14, size: 13), left - 10, y + 16, anchor: "end")
    ]
    for (at, share) in fields.enumerated() {
      let x = left + Double(at) * width
      guard let share else {
        parts.append(Shape.line(x, y + 11, x + width - gap, y + 11, "grid"))
        continue
      }
      let level = share >= CapacityUse.full ? 5 : Int(share * 5)
      parts.append(
        Shape.rect(
          x, y + 3, width - gap, 18, "heat-\(level)",
          fill: level == 5 ? "url(#\(Self.id)-critical)" : nil))
    }
    parts.append(Shape.text(wording.percent(use.mean), 972, y + 16, "value", anchor: "end"))
    return parts
  }

  /// The fullest of each group of neighbours.
  private func fields(_ shares: [Double?]) -> [Double?] {
    let group = (shares.count + Self.mostFields - 1) / Self.mostFields
    guard group > 1 else { return shares }
    return stride(from: 0, to: shares.count, by: group).map { first in
      shares[first..<min(first + group, shares.count)].compactMap(\.self).max()
    }
  }

  private func key() -> [(sign: Markup, meaning: String)] {
    [
      (
        Shape.rect(0, 2, 8, 10, "heat-0") + Shape.rect(9, 2, 8, 10, "heat-2")
          + Shape.rect(18, 2, 8, 10, "heat-4"),
        wording.say(de: "wenig bis fast ganz genutzt", en: "used little to almost fully")
      ),
      (
        Shape.rect(1, 2, 24, 10, "heat-5", fill: "url(#\(Self.id)-critical)"),
        wording.say(de: "ganz genutzt", en: "used fully")
      ),
      (
        Shape.line(1, 7, 25, 7, "grid"),
        wording.say(de: "noch keine Kapazität", en: "no capacity yet")
      ),
    ]
  }
}
