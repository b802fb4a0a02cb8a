// SPDX-License-Identifier: Apache-2.0
import Registry

/// A number that stands for a subject on a list or in the register, as far as it can be compared.
///
/// Lists write numbers with and without blanks, hyphens and slashes and seldom say whose they are:
/// so two are equal if their letters and digits are.
public struct SubjectIdentifier: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case lei, vat, register, ncage, bpnl, duns
    /// Number of a ship at the International Maritime Organization: seven digits.
    case imo
    case passport
    case nationalIdentity
    case taxNumber
    case bic
    /// The list does not say, or in words nobody knows.
    case other

    /// Whether somebody has exactly one, so that two different ones speak against a match.
    var isUnique: Bool { self == .lei || self == .imo || self == .bpnl || self == .duns }
  }

  public let kind: Kind
  /// Letters and digits only, capital.
  public let value: String

  /// Nil where nothing comparable is left: fewer than five letters and digits, or no digit.
  public init?(_ text: String, kind: Kind = .other) {
    var value = String(
      String.UnicodeScalarView(
        text.uppercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.isDigit }))
    if kind == .imo, value.hasPrefix("IMO") { value.removeFirst(3) }
    let length = value.unicodeScalars.count
    // A BIC may be all letters: GENODEFF.
    guard length >= 5, length <= 100,
      kind == .bic || value.unicodeScalars.contains(where: \.isDigit)
    else { return nil }
    self.kind = kind
    self.value = value
  }

  /// A number of the register.
  public init?(_ identifier: Identifier) {
    let kind: Kind =
      switch identifier.scheme {
      case .lei: .lei
      case .vat: .vat
      case .register: .register
      case .ncage: .ncage
      case .bpnl: .bpnl
      case .duns: .duns
      }
    // The court of a register number stays outside: lists seldom name it.
    let text =
      identifier.scheme == .register
      ? identifier.value.split(separator: "/").last.map(String.init) ?? "" : identifier.value
    self.init(text, kind: kind)
  }

  /// Whether both are the same number: the same letters and digits under kinds that may be one.
  ///
  /// Numbers that many offices give anew, as `HRB 3570` of each court, prove nothing without the
  /// office; so numbers without a check digit count from seven characters on, and those of German
  /// registers never.
  public func isSame(as other: Self) -> Bool {
    guard value == other.value, kind == other.kind || kind == .other || other.kind == .other else {
      return false
    }
    if kind == other.kind, kind.isUnique || kind == .vat || kind == .ncage || kind == .bic {
      return true
    }
    return value.unicodeScalars.count >= 7 && !["HRA", "HRB"].contains(value.prefix(3))
  }

  /// Whether both cannot belong to one subject: two different numbers of a kind of which everybody
  /// has one.
  public func contradicts(_ other: Self) -> Bool {
    kind == other.kind && kind.isUnique && value != other.value
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { properties.generalCategory == .decimalNumber }
}
