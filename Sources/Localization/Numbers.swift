// SPDX-License-Identifier: Apache-2.0
import Foundation

extension Language {
  var decimalSeparator: Character { self == .german ? "," : "." }
  var groupSeparator: Character { self == .german ? "." : "," }

  /// A number for people: at most `fractionDigits` decimals, grouped thousands, no trailing zeros.
  ///
  /// Values too small for the digits allowed keep two significant digits (`0.000034`), so a small
  /// share never reads as nothing. Infinity and not-a-number become `∞` and `–`.
  public func number(_ value: Double, fractionDigits: Int = 1) -> String {
    guard value.isFinite else { return value.isNaN ? "–" : value < 0 ? "−∞" : "∞" }
    var digits = fractionDigits
    let size = abs(value)
    if size > 0, size < 0.5 * pow(10, -Double(digits)) {
      digits = min(12, 1 - Int(log10(size).rounded(.down)))
    }
    var text = String(format: "%.\(digits)f", locale: nil, size)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var grouped = ""
    for (offset, digit) in parts[0].enumerated() {
      if offset > 0, (parts[0].count - offset) % 3 == 0 { grouped.append(groupSeparator) }
      grouped.append(digit)
    }
    if parts.count > 1 {
      grouped.append(decimalSeparator)
      grouped += parts[1]
    }
    return value < 0 && text != "0" ? "−" + grouped : grouped
  }

  /// A share (1 = all) in per cent, with the space each language puts before the sign.
  public func percent(_ share: Double, fractionDigits: Int = 0) -> String {
    number(share * 100, fractionDigits: fractionDigits) + (self == .german ? "\u{A0}%" : "%")
  }
}

extension LocalizedText {
  /// A number written the way each language writes it.
  public init(number value: Double, fractionDigits: Int = 1) {
    self.init(
      de: Language.german.number(value, fractionDigits: fractionDigits),
      en: Language.english.number(value, fractionDigits: fractionDigits))
  }
}
