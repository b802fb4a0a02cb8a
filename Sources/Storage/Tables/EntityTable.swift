// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// An entity and where it belongs.
public struct StoredEntity: Sendable, Hashable {
  public var id: EntityID
  public var parent: EntityID?
  public var mergedInto: EntityID?
  /// What it is now: itself, or the end of the merges it went through.
  public var canonical: EntityID
  /// The canonical organisation it belongs to.
  public var owner: EntityID
  public var begunBy: String
  /// The act that withdrew it, as the undoing of the import that brought it.
  public var endedBy: String?
}

/// Every entity there ever was. Rows are never deleted, so ids resolve for ever.
public struct EntityTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns = "id, parent, merged_into, canonical, owner, begun_by, ended_by"

  public func entity(_ id: EntityID) throws -> StoredEntity? {
    try connection.rows(
      "SELECT \(Self.columns) FROM entity WHERE id = $1", [.text(id.text)]
    ).first.map(Self.entity)
  }

  /// The entity of an id; throws where there never was one.
  func existing(_ id: EntityID) throws -> StoredEntity {
    guard let entity = try entity(id) else { throw StorageError.noSuchEntity(id.text) }
    return entity
  }

  /// All that belongs to an organisation: what was merged into it, sites, capabilities and so on.
  func owned(by organisation: EntityID) throws -> [StoredEntity] {
    try connection.rows(
      "SELECT \(Self.columns) FROM entity WHERE owner = $1 ORDER BY id", [.text(organisation.text)]
    ).map(Self.entity)
  }

  /// All that belongs to some organisations, by owner.
  ///
  /// - Parameter range: a condition on `e.owner`.
  func owned(in range: String, _ arguments: [SQLValue]) throws -> [StoredEntity] {
    try connection.rows(
      "SELECT \(Self.columns) FROM entity e WHERE \(range) ORDER BY owner, id", arguments
    ).map(Self.entity)
  }

  func add(_ entities: [StoredEntity]) throws {
    var rest = entities[...]
    _ = try connection.executeMany(
      """
      INSERT INTO entity (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7)
      """
    ) {
      rest.popFirst().map { entity in
        [
          .text(entity.id.text), SQLValue(entity.parent?.text), SQLValue(entity.mergedInto?.text),
          .text(entity.canonical.text), .text(entity.owner.text), .text(entity.begunBy),
          SQLValue(entity.endedBy),
        ]
      }
    }
  }

  /// Writes where an entity belongs anew.
  func save(_ entity: StoredEntity) throws {
    _ = try connection.execute(
      """
      UPDATE entity SET parent = $1, merged_into = $2, canonical = $3, owner = $4, ended_by = $5
      WHERE id = $6
      """,
      [
        SQLValue(entity.parent?.text), SQLValue(entity.mergedInto?.text),
        .text(entity.canonical.text), .text(entity.owner.text), SQLValue(entity.endedBy),
        .text(entity.id.text),
      ])
  }

  private static func entity(_ row: SQLRow) throws -> StoredEntity {
    StoredEntity(
      id: EntityID(stored: try row.text(0)),
      parent: try row.optionalText(1).map { EntityID(stored: $0) },
      mergedInto: try row.optionalText(2).map { EntityID(stored: $0) },
      canonical: EntityID(stored: try row.text(3)), owner: EntityID(stored: try row.text(4)),
      begunBy: try row.text(5), endedBy: try row.optionalText(6))
  }
}

extension SQLValue {
  /// Text, or null.
  init(_ text: String?) { self = text.map(SQLValue.text) ?? .null }
  /// A number, or null.
  init(_ number: Double?) { self = number.map(SQLValue.real) ?? .null }
}
