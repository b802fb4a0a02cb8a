// SPDX-License-Identifier: Apache-2.0

/// The few large figures at the head of a report.
enum KeyFigures {
  static func markup(_ items: [(value: String, meaning: String, isAlarm: Bool)]) -> Markup {
    .element(
      "dl", ["class": "figures"],
      items.map { item in
        .element(
          "div", [:], .element("dt", [:], .text(item.meaning)),
          // Large figures may break between number and unit on a narrow screen.
          .element(
            "dd", ["class": item.isAlarm ? "alarm" : nil],
            .text(item.value.replacing("\u{A0}", with: " "))))
      })
  }
}
