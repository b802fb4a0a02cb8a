// SPDX-License-Identifier: Apache-2.0
import Localization

/// Austrian commercial register (Firmenbuch): `FN 123456a`, up to six digits and a check letter.
///
/// The letter is the one at place Σ digit · weight mod 17, weights 6, 4, 14, 15, 10, 1 over six digits.
/// The number is unique in the whole country; a court beside it is not needed.
enum AustrianRegister {
  static func normalised(_ text: String) throws(IdentifierFault) -> String {
    let compact = Array(text.utf8).map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
    var found: (digits: [UInt8], letter: UInt8)?
    var at = 0
    while at < compact.count {
      guard IdentifierText.isDigit(compact[at]) else {
        at += 1
        continue
      }
      let digits = Array(compact[at...].prefix(while: IdentifierText.isDigit))
      at += digits.count
      while at < compact.count, compact[at] == 32 || compact[at] == 45 { at += 1 }
      guard at < compact.count, IdentifierText.isLetter(compact[at]),
        at + 1 == compact.count || !IdentifierText.isLetter(compact[at + 1])
      else { continue }
      if found != nil { throw .several }
      found = (digits, compact[at])
    }
    guard let found, found.digits.count <= 6 else { throw form }
    let digits = [UInt8](repeating: 48, count: 6 - found.digits.count) + found.digits
    if digits.allSatisfy({ $0 == 48 }) { throw .placeholder }
    let place = CheckDigits.weighted(digits, [6, 4, 14, 15, 10, 1]) % 17
    guard letters[place] == found.letter else { throw .checkDigits(.register) }
    let number = IdentifierText.string(digits.drop { $0 == 48 })
    return "at/fn \(number)" + String(Unicode.Scalar(found.letter + 32))
  }

  private static let letters = Array("ABDFGHIKMPSTVWXYZ".utf8)

  private static let form = IdentifierFault.form(
    .register,
    expected: LocalizedText(
      de: "Firmenbuchnummer der Form FN 123456a", en: "a register number of the form FN 123456a"))
}
