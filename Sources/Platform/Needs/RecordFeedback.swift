// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import Storage

/// Use case: note what passed between a need and an organisation it was matched with.
///
/// Declining is never held against an organisation. An outcome that one side alone tells is kept and
/// shown as told; it counts as success once the other side or a document confirms it.
public struct RecordFeedback: Sendable {
  public enum Event: Sendable {
    case invited
    case declined(MatchFeedback.Reason?)
    case dismissed(MatchFeedback.Reason?)
    case outcome(MatchFeedback.Outcome, MatchFeedback.Evidence)
  }

  public let need: String
  public let supplier: EntityID
  public let event: Event
  /// When it was; nil for today.
  public var day: CalendarDay?
  public var note = ""

  public init(need: String, supplier: EntityID, _ event: Event) {
    self.need = need
    self.supplier = supplier
    self.event = event
  }

  /// The need as it is now, and what the register calls the organisation.
  public func run(_ access: RegisterAccess) async throws -> (need: Need, name: String) {
    let (feedback, supplier, deed) = (try feedback(access.today), supplier, access.deed(note))
    return try await access.write { connection in
      let register = Register(connection)
      let need = try register.record(feedback, deed)
      let current = try register.organisation(supplier)
      return (need, try register.line(of: current)?.name ?? current.text)
    }
  }

  private func feedback(_ today: CalendarDay) throws(PlatformError) -> MatchFeedback {
    let day = day ?? today
    guard day <= today else {
      throw PlatformError(
        .request,
        LocalizedText(
          de: "\(day) liegt in der Zukunft; festgehalten wird, was war.",
          en: "\(day) lies in the future; what is noted has happened."))
    }
    func made(
      _ kind: MatchFeedback.Kind, reason: MatchFeedback.Reason? = nil,
      outcome: MatchFeedback.Outcome? = nil, evidence: MatchFeedback.Evidence? = nil
    ) -> MatchFeedback {
      MatchFeedback(
        need: need, supplier: supplier.text, kind: kind, reason: reason, outcome: outcome,
        evidence: evidence, note: note.isEmpty ? nil : note, on: day)
    }
    return switch event {
    case .invited: made(.invited)
    case .declined(let reason): made(.declined, reason: reason)
    case .dismissed(let reason): made(.dismissed, reason: reason)
    case .outcome(let outcome, let evidence):
      made(.outcome, outcome: outcome, evidence: evidence)
    }
  }
}
