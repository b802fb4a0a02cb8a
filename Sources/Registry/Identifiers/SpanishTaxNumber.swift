// SPDX-License-Identifier: Apache-2.0

/// The three kinds of Spanish tax numbers: of companies (CIF), residents (DNI) and foreigners (NIE).
enum SpanishTaxNumber {
  static func passes(_ body: [UInt8]) -> Bool {
    guard body.count == 9 else { return false }
    switch body[0] {
    case 48...57: return passesPerson(body.prefix(8), check: body[8])
    case UInt8(ascii: "X")...UInt8(ascii: "Z"):
      let first = body[0] - UInt8(ascii: "X") + 48
      return passesPerson([first] + body[1..<8], check: body[8])
    default: return passesCompany(body)
    }
  }

  private static func passesPerson(_ digits: some Collection<UInt8>, check: UInt8) -> Bool {
    Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[CheckDigits.number(digits) % 23] == check
  }

  /// The check sign is a digit or the letter in its place, by kind of company.
  private static func passesCompany(_ body: [UInt8]) -> Bool {
    guard "ABCDEFGHJKLMNPQRSUVW".utf8.contains(body[0]) else { return false }
    var total = 0
    for (place, byte) in body[1..<8].enumerated() {
      let value = CheckDigits.value(byte) * (place.isMultiple(of: 2) ? 2 : 1)
      total += value > 9 ? value - 9 : value
    }
    let check = (10 - total % 10) % 10
    return body[8] == UInt8(48 + check) || body[8] == Array("JABCDEFGHI".utf8)[check]
  }
}
