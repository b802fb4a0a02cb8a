// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// Turns rows of a source into records, entities and statements, all by one act.
///
/// Organisations that begin here get their profile at once, from the row alone; those that were
/// there, or that a second row speaks of, are made anew at the end.
struct RecordWriter {
  let connection: SQLConnection
  let source: Source
  let act: String
  let statedOn: CalendarDay
  private let sources: SourceNames
  private var ids: IDBlocks
  private(set) var buffer = ChangeBuffer()
  /// Organisations that began here and whose profile is complete.
  private var fresh: Set<EntityID> = []
  private var dirty: Set<EntityID> = []
  private var moved = MovedDays()
  private var canonical: [EntityID: EntityID] = [:]

  init(
    _ connection: SQLConnection, source: Source, act: String, statedOn: CalendarDay,
    idsAtOnce: Int
  ) throws {
    self.connection = connection
    self.source = source
    self.act = act
    self.statedOn = statedOn
    sources = try SourceNames(connection)
    ids = IDBlocks(connection, size: idsAtOnce)
  }

  /// The organisation an id stands for today; nil where it was withdrawn.
  mutating func current(_ id: EntityID) throws -> EntityID? {
    if let known = canonical[id] { return known }
    if fresh.contains(id) { return id }
    let entity = try EntityTable(connection).existing(id)
    guard entity.endedBy == nil else { return nil }
    canonical[id] = entity.canonical
    return entity.canonical
  }

  /// Writes a row the source says for the first time.
  ///
  /// - Parameter organisation: what it is about; nil makes a new one.
  mutating func add(_ row: ListRow, key: String, to organisation: EntityID?) throws
    -> (record: String, organisation: EntityID)
  {
    let record = try ids.record()
    let owner = try organisation ?? newEntity(.organisation, parent: nil, owner: nil)
    if organisation != nil { touch(owner) }
    buffer.records.append(
      StoredRecord(
        id: record, source: source.name, key: key, organisation: owner, statedOn: statedOn,
        content: row.contentSum, begunBy: act, endedBy: nil))
    var made = [(owner, nil as EntityID?, statements(row.organisation, owner, record))]
    var capability: EntityID?
    for (part, name) in zip(row.parts, row.partKeys) {
      let parent = part.kind == .capacity ? capability ?? owner : owner
      let entity =
        try known(part, of: organisation) ?? newEntity(part.kind, parent: parent, owner: owner)
      if part.kind == .capability { capability = entity }
      buffer.parts.append((record, name, entity))
      made.append((entity, parent, statements(part, entity, record)))
    }
    for (_, _, statements) in made { buffer.statements += statements }
    if organisation == nil {
      for (entity, parent, statements) in made {
        buffer.profiles.add(
          EntityProfile(id: entity, statements: statements), owner: owner, parent: parent)
      }
      fresh.insert(owner)
    }
    return (record, owner)
  }

  /// Writes what a source now says where it said something else before.
  mutating func change(_ earlier: StoredRecord, to row: ListRow) throws {
    try flush()
    var record = earlier
    let owner = try current(earlier.organisation) ?? earlier.organisation
    touch(owner)
    record.statedOn = statedOn
    record.content = row.contentSum
    try RecordTable(connection).save(record)
    try restate(row.organisation, earlier.organisation, record.id)
    let before = try RecordTable(connection).parts(of: record.id)
    try touchOwners(of: before)
    var capability: EntityID?
    for (part, name) in zip(row.parts, row.partKeys) {
      let entity: EntityID
      if let known = before[name] {
        entity = known
        try restate(part, entity, record.id)
      } else {
        let parent = part.kind == .capacity ? capability ?? owner : owner
        entity = try known(part, of: owner) ?? newEntity(part.kind, parent: parent, owner: owner)
        buffer.parts.append((record.id, name, entity))
        buffer.statements += statements(part, entity, record.id)
      }
      if part.kind == .capability { capability = entity }
    }
    for (name, entity) in before.sorted(by: { $0.key < $1.key })
    where !row.partKeys.contains(name) {
      try end(entity, record.id)
    }
  }

