// SPDX-License-Identifier: Apache-2.0

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
    let batches = Batches(count: list.count, size: 256, tasks: tasks, isCancelled: isCancelled)
    return try await batches.run(progress) { rows in
      var worker = RecordIndex.Worker()
      return rows.map { best(for: list[$0], limit: limit, &worker) }
    }
  }
}
