// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// A supplier in a list that was put before a buyer.
public struct StoredSuggestion: Sendable, Hashable {
  public var need: String
  /// The version of the need that was current then.
  public var version: Int
  public var supplier: String
  /// From 1.
  public var place: Int
  /// 0 to 100.
  public var score: Double
  /// What the list dealt out to it; see ``ExposureLedger``.
  public var merit: Double
  public var attention: Double
  public var on: CalendarDay
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String

  public init(
    need: String, version: Int, place: Int, score: Double, _ share: ExposureLedger.Share,
    _ deed: Deed
  ) {
    self.need = need
    self.version = version
    self.place = place
    self.score = score
    supplier = share.supplier
    merit = share.merit
    attention = share.attention
    on = deed.day
    actor = deed.actor
    at = deed.at
  }

  private init(_ row: SQLRow) throws {
    need = try row.text(0)
    version = Int(try row.integer(1))
    supplier = try row.text(2)
    place = Int(try row.integer(3))
    score = try row.real(4)
    merit = try row.real(5)
    attention = try row.real(6)
    on = try day(try row.text(7))
    actor = try row.text(8)
    at = try row.text(9)
  }

  /// Whether the buyer saw it.
  public var isShown: Bool { attention > 0 }

  static func read(_ row: SQLRow) throws -> StoredSuggestion { try StoredSuggestion(row) }
}

/// All that was put before buyers.
struct SuggestionTable {
  let connection: SQLConnection

  init(_ connection: SQLConnection) { self.connection = connection }

  static let columns = """
    need, version, supplier, place, score, merit, attention, on_day, actor, at
    """

  func add(_ list: [StoredSuggestion]) throws {
    let first = try SequenceTable(connection: connection).take(list.count, "suggestion")
    for (offset, new) in list.enumerated() {
      try connection.execute(
        """
        INSERT INTO suggestion (number, \(Self.columns))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        [
          .integer(first + Int64(offset)), .text(new.need), SQLValue(new.version),
          .text(new.supplier), SQLValue(new.place), SQLValue(new.score), SQLValue(new.merit),
          SQLValue(new.attention), .text(new.on.description), .text(new.actor), .text(new.at),
        ])
    }
  }

  /// Those of a need that its buyer saw, in the order they were shown.
  func shown(for need: String) throws -> [StoredSuggestion] {
    try connection.rows(
      "SELECT \(Self.columns) FROM suggestion WHERE need = $1 AND attention > 0 ORDER BY number",
      [.text(need)]
    ).map(StoredSuggestion.read)
  }
}
