// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// What an import will do or did, in numbers: the announcement before anything is written.
public struct ImportCounts: Sendable, Hashable {
  public var rows = 0
  public var linked = 0
  public var changed = 0
  public var unchanged = 0
  public var new = 0
  public var asked = 0
  public var refused = 0
  /// Rows of one organisation that come more than once in the list.
  public var repeated = 0
  /// Records of the source that the list no longer has.
  public var left = 0

  public init() {}

  /// The share of rows a person has to look at, 0 to 1.
  public var askedShare: Double { rows == 0 ? 0 : Double(asked) / Double(rows) }
}

extension Register {
  /// Counts the rows of an import by outcome.
  public func counts(of importID: String) throws -> ImportCounts {
    let staged = try ImportTable(connection).existing(importID)
    var counts = ImportCounts()
    for row in try connection.rows(
      """
      SELECT outcome, CASE WHEN earlier_record IS NULL THEN 0 ELSE 1 END,
        CASE WHEN target >= '=' AND target < '>' THEN 1 ELSE 0 END, COUNT(*)
      FROM import_row WHERE import = $1 GROUP BY 1, 2, 3
      """, [.text(importID)])
    {
      let number = Int(try row.integer(3))
      let isKnown = try row.integer(1) != 0
      let isRepeated = try row.integer(2) != 0
      counts.rows += number
      let outcome: RowOutcome = try stored(try row.text(0))
      switch outcome {
      case .linked where isKnown: counts.changed += number
      case .linked:
        counts.linked += number
        if isRepeated { counts.repeated += number }
      case .ask: counts.asked += number
      case .new: counts.new += number
      case .refused: counts.refused += number
      case .unchanged: counts.unchanged += number
      }
    }
    if !staged.isPartial, staged.state == .ready {
      counts.left = Int(
        try connection.rows(
          """
          SELECT COUNT(*) FROM record WHERE source = $1 AND ended_by IS NULL AND NOT EXISTS (
            SELECT 1 FROM import_row
            WHERE import_row.import = $2 AND import_row.key = record.key)
          """, [.text(staged.source), .text(importID)]
        ).first?.integer(0) ?? 0)
    }
    return counts
  }

  /// The names of organisations whose record has left the source with an import, before it is
  /// committed; at most `limit`.
  public func leavers(of importID: String, limit: Int) throws -> [(EntityID, String)] {
    let staged = try ImportTable(connection).existing(importID)
    let records = try RecordTable(connection).left(
      staged.source, missingIn: importID, after: "", limit: limit)
    return try records.map { record in
      let owner = try EntityTable(connection).existing(record.organisation).owner
      return (owner, try line(of: owner)?.name ?? record.key)
    }
  }

  /// Rows of one organisation within the list, as line and the line it repeats; at most `limit`.
  public func repeats(in importID: String, limit: Int) throws -> [StagedRow] {
    try ImportRowTable(connection).repeated(of: importID, limit: limit)
  }
}
