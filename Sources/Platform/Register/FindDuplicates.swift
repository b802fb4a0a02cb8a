// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Reconciliation
import Registry
import Storage

/// Use case: organisations of the register that may be one, the likeliest first. Pairs somebody said
/// are different are not shown again; nothing is merged.
public struct FindDuplicates: Sendable {
  public struct Pair: Sendable, Hashable {
    public let first: OrganisationLine
    public let second: OrganisationLine
    public let probability: Double
  }

  public var tasks = ProcessInfo.processInfo.activeProcessorCount

  public init() {}

  public func run(
    _ access: RegisterAccess, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [Pair] {
    let parties = try await access.read { connection in
      var parties: [PartyRecord] = []
      try Register(connection).forEachComparable { parties += PartyRecord.all($0) }
      return parties
    }
    let found = try await Deduplicator(tasks: tasks).pairs(
      of: parties, isCancelled: isCancelled, progress: progress)
    let best = Self.best(found)
    return try await access.read { connection in
      let register = Register(connection)
      let judgements = JudgementTable(connection)
      return try best.compactMap { pair, probability in
        guard try !judgements.areDistinct(pair.0, pair.1),
          let first = try register.line(of: pair.0), let second = try register.line(of: pair.1)
        else { return nil }
        return Pair(first: first, second: second, probability: probability)
      }
    }
  }

  /// Of the addresses of two organisations the pair that is likeliest one, the likeliest first.
  private static func best(_ found: [DuplicatePair]) -> [((EntityID, EntityID), Double)] {
    struct Key: Hashable {
      var first: EntityID
      var second: EntityID
    }
    var best: [Key: Double] = [:]
    for pair in found {
      let ids = [pair.first, pair.second].map { EntityID(stored: String($0.prefix { $0 != "/" })) }
      guard ids[0] != ids[1] else { continue }
      let key = Key(first: min(ids[0], ids[1]), second: max(ids[0], ids[1]))
      best[key] = max(best[key] ?? 0, pair.probability)
    }
    return best.map { (($0.key.first, $0.key.second), $0.value) }.sorted {
      ($1.1, $0.0.0, $0.0.1) < ($0.1, $1.0.0, $1.0.1)
    }
  }
}

/// Use case: two organisations are not the same, whatever they look like. Remembered, so that the
/// pair is not shown again.
public struct TellApart: Sendable {
  public let first: EntityID
  public let second: EntityID

  public init(_ first: EntityID, _ second: EntityID) {
    self.first = first
    self.second = second
  }

  public func run(_ access: RegisterAccess) async throws {
    let (actor, time, work) = (access.actor, access.time, self)
    try await access.write { connection in
      try JudgementTable(connection).tellApart(work.first, work.second, by: actor, at: time)
    }
  }
}