  /// The source says what it said before, today.
  mutating func confirm(_ earlier: StoredRecord) throws {
    var record = earlier
    record.statedOn = statedOn
    try RecordTable(connection).save(record)
    try moved.add(record, before: earlier.statedOn, connection)
  }

  /// The source has no such row any more: the record ends, and with it the memberships it stated.
  /// What it said of name, place and abilities stays, with its day.
  mutating func leave(_ earlier: StoredRecord) throws {
    var record = earlier
    record.endedBy = act
    try RecordTable(connection).save(record)
    let parts = try RecordTable(connection).parts(of: record.id)
    for (_, entity) in parts where entity.kind == .membership { try end(entity, record.id) }
    try touchOwners(of: parts.filter { $0.value.kind == .membership })
    touch(try current(earlier.organisation) ?? earlier.organisation)
  }

  mutating func flush() throws { try buffer.flush(connection) }

  /// Writes what waits, and makes the profiles of changed organisations anew.
  ///
  /// - Returns: rows written.
  mutating func finish() throws -> Int {
    try flush()
    dirty.formUnion(try moved.organisations(besides: dirty, sources, connection))
    try ProfileTables(connection: connection).refresh(dirty, sources)
    return buffer.written
  }

  /// Marks an organisation's profile as one to make anew.
  mutating func touch(_ organisation: EntityID) { dirty.insert(organisation) }

  /// Where an organisation was split, its record may speak of a site that stayed behind.
  private mutating func touchOwners(of parts: [String: EntityID]) throws {
    for entity in parts.values { touch(try EntityTable(connection).existing(entity).owner) }
  }

  private mutating func newEntity(_ kind: EntityKind, parent: EntityID?, owner: EntityID?) throws
    -> EntityID
  {
    let id = try ids.entity(kind)
    buffer.entities.append(
      StoredEntity(
        id: id, parent: parent, mergedInto: nil, canonical: id, owner: owner ?? id, begunBy: act,
        endedBy: nil))
    return id
  }

  /// The site of an organisation that was there before and has the same address, where another
  /// source speaks of it: one source's rows are different sites.
  private func known(_ part: ListRow.Part, of organisation: EntityID?) throws -> EntityID? {
    guard part.kind == .site, let organisation, !fresh.contains(organisation) else { return nil }
    let key = SearchKeys.address(Address(part))
    guard !key.isEmpty else { return nil }
    return try connection.rows(
      """
      SELECT site.id FROM site
      WHERE site.organisation = $1 AND site.address_key = $2 AND NOT EXISTS (
        SELECT 1 FROM statement JOIN record ON record.id = statement.record
        WHERE statement.subject = site.id AND record.source = $3 AND statement.ended_by IS NULL)
      ORDER BY site.id LIMIT 1
      """, [.text(organisation.text), .text(key), .text(source.name)]
    ).first.map { EntityID(stored: try $0.text(0)) }
  }

  private func statements(_ part: ListRow.Part, _ subject: EntityID, _ record: String)
    -> [Statement]
  {
    var position: [String: Int] = [:]
    return part.values.map { value in
      let at = position[value.field.name, default: 0]
      position[value.field.name] = at + 1
      return Statement(
        subject: subject, field: value.field, value: value.text, position: at, source: source,
        record: record, statedOn: statedOn, begunBy: act)
    }
  }

  /// Ends what a record no longer says of an entity and adds what it says now.
  private mutating func restate(_ part: ListRow.Part, _ subject: EntityID, _ record: String) throws
  {
    let table = StatementTable(connection)
    let before = try table.standing(subject, record: record, sources)
    let now = statements(part, subject, record)
    func isSame(_ one: Statement, _ other: Statement) -> Bool {
      one.field == other.field && one.position == other.position && one.value == other.value
    }
    for statement in before where !now.contains(where: { isSame($0, statement) }) {
      try table.end(statement, by: act)
    }
    buffer.statements += now.filter { new in !before.contains { isSame($0, new) } }
  }

  private func end(_ entity: EntityID, _ record: String) throws {
    let table = StatementTable(connection)
    for statement in try table.standing(entity, record: record, sources) {
      try table.end(statement, by: act)
    }
  }
}
