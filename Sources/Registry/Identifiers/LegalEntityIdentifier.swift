// SPDX-License-Identifier: Apache-2.0
import Localization

/// LEI, ISO 17442-1:2020: 18 letters and digits, then two check digits by ISO 7064 MOD 97-10.
enum LegalEntityIdentifier {
  static func normalised(_ text: String) throws(IdentifierFault) -> String {
    guard var compact = IdentifierText.compact(text) else { throw form }
    if compact.count == 23, compact.starts(with: Array("LEI".utf8)) { compact.removeFirst(3) }
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    guard compact.count == 20, compact.suffix(2).allSatisfy(IdentifierText.isDigit) else {
      throw form
    }
    guard CheckDigits.mod97(compact) == 1 else { throw .checkDigits(.lei) }
    return IdentifierText.string(compact)
  }

  private static let form = IdentifierFault.form(
    .lei,
    expected: LocalizedText(
      de: "20 Zeichen, davon die letzten zwei Ziffern",
      en: "20 characters, the last two being digits"))
}
