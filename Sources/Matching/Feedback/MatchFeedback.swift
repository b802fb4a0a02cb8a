// SPDX-License-Identifier: Apache-2.0
import Localization

/// What passed between a need and an organisation it was matched with.
///
/// Only outcomes that both sides or a document confirmed count as success
/// (`Outcome.isVerified`); what one side says alone is kept and shown as said.
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
  }

  public enum Outcome: String, Sendable, CaseIterable {
    case talks, sample, offer, order, delivered
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
  }

  public var need: String
  public var supplier: String
  public var kind: Kind
  public var reason: Reason?
  public var outcome: Outcome?
  public var evidence: Evidence?
  public var note: String?
  public var on: CalendarDay

  public init(
    need: String, supplier: String, kind: Kind, reason: Reason? = nil, outcome: Outcome? = nil,
    evidence: Evidence? = nil, note: String? = nil, on: CalendarDay
  ) {
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
