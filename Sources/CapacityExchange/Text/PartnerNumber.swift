// SPDX-License-Identifier: Apache-2.0

/// A Business Partner Number: `BPNL` a legal entity, `BPNS` a site, then twelve letters or digits.
struct PartnerNumber: Sendable, Hashable, Comparable {
  enum Kind: String {
    case legalEntity = "BPNL"
    case site = "BPNS"
  }

  let text: String

  /// Upper case, as numbers are issued; nil where the form is another.
  init?(_ text: String, _ kind: Kind) {
    let upper = text.uppercased()
    let rest = upper.utf8.dropFirst(4)
    guard upper.hasPrefix(kind.rawValue), rest.count == 12,
      rest.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) })
    else { return nil }
    self.text = upper
  }

  static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}
