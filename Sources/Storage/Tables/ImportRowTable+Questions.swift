// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Questions about rows that people have not answered yet.
extension ImportRowTable {
  /// The question about a row with this key that an import of the source left open; nil where there
  /// is none. Candidates are organisations as they are called today.
  public func openQuestion(_ source: String, key: String) throws -> [StagedCandidate]? {
    guard
      let open = try connection.rows(
        """
        SELECT r.import, r.line FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.key = $1 AND r.outcome = 'ask' AND r.record IS NULL AND r.superseded_by IS NULL
          AND i.source = $2 AND i.state = 'committed' ORDER BY r.import DESC LIMIT 1
        """, [.text(key), .text(source)]
      ).first
    else { return nil }
    let importID = try open.text(0)
    var candidates: [StagedCandidate] = []
    for var candidate in try self.candidates(of: importID, line: Int(try open.integer(1))) {
      guard let organisation = try organisation(candidate.target, of: importID) else { continue }
      candidate.target = .organisation(organisation)
      candidates.append(candidate)
    }
    return candidates
  }

  /// What a target of an import that was committed is called today; nil for a row that is open.
  private func organisation(_ target: RowTarget, of importID: String) throws -> EntityID? {
    switch target {
    case .organisation(let id): return try EntityTable(connection).existing(id).owner
    case .line(let line):
      guard let id = try row(line, of: importID)?.record,
        let record = try RecordTable(connection).record(id)
      else { return nil }
      return try EntityTable(connection).existing(record.organisation).owner
    }
  }

  /// Closes the questions that earlier imports of a source left open and that this one asks again,
  /// or answers.
  func supersede(_ source: String, by importID: String) throws {
    _ = try connection.execute(
      """
      UPDATE import_row SET superseded_by = $1
      WHERE outcome = 'ask' AND record IS NULL AND superseded_by IS NULL AND import <> $2
        AND import IN (SELECT id FROM import WHERE source = $3 AND state = 'committed')
        AND EXISTS (
          SELECT 1 FROM import_row n WHERE n.import = $4 AND n.key = import_row.key)
      """, [.text(importID), .text(importID), .text(source), .text(importID)])
  }

  /// Opens again what an import had closed.
  func reopen(supersededBy importID: String) throws {
    _ = try connection.execute(
      "UPDATE import_row SET superseded_by = NULL WHERE superseded_by = $1", [.text(importID)])
  }
}
