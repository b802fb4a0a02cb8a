// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Rows of lists in the waiting room.
public struct ImportRowTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns =
    "line, key, content, name, outcome, target, earlier_record, answer, answered_by, record"

  public func add(_ rows: [StagedRow], to importID: String) throws {
    var rest = rows[...]
    _ = try connection.executeMany(
      """
      INSERT INTO import_row (import, \(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """
    ) {
      rest.popFirst().map { row in
        [
          .text(importID), .integer(Int64(row.line)), .text(row.key), .text(row.content),
          .text(row.name), .text(row.outcome.rawValue), SQLValue(row.target?.text),
          SQLValue(row.earlierRecord), SQLValue(row.answer?.text), SQLValue(row.answeredBy),
          SQLValue(row.record),
        ]
      }
    }
  }

  /// Rows by line, a page at a time.
  public func rows(of importID: String, after line: Int, limit: Int) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row WHERE import = $1 AND line > $2 ORDER BY line LIMIT $3
      """, [.text(importID), .integer(Int64(line)), .integer(Int64(limit))]
    ).map(Self.row)
  }

  public func row(_ line: Int, of importID: String) throws -> StagedRow? {
    try connection.rows(
      "SELECT \(Self.columns) FROM import_row WHERE import = $1 AND line = $2",
      [.text(importID), .integer(Int64(line))]
    ).first.map(Self.row)
  }

  /// Rows that wait for a person, in the order of the list.
  public func open(of importID: String) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND outcome = 'ask' AND record IS NULL AND superseded_by IS NULL
      ORDER BY line
      """, [.text(importID)]
    ).map(Self.row)
  }

  /// Rows linked to an earlier row of the same list, in the order of the list.
  func repeated(of importID: String, limit: Int) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND target >= '=' AND target < '>' AND outcome = 'linked'
      ORDER BY line LIMIT $2
      """, [.text(importID), .integer(Int64(limit))]
    ).map(Self.row)
  }

  /// Refused rows, in the order of the list.
  public func refused(of importID: String) throws -> [StagedRow] {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import_row
      WHERE import = $1 AND outcome = 'refused' ORDER BY line
      """, [.text(importID)]
    ).map(Self.row)
  }

  /// The last line that is in the waiting room; 0 where there is none.
  public func lastLine(of importID: String) throws -> Int {
    Int(
      try connection.rows(
        "SELECT COALESCE(MAX(line), 0) FROM import_row WHERE import = $1", [.text(importID)]
      ).first?.integer(0) ?? 0)
  }

  public func answer(_ answer: RowAnswer?, _ line: Int, of importID: String, by actor: String)
    throws
  {
    _ = try connection.execute(
      "UPDATE import_row SET answer = $1, answered_by = $2 WHERE import = $3 AND line = $4",
      [SQLValue(answer?.text), .text(actor), .text(importID), .integer(Int64(line))])
  }

  private static func row(_ row: SQLRow) throws -> StagedRow {
    StagedRow(
      line: Int(try row.integer(0)), key: try row.text(1), content: try row.text(2),
      name: try row.text(3), outcome: try stored(try row.text(4)),
      target: try row.optionalText(5).map(target), earlierRecord: try row.optionalText(6),
      answer: try row.optionalText(7).map { text in
        guard let answer = RowAnswer(text) else {
          throw StorageError.unknownChoice("RowAnswer", text)
        }
        return answer
      }, answeredBy: try row.optionalText(8), record: try row.optionalText(9))
  }

  static func target(_ text: String) throws -> RowTarget {
    guard let target = RowTarget(text) else { throw StorageError.unknownChoice("RowTarget", text) }
    return target
  }
}
