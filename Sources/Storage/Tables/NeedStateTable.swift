// SPDX-License-Identifier: Apache-2.0
import Matching
import SQLEngine

/// A step on the way of a need.
public struct NeedStateChange: Sendable, Hashable {
  /// The version that was current then.
  public var version: Int
  /// Nil for the beginning.
  public var from: NeedState?
  public var to: NeedState
  public var actor: String
  /// ISO 8601, UTC, to the second.
  public var at: String
  public var note: String
}

/// Where every need stood, from its beginning.
struct NeedStateTable {
  let connection: SQLConnection

  init(_ connection: SQLConnection) { self.connection = connection }

  func add(_ change: NeedStateChange, to need: String) throws {
    let last = try connection.row(
      "SELECT MAX(number) FROM need_state_change WHERE need = $1", [.text(need)])?
      .optionalInteger(0)
    try connection.execute(
      """
      INSERT INTO need_state_change (need, number, version, from_state, to_state, actor, at, note)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .text(need), .integer((last ?? 0) + 1), SQLValue(change.version),
        SQLValue(change.from?.rawValue), .text(change.to.rawValue), .text(change.actor),
        .text(change.at), .text(change.note),
      ])
  }

  /// The way of a need, from its beginning.
  func changes(of need: String) throws -> [NeedStateChange] {
    try connection.rows(
      """
      SELECT version, from_state, to_state, actor, at, note FROM need_state_change
      WHERE need = $1 ORDER BY number
      """, [.text(need)]
    ).map { row in
      NeedStateChange(
        version: Int(try row.integer(0)), from: try row.optionalText(1).map { try stored($0) },
        to: try stored(try row.text(2)), actor: try row.text(3), at: try row.text(4),
        note: try row.text(5))
    }
  }
}
