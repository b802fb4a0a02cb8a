// SPDX-License-Identifier: Apache-2.0
import Localization

/// What the register keeps: organisations, and what belongs to them.
public enum EntityKind: String, Sendable, CaseIterable, Hashable {
  case organisation
  case site
  case capability
  case capacity
  case qualification
  case membership
  case contact

  /// The first letter of an entity's id, so that an id tells what it names.
  public var prefix: Character {
    switch self {
    case .organisation: "o"
    case .site: "s"
    case .capability: "c"
    case .capacity: "y"
    case .qualification: "q"
    case .membership: "m"
    case .contact: "k"
    }
  }

  /// What an entity of this kind hangs on; nil for organisations, which stand by themselves.
  public var parent: EntityKind? {
    switch self {
    case .organisation: nil
    case .capacity: .capability
    case .site, .capability, .qualification, .membership, .contact: .organisation
    }
  }

  public var label: LocalizedText {
    switch self {
    case .organisation: LocalizedText(de: "Organisation", en: "Organisation")
    case .site: LocalizedText(de: "Standort", en: "Site")
    case .capability: LocalizedText(de: "Fähigkeit", en: "Capability")
    case .capacity: LocalizedText(de: "Kapazität", en: "Capacity")
    case .qualification: LocalizedText(de: "Nachweis", en: "Qualification")
    case .membership: LocalizedText(de: "Mitgliedschaft", en: "Membership")
    case .contact: LocalizedText(de: "Ansprechperson", en: "Contact")
    }
  }
}
