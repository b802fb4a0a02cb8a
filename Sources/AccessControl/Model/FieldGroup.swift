// SPDX-License-Identifier: Apache-2.0
import Localization

/// Fields of an object that are opened or kept together. A field without a group is seen by nobody.
public enum FieldGroup: String, Sendable, CaseIterable {
  // Of organisations.
  case profile, contact, capability, qualification
  /// Capacity, utilisation and price.
  case capacity
  /// Where it, or a chain, hangs on one source.
  case bottleneck
  // Of supply links.
  case ends
  // Of chains and needs.
  case summary, content, detail, buyer
  // Of matches and suggestions.
  case result, gap, place, attention
  // Of feedback.
  case statement, note
  // Of wishes.
  case wish, veto
  case vetoReason = "veto_reason"
  // Of reviews.
  case outcome, assessment
  // Of jobs, accounts, audit entries, aggregates.
  case status, input
  case identity, roles, security
  case access, circumstances
  case cells, suppression

  public var sensitivity: Sensitivity {
    switch self {
    case .profile, .summary, .cells, .status: .open
    case .contact, .identity, .roles, .security, .access, .circumstances: .personal
    case .capability, .qualification, .detail, .buyer, .result, .outcome, .statement, .suppression:
      .confidential
    case .wish, .veto, .vetoReason, .assessment, .note, .place, .attention: .confidential
    case .capacity, .bottleneck, .ends, .content, .gap, .input: .tradeSecret
    }
  }

  public var label: LocalizedText {
    switch self {
    case .profile: LocalizedText(de: "öffentliches Profil", en: "public profile")
    case .contact: LocalizedText(de: "Ansprechpersonen", en: "contact")
    case .capability: LocalizedText(de: "Fähigkeiten", en: "capabilities")
    case .qualification: LocalizedText(de: "Nachweise", en: "qualifications")
    case .capacity:
      LocalizedText(de: "Kapazität, Auslastung, Preis", en: "capacity, utilisation, price")
    case .bottleneck:
      LocalizedText(de: "Engpass, einzige Quelle", en: "bottleneck, single source")
    case .ends: LocalizedText(de: "Lieferant und Kunde", en: "supplier and customer")
    case .summary: LocalizedText(de: "Titel und Art", en: "title and kind")
    case .content: LocalizedText(de: "Inhalt", en: "content")
    case .detail: LocalizedText(de: "Einzelheiten", en: "details")
    case .buyer: LocalizedText(de: "Käufer", en: "buyer")
    case .result: LocalizedText(de: "Punkte und Gründe", en: "score and reasons")
    case .gap: LocalizedText(de: "Reifelücke", en: "readiness gap")
    case .place: LocalizedText(de: "Platz in der Liste", en: "place in the list")
    case .attention: LocalizedText(de: "Eignung und Aufmerksamkeit", en: "merit and attention")
    case .statement: LocalizedText(de: "Aussage", en: "statement")
    case .note: LocalizedText(de: "Anmerkung", en: "note")
    case .wish: LocalizedText(de: "Wunsch", en: "wish")
    case .veto: LocalizedText(de: "Veto", en: "veto")
    case .vetoReason: LocalizedText(de: "Grund des Vetos", en: "reason of the veto")
    case .outcome: LocalizedText(de: "Ergebnis und Gründe", en: "outcome and reasons")
    case .assessment: LocalizedText(de: "Gutachtentext und Punkte", en: "text and scores")
    case .status: LocalizedText(de: "Stand", en: "status")
    case .input: LocalizedText(de: "Eingaben und Ergebnis", en: "input and result")
    case .identity: LocalizedText(de: "Name und Anschrift", en: "name and address")
    case .roles: LocalizedText(de: "Rollen", en: "roles")
    case .security: LocalizedText(de: "Anmeldung und Sitzungen", en: "login and sessions")
    case .access: LocalizedText(de: "wer, was, wozu, wann", en: "who, what, why, when")
    case .circumstances: LocalizedText(de: "Umstände", en: "circumstances")
    case .cells: LocalizedText(de: "geschützte Werte", en: "protected values")
    case .suppression: LocalizedText(de: "Grund der Sperrung", en: "reason of suppression")
    }
  }
}

/// How much harm it does when the wrong person reads a field.
public enum Sensitivity: String, Sendable, CaseIterable, Comparable {
  case open
  /// About people.
  case personal
  case confidential
  /// What gives a competitor an advantage.
  case tradeSecret = "trade_secret"

  /// A look at it is a look at protected data: it is logged one by one, and the owner can see it.
  public var isProtected: Bool { self != .open }

  public static func < (one: Self, other: Self) -> Bool { one.place < other.place }

  private var place: Int {
    switch self {
    case .open: 0
    case .personal: 1
    case .confidential: 2
    case .tradeSecret: 3
    }
  }

  public var label: LocalizedText {
    switch self {
    case .open: LocalizedText(de: "offen", en: "open")
    case .personal: LocalizedText(de: "personenbezogen", en: "personal")
    case .confidential: LocalizedText(de: "vertraulich", en: "confidential")
    case .tradeSecret: LocalizedText(de: "Geschäftsgeheimnis", en: "trade secret")
    }
  }
}
