// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// What one source says in one place: a row of its list.
public struct StoredRecord: Sendable, Hashable {
  public var id: String
  public var source: String
  /// The source's own number, or what it says of name and place where it has none.
  public var key: String
  /// The organisation it was linked to.
  public var organisation: EntityID
  public var statedOn: CalendarDay
  /// A sum over its content, to see whether it changed.
  public var content: String
  public var begunBy: String
  /// The act by which it left the source.
  public var endedBy: String?
}

public struct RecordTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns =
    "id, source, key, organisation, stated_on, content, begun_by, ended_by"

  /// The record of a source that stands under a key.
  func standing(_ source: String, _ key: String) throws -> StoredRecord? {
    try connection.rows(
      "SELECT \(Self.columns) FROM record WHERE source = $1 AND key = $2 AND ended_by IS NULL",
      [.text(source), .text(key)]
    ).first.map(Self.record)
  }

  func record(_ id: String) throws -> StoredRecord? {
    try connection.rows("SELECT \(Self.columns) FROM record WHERE id = $1", [.text(id)])
      .first.map(Self.record)
  }

  /// The records that were linked to what is now one organisation, those that left included.
  public func all(of organisation: EntityID) throws -> [StoredRecord] {
    try connection.rows(
      """
      SELECT r.id, r.source, r.key, r.organisation, r.stated_on, r.content, r.begun_by, r.ended_by
      FROM entity e JOIN record r ON r.organisation = e.id WHERE e.owner = $1 ORDER BY r.id
      """, [.text(organisation.text)]
    ).map(Self.record)
  }

  /// Records of a source that stand and that an import does not have, a page at a time.
  func left(_ source: String, missingIn importID: String, after key: String, limit: Int) throws
    -> [StoredRecord]
  {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM record
      WHERE source = $1 AND key > $2 AND ended_by IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM import_row WHERE import_row.import = $3 AND import_row.key = record.key)
      ORDER BY key LIMIT $4
      """, [.text(source), .text(key), .text(importID), .integer(Int64(limit))]
    ).map(Self.record)
  }

  func add(_ records: [StoredRecord]) throws {
    var rest = records[...]
    _ = try connection.executeMany(
      "INSERT INTO record (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    ) {
      rest.popFirst().map { record in
        [
          .text(record.id), .text(record.source), .text(record.key),
          .text(record.organisation.text), .text(record.statedOn.description),
          .text(record.content), .text(record.begunBy), SQLValue(record.endedBy),
        ]
      }
    }
  }

  func save(_ record: StoredRecord) throws {
    _ = try connection.execute(
      "UPDATE record SET organisation = $1, stated_on = $2, content = $3, ended_by = $4 WHERE id = $5",
      [
        .text(record.organisation.text), .text(record.statedOn.description),
        .text(record.content), SQLValue(record.endedBy), .text(record.id),
      ])
  }

  /// Which entity each part of a record became.
  func parts(of record: String) throws -> [String: EntityID] {
    var parts: [String: EntityID] = [:]
    for row in try connection.rows(
      "SELECT part, entity FROM record_part WHERE record = $1", [.text(record)])
    {
      parts[try row.text(0)] = EntityID(stored: try row.text(1))
    }
    return parts
  }

  func addParts(_ parts: [(record: String, part: String, entity: EntityID)]) throws {
    var rest = parts[...]
    _ = try connection.executeMany(
      "INSERT INTO record_part (record, part, entity) VALUES ($1, $2, $3)"
    ) {
      rest.popFirst().map { [.text($0.record), .text($0.part), .text($0.entity.text)] }
    }
  }

  private static func record(_ row: SQLRow) throws -> StoredRecord {
    StoredRecord(
      id: try row.text(0), source: try row.text(1), key: try row.text(2),
      organisation: EntityID(stored: try row.text(3)),
      statedOn: try day(try row.text(4)), content: try row.text(5), begunBy: try row.text(6),
      endedBy: try row.optionalText(7))
  }
}

/// A day as it was stored.
func day(_ text: String) throws -> CalendarDay {
  guard let day = CalendarDay(text) else { throw StorageError.unknownChoice("CalendarDay", text) }
  return day
}
