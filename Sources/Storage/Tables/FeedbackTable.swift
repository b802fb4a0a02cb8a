// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// Something that passed between a need and an organisation, and who noted it.
public struct StoredFeedback: Sendable, Hashable {
  public var feedback: MatchFeedback
  /// The version of the need that was current then.
  public var version: Int
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String
}

/// All that passed between needs and organisations.
public struct FeedbackTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns = """
    need, version, supplier, kind, reason, outcome, evidence, note, on_day, actor, at
    """

  func add(_ new: StoredFeedback) throws {
    let number = try SequenceTable(connection: connection).take(1, "match_feedback")
    let feedback = new.feedback
    try connection.execute(
      """
      INSERT INTO match_feedback (number, \(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        .integer(number), .text(feedback.need), SQLValue(new.version), .text(feedback.supplier),
        .text(feedback.kind.rawValue), SQLValue(feedback.reason?.rawValue),
        SQLValue(feedback.outcome?.rawValue), SQLValue(feedback.evidence?.rawValue),
        SQLValue(feedback.note), .text(feedback.on.description), .text(new.actor), .text(new.at),
      ])
    if feedback.kind == .invited {
      try OrganisationChangeTable(connection).note([EntityID(stored: feedback.supplier)])
    }
  }

  /// All about a need, the oldest first.
  public func feedback(on need: String) throws -> [StoredFeedback] {
    try connection.rows(
      "SELECT \(Self.columns) FROM match_feedback WHERE need = $1 ORDER BY number", [.text(need)]
    ).map(Self.feedback)
  }

  /// The day on which an organisation, or what was merged into it, was invited to a version.
  func invitation(to need: String, version: Int, of supplier: EntityID) throws -> CalendarDay? {
    try connection.row(
      """
      SELECT f.on_day FROM match_feedback f JOIN entity e ON e.id = f.supplier
      WHERE f.need = $1 AND f.version = $2 AND f.kind = 'invited' AND e.canonical = $3
      ORDER BY f.number LIMIT 1
      """, [.text(need), SQLValue(version), .text(supplier.text)]
    ).map { try day(try $0.text(0)) }
  }

  private static func feedback(_ row: SQLRow) throws -> StoredFeedback {
    StoredFeedback(
      feedback: MatchFeedback(
        need: try row.text(0), supplier: try row.text(2), kind: try stored(try row.text(3)),
        reason: try row.optionalText(4).map { try stored($0) },
        outcome: try row.optionalText(5).map { try stored($0) },
        evidence: try row.optionalText(6).map { try stored($0) }, note: try row.optionalText(7),
        on: try day(try row.text(8))),
      version: Int(try row.integer(1)), actor: try row.text(9), at: try row.text(10))
  }
}
