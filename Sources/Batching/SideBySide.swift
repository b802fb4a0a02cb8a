// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Works off independent pieces by several tasks, with the same results for any number of them.
package enum SideBySide {
  /// Cuts `count` pieces into batches of a fixed size; each batch may share a solver, because what it
  /// starts from does not depend on who works it off.
  ///
  /// - Parameters:
  ///   - finished: called with how many pieces are done, from any task.
  ///   - body: a batch, and what to call after each piece of it.
  /// - Returns: the results in the order of the pieces.
  package static func batches<Value: Sendable>(
    of size: Int, count: Int, tasks: Int, isCancelled: @escaping @Sendable () -> Bool,
    finished: @escaping @Sendable (Int) -> Void,
    _ body: @escaping @Sendable (Range<Int>, () -> Void) throws -> [Value]
  ) async throws -> [Value] {
    let starts = Array(stride(from: 0, to: count, by: size))
    let counters = Counters()
    finished(0)
    return try await withThrowingTaskGroup(of: [(Int, [Value])].self) { group in
      for _ in 0..<max(1, min(tasks, starts.count)) {
        group.addTask {
          var own: [(Int, [Value])] = []
          while case let at = counters.next.add(1, ordering: .relaxed).oldValue, at < starts.count {
            if isCancelled() { throw CancellationError() }
            let range = starts[at]..<min(count, starts[at] + size)
            own.append(
              (
                at,
                try body(range) { finished(counters.done.add(1, ordering: .relaxed).newValue) }
              ))
          }
          return own
        }
      }
      var all: [(Int, [Value])] = []
      for try await own in group { all += own }
      return all.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private final class Counters: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
  }
}
