// SPDX-License-Identifier: Apache-2.0
import Localization

/// How far an organisation opens a field group of its entry. Raw values are those of `Audience`, which
/// says the same of what matching may use.
public enum ReleasedTo: String, Sendable, CaseIterable, Comparable {
  case everyone
  /// Everybody with a role.
  case register = "buyer"
  /// Those it is in dialogue with.
  case invited
  /// Nobody but whom it named in a grant.
  case nobody = "operator"

  private var place: Int {
    switch self {
    case .everyone: 3
    case .register: 2
    case .invited: 1
    case .nobody: 0
    }
  }

  /// Later is wider.
  public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

  /// What holds where an organisation decided nothing.
  public static func standard(_ group: FieldGroup) -> ReleasedTo {
    switch group {
    case .profile: .everyone
    case .capability, .qualification: .register
    case .contact, .capacity: .invited
    default: .nobody
    }
  }

  public var label: LocalizedText {
    switch self {
    case .everyone: LocalizedText(de: "alle", en: "everyone")
    case .register: LocalizedText(de: "alle im Register", en: "all in the register")
    case .invited: LocalizedText(de: "Gesprächspartner", en: "partners in dialogue")
    case .nobody: LocalizedText(de: "niemand", en: "nobody")
    }
  }
}
