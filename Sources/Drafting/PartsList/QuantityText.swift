// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What a cell for a quantity says.
enum QuantityText: Equatable {
  case blank
  case notFitted
  case amount(Amount)
  case negative
  /// A word or something else that is no quantity: "as required".
  case text

  struct Amount: Equatable {
    var estimate: Estimate
    /// "ca. 3", "~1", "max. 5"
    var isRough = false
    /// Whether a thousands separator and a decimal mark could not be told apart.
    var isAmbiguous = false
    /// A unit written behind the number.
    var unit: UnitText?
  }

  init(_ cell: String, style: NumberStyle, isCount: Bool) {
    if let plain = Self.plain(cell) {
      self = .amount(Amount(estimate: Estimate(plain)))
      return
    }
    let text = Self.normal(cell)
    if text.isEmpty || text.allSatisfy({ "-./—_".contains($0) }) {
      self = .blank
      return
    }
    if FittingWords.isNotFitted(cell) {
      self = .notFitted
      return
    }
    var rest = text[...]
    let isRough = Self.dropRoughness(&rest)
    if rest.hasPrefix("-") {
      let number = rest.dropFirst().prefix { $0.isNumber || $0 == "," || $0 == "." }
      self = style.read(number, isCount: isCount) == nil ? .text : .negative
      return
    }
    if let first = rest.first, first == "x" || first == "+" { rest = rest.dropFirst() }
    guard let first = Self.takeNumber(&rest, style, isCount) else {
      self = .text
      return
    }
    var amount = Amount(
      estimate: Estimate(first.number), isRough: isRough, isAmbiguous: first.isAmbiguous)
    if let fraction = Self.takeFraction(&rest, whole: first.number) {
      amount.estimate = Estimate(fraction)
    } else if let last = Self.takeRange(&rest, style, isCount), last.number >= first.number {
      amount.estimate = Estimate(
        low: first.number, likely: (first.number + last.number) / 2, high: last.number)
    }
    let unit = rest.trimmingCharacters(in: .whitespaces)
    if !unit.isEmpty, unit != "x" {
      guard let known = UnitText(unit), known.isKnown else {
        self = .text
        return
      }
      amount.unit = known
    }
    self = .amount(amount)
  }

  /// The most frequent case: up to nine digits and nothing else.
  private static func plain(_ cell: String) -> Double? {
    guard (1...9).contains(cell.utf8.count) else { return nil }
    var number = 0
    for byte in cell.utf8 {
      guard byte >= 48, byte <= 57 else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return Double(number)
  }

  private static func normal(_ cell: String) -> String {
    if cell.isEmpty { return "" }
    guard cell.utf8.count <= 60 else { return "?" }
    var text = cell.lowercased()
    for (from, to) in [
      ("\u{A0}", " "), ("\u{202F}", " "), ("\u{2212}", "-"), ("–", "-"), ("×", "x"), ("...", "-"),
      ("..", "-"), ("½", " 1/2"),
      ("¼", " 1/4"), ("¾", " 3/4"),
    ] { text = text.replacing(from, with: to) }
    return text.trimmingCharacters(in: .whitespaces)
  }

  private static func dropRoughness(_ text: inout Substring) -> Bool {
    for mark in [
      "ca.", "ca ", "circa", "approx.", "approx", "about", "etwa", "rund", "rd.", "~", "≈", "<=",
      ">=", "≤", "≥", "<", ">", "max.", "min.", "max", "min", "bis zu", "up to",
    ] where text.hasPrefix(mark) {
      text = text.dropFirst(mark.count).drop { $0 == " " }
      return true
    }
    return false
  }

  /// Digits with their marks; a blank belongs to the number only between groups of three digits.
  private static func takeNumber(_ text: inout Substring, _ style: NumberStyle, _ isCount: Bool)
    -> NumberStyle.Value?
  {
    var end = text.startIndex
    while end < text.endIndex {
      let character = text[end]
      if character == " " || character == "'" || character == "’" {
        let behind = text[text.index(after: end)...]
        let group = behind.prefix { $0.isASCII && $0.isNumber }
        let next = behind.dropFirst(group.count).first
        guard group.count == 3, next != "/" else { break }
      } else if !(character.isASCII && character.isNumber), character != ",", character != "." {
        break
      }
      end = text.index(after: end)
    }
    var number = text[..<end]
    // "3." and "3, " end a sentence, not a number.
    while let last = number.last, last == "." || last == "," { number.removeLast() }
    guard let value = style.read(number, isCount: isCount) else { return nil }
    text = text[end...].drop { $0 == " " }
    return value
  }

  /// `/2` behind `1`, or `1/2` behind a whole number.
  private static func takeFraction(_ text: inout Substring, whole: Double) -> Double? {
    func parts(_ text: Substring) -> (top: Double, bottom: Double, rest: Substring)? {
      let top = text.prefix { $0.isASCII && $0.isNumber }
      let behind = text.dropFirst(top.count)
      guard behind.first == "/" else { return nil }
      let bottom = behind.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let over = Double(bottom), [2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64].contains(over) else {
        return nil
      }
      let rest = behind.dropFirst(1 + bottom.count).drop { $0 == " " }
      return (top.isEmpty ? whole : Double(top) ?? 0, over, rest)
    }
    guard let found = parts(text), found.top < found.bottom else { return nil }
    let isMixed = text.first != "/"
    text = found.rest
    return (isMixed ? whole : 0) + found.top / found.bottom
  }

  private static func takeRange(_ text: inout Substring, _ style: NumberStyle, _ isCount: Bool)
    -> NumberStyle.Value?
  {
    for mark in ["-", "..", "bis", "to"] where text.hasPrefix(mark) {
      var rest = text.dropFirst(mark.count).drop { $0 == " " || $0 == "." }
      guard let value = takeNumber(&rest, style, isCount) else { return nil }
      text = rest
      return value
    }
    return nil
  }
}
