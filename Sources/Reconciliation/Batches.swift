// SPDX-License-Identifier: Apache-2.0

/// Work cut into batches of fixed size: the result is the same for every number of tasks.
struct Batches: Sendable {
  let count: Int
  let size: Int
  let tasks: Int
  var isCancelled: @Sendable () -> Bool = { false }

  /// Does the work batch by batch and puts the results one behind the other.
  ///
  /// - Throws: `CancellationError` between batches once the task is cancelled or `isCancelled`.
  func run<Result: Sendable>(
    _ progress: @Sendable (Int, Int) -> Void,
    _ work: @escaping @Sendable (Range<Int>) -> [Result]
  ) async throws -> [Result] {
    let ranges = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    var results = [[Result]](repeating: [], count: ranges.count)
    var next = 0
    var done = 0
    try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
      func start() {
        guard next < ranges.count else { return }
        let batch = next
        next += 1
        group.addTask { (batch, work(ranges[batch])) }
      }
      for _ in 0..<max(1, tasks) { start() }
      while let (batch, part) = try await group.next() {
        if isCancelled() || Task.isCancelled { throw CancellationError() }
        results[batch] = part
        done += ranges[batch].count
        progress(done, count)
        start()
      }
    }
    return Array(results.joined())
  }
}
