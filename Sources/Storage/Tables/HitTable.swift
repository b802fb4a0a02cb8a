// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine
import Screening

/// A list the register was screened against.
public struct StoredScreeningList: Sendable, Hashable {
  public var name: String
  /// When its publisher made it.
  public var version: String
  public var entries: Int
  /// ISO 8601, UTC.
  public var screenedAt: String
  public var screenedBy: String

  public init(
    name: String, version: String, entries: Int, screenedAt: String, screenedBy: String
  ) {
    self.name = name
    self.version = version
    self.entries = entries
    self.screenedAt = screenedAt
    self.screenedBy = screenedBy
  }
}

/// The review queue of screening: hits, and every decision ever made about them.
public struct HitTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  public func lists() throws -> [StoredScreeningList] {
    try connection.rows(
      "SELECT name, version, entries, screened_at, screened_by FROM screening_list ORDER BY name"
    ).map { row in
      StoredScreeningList(
        name: try row.text(0), version: try row.text(1), entries: Int(try row.integer(2)),
        screenedAt: try row.text(3), screenedBy: try row.text(4))
    }
  }

  private static let columns = """
    organisation, list, entry, entry_name, version, score, decision, reasons_de, reasons_en,
    entry_fingerprint, subject_fingerprint, outcome, decided_by, decided_at, decided_why
    """

  /// The hits of a list, or of all, that are not closed, in the order of organisations.
  ///
  /// - Parameter outcome: only those with this decision; nil for all.
  public func hits(list: String? = nil, outcome: ReviewDecision.Outcome? = nil) throws
    -> [ScreeningHit]
  {
    var conditions = ["closed_because IS NULL"]
    var arguments: [SQLValue] = []
    if let list {
      arguments.append(.text(list))
      conditions.append("list = $\(arguments.count)")
    }
    if let outcome {
      arguments.append(.text(outcome.rawValue))
      conditions.append("outcome = $\(arguments.count)")
    }
    return try connection.rows(
      """
      SELECT \(Self.columns) FROM screening_hit WHERE \(conditions.joined(separator: " AND "))
      ORDER BY organisation, list, entry
      """, arguments
    ).map(Self.hit)
  }

  /// Writes what screening against a version of a list gave.
  public func save(_ result: Rescreening, of list: StoredScreeningList) throws {
    _ = try connection.execute(
      """
      INSERT INTO screening_list (name, version, entries, screened_at, screened_by)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (name) DO UPDATE
      SET version = $2, entries = $3, screened_at = $4, screened_by = $5
      """,
      [
        .text(list.name), .text(list.version), .integer(Int64(list.entries)),
        .text(list.screenedAt), .text(list.screenedBy),
      ])
    for hit in result.new + result.unchanged + result.reopened.map(\.hit) { try save(hit) }
    for closed in result.closed {
      let because =
        switch closed.closure {
        case .entryGone: "entry_gone"
        case .noLongerAlike: "no_longer_alike"
        case .subjectGone: "subject_gone"
        }
      _ = try connection.execute(
        """
        UPDATE screening_hit SET closed_because = $1
        WHERE organisation = $2 AND list = $3 AND entry = $4
        """,
        [
          .text(because), .text(closed.hit.key.subject), .text(closed.hit.key.list),
          .text(closed.hit.key.entry),
        ])
    }
    let changed = result.new + result.reopened.map(\.hit) + result.closed.map(\.hit)
    try OrganisationChangeTable(connection).note(
      changed.map { EntityID(stored: $0.key.subject) })
  }

  private func save(_ hit: ScreeningHit) throws {
    let both = hit.reasons
    _ = try connection.execute(
      """
      INSERT INTO screening_hit (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      ON CONFLICT (organisation, list, entry) DO UPDATE SET
        entry_name = $4, version = $5, score = $6, decision = $7, reasons_de = $8,
        reasons_en = $9, entry_fingerprint = $10, subject_fingerprint = $11, outcome = $12,
        decided_by = $13, decided_at = $14, decided_why = $15, closed_because = NULL
      """,
      [
        .text(hit.key.subject), .text(hit.key.list), .text(hit.key.entry), .text(hit.entryName),
        .text(hit.version), .real(hit.score), .text(hit.decision.rawValue),
        .text(both.map(\.german).joined(separator: "\n")),
        .text(both.map(\.english).joined(separator: "\n")), .text(hit.entry.text),
        .text(hit.subject.text), .text(hit.review.outcome.rawValue), .text(hit.review.by),
        .text(hit.review.at), .text(hit.review.why),
      ])
  }

  /// Notes a decision about a hit; earlier ones stay in the log.
  public func decide(_ key: ScreeningHit.Key, _ decision: ReviewDecision) throws {
    let changed = try connection.execute(
      """
      UPDATE screening_hit
      SET outcome = $1, decided_by = $2, decided_at = $3, decided_why = $4
      WHERE organisation = $5 AND list = $6 AND entry = $7 AND closed_because IS NULL
      """,
      [
        .text(decision.outcome.rawValue), .text(decision.by), .text(decision.at),
        .text(decision.why), .text(key.subject), .text(key.list), .text(key.entry),
      ])
    guard changed == 1 else {
      throw StorageError.noSuchHit("\(key.subject) / \(key.list) / \(key.entry)")
    }
    let number = try SequenceTable(connection: connection).take(1, "screening_decision")
    _ = try connection.execute(
      """
      INSERT INTO screening_decision
        (number, organisation, list, entry, outcome, decided_by, decided_at, decided_why)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .integer(number), .text(key.subject), .text(key.list), .text(key.entry),
        .text(decision.outcome.rawValue), .text(decision.by), .text(decision.at),
        .text(decision.why),
      ])
    try OrganisationChangeTable(connection).note([EntityID(stored: key.subject)])
  }

  /// Every decision ever made about an organisation, oldest first.
  public func decisions(about organisation: EntityID) throws
    -> [(list: String, entry: String, decision: ReviewDecision)]
  {
    try connection.rows(
      """
      SELECT list, entry, outcome, decided_by, decided_at, decided_why FROM screening_decision
      WHERE organisation = $1 ORDER BY number
      """, [.text(organisation.text)]
    ).map { row in
      (
        try row.text(0), try row.text(1),
        ReviewDecision(
          outcome: try stored(try row.text(2)), by: try row.text(3), at: try row.text(4),
          why: try row.text(5))
      )
    }
  }

  private static func hit(_ row: SQLRow) throws -> ScreeningHit {
    let german = try row.text(7).split(separator: "\n", omittingEmptySubsequences: false)
    let english = try row.text(8).split(separator: "\n", omittingEmptySubsequences: false)
    return ScreeningHit(
      key: ScreeningHit.Key(
        subject: try row.text(0), list: try row.text(1), entry: try row.text(2)),
      version: try row.text(4), entryName: try row.text(3), score: try row.real(5),
      decision: try stored(try row.text(6)),
      reasons: zip(german, english).map { LocalizedText(de: String($0), en: String($1)) },
      entry: try fingerprint(try row.text(9)), subject: try fingerprint(try row.text(10)),
      review: ReviewDecision(
        outcome: try stored(try row.text(11)), by: try row.text(12), at: try row.text(13),
        why: try row.text(14)))
  }

  private static func fingerprint(_ text: String) throws -> EntryFingerprint {
    guard let fingerprint = EntryFingerprint(text: text) else {
      throw StorageError.unknownChoice("EntryFingerprint", text)
    }
    return fingerprint
  }
}
