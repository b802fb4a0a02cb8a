// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// All that the register knows about one organisation: what holds, who says so, what was before.
public struct OrganisationFile: Sendable {
  public var id: EntityID
  public var profile: EntityProfile
  /// Sites, capabilities and so on, oldest first.
  public var parts: [Part]
  public var records: [StoredRecord]
  /// Every statement ever made, oldest first.
  public var history: [Statement]
  public var acts: [String: Act]
  /// Ids that lead here.
  public var merged: [EntityID]

  public struct Part: Sendable {
    public var profile: EntityProfile
    public var parent: EntityID?
  }
}

extension Register {
  /// The file of an organisation, or of what it was merged into.
  ///
  /// - Parameter withHistory: whether statements that ended and the acts are read too.
  public func file(of id: EntityID, withHistory: Bool = true) throws -> OrganisationFile {
    let entities = EntityTable(connection)
    let owner = try entities.existing(id).owner
    let owned = try entities.owned(by: owner)
    let sources = try SourceNames(connection)
    let table = StatementTable(connection)
    let history = try withHistory ? table.history(of: owner, sources) : []
    let standing =
      try withHistory
      ? history.filter { $0.endedBy == nil } : table.standing(about: owner, sources)
    let canonical = Dictionary(uniqueKeysWithValues: owned.map { ($0.id, $0.canonical) })
    let bySubject = Dictionary(grouping: standing) { canonical[$0.subject] ?? $0.subject }
    func profile(_ id: EntityID) -> EntityProfile {
      EntityProfile(id: id, statements: bySubject[id] ?? [])
    }
    let acts = Set(history.flatMap { [$0.begunBy] + ($0.endedBy.map { [$0] } ?? []) })
    return OrganisationFile(
      id: owner, profile: profile(owner),
      parts: owned.filter {
        $0.id.kind != .organisation && $0.mergedInto == nil && bySubject[$0.id] != nil
      }.map { OrganisationFile.Part(profile: profile($0.id), parent: $0.parent) },
      records: try RecordTable(connection).all(of: owner), history: history,
      acts: try ActTable(connection).acts(acts),
      merged: owned.filter { $0.id.kind == .organisation && $0.mergedInto != nil }.map(\.id))
  }
}
