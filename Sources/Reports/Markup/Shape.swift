// SPDX-License-Identifier: Apache-2.0

/// A coordinate to one decimal, with a point whatever the language.
func svg(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let tenths = (value * 10).rounded()
  let whole = Int(tenths / 10)
  let rest = Int(abs(tenths)) % 10
  if rest == 0 { return String(whole) }
  return (tenths < 0 && whole == 0 ? "-0" : String(whole)) + ".\(rest)"
}

/// Shapes and texts of pictures.
enum Shape {
  static func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: String? = nil
  ) -> Markup {
    .element(
      "text",
      ["x": svg(x), "y": svg(y), "class": style.isEmpty ? nil : style, "text-anchor": anchor],
      .text(text))
  }

  static func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String,
    fill: String? = nil, radius: Double = 0
  ) -> Markup {
    .element(
      "rect",
      [
        "x": svg(x), "y": svg(y), "width": svg(max(0, width)), "height": svg(max(0, height)),
        "class": style, "fill": fill, "rx": radius > 0 ? svg(radius) : nil,
      ])
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String)
    -> Markup
  {
    .element(
      "line",
      ["x1": svg(x1), "y1": svg(y1), "x2": svg(x2), "y2": svg(y2), "class": style])
  }

  static func path(_ path: String, _ style: String, width: Double? = nil) -> Markup {
    .element("path", ["d": path, "class": style, "stroke-width": width.map(svg)])
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> Markup {
    .element("circle", ["cx": svg(x), "cy": svg(y), "r": svg(radius), "class": style])
  }

  /// A triangle standing on its base, the sign for critical.
  static func warning(_ x: Double, _ y: Double, _ size: Double = 9) -> Markup {
    path(
      "M\(svg(x)) \(svg(y))h\(svg(size))l\(svg(-size / 2)) \(svg(-size * 0.87))z", "warning")
  }

  /// Cuts a text to about a width, with an ellipsis.
  static func fitted(_ text: String, _ width: Double, size: Double) -> String {
    guard self.width(text, size: size) > width else { return text }
    var kept = ""
    var used = size * 0.8
    for character in text {
      used += self.width(String(character), size: size)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// Breaks a text into at most two lines, the second cut where it does not fit.
  static func lines(_ text: String, _ width: Double, size: Double) -> [String] {
    guard self.width(text, size: size) > width else { return [text] }
    let words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    var first = ""
    var taken = 0
    for word in words {
      let longer = first.isEmpty ? word : "\(first) \(word)"
      if self.width(longer, size: size) > width { break }
      first = longer
      taken += 1
    }
    guard taken > 0 else { return brokenWord(text, width, size: size) }
    // A unit or a number alone in the second line takes the word before it along.
    if taken > 1, words.count - taken == 1, words[taken].count < 3 {
      taken -= 1
      first = words.prefix(taken).joined(separator: " ")
    }
    let rest = words.dropFirst(taken).joined(separator: " ")
    return [first, fitted(rest, width, size: size)]
  }

  /// A first word too long for a line goes on in the next.
  private static func brokenWord(_ text: String, _ width: Double, size: Double) -> [String] {
    var first = ""
    for character in text {
      if self.width(first + String(character) + "-", size: size) > width { break }
      first.append(character)
    }
    // Not a single letter in the next line.
    let word = text.prefix { $0 != " " }.count
    if word - first.count < 4, word > 8 { first = String(text.prefix(word - 4)) }
    guard !first.isEmpty else { return [fitted(text, width, size: size)] }
    let rest = String(text.dropFirst(first.count))
    return [first + (first.last == "-" ? "" : "-"), fitted(rest, width, size: size)]
  }

  /// About how wide a text runs in a common sans-serif, a little on the safe side.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { total, scalar in
      let share: Double =
        switch scalar {
        case "i", "j", "l", "I", "t", "f", "r", ".", ",", ":", ";", "'", "|", " ", "(", ")", "-":
          0.34
        case "m", "w", "M", "W", "@", "%", "→": 0.9
        case "A"..."Z", "Ä", "Ö", "Ü": 0.7
        case _ where scalar.value >= 0x2E80: 1
        default: 0.57
        }
      return total + share * size
    }
  }
}
