// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// What people decided about a description and an organisation, so that nobody is asked twice.
public struct JudgementTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  /// What was decided about a description: for each organisation, as it is called today, whether it
  /// is the same.
  public func judgements(on fingerprint: String) throws -> [EntityID: Bool] {
    var found: [EntityID: Bool] = [:]
    for row in try connection.rows(
      """
      SELECT e.canonical, j.is_same FROM judgement j JOIN entity e ON e.id = j.organisation
      WHERE j.fingerprint = $1 ORDER BY j.at, j.organisation
      """, [.text(fingerprint)])
    {
      found[EntityID(stored: try row.text(0))] = try row.integer(1) != 0
    }
    return found
  }

  /// Whether somebody said that two organisations are different.
  public func areDistinct(_ first: EntityID, _ second: EntityID) throws -> Bool {
    try judgements(on: min(first, second).text)[max(first, second)] == false
  }

  /// Notes that two organisations are different; the fingerprint of an organisation is its id.
  public func tellApart(_ first: EntityID, _ second: EntityID, by actor: String, at: String) throws
  {
    let entities = EntityTable(connection)
    let ids = try [first, second].map { try entities.existing($0).canonical }
    guard ids[0] != ids[1] else { throw StorageError.alreadyOne(first, second) }
    try save(min(ids[0], ids[1]).text, max(ids[0], ids[1]), isSame: false, by: actor, at: at)
  }

  public func save(
    _ fingerprint: String, _ organisation: EntityID, isSame: Bool, by actor: String, at: String
  ) throws {
    _ = try connection.execute(
      """
      INSERT INTO judgement (fingerprint, organisation, is_same, actor, at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (fingerprint, organisation) DO UPDATE SET is_same = $6, actor = $7, at = $8
      """,
      [
        .text(fingerprint), .text(organisation.text), .integer(isSame ? 1 : 0), .text(actor),
        .text(at), .integer(isSame ? 1 : 0), .text(actor), .text(at),
      ])
  }
}
