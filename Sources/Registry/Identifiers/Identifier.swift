// SPDX-License-Identifier: Apache-2.0
import Localization

/// A scheme under which somebody gives organisations numbers.
public enum IdentifierScheme: String, Sendable, CaseIterable, Hashable, Codable {
  /// Legal Entity Identifier, ISO 17442: 20 characters, check digits by ISO 7064 MOD 97-10.
  case lei
  /// VAT identification number with its country prefix, as in `DE136695976`.
  case vat
  /// Commercial register number with the court or country that keeps it, as in
  /// `de/ludwigshafen am rhein/hrb 3570`.
  case register
  /// NATO commercial and government entity code: five characters.
  case ncage
  /// Business partner number of a legal entity in Catena-X: `BPNL` and twelve characters.
  case bpnl
  /// D-U-N-S number: nine digits.
  case duns
}

/// A number somebody gave an organisation, in the one spelling that is compared and stored.
///
/// Two identifiers are equal exactly if they name the same entry of the same register.
public struct Identifier: Sendable, Hashable {
  public let scheme: IdentifierScheme
  /// Normalised: what `init(_:of:)` makes of any accepted spelling.
  public let value: String

  /// Trusts that `value` is already normalised, as one that was stored.
  public init(scheme: IdentifierScheme, normalised value: String) {
    self.scheme = scheme
    self.value = value
  }
}
