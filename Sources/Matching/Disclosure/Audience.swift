// SPDX-License-Identifier: Apache-2.0
import Localization

/// For whom suppliers are matched. Each sees what those before it see, and more.
public enum Audience: String, Sendable, CaseIterable, Comparable {
  /// Anybody, also without an account.
  case everyone
  /// A buyer the register knows.
  case registeredBuyer = "buyer"
  /// A buyer the supplier is in dialogue with.
  case invitedBuyer = "invited"
  /// Whoever runs the platform: sees all, also who is screened out and who was asked how often.
  case `operator`

  private var place: Int {
    switch self {
    case .everyone: 0
    case .registeredBuyer: 1
    case .invitedBuyer: 2
    case .operator: 3
    }
  }

  public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

  public var label: LocalizedText {
    switch self {
    case .everyone: LocalizedText(de: "alle", en: "everyone")
    case .registeredBuyer: LocalizedText(de: "Käufer im Register", en: "buyers of the register")
    case .invitedBuyer: LocalizedText(de: "eingeladene Käufer", en: "invited buyers")
    case .operator: LocalizedText(de: "Betreiber", en: "the operator")
    }
  }
}
