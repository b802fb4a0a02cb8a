// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

extension Register {
  /// What an id names today.
  public enum Resolution: Sendable, Hashable {
    case current(EntityID)
    /// It was merged, directly or over others, into the named one.
    case merged(into: EntityID)
    /// The import that brought it was undone.
    case withdrawn
  }

  /// Follows an id to what it names today. Every id ever given resolves, for ever.
  public func resolve(_ id: EntityID) throws -> Resolution {
    let entity = try EntityTable(connection).existing(id)
    if entity.canonical != id {
      let end = try EntityTable(connection).existing(entity.canonical)
      return end.endedBy == nil ? .merged(into: end.id) : .withdrawn
    }
    return entity.endedBy == nil ? .current(id) : .withdrawn
  }

  /// Merges two entities of one kind that are the same thing. The first's id goes on; the second
  /// leads there. Statements keep their subject, so nothing is lost and `unmerge` brings it back.
  public func merge(
    _ kept: EntityID, _ other: EntityID, by actor: String, at: String, note: String
  ) throws {
    let entities = EntityTable(connection)
    let end = try entities.existing(try entities.existing(kept).canonical)
    var joining = try entities.existing(try entities.existing(other).canonical)
    guard end.id.kind == joining.id.kind else {
      throw StorageError.notTheSameKind(kept, other)
    }
    guard end.id != joining.id else { throw StorageError.alreadyOne(kept, other) }
    for entity in [end, joining] where entity.endedBy != nil {
      throw StorageError.noSuchEntity(entity.id.text)
    }
    guard end.id.kind == .organisation || end.owner == joining.owner else {
      throw StorageError.notTheSameKind(kept, other)
    }
    _ = try ActTable(connection).begin(
      .merge, by: actor, at: at, note: note.isEmpty ? "\(joining.id) → \(end.id)" : note)
    let former = joining.owner
    joining.mergedInto = end.id
    try entities.save(joining)
    try relocate(former)
    try refresh([former, end.owner])
  }

  /// Takes back the merge of an entity into another: it goes on under its own id, with all that was
  /// its own, and with what had been merged into it before.
  public func unmerge(_ id: EntityID, by actor: String, at: String, note: String) throws {
    let entities = EntityTable(connection)
    var entity = try entities.existing(id)
    guard let former = entity.mergedInto else { throw StorageError.notMerged(id) }
    let owner = entity.owner
    _ = try ActTable(connection).begin(
      .unmerge, by: actor, at: at, note: note.isEmpty ? "\(former) ⊄ \(id)" : note)
    entity.mergedInto = nil
    try entities.save(entity)
    try relocate(owner)
    try refresh([owner, try entities.existing(id).owner])
  }

  /// Splits an organisation that turned out to be two: the named records, and the sites and
  /// abilities they alone speak of, go to a new organisation. The old id stays with the rest.
  ///
  /// - Returns: the new organisation's id.
  public func split(
    _ organisation: EntityID, records chosen: [String], by actor: String, at: String, note: String
  ) throws -> EntityID {
    let entities = EntityTable(connection)
    let records = RecordTable(connection)
    let owner = try entities.existing(organisation).owner
    let all = try records.all(of: owner)
    for id in chosen where !all.contains(where: { $0.id == id }) {
      throw StorageError.noSuchRecord(id)
    }
    guard !chosen.isEmpty, all.contains(where: { $0.endedBy == nil && !chosen.contains($0.id) })
    else { throw StorageError.nothingLeftBehind(owner) }
    let act = try ActTable(connection).begin(
      .split, by: actor, at: at, note: note.isEmpty ? "\(owner)" : note)
    var ids = IDBlocks(connection, size: 1)
    let new = try ids.entity(.organisation)
    try entities.add([
      StoredEntity(
        id: new, parent: nil, mergedInto: nil, canonical: new, owner: new, begunBy: act,
        endedBy: nil)
    ])
    let sources = try SourceNames(connection)
    let standing = try StatementTable(connection).standing(about: owner, sources)
    try moveStatements(standing, of: Set(chosen), to: new, act)
    try moveParts(standing, of: Set(chosen), from: owner, to: new)
    for var record in all where chosen.contains(record.id) {
      record.organisation = new
      try records.save(record)
    }
    try relocate(owner)
    try refresh([owner, new])
    return new
  }

  /// What the chosen records say of the organisation itself they now say of the new one.
  private func moveStatements(
    _ standing: [Statement], of chosen: Set<String>, to new: EntityID, _ act: String
  ) throws {
    let table = StatementTable(connection)
    var moved: [Statement] = []
    for statement in standing
    where statement.subject.kind == .organisation && chosen.contains(statement.record) {
      try table.end(statement, by: act)
      var again = statement
      again.subject = new
      again.begunBy = act
      moved.append(again)
    }
    try table.add(moved)
  }

  /// Sites and abilities of which the chosen records alone speak move with them.
  private func moveParts(
    _ standing: [Statement], of chosen: Set<String>, from owner: EntityID, to new: EntityID
  ) throws {
    let entities = EntityTable(connection)
    let bySubject = Dictionary(grouping: standing, by: \.subject)
    for var entity in try entities.owned(by: owner) where entity.id.kind != .organisation {
      guard let statements = bySubject[entity.id],
        statements.allSatisfy({ chosen.contains($0.record) }),
        entity.parent?.kind == .organisation
      else { continue }
      entity.parent = new
      try entities.save(entity)
    }
  }

  /// Works out anew what the entities of an organisation are and where they belong, after merges or
  /// parents changed.
  private func relocate(_ owner: EntityID) throws {
    let table = EntityTable(connection)
    let entities = try table.owned(by: owner)
    let byID = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0) })
    var outside: [EntityID: StoredEntity] = [:]
    func entity(_ id: EntityID) throws -> StoredEntity {
      if let known = byID[id] ?? outside[id] { return known }
      let found = try table.existing(id)
      outside[id] = found
      return found
    }
    func end(_ id: EntityID) throws -> EntityID {
      var at = try entity(id)
      while let next = at.mergedInto { at = try entity(next) }
      return at.id
    }
    func home(_ id: EntityID) throws -> EntityID {
      var at = try entity(try end(id))
      while let parent = at.parent { at = try entity(try end(parent)) }
      return at.id
    }
    for var entity in entities {
      let place = (try end(entity.id), try home(entity.id))
      guard place != (entity.canonical, entity.owner) else { continue }
      (entity.canonical, entity.owner) = place
      try table.save(entity)
    }
  }

  /// Makes the profiles of organisations anew.
  func refresh(_ organisations: Set<EntityID>) throws {
    try ProfileTables(connection: connection).refresh(
      organisations, try SourceNames(connection))
  }
}
