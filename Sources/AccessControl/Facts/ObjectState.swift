// SPDX-License-Identifier: Apache-2.0
import Localization

/// Where an object stands, as its table says it.
public enum ObjectState: String, Sendable, CaseIterable {
  // Of needs, aggregates and reviews.
  case draft, published, matched
  case inDialogue = "in_dialogue"
  case covered, withdrawn
  // Of reviews: handed in, then told to whoever handed in the solution.
  case submitted, released
  // Of matches.
  case active, dismissed

  /// A need that suppliers are looked for.
  public static let openNeed: [ObjectState] = [.published, .matched, .inDialogue]

  public var label: LocalizedText {
    switch self {
    case .draft: LocalizedText(de: "Entwurf", en: "draft")
    case .published: LocalizedText(de: "veröffentlicht", en: "published")
    case .matched: LocalizedText(de: "Treffer gefunden", en: "matched")
    case .inDialogue: LocalizedText(de: "im Gespräch", en: "in dialogue")
    case .covered: LocalizedText(de: "gedeckt", en: "covered")
    case .withdrawn: LocalizedText(de: "zurückgezogen", en: "withdrawn")
    case .submitted: LocalizedText(de: "abgegeben", en: "handed in")
    case .released: LocalizedText(de: "mitgeteilt", en: "released")
    case .active: LocalizedText(de: "gültig", en: "active")
    case .dismissed: LocalizedText(de: "verworfen", en: "dismissed")
    }
  }
}

/// For whom a need, or an aggregate, is meant; raw values are those of a need's visibility.
public enum Visibility: String, Sendable, CaseIterable {
  case invited, register
  case `public`

  /// Those meant for at least this audience.
  func orWider() -> [Visibility] {
    switch self {
    case .invited: [.invited, .register, .public]
    case .register: [.register, .public]
    case .public: [.public]
    }
  }

  public var label: LocalizedText {
    switch self {
    case .invited: LocalizedText(de: "Eingeladene", en: "those invited")
    case .register: LocalizedText(de: "alle im Register", en: "all in the register")
    case .public: LocalizedText(de: "alle", en: "everybody")
    }
  }
}
