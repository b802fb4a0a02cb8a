// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry

/// What passed between a need and an organisation it was matched with.
///
/// Only outcomes that both sides or a document confirmed count as success
/// (``Evidence/isVerified``, ``Outcome/isSuccess``); what one side says alone is kept and shown as
/// said.
public struct MatchFeedback: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The buyer asked the organisation.
    case invited
    /// The organisation declined, without any disadvantage to it.
    case declined
    /// The buyer dropped the match.
    case dismissed
    /// Something came of it.
    case outcome

    public var label: LocalizedText {
      switch self {
      case .invited: LocalizedText(de: "eingeladen", en: "invited")
      case .declined: LocalizedText(de: "abgesagt", en: "declined")
      case .dismissed: LocalizedText(de: "verworfen", en: "dismissed")
      case .outcome: LocalizedText(de: "Ergebnis", en: "outcome")
      }
    }
  }

  /// Why somebody declined or dismissed.
  public enum Reason: String, Sendable, CaseIterable {
    case noCapacity = "no_capacity"
    case notOurField = "not_our_field"
    case tooLarge = "too_large"
    case tooSmall = "too_small"
    case qualification
    case terms
    case other

    public var label: LocalizedText {
      switch self {
      case .noCapacity: LocalizedText(de: "keine freie Kapazität", en: "no free capacity")
      case .notOurField: LocalizedText(de: "anderes Gebiet", en: "another field")
      case .tooLarge: LocalizedText(de: "zu groß", en: "too large")
      case .tooSmall: LocalizedText(de: "zu klein", en: "too small")
      case .qualification: LocalizedText(de: "Nachweis fehlt", en: "qualification missing")
      case .terms: LocalizedText(de: "Bedingungen", en: "terms")
      case .other: LocalizedText(de: "anderer Grund", en: "another reason")
      }
    }
  }

  public enum Outcome: String, Sendable, CaseIterable {
    case talks, sample, offer, order, delivered

    /// Whether the need was served; talks and offers are steps on the way.
    public var isSuccess: Bool { self == .order || self == .delivered }

    public var label: LocalizedText {
      switch self {
      case .talks: LocalizedText(de: "Gespräche", en: "talks")
      case .sample: LocalizedText(de: "Muster", en: "sample")
      case .offer: LocalizedText(de: "Angebot", en: "offer")
      case .order: LocalizedText(de: "Auftrag", en: "order")
      case .delivered: LocalizedText(de: "geliefert", en: "delivered")
      }
    }
  }

  /// How an outcome is known.
  public enum Evidence: String, Sendable, CaseIterable {
    case saidByBuyer = "said_by_buyer"
    case saidBySupplier = "said_by_supplier"
    /// Both sides said it.
    case confirmedByBoth = "confirmed_by_both"
    /// An order, a delivery note.
    case document

    public var isVerified: Bool { self == .confirmedByBoth || self == .document }

    public var label: LocalizedText {
      switch self {
      case .saidByBuyer: LocalizedText(de: "sagt der Bedarfsträger", en: "says the buyer")
      case .saidBySupplier: LocalizedText(de: "sagt der Anbieter", en: "says the supplier")
      case .confirmedByBoth: LocalizedText(de: "von beiden bestätigt", en: "confirmed by both")
      case .document: LocalizedText(de: "durch Unterlage belegt", en: "shown by a document")
      }
    }
  }

  public var need: String
  public var supplier: String
  public var kind: Kind
  public var reason: Reason?
  public var outcome: Outcome?
  public var evidence: Evidence?
  public var note: String?
  public var on: CalendarDay

  /// - Precondition: an outcome, and only an outcome, names what came of it and how that is known.
  public init(
    need: String, supplier: String, kind: Kind, reason: Reason? = nil, outcome: Outcome? = nil,
    evidence: Evidence? = nil, note: String? = nil, on: CalendarDay
  ) {
    let isOutcome = kind == .outcome
    precondition(
      (outcome != nil) == isOutcome && (evidence != nil) == isOutcome,
      "outcome and evidence go with the kind outcome")
    precondition(
      reason == nil || kind == .declined || kind == .dismissed,
      "a reason goes with declining and dismissing")
    self.need = need
    self.supplier = supplier
    self.kind = kind
    self.reason = reason
    self.outcome = outcome
    self.evidence = evidence
    self.note = note
    self.on = on
  }
}
