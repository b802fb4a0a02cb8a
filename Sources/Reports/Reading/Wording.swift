// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

/// How a report speaks: one language, its numbers, and phrases that recur.
struct Wording: Sendable {
  let language: Language
  /// ISO 4217, nil where the chain does not say.
  let currency: String?

  /// A sentence in the report's language; it cannot be written without the other one.
  func tell(de german: Markup, en english: Markup) -> Markup {
    language == .german ? german : english
  }

  /// The same for plain text.
  func say(de german: String, en english: String) -> String {
    LocalizedText(de: german, en: english)[language]
  }

  func number(_ value: Double, _ fractionDigits: Int = 1) -> String {
    language.number(value, fractionDigits: fractionDigits)
  }

  func count(_ value: Int) -> String { language.number(Double(value), fractionDigits: 0) }

  /// A count with its noun in the right number, joined so that no line breaks between them.
  func count(
    _ value: Int, de: (one: String, many: String), en: (one: String, many: String)
  ) -> String {
    let noun =
      value == 1 ? say(de: de.one, en: en.one) : say(de: de.many, en: en.many)
    return "\(count(value))\u{A0}\(noun)"
  }

  /// A number of days; beyond ten, decimals say nothing.
  func days(_ value: Double) -> String {
    let text = dayNumber(value)
    let unit = text == "1" ? say(de: "Tag", en: "day") : say(de: "Tage", en: "days")
    return "\(text)\u{A0}\(unit)"
  }

  func dayNumber(_ value: Double) -> String {
    if value < 0.05 { return "0" }
    // Rounded down, so that no report promises a day that the chain does not hold.
    let scale = value < 10 ? 10.0 : 1.0
    return number((value * scale + 1e-6).rounded(.down) / scale)
  }

  /// After a preposition that takes the dative in German.
  func afterDays(_ value: Double) -> String {
    let text = dayNumber(value)
    let unit = text == "1" ? say(de: "Tag", en: "day") : say(de: "Tagen", en: "days")
    return "\(text)\u{A0}\(unit)"
  }

  func percent(_ share: Double) -> String {
    let digits = share > 0 && share < 0.01 || share > 0.99 && share < 1 ? 1 : 0
    return language.percent(share, fractionDigits: digits)
  }

  /// Money with three digits that count, in words beyond a million.
  func money(_ value: Double) -> String {
    let size = abs(value)
    let (scaled, word): (Double, String) =
      switch size {
      case 1e9...: (value / 1e9, say(de: "Mrd.", en: "billion"))
      case 1e6..<1e9: (value / 1e6, say(de: "Mio.", en: "million"))
      default: (value, "")
      }
    let digits = word.isEmpty ? (size < 100 ? 2 : 0) : abs(scaled) < 100 ? 1 : 0
    let amount = number(scaled, digits) + (word.isEmpty ? "" : "\u{A0}\(word)")
    guard let currency else { return amount }
    return say(de: "\(amount)\u{A0}\(currency)", en: "\(currency)\u{A0}\(amount)")
  }

  /// A quantity with its unit, to three digits that count.
  func quantity(_ value: Double, _ unit: String) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let text = number(value, digits)
    return unit.isEmpty ? text : "\(text)\u{A0}\(unit)"
  }

  /// "a, b and c".
  func list(_ parts: [Markup]) -> Markup {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? .empty }
    return parts.dropLast().joined(by: ", ") + tell(de: " und ", en: " and ") + last
  }

  /// For the head of a row or a column.
  func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  func quoted(_ name: Markup) -> Markup { tell(de: "„\(name)“", en: "“\(name)”") }

  /// A country's name in the report's language, its code where there is none.
  func country(_ code: String) -> String {
    let code = code.uppercased()
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
      return code
    }
    if code == "CN" { return "China" }
    return Self.locales[language]?.localizedString(forRegionCode: code) ?? code
  }

  private static let locales = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, Locale(identifier: $0.rawValue)) })
}
