// SPDX-License-Identifier: Apache-2.0

/// Telephone numbers, in a form like E.164: `+49210212345`, with `;ext=12` for an extension that is
/// named as such.
enum PhoneText {
  /// A number without a country code takes the one of `country`; where that is not known it stays
  /// national, digits only.
  static func number(_ text: String, country: String?) throws(FieldFault) -> String {
    let hasLetters = text.utf8.contains { $0 >= 0x80 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    let (main, tail) = hasLetters ? extensionApart(text) : (text[...], "")
    var digits: [UInt8] = []
    digits.reserveCapacity(16)
    var isInternational = false
    let body = Array(main.utf8)
    var at = 0
    while at < body.count {
      let byte = body[at]
      switch byte {
      case 48...57:
        // (0) is dialled within the country only.
        let isTrunk =
          byte == 48 && at > 0 && at + 1 < body.count && body[at - 1] == UInt8(ascii: "(")
          && body[at + 1] == UInt8(ascii: ")")
        if !isTrunk { digits.append(byte) }
      case UInt8(ascii: "+") where digits.isEmpty && !isInternational: isInternational = true
      case 0x20, 0x2D, 0x2F, 0x28, 0x29, 0x2E: break
      // Typographic dashes, U+2010 to U+2013.
      case 0xE2
      where at + 2 < body.count && body[at + 1] == 0x80 && (0x90...0x93).contains(body[at + 2]):
        at += 2
      default: throw fault(text)
      }
      at += 1
    }
    if !isInternational, digits.starts(with: "00".utf8) {
      digits.removeFirst(2)
      isInternational = true
    }
    if !isInternational, let country, let code = callingCodes[country] {
      // Italian and some other numbers keep their zero.
      if digits.first == 48, country != "IT" { digits.removeFirst() }
      digits = Array(code.utf8) + digits
      isInternational = true
    }
    let isPlaceholder = digits.suffix(6).allSatisfy { $0 == 48 }
    guard (isInternational ? 7...15 : 5...15).contains(digits.count), !isPlaceholder,
      !isInternational || digits.first != 48
    else { throw fault(text) }
    return (isInternational ? "+" : "") + String(decoding: digits, as: UTF8.self)
      + (tail.isEmpty ? "" : ";ext=" + tail)
  }

  /// Cuts `Durchwahl 12` or `ext. 12` off, and a label in front.
  private static func extensionApart(_ text: String) -> (main: Substring, tail: String) {
    var main = text[...]
    for label in ["telefon", "tel.", "tel", "phone", "fon", "mobil", "t:", "t."]
    where main.lowercased().hasPrefix(label) {
      main = main.dropFirst(label.count).drop { $0 == ":" || $0 == " " || $0 == "." }
      break
    }
    let lower = main.lowercased()
    for label in ["durchwahl", "dw", "ext.", "ext", "extension"] {
      guard let range = lower.firstRange(of: label) else { continue }
      let tail = lower[range.upperBound...].filter(\.isNumber)
      guard (1...6).contains(tail.count) else { continue }
      let kept = lower[..<range.lowerBound].count
      return (main.prefix(kept), String(tail))
    }
    return (main, "")
  }

  /// Country codes of ITU-T E.164 for Europe and a few others.
  private static let callingCodes = [
    "DE": "49", "AT": "43", "CH": "41", "LI": "423", "FR": "33", "BE": "32", "NL": "31",
    "LU": "352",
    "IT": "39", "ES": "34", "PT": "351", "PL": "48", "CZ": "420", "SK": "421", "HU": "36",
    "DK": "45", "SE": "46", "NO": "47", "FI": "358", "IS": "354", "EE": "372", "LV": "371",
    "LT": "370", "GB": "44", "IE": "353", "SI": "386", "HR": "385", "RO": "40", "BG": "359",
    "GR": "30", "CY": "357", "MT": "356", "TR": "90", "UA": "380", "US": "1", "CA": "1",
  ]

  private static func fault(_ text: String) -> FieldFault {
    FieldFault(
      .phone,
      de:
        "Telefon: „\(FieldFault.excerpt(text))“ ist keine Nummer. Erwartet wird eine der Form +49 2102 12345 oder 02102 12345.",
      en:
        "Phone: “\(FieldFault.excerpt(text))” is no number. One of the form +49 2102 12345 is expected."
    )
  }
}
