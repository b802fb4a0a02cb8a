// SPDX-License-Identifier: Apache-2.0
import Batching

extension Reconciler {
  /// Looks up a whole list, several rows at a time.
  ///
  /// Rows are worked off in batches of fixed size, so the result does not depend on `tasks`.
  ///
  /// - Parameters:
  ///   - tasks: how many run at once.
  ///   - isCancelled: asked between batches.
  ///   - progress: called with rows done and rows in all.
  /// - Throws: `CancellationError` once the task is cancelled.
  public func reconcile(
    _ list: [PartyRecord], limit: Int = 3, tasks: Int = 2,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [Reconciliation] {
    let mayStop: @Sendable () -> Bool = { isCancelled() || Task.isCancelled }
    let told: @Sendable (Int) -> Void = { progress($0, list.count) }
    return try await SideBySide.batches(
      of: 256, count: list.count, tasks: tasks, isCancelled: mayStop, finished: told
    ) { rows, finished in
      var worker = RecordIndex.Worker()
      return rows.map { row in
        defer { finished() }
        return best(for: list[row], limit: limit, &worker)
      }
    }
  }
}
