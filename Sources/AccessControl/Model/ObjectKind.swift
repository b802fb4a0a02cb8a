// SPDX-License-Identifier: Apache-2.0
import Localization

/// A kind of thing that access is asked about. Each has field groups of its own.
public enum ObjectKind: String, Sendable, CaseIterable {
  case organisation
  /// Who supplies whom. It belongs to two organisations, so it is an object and no field of one.
  case supplyLink = "supply_link"
  case chain
  case chainVersion = "chain_version"
  case need, match, suggestion, feedback
  /// What an organisation wants of a meeting: whom to meet, whom not, why not.
  case wish
  case review, job, account
  case auditEntry = "audit_entry"
  case aggregate

  /// What of it is opened or kept together.
  public var groups: [FieldGroup] {
    switch self {
    case .organisation:
      [.profile, .contact, .capability, .qualification, .capacity, .bottleneck]
    case .supplyLink: [.ends]
    case .chain: [.summary]
    case .chainVersion: [.content, .bottleneck]
    case .need: [.summary, .detail, .buyer]
    case .match: [.result, .gap]
    case .suggestion: [.place, .attention]
    case .feedback: [.statement, .note]
    case .wish: [.wish, .veto, .vetoReason]
    case .review: [.outcome, .assessment]
    case .job: [.status, .input]
    case .account: [.identity, .roles, .security]
    case .auditEntry: [.access, .circumstances]
    case .aggregate: [.cells, .suppression]
    }
  }

  public var label: LocalizedText {
    switch self {
    case .organisation: LocalizedText(de: "Organisation", en: "organisation")
    case .supplyLink: LocalizedText(de: "Lieferbeziehung", en: "supply link")
    case .chain: LocalizedText(de: "Kette", en: "chain")
    case .chainVersion: LocalizedText(de: "Fassung einer Kette", en: "version of a chain")
    case .need: LocalizedText(de: "Bedarf", en: "need")
    case .match: LocalizedText(de: "Treffer", en: "match")
    case .suggestion: LocalizedText(de: "Vorschlag", en: "suggestion")
    case .feedback: LocalizedText(de: "Rückmeldung", en: "feedback")
    case .wish: LocalizedText(de: "Gesprächswunsch", en: "dialogue wish")
    case .review: LocalizedText(de: "Gutachten", en: "review")
    case .job: LocalizedText(de: "Auftrag", en: "job")
    case .account: LocalizedText(de: "Konto", en: "account")
    case .auditEntry: LocalizedText(de: "Protokolleintrag", en: "audit entry")
    case .aggregate: LocalizedText(de: "Zusammenfassung", en: "aggregate")
    }
  }
}
