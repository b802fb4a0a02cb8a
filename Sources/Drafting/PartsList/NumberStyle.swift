// SPDX-License-Identifier: Apache-2.0

/// How a list writes its numbers, as far as its own cells tell.
struct NumberStyle {
  private var hasDecimalComma = false
  private var hasDecimalPoint = false
  /// Whether the file's delimiter is the one spreadsheets with decimal commas write.
  private let isContinental: Bool

  init(isContinental: Bool) { self.isContinental = isContinental }

  /// Learns from a cell: `1,5` and `0,25` show a decimal comma, `1.5` a decimal point.
  mutating func learn(_ text: String) {
    guard text.utf8.count <= 40 else { return }
    for (mark, isComma) in [(Character(","), true), (".", false)] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 2, let whole = parts[0].last, whole.isASCII, whole.isNumber else {
        continue
      }
      let decimals = parts[1].prefix { $0.isASCII && $0.isNumber }
      let isLoneZero = whole == "0" && parts[0].dropLast().last?.isNumber != true
      let isClear = !decimals.isEmpty && (decimals.count != 3 || isLoneZero)
      if isClear, isComma { hasDecimalComma = true }
      if isClear, !isComma { hasDecimalPoint = true }
    }
  }

  /// A number, and whether it might as well be another one.
  struct Value: Equatable {
    let number: Double
    var isAmbiguous = false
  }

  /// Reads `1.234,5`, `1,234.5`, `1 234`, `1'234`; nil where the text is no number.
  ///
  /// One mark before three digits may be a decimal mark or a thousands separator. The rest of the
  /// file decides, then what is counted: nobody needs 1.234 pieces.
  func read(_ text: some StringProtocol, isCount: Bool) -> Value? {
    var plain = ""
    for character in text where !"'’ \u{A0}\u{202F}\u{2009}".contains(character) {
      plain.append(character)
    }
    guard plain.utf8.count <= 30,
      plain.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 44 || $0 == 46 })
    else { return nil }
    let lastComma = plain.lastIndex(of: ",")
    let lastPoint = plain.lastIndex(of: ".")
    guard let mark = [lastComma, lastPoint].compactMap({ $0 }).max() else {
      return Self.value(plain)
    }
    let marks = plain.filter { $0 == "," || $0 == "." }
    if lastComma != nil, lastPoint != nil {
      // Both: the last one is the decimal mark, and stands once.
      let decimal = plain[mark]
      guard marks.count(where: { $0 == decimal }) == 1 else { return nil }
      return Self.value(plain.filter { $0 != "," && $0 != "." || $0 == decimal })
    }
    let digitsBehind = plain.distance(from: mark, to: plain.endIndex) - 1
    if marks.count > 1 { return Self.value(plain.filter { $0 != "," && $0 != "." }) }
    if digitsBehind != 3 || plain.hasPrefix("0") { return Self.value(plain) }
    return single(plain, isComma: plain[mark] == ",", isCount: isCount)
  }

  /// `1,234` or `1.234`.
  private func single(_ plain: String, isComma: Bool, isCount: Bool) -> Value? {
    let decimal = Self.value(plain)
    let grouped = Self.value(plain.filter { $0 != "," && $0 != "." })
    let speaksDecimal = isComma ? hasDecimalComma : hasDecimalPoint
    let speaksGrouped = isComma ? hasDecimalPoint : hasDecimalComma
    if speaksDecimal != speaksGrouped { return speaksDecimal ? decimal : grouped }
    let isUsualMark = isComma == isContinental
    if !speaksDecimal, isUsualMark, !isCount { return decimal }
    if !speaksDecimal, !isUsualMark, isCount { return grouped }
    let best = isCount ? grouped : decimal
    return best.map { Value(number: $0.number, isAmbiguous: true) }
  }

  private static func value(_ text: String) -> Value? {
    let dotted = text.replacing(",", with: ".")
    guard dotted.utf8.contains(where: { $0 >= 48 && $0 <= 57 }), let number = Double(dotted),
      number.isFinite
    else { return nil }
    return Value(number: number)
  }
}
