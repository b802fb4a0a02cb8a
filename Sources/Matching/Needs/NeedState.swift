// SPDX-License-Identifier: Apache-2.0
import Localization

/// Where a need stands on its way.
public enum NeedState: String, Sendable, CaseIterable {
  case draft, published, matched
  case inDialogue = "in_dialogue"
  case covered, withdrawn

  /// Where it may go from here. A need that was covered or withdrawn can be published again, as a
  /// new version; nothing else leads back from there.
  public var next: [NeedState] {
    switch self {
    case .draft: [.published, .withdrawn]
    case .published: [.matched, .inDialogue, .covered, .withdrawn]
    case .matched: [.published, .inDialogue, .covered, .withdrawn]
    case .inDialogue: [.matched, .covered, .withdrawn]
    case .covered, .withdrawn: [.published]
    }
  }

  /// Where it stands once its content has changed: what was found for the earlier version no longer
  /// counts. Nil where it must be published again first.
  public var afterChange: NeedState? {
    switch self {
    case .draft: .draft
    case .published, .matched, .inDialogue: .published
    case .covered, .withdrawn: nil
    }
  }

  /// Whether suppliers are looked for.
  public var isOpen: Bool {
    switch self {
    case .published, .matched, .inDialogue: true
    case .draft, .covered, .withdrawn: false
    }
  }

  public var label: LocalizedText {
    switch self {
    case .draft: LocalizedText(de: "Entwurf", en: "draft")
    case .published: LocalizedText(de: "veröffentlicht", en: "published")
    case .matched: LocalizedText(de: "Treffer gefunden", en: "matched")
    case .inDialogue: LocalizedText(de: "im Gespräch", en: "in dialogue")
    case .covered: LocalizedText(de: "gedeckt", en: "covered")
    case .withdrawn: LocalizedText(de: "zurückgezogen", en: "withdrawn")
    }
  }
}
