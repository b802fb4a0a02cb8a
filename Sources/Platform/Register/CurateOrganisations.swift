// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import Storage

/// Use case: two entries are the same organisation (or site). The first's id goes on.
public struct MergeEntities: Sendable {
  public let kept: EntityID
  public let other: EntityID
  public let note: String

  public init(kept: EntityID, other: EntityID, note: String) {
    self.kept = kept
    self.other = other
    self.note = note
  }

  public func run(_ access: RegisterAccess) async throws {
    let (actor, time, work) = (access.actor, access.time, self)
    try await access.write { connection in
      try Register(connection).merge(
        work.kept, work.other, by: actor, at: time, note: work.note)
    }
  }
}

/// Use case: a merge was wrong; the entry goes on under its own id again.
public struct UnmergeEntity: Sendable {
  public let id: EntityID
  public let note: String

  public init(id: EntityID, note: String) {
    self.id = id
    self.note = note
  }

  public func run(_ access: RegisterAccess) async throws {
    let (actor, time, work) = (access.actor, access.time, self)
    try await access.write { connection in
      try Register(connection).unmerge(work.id, by: actor, at: time, note: work.note)
    }
  }
}

/// Use case: one entry is two organisations; the named records go to a new one.
public struct SplitOrganisation: Sendable {
  public let id: EntityID
  public let records: [String]
  public let note: String

  public init(id: EntityID, records: [String], note: String) {
    self.id = id
    self.records = records
    self.note = note
  }

  public func run(_ access: RegisterAccess) async throws -> EntityID {
    let (actor, time, work) = (access.actor, access.time, self)
    return try await access.write { connection in
      try Register(connection).split(
        work.id, records: work.records, by: actor, at: time, note: work.note)
    }
  }
}
