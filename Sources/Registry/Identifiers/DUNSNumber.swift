// SPDX-License-Identifier: Apache-2.0
import Localization

/// D-U-N-S: nine digits. Since 2006 the last one is no check digit any more, so only the form counts.
enum DUNSNumber {
  static func normalised(_ text: String) throws(IdentifierFault) -> String {
    guard var compact = IdentifierText.compact(text) else { throw form }
    if compact.starts(with: "DUNS".utf8) { compact.removeFirst(4) }
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    guard compact.count == 9, compact.allSatisfy(IdentifierText.isDigit) else { throw form }
    return IdentifierText.string(compact)
  }

  private static let form = IdentifierFault.form(
    .duns,
    expected: LocalizedText(
      de: "neun Ziffern, etwa 12-345-6789", en: "nine digits, as in 12-345-6789"))
}
