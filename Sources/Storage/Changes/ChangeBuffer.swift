// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Rows on their way into the register, written in bulk and in an order that foreign keys allow.
struct ChangeBuffer {
  var entities: [StoredEntity] = []
  var records: [StoredRecord] = []
  var parts: [(record: String, part: String, entity: EntityID)] = []
  var statements: [Statement] = []
  var profiles = ProfileRows()
  /// Rows written so far.
  private(set) var written = 0

  mutating func flush(_ connection: SQLConnection) throws {
    written +=
      entities.count + records.count + parts.count + statements.count + profiles.count
    try EntityTable(connection).add(entities)
    try RecordTable(connection).add(records)
    try RecordTable(connection).addParts(parts)
    try StatementTable(connection).add(statements)
    try ProfileTables(connection: connection).add(profiles)
    try OrganisationChangeTable(connection).note(profiles.organisationIDs)
    entities.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    statements.removeAll(keepingCapacity: true)
    profiles = ProfileRows()
  }
}

/// Ids in a row, taken from the database in blocks.
struct IDBlocks {
  let connection: SQLConnection
  private var next: [String: Int64] = [:]
  private var end: [String: Int64] = [:]
  private let size: Int

  /// - Parameter size: how many are taken at a time; what is left of a block is never given.
  init(_ connection: SQLConnection, size: Int) {
    self.connection = connection
    self.size = size
  }

  mutating func entity(_ kind: EntityKind) throws -> EntityID {
    EntityID(kind, try take(kind.rawValue))
  }

  mutating func record() throws -> String {
    "r" + Base32.digits(try take("record"))
  }

  private mutating func take(_ name: String) throws -> Int64 {
    if let number = next[name], let last = end[name], number < last {
      next[name] = number + 1
      return number
    }
    let first = try SequenceTable(connection: connection).take(size, name)
    next[name] = first + 1
    end[name] = first + Int64(size)
    return first
  }
}
