// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

extension Register {
  /// Keeps what passed between a need and an organisation.
  ///
  /// Inviting takes a need that stands (published or further, not expired) into dialogue. An
  /// organisation is invited once to a version: a reminder is no second invitation. Nobody invites
  /// an organisation that is confirmed to be on a screening list.
  /// - Returns: the need as it is now.
  @discardableResult
  public func record(_ feedback: MatchFeedback, _ deed: Deed) throws -> Need {
    let need = try NeedTable(connection).existing(feedback.need)
    let supplier = try organisation(EntityID(stored: feedback.supplier))
    if need.state == .draft { throw StorageError.need(.notPublished(need.id)) }
    if feedback.kind == .invited { try checkInvitation(of: supplier, to: need, on: deed.day) }
    var kept = feedback
    kept.supplier = supplier.text
    try FeedbackTable(connection).add(
      StoredFeedback(feedback: kept, version: need.version, actor: deed.actor, at: deed.at))
    guard feedback.kind == .invited, need.state != .inDialogue else { return need }
    return try move(need.id, to: .inDialogue, deed)
  }

  private func checkInvitation(of supplier: EntityID, to need: Need, on day: CalendarDay) throws {
    try checkIsOpen(need, on: day)
    if let earlier = try FeedbackTable(connection).invitation(
      to: need.id, version: need.version, of: supplier)
    {
      throw StorageError.need(.alreadyInvited(need.id, supplier, earlier))
    }
    let listed = try connection.row(
      """
      SELECT list FROM screening_hit
      WHERE organisation = $1 AND outcome = 'confirmed' AND closed_because IS NULL
      ORDER BY list LIMIT 1
      """, [.text(supplier.text)])
    if let listed { throw StorageError.need(.screenedOut(supplier, try listed.text(0))) }
  }
}
