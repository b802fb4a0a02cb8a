// SPDX-License-Identifier: Apache-2.0
import Localization

/// NCAGE, the NATO commercial and government entity code (ACodP-1): five letters and digits, never
/// I or O, at least one digit. It has no check digit.
enum EntityCode {
  static func normalised(_ text: String) throws(IdentifierFault) -> String {
    guard var compact = IdentifierText.compact(text) else { throw form }
    for label in ["NCAGE", "CAGE"] where compact.count > 5 && compact.starts(with: label.utf8) {
      compact.removeFirst(label.utf8.count)
    }
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    let letters: [UInt8] = [UInt8(ascii: "I"), UInt8(ascii: "O")]
    guard compact.count == 5, !compact.contains(where: letters.contains),
      compact.contains(where: IdentifierText.isDigit)
    else { throw form }
    return IdentifierText.string(compact)
  }

  private static let form = IdentifierFault.form(
    .ncage,
    expected: LocalizedText(
      de: "fünf Buchstaben und Ziffern ohne I und O, etwa C1234",
      en: "five letters and digits without I and O, as in C1234"))
}
