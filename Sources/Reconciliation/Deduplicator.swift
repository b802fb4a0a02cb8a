// SPDX-License-Identifier: Apache-2.0
import Batching
import Registry

/// Finds the records of one list that are one organisation.
///
/// 50,000 records take some seconds. The result depends neither on the number of tasks nor, but for
/// the order within a pair, on the order of the list.
public struct Deduplicator: Sendable {
  /// From this probability on two records are the same: a pair more likely one firm than two.
  public static let sameFrom = 0.5
  /// From this probability on a person is asked.
  public static let askFrom = 0.2

  /// How many batches run at once.
  public var tasks: Int

  public init(tasks: Int = 2) { self.tasks = tasks }

  /// All pairs that are the same or to be asked, in the order of the list.
  ///
  /// - Parameters:
  ///   - isCancelled: asked between batches.
  ///   - progress: called with records done and records in all.
  /// - Throws: `CancellationError` once the task is cancelled.
  public func pairs(
    of records: [PartyRecord], isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [DuplicatePair] {
    let count = records.count
    let parties = try await batches(of: 512, count, isCancelled) { done in
      progress(done, count * 3)
    } _: { rows in
      rows.map { PreparedParty(records[$0]) }
    }
    let index = RecordIndex(parties: parties)
    let links = try await batches(of: 512, count, isCancelled) { done in
      progress(count + done, count * 3)
    } _: { rows in
      var worker = RecordIndex.Worker()
      return rows.flatMap { row in
        index.neighbours(of: row, &worker).compactMap { other in
          other == row ? nil : Self.link(min(row, other), max(row, other))
        }
      }
    }
    let compared = Self.distinct(links, Self.numbered(records))
    return try await batches(of: 4096, compared.count, isCancelled) { done in
      progress(2 * count + done * count / max(1, compared.count), count * 3)
    } _: { range in
      var worker = RecordIndex.Worker()
      return compared[range].compactMap { Self.judge($0, index, &worker) }
    }
  }

  /// Works off `count` pieces in batches; told are whole batches.
  private func batches<Result: Sendable>(
    of size: Int, _ count: Int, _ isCancelled: @escaping @Sendable () -> Bool,
    finished: @escaping @Sendable (Int) -> Void,
    _ work: @escaping @Sendable (Range<Int>) -> [Result]
  ) async throws -> [Result] {
    let mayStop: @Sendable () -> Bool = { isCancelled() || Task.isCancelled }
    let told: @Sendable (Int) -> Void = { if $0 % size == 0 || $0 == count { finished($0) } }
    return try await SideBySide.batches(
      of: size, count: count, tasks: tasks, isCancelled: mayStop, finished: told
    ) { range, finished in
      let results = work(range)
      for _ in range { finished() }
      return results
    }
  }

  /// Two positions in one number, so that sorting is fast.
  private static func link(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// Pairs that share a number, whatever their names; large groups by their first record.
  private static func numbered(_ records: [PartyRecord]) -> [UInt64] {
    var first: [Identifier: Int] = [:]
    var links: [UInt64] = []
    for (at, record) in records.enumerated() {
      for identifier in record.identifiers {
        if let other = first[identifier] {
          if other != at { links.append(link(other, at)) }
        } else {
          first[identifier] = at
        }
      }
    }
    return links
  }

  private static func distinct(_ links: [UInt64], _ more: [UInt64]) -> [UInt64] {
    var all = links + more
    all.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(all.count / 2)
    for link in all where link != distinct.last { distinct.append(link) }
    return distinct
  }

  private static func judge(
    _ link: UInt64, _ index: RecordIndex, _ worker: inout RecordIndex.Worker
  ) -> DuplicatePair? {
    let (first, second) = (Int(link >> 32), Int(link & 0xFFFF_FFFF))
    let probability = probability(first, second, index, &worker)
    guard probability >= askFrom else { return nil }
    return DuplicatePair(
      first: index.parties[first].id, second: index.parties[second].id, probability: probability,
      decision: probability >= sameFrom ? .same : .ask)
  }

  private static func probability(
    _ first: Int, _ second: Int, _ index: RecordIndex, _ worker: inout RecordIndex.Worker
  ) -> Double {
    let verdict = IdentifierVerdict(index.parties[first], index.parties[second])
    // Always in the same direction, so that sums round alike whatever the order of the list.
    let isOrdered = index.parties[first].contentKey < index.parties[second].contentKey
    let values =
      isOrdered
      ? index.measure(first, second, &worker) : index.measure(second, first, &worker)
    let modelled = ReconciliationParameters.duplicates.probability(values)
    let probability = verdict.probability(modelled)
    // Entries of registers of two countries may be one firm, but a person says so.
    return index.areExcluded(first, second)
      ? min(probability, IdentifierVerdict.limit) : probability
  }
}
