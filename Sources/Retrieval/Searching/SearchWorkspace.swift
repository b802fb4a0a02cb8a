// SPDX-License-Identifier: Apache-2.0

/// Working memory of searches; one value a task.
public struct SearchWorkspace: Sendable {
  /// Points of the documents of one window.
  var points = [UInt32](repeating: 0, count: Self.window)
  /// Places in the window that may be among the best, ascending.
  var candidates: [UInt16] = []
  /// How far each list is read.
  var cursors: [Int] = []
  var best = BestDocuments()

  /// Documents looked at together: their points stay in the fastest memory.
  static let window = 1 << 12

  public init() {}

  /// Gathers the documents that have points and reach a threshold with so many more.
  mutating func candidates(reaching threshold: UInt32, with more: UInt32) {
    var found: [UInt16] = []
    swap(&found, &candidates)
    Self.gather(points.span, reaching: threshold, with: more, into: &found)
    candidates = found
  }

  private static func gather(
    _ points: Span<UInt32>, reaching threshold: UInt32, with more: UInt32,
    into candidates: inout [UInt16]
  ) {
    candidates.removeAll(keepingCapacity: true)
    let least = more >= threshold ? 1 : max(1, threshold - more)
    var at = 0
    while at < window {
      // Eight at once: almost always none of them reaches.
      var isAny = false
      for place in at..<at + 8 { isAny = isAny || points[place] >= least }
      if isAny {
        for place in at..<at + 8 where points[place] >= least { candidates.append(UInt16(place)) }
      }
      at += 8
    }
  }
}

/// The best documents so far; a heap with the worst on top.
struct BestDocuments: Sendable {
  struct Entry {
    var points: UInt32
    var document: UInt32
  }

  private(set) var entries: [Entry] = []
  private var limit = 0

  mutating func start(_ limit: Int) {
    entries.removeAll(keepingCapacity: true)
    self.limit = limit
  }

  /// What a document needs at least to be among the best.
  var threshold: UInt32 { entries.count < limit ? 1 : entries[0].points }

  mutating func offer(_ entry: Entry, _ keys: [String]) {
    if entries.count < limit {
      entries.append(entry)
      var at = entries.count - 1
      while at > 0, isWorse(entries[at], entries[(at - 1) / 2], keys) {
        entries.swapAt(at, (at - 1) / 2)
        at = (at - 1) / 2
      }
    } else if let worst = entries.first, isWorse(worst, entry, keys) {
      entries[0] = entry
      sink(keys)
    }
  }

  private mutating func sink(_ keys: [String]) {
    var at = 0
    while true {
      var worst = at
      for child in [2 * at + 1, 2 * at + 2]
      where child < entries.count && isWorse(entries[child], entries[worst], keys) {
        worst = child
      }
      if worst == at { return }
      entries.swapAt(at, worst)
      at = worst
    }
  }

  private func isWorse(_ one: Entry, _ other: Entry, _ keys: [String]) -> Bool {
    one.points != other.points
      ? one.points < other.points : keys[Int(one.document)] > keys[Int(other.document)]
  }

  /// Best first.
  func sorted(_ keys: [String]) -> [Entry] { entries.sorted { isWorse($1, $0, keys) } }
}
