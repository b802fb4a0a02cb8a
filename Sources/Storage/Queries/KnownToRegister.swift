// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

extension Register {
  /// Whether a source ever stated anything.
  public func hasRecords(of source: String) throws -> Bool {
    try !connection.rows("SELECT 1 FROM record WHERE source = $1 LIMIT 1", [.text(source)]).isEmpty
  }

  /// Whether an import of a source left questions open.
  public func hasOpenQuestions(of source: String) throws -> Bool {
    try !connection.rows(
      """
      SELECT 1 FROM import_row r JOIN import i ON i.id = r.import
      WHERE r.outcome = 'ask' AND r.record IS NULL AND r.superseded_by IS NULL
        AND i.source = $1 AND i.state = 'committed' LIMIT 1
      """, [.text(source)]
    ).isEmpty
  }

  /// How many records of a source stand.
  public func standingRecordCount(of source: String) throws -> Int {
    Int(
      try connection.rows(
        "SELECT COUNT(*) FROM record WHERE source = $1 AND ended_by IS NULL", [.text(source)]
      ).first?.integer(0) ?? 0)
  }

  /// Whether people ever decided about a pair.
  public func hasJudgements() throws -> Bool {
    try !connection.rows("SELECT 1 FROM judgement LIMIT 1").isEmpty
  }

  /// What a source says under a key today.
  public func standingRecord(of source: String, key: String) throws -> StoredRecord? {
    try RecordTable(connection).standing(source, key)
  }

  /// What an organisation is called today.
  public func current(_ id: EntityID) throws -> EntityID {
    try EntityTable(connection).existing(id).owner
  }

  /// The numbers an organisation has.
  public func identifiers(of organisation: EntityID) throws -> [Identifier] {
    try connection.rows(
      "SELECT scheme, value FROM organisation_identifier WHERE organisation = $1 ORDER BY 1, 2",
      [.text(organisation.text)]
    ).map { Identifier(scheme: try stored(try $0.text(0)), normalised: try $0.text(1)) }
  }
}
