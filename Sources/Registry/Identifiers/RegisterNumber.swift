// SPDX-License-Identifier: Apache-2.0
import Localization

/// Numbers of commercial and other public registers, with the country or court that keeps them.
///
/// Normal forms: `de/ludwigshafen am rhein/hrb 3570`, `at/fn 123456a`, `ch/che123456788`, and for
/// all other countries `fr/123456789`.
enum RegisterNumber {
  static func normalised(_ text: String, country hint: String?) throws(IdentifierFault) -> String {
    guard text.utf8.count <= IdentifierText.limit else { throw .several }
    let words = RegisterWords(text)
    if words.digitCount == 0 { throw .placeholder }
    if let german = GermanRegisterEntry(words) { return try german.normalised() }
    if words.tokens.contains(.word("amtsgericht")) { throw GermanRegisterEntry.form }
    let (country, rest) = words.country(hint: hint)
    switch country {
    case "DE": throw words.hasPlaceholder ? .placeholder : .courtMissing
    case "AT": return try AustrianRegister.normalised(text)
    case "CH": return try SwissUID.normalised(IdentifierText.compact(text) ?? [])
    case let country?: return try foreign(rest, country)
    case nil: throw .countryMissing
    }
  }

  private static func foreign(_ text: String, _ country: String) throws(IdentifierFault) -> String {
    var number: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 97...122: number.append(byte)
      case 65...90: number.append(byte + 32)
      // A slash divides the parts of some registers' numbers, as in J40/5389/1998.
      case UInt8(ascii: "/") where !number.isEmpty: number.append(UInt8(ascii: "-"))
      case 0x80...: throw form
      default: continue
      }
    }
    while number.last == UInt8(ascii: "-") { number.removeLast() }
    let digits = number.filter(IdentifierText.isDigit)
    if IdentifierText.isPlaceholder(digits) || "1234567890".utf8.starts(with: digits) {
      throw .placeholder
    }
    guard digits.count >= 4, number.count <= 30 else { throw form }
    return "\(country.lowercased())/" + IdentifierText.string(padded(number, country))
  }

  /// Zeros that people leave away where a register's numbers have a fixed length.
  private static func padded(_ number: [UInt8], _ country: String) -> [UInt8] {
    let length = ["GB": 8, "BE": 10][country] ?? 0
    guard number.allSatisfy(IdentifierText.isDigit), number.count < length else { return number }
    return [UInt8](repeating: 48, count: length - number.count) + number
  }

  private static let form = IdentifierFault.form(
    .register,
    expected: LocalizedText(
      de: "Land und Nummer mit mindestens vier Ziffern, etwa FR 123456789",
      en: "a country and a number of at least four digits, as in FR 123456789"))
}
