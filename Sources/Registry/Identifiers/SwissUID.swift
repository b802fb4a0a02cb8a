// SPDX-License-Identifier: Apache-2.0
import Localization

/// Swiss enterprise identification number (UID, eCH-0097): `CHE-123.456.788`, check digit modulo 11.
enum SwissUID {
  static func passes(_ digits: some Collection<UInt8>) -> Bool {
    digits.count == 9
      && CheckDigits.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 == 0
  }

  /// `ch/che123456788` from letters and digits alone.
  static func normalised(_ compact: [UInt8]) throws(IdentifierFault) -> String {
    var digits = compact[...]
    for prefix in ["CHE", "CH"] where digits.starts(with: prefix.utf8) {
      digits = digits.dropFirst(prefix.utf8.count)
      break
    }
    for word in ["MWST", "TVA", "IVA", "VAT"]
    where digits.reversed().starts(with: word.utf8.reversed()) {
      digits = digits.dropLast(word.utf8.count)
    }
    guard digits.count == 9, digits.allSatisfy(IdentifierText.isDigit) else {
      throw .form(
        .register,
        expected: LocalizedText(
          de: "UID der Form CHE-123.456.788", en: "a UID of the form CHE-123.456.788"))
    }
    guard passes(digits) else { throw .checkDigits(.register) }
    return "ch/che" + IdentifierText.string(digits)
  }
}
