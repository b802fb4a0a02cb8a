// SPDX-License-Identifier: Apache-2.0

/// A place where an organisation works.
public struct Site: Sendable, Hashable {
  public var id: EntityID
  public var name: String?
  public var address: Address
  /// Degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?
  public var nuts: String?
  public var unlocode: String?
  public var branches: [String]
  public var activity: String?
  /// False once a source says that it is closed, nil where nobody says anything.
  public var isOpen: Bool?

  public init(_ profile: EntityProfile) {
    id = profile.id
    name = profile["name"]
    address = Address(profile)
    latitude = profile.number("latitude")
    longitude = profile.number("longitude")
    nuts = profile["nuts"]
    unlocode = profile["unlocode"]
    branches = profile.all("branch")
    activity = profile["activity"]
    isOpen = profile["status"].map { $0 == "open" }
  }
}
