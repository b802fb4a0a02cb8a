// SPDX-License-Identifier: Apache-2.0

/// Lying bars with a name before and a figure behind them, the second part of a bar hatched.
struct BarsPicture {
  struct Bar {
    let label: String
    let value: Double
    /// Follows the value in the same bar.
    var missing = 0.0
    let figure: String
  }

  let id: String
  let title: String
  let summary: String
  let bars: [Bar]
  /// What the two parts of a bar mean.
  let meaning: (value: String, missing: String)

  private let left = 340.0
  private let right = 790.0
  private let rowHeight = 27.0

  func picture(table: DataTable) -> Picture {
    let longest = bars.map { $0.value + $0.missing }.max() ?? 1
    let content = bars.enumerated().flatMap { at, bar -> [Markup] in
      let y = 4 + Double(at) * rowHeight
      let width = (right - left) * bar.value / max(longest, 1e-300)
      let missing = (right - left) * bar.missing / max(longest, 1e-300)
      var parts = [
        Shape.text(
          Shape.fitted(bar.label, left - 16, size: 13), left - 10, y + 15, anchor: "end")
      ]
      if width > 0 { parts.append(Shape.rect(left, y + 3, max(width, 1.5), 16, "bar")) }
      if missing > 0 {
        parts.append(
          Shape.rect(
            left + width, y + 3, max(missing, 1.5), 16, "missing", fill: "url(#\(id)-critical)"))
      }
      parts.append(Shape.text(bar.figure, left + width + missing + 10, y + 16, "value"))
      return parts
    }
    var key: [(sign: Markup, meaning: String)] = []
    if bars.contains(where: { $0.missing > 0 }) {
      if bars.contains(where: { $0.value > 0 }) {
        key.append((CoursePanels.barSign(), meaning.value))
      }
      key.append((CoursePanels.missingSign(id), meaning.missing))
    }
    return Picture(
      id: id, title: title, summary: summary, width: 940,
      height: Double(bars.count) * rowHeight + 8, content: content, key: key, table: table)
  }
}
