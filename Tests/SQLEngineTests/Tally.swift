// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Counts what runs on several threads.
final class Tally: Sendable {
  private let counts = Mutex((begun: 0, now: 0, most: 0))

  var begun: Int { counts.withLock { $0.begun } }
  var mostAtATime: Int { counts.withLock { $0.most } }

  /// Gives how many have begun, this one included.
  @discardableResult
  func begin() -> Int {
    counts.withLock { counts in
      counts.begun += 1
      counts.now += 1
      counts.most = max(counts.most, counts.now)
      return counts.begun
    }
  }

  func end() { counts.withLock { $0.now -= 1 } }
}
