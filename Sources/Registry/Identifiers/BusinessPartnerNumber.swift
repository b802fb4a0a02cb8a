// SPDX-License-Identifier: Apache-2.0
import Localization

/// BPNL, Catena-X standard CX-0010: `BPNL`, ten signs, and two check characters by ISO 7064
/// MOD 1271-36 over the twelve signs behind the prefix.
enum BusinessPartnerNumber {
  static func normalised(_ text: String) throws(IdentifierFault) -> String {
    guard let compact = IdentifierText.compact(text) else { throw form }
    if IdentifierText.isPlaceholder(compact) { throw .placeholder }
    guard compact.count == 16, compact.starts(with: "BPNL".utf8) else { throw form }
    let signs = compact.dropFirst(4)
    if signs.allSatisfy({ $0 == 48 }) { throw .placeholder }
    let rest = signs.reduce(0) { ($0 * 36 + CheckDigits.value($1)) % 1271 }
    guard rest == 1 else { throw .checkDigits(.bpnl) }
    return IdentifierText.string(compact)
  }

  private static let form = IdentifierFault.form(
    .bpnl,
    expected: LocalizedText(
      de: "BPNL und zwölf Buchstaben oder Ziffern", en: "BPNL and twelve letters or digits"))
}
