// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// Who said what, when: the memory of the register. Statements end; they are never deleted.
public struct StatementTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let query = """
    SELECT s.subject, s.field, s.value, s.position, s.record, r.stated_on, s.begun_by, s.ended_by,
      r.source
    FROM entity e JOIN statement s ON s.subject = e.id JOIN record r ON r.id = s.record
    """

  /// The statements that stand about an organisation and all that belongs to it.
  func standing(about organisation: EntityID, _ sources: SourceNames) throws -> [Statement] {
    try connection.rows(
      Self.query + " WHERE e.owner = $1 AND s.ended_by IS NULL", [.text(organisation.text)]
    ).map { try Self.statement($0, sources) }
  }

  /// The statements that stand about some organisations and all that belongs to them.
  ///
  /// - Parameter range: a condition on `e.owner`.
  func standing(in range: String, _ arguments: [SQLValue], _ sources: SourceNames) throws
    -> [Statement]
  {
    try connection.rows(Self.query + " WHERE \(range) AND s.ended_by IS NULL", arguments)
      .map { try Self.statement($0, sources) }
  }

  /// All statements ever made about an organisation and what belongs to it, oldest first.
  func history(of organisation: EntityID, _ sources: SourceNames) throws -> [Statement] {
    try connection.rows(
      Self.query
        + " WHERE e.owner = $1 ORDER BY s.begun_by, s.subject, s.field, s.position, s.record",
      [.text(organisation.text)]
    ).map { try Self.statement($0, sources) }
  }

  /// The statements of one record about one entity that stand.
  func standing(_ subject: EntityID, record: String, _ sources: SourceNames) throws -> [Statement] {
    try connection.rows(
      Self.query + " WHERE e.id = $1 AND s.record = $2 AND s.ended_by IS NULL",
      [.text(subject.text), .text(record)]
    ).map { try Self.statement($0, sources) }
  }

  func add(_ statements: [Statement]) throws {
    var rest = statements[...]
    _ = try connection.executeMany(
      """
      INSERT INTO statement (subject, field, record, position, begun_by, ended_by, value)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """
    ) {
      rest.popFirst().map { statement in
        [
          .text(statement.subject.text), .text(statement.field.name), .text(statement.record),
          .integer(Int64(statement.position)), .text(statement.begunBy),
          SQLValue(statement.endedBy), .text(statement.value),
        ]
      }
    }
  }

  /// Sets or clears what ended a statement.
  func end(_ statement: Statement, by act: String?) throws {
    _ = try connection.execute(
      """
      UPDATE statement SET ended_by = $1
      WHERE subject = $2 AND field = $3 AND record = $4 AND position = $5 AND begun_by = $6
      """,
      [
        SQLValue(act), .text(statement.subject.text), .text(statement.field.name),
        .text(statement.record), .integer(Int64(statement.position)), .text(statement.begunBy),
      ])
  }

  private static func statement(_ row: SQLRow, _ sources: SourceNames) throws -> Statement {
    let subject = EntityID(stored: try row.text(0))
    let name = try row.text(1)
    guard let field = RegisterField(subject.kind, name) else {
      throw StorageError.unknownChoice("RegisterField", "\(subject.kind.rawValue).\(name)")
    }
    return Statement(
      subject: subject, field: field, value: try row.text(2), position: Int(try row.integer(3)),
      source: try sources[try row.text(8)], record: try row.text(4),
      statedOn: try day(try row.text(5)), begunBy: try row.text(6),
      endedBy: try row.optionalText(7))
  }
}

/// The sources by name, read once for many statements.
public struct SourceNames {
  private let byName: [String: Source]

  public init(_ connection: SQLConnection) throws {
    byName = Dictionary(
      uniqueKeysWithValues: try SourceTable(connection).all().map { ($0.name, $0) })
  }

  subscript(name: String) -> Source {
    get throws {
      guard let source = byName[name] else { throw StorageError.unknownChoice("Source", name) }
      return source
    }
  }
}
