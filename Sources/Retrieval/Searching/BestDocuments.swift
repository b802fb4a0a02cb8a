// SPDX-License-Identifier: Apache-2.0

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
