// SPDX-License-Identifier: Apache-2.0
import Registry

/// What is known of an organisation when it is compared with another: names, address, numbers.
///
/// Everything but the id may be empty; what is missing counts neither for nor against.
public struct PartyRecord: Sendable, Hashable {
  public var id: String
  /// The legal name first, then aliases and former names.
  public var names: [String]
  /// Street and house number, as written; further address lines behind it, one a line.
  public var street: String
  public var postcode: String
  public var city: String
  /// ISO 3166-1, two letters, of the address.
  public var country: String
  /// ISO 3166-1, two letters, of the register the organisation is entered in, where it is known:
  /// numbers and entries of registers of different countries are different.
  public var registerCountry: String
  public var identifiers: [Identifier]

  public init(
    id: String, names: [String], street: String = "", postcode: String = "", city: String = "",
    country: String = "", registerCountry: String = "", identifiers: [Identifier] = []
  ) {
    self.id = id
    self.names = names
    self.street = street
    self.postcode = postcode
    self.city = city
    self.country = country
    self.registerCountry = registerCountry
    self.identifiers = identifiers
  }
}
