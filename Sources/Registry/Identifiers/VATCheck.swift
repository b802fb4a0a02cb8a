// SPDX-License-Identifier: Apache-2.0

/// Check digits of VAT numbers, for the states that publish how they are made.
///
/// Numbers of natural persons in BG, CZ and LV, and French keys with letters, have other rules;
/// there only the form is checked.
enum VATCheck {
  /// - Parameter body: what stands behind the prefix, of the right form.
  static func passes(_ body: [UInt8], _ prefix: String) -> Bool {
    switch prefix {
    case "AT": austria(body.dropFirst())
    case "BE": 97 - CheckDigits.number(body.prefix(8)) % 97 == CheckDigits.number(body.suffix(2))
    case "BG": body.count != 9 || bulgaria(body)
    case "CY": cyprus(body)
    case "CZ": body.count != 8 || czechia(body)
    case "DE", "HR": CheckDigits.passesMod11And10(body)
    case "DK": sum(body, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    case "EE": sum(body, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    case "EL": greece(body)
    case "ES": SpanishTaxNumber.passes(body)
    case "FI": sum(body, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0
    case "FR": france(body)
    case "HU": sum(body, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
    case "IE": ireland(body)
    case "IT": CheckDigits.passesLuhn(body)
    case "LT": lithuania(body)
    case "LU": CheckDigits.number(body.prefix(6)) % 89 == CheckDigits.number(body.suffix(2))
    case "LV": body[0] <= 51 || sum(body, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3
    case "MT": sum(body, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 == 0
    case "NL": netherlands(body)
    case "PL": sum(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digit(body, 9)
    case "PT": (11 - sum(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10 == digit(body, 8)
    case "RO": romania(body)
    case "SE": CheckDigits.passesLuhn(body.prefix(10)) && CheckDigits.number(body.suffix(2)) > 0
    case "SI": slovenia(body)
    case "SK": CheckDigits.number(body) % 11 == 0
    case "XI", "GB": britain(body)
    case "CH": SwissUID.passes(body.dropFirst())
    case "NO": norway(body.prefix(9))
    default: true
    }
  }

  private static func sum(_ digits: some Collection<UInt8>, _ weights: [Int]) -> Int {
    CheckDigits.weighted(digits, weights)
  }

  private static func digit(_ body: [UInt8], _ at: Int) -> Int { CheckDigits.value(body[at]) }

  private static func austria(_ digits: ArraySlice<UInt8>) -> Bool {
    var total = 4
    for (place, byte) in digits.prefix(7).enumerated() {
      let doubled = CheckDigits.value(byte) * (place.isMultiple(of: 2) ? 1 : 2)
      total += doubled > 9 ? doubled - 9 : doubled
    }
    return digits.last.map { (10 - total % 10) % 10 == CheckDigits.value($0) } ?? false
  }

  private static func bulgaria(_ body: [UInt8]) -> Bool {
    var rest = sum(body, Array(1...8)) % 11
    if rest == 10 { rest = sum(body, Array(3...10)) % 11 % 10 }
    return rest == digit(body, 8)
  }

  private static func cyprus(_ body: [UInt8]) -> Bool {
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    let total = (0..<8).reduce(0) { total, place in
      total + (place.isMultiple(of: 2) ? odd[digit(body, place)] : digit(body, place))
    }
    return UInt8(65 + total % 26) == body[8]
  }

  private static func czechia(_ body: [UInt8]) -> Bool {
    let check = (11 - sum(body, [8, 7, 6, 5, 4, 3, 2]) % 11) % 11
    return (check == 0 ? 1 : check % 10) == digit(body, 7)
  }

  private static func greece(_ body: [UInt8]) -> Bool {
    let total = body.prefix(8).reduce(0) { $0 * 2 + CheckDigits.value($1) }
    return total * 2 % 11 % 10 == digit(body, 8)
  }

  /// The key says the remainder; the nine digits are a SIREN with Luhn's digit (Monaco's are not).
  private static func france(_ body: [UInt8]) -> Bool {
    let siren = body.dropFirst(2)
    guard siren.starts(with: "000".utf8) || CheckDigits.passesLuhn(siren) else { return false }
    guard body.prefix(2).allSatisfy(IdentifierText.isDigit) else { return true }
    return (12 + 3 * (CheckDigits.number(siren) % 97)) % 97 == CheckDigits.number(body.prefix(2))
  }

  private static func ireland(_ body: [UInt8]) -> Bool {
    var digits = Array(body.prefix(7))
    var second = 0
    if IdentifierText.isLetter(body[1]) {
      digits = [48] + body[2..<7] + [body[0]]
    } else if body.count == 9 {
      second = body[8] == UInt8(ascii: "W") ? 0 : Int(body[8]) - 64
    }
    let rest = (sum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * second) % 23
    return Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)[rest] == body[7]
  }

  private static func lithuania(_ body: [UInt8]) -> Bool {
    let places = 0..<body.count - 1
    var rest = sum(body, places.map { 1 + $0 % 9 }) % 11
    if rest == 10 { rest = sum(body, places.map { 1 + ($0 + 2) % 9 }) % 11 % 10 }
    return rest == digit(body, body.count - 1)
  }

  /// Companies by the eleven-test, sole traders since 2020 by MOD 97-10 over the whole number.
  private static func netherlands(_ body: [UInt8]) -> Bool {
    sum(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 == digit(body, 8)
      || CheckDigits.mod97(Array("NL".utf8) + body) == 1
  }

  private static func romania(_ body: [UInt8]) -> Bool {
    let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2].suffix(body.count - 1)
    return sum(body, Array(weights)) * 10 % 11 % 10 == digit(body, body.count - 1)
  }

  private static func slovenia(_ body: [UInt8]) -> Bool {
    let check = 11 - sum(body, [8, 7, 6, 5, 4, 3, 2]) % 11
    return check != 11 && check % 10 == digit(body, 7)
  }

  /// Government departments and health authorities have no check digits.
  private static func britain(_ body: [UInt8]) -> Bool {
    guard body.count >= 9 else { return true }
    let total = sum(body, [8, 7, 6, 5, 4, 3, 2]) + CheckDigits.number(body[7..<9])
    return total % 97 == 0 || (total + 55) % 97 == 0
  }

  static func norway(_ digits: some Collection<UInt8>) -> Bool {
    sum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }
}
