// SPDX-License-Identifier: Apache-2.0
import Localization

/// VAT identification numbers of the EU member states, Northern Ireland (XI), Great Britain,
/// Switzerland and Norway, with their prefix.
///
/// Forms: European Commission, VIES, "FAQ: VAT number structures". Greece writes `EL`.
enum VATNumber {
  static func normalised(_ text: String, country: String?) throws(IdentifierFault) -> String {
    guard var compact = IdentifierText.compact(text) else { throw form(nil) }
    dropLabel(&compact)
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    var prefix = IdentifierText.string(compact.prefix(2))
    if prefix == "GR" { prefix = "EL" }
    if shapes[prefix] != nil, compact.count > 4 {
      compact.removeFirst(2)
    } else if let country, compact.first.map(IdentifierText.isDigit) == true || country == "AT" {
      prefix = country == "GR" ? "EL" : country
    } else {
      throw form(nil)
    }
    guard let shape = shapes[prefix] else { throw form(nil) }
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    guard let body = completed(compact, prefix), shape.matches(body) else { throw form(prefix) }
    guard VATCheck.passes(body, prefix) else { throw .checkDigits(.vat) }
    return prefix + IdentifierText.string(body)
  }

  private static let labels: [[UInt8]] = [
    "USTIDENTNUMMER", "USTIDENTNR", "USTIDENT", "USTIDNUMMER", "USTIDNR", "USTID", "UMSATZSTEUERID",
    "UIDNUMMER", "UIDNR", "UID", "MWSTNR", "VATREGNO", "VATNUMBER", "VATID", "VATNO", "VAT", "TVA",
    "IVA", "NIF", "CIF",
  ].map { Array($0.utf8) }

  private static func dropLabel(_ compact: inout [UInt8]) {
    guard compact.count > 11, !IdentifierText.isDigit(compact[2]),
      let label = labels.first(where: { compact.starts(with: $0) })
    else {
      return
    }
    compact.removeFirst(label.count)
  }

  /// What people leave away or add: the leading zero in Belgium, the tax word in Switzerland.
  private static func completed(_ compact: [UInt8], _ prefix: String) -> [UInt8]? {
    switch prefix {
    case "BE" where compact.count == 9: return [48] + compact
    case "CH":
      let words = ["MWST", "TVA", "IVA", "VAT"]
      let tail = words.first { IdentifierText.string(compact.suffix($0.utf8.count)) == $0 }
      let body = Array(compact.dropLast(tail?.utf8.count ?? 0))
      return body.count == 9 && body.allSatisfy(IdentifierText.isDigit)
        ? [UInt8(ascii: "E")] + body : body
    case "NO": return compact.count == 9 ? compact + Array("MVA".utf8) : compact
    default: return compact
    }
  }

  /// What may stand behind a prefix; each pattern has the length of the body.
  struct Shape: Sendable {
    let patterns: [[UInt8]]

    init(_ text: String) { patterns = text.split(separator: "|").map { Array($0.utf8) } }

    func matches(_ body: [UInt8]) -> Bool {
      patterns.contains { pattern in
        pattern.count == body.count
          && zip(pattern, body).allSatisfy { sign, byte in
            switch sign {
            case UInt8(ascii: "9"): IdentifierText.isDigit(byte)
            case UInt8(ascii: "#"): IdentifierText.isLetter(byte)
            case UInt8(ascii: "*"): true
            default: sign == byte
            }
          }
      }
    }
  }

  /// `9` a digit, `#` a letter, `*` either, anything else itself.
  static let shapes: [String: Shape] = [
    "AT": Shape("U99999999"), "BE": Shape("0999999999|1999999999"),
    "BG": Shape("999999999|9999999999"), "CY": Shape("99999999#"),
    "CZ": Shape("99999999|999999999|9999999999"), "DE": Shape("999999999"),
    "DK": Shape("99999999"), "EE": Shape("999999999"), "EL": Shape("999999999"),
    "ES": Shape("*9999999*"), "FI": Shape("99999999"), "FR": Shape("**999999999"),
    "HR": Shape("99999999999"), "HU": Shape("99999999"),
    "IE": Shape("9999999#|9999999##|9#99999#"), "IT": Shape("99999999999"),
    "LT": Shape("999999999|999999999999"), "LU": Shape("99999999"), "LV": Shape("99999999999"),
    "MT": Shape("99999999"), "NL": Shape("999999999B99"), "PL": Shape("9999999999"),
    "PT": Shape("999999999"),
    "RO": Shape("99|999|9999|99999|999999|9999999|99999999|999999999|9999999999"),
    "SE": Shape("999999999999"), "SI": Shape("99999999"), "SK": Shape("9999999999"),
    "XI": Shape("999999999|999999999999|GD999|HA999"),
    "GB": Shape("999999999|999999999999|GD999|HA999"), "CH": Shape("E999999999"),
    "NO": Shape("999999999MVA"),
  ]

  private static func form(_ prefix: String?) -> IdentifierFault {
    let example = prefix == nil || prefix == "DE" ? "DE123456788" : prefix.map { "\($0) …" } ?? ""
    return .form(
      .vat,
      expected: LocalizedText(
        de: "Länderkennung und Nummer in der Form des Landes, etwa \(example)",
        en: "the country's prefix and a number in that country's form, as in \(example)"))
  }
}
