// SPDX-License-Identifier: Apache-2.0

/// An organisation as the register shows it: of each field the value that holds.
public struct Organisation: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case company, association, research, authority
  }

  public var id: EntityID
  public var legalName: String
  public var aliases: [String]
  public var formerNames: [String]
  /// ISO 20275.
  public var legalForm: String?
  public var kind: Kind?
  /// The registered seat.
  public var address: Address
  public var poBox: String?
  public var web: String?
  public var identifiers: [Identifier]
  /// WZ or NACE codes.
  public var branches: [String]
  public var group: String?
  public var parent: EntityID?
  public var predecessors: [EntityID]
  public var successors: [EntityID]
  public var employees: Double?

  /// The organisation of a profile; nil where nobody names it any more.
  public init?(_ profile: EntityProfile) {
    guard let name = profile["legal_name"] ?? profile["alias"] ?? profile["former_name"] else {
      return nil
    }
    id = profile.id
    legalName = name
    aliases = profile.all("alias").filter { $0 != name } + Self.otherNames(profile, than: name)
    formerNames = profile.all("former_name").filter { $0 != name }
    legalForm = profile["legal_form"]
    kind = profile["kind"].flatMap(Kind.init)
    address = Address(profile)
    poBox = profile["po_box"]
    web = profile["web"]
    identifiers = IdentifierScheme.allCases.flatMap { scheme in
      profile.all(scheme.rawValue).map { Identifier(scheme: scheme, normalised: $0) }
    }
    branches = profile.all("branch")
    group = profile["group"]
    parent = profile["parent"].map { EntityID(stored: $0) }
    predecessors = profile.all("predecessor").map { EntityID(stored: $0) }
    successors = profile.all("successor").map { EntityID(stored: $0) }
    employees = profile.number("employees")
  }

  /// Legal names that others give it are names to find it by.
  private static func otherNames(_ profile: EntityProfile, than name: String) -> [String] {
    let aliases = profile.all("alias")
    return profile.all("legal_name").filter { $0 != name && !aliases.contains($0) }
  }
}

/// A postal address; what is unknown is nil.
public struct Address: Sendable, Hashable {
  public var street: String?
  public var postcode: String?
  public var city: String?
  /// ISO 3166-1 alpha-2.
  public var country: String?

  public init(
    street: String? = nil, postcode: String? = nil, city: String? = nil, country: String? = nil
  ) {
    self.street = street
    self.postcode = postcode
    self.city = city
    self.country = country
  }

  init(_ profile: EntityProfile) {
    self.init(
      street: profile["street"], postcode: profile["postcode"], city: profile["city"],
      country: profile["country"])
  }

  /// As on an envelope, in one line; empty where nothing is known.
  public var line: String {
    let town = [postcode, city].compactMap(\.self).joined(separator: " ")
    return [street, town.isEmpty ? nil : town, country].compactMap(\.self).joined(separator: ", ")
  }
}
