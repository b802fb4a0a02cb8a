// SPDX-License-Identifier: Apache-2.0
import Localization

/// That an organisation belongs to an association.
public struct Membership: Sendable, Hashable {
  public var id: EntityID
  public var association: String?
  public var number: String?
  public var since: CalendarDay?

  public init(_ profile: EntityProfile) {
    id = profile.id
    association = profile["association"]
    number = profile["number"]
    since = profile["since"].flatMap { CalendarDay($0) }
  }
}

/// Somebody to talk to. Shown to others only with consent.
public struct Contact: Sendable, Hashable {
  public var id: EntityID
  public var name: String?
  public var role: String?
  public var email: String?
  public var phone: String?
  /// Whether the person agreed to be shown in the register.
  public var hasConsented: Bool
  public var consentOn: CalendarDay?

  public init(_ profile: EntityProfile) {
    id = profile.id
    name = profile["name"]
    role = profile["role"]
    email = profile["email"]
    phone = profile["phone"]
    hasConsented = profile["consent"] == "register"
    consentOn = profile["consent_on"].flatMap { CalendarDay($0) }
  }
}
