// SPDX-License-Identifier: Apache-2.0

/// What each owner has of each capability, in an order that does not depend on that of the entries.
struct OwnerWeights {
  /// Sorted.
  let owners: [String]
  /// By owner, capabilities ascending, each once.
  let rows: [[(capability: Int32, weight: Double)]]
  private let capabilityCount: Int

  init(_ entries: some Sequence<CapabilitySpace.Entry>, capabilityCount: Int) {
    self.capabilityCount = capabilityCount
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var found: [[(capability: Int32, weight: Double)]] = []
    for entry in entries {
      precondition(
        (0..<capabilityCount).contains(entry.capability), "capabilities are counted from 0")
      let number: Int
      if let known = numbers[entry.owner] {
        number = known
      } else {
        number = names.count
        numbers[entry.owner] = number
        names.append(entry.owner)
        found.append([])
      }
      guard entry.weight.isFinite, entry.weight > 0 else { continue }
      found[number].append((Int32(entry.capability), entry.weight))
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    owners = order.map { names[$0] }
    rows = order.map { Self.merged(found[$0]) }
  }

  private static func merged(
    _ row: [(capability: Int32, weight: Double)]
  ) -> [(capability: Int32, weight: Double)] {
    var merged: [(capability: Int32, weight: Double)] = []
    merged.reserveCapacity(row.count)
    for (capability, weight) in row.sorted(by: <) {
      if let last = merged.last, last.capability == capability {
        merged[merged.count - 1].weight += weight
      } else {
        merged.append((capability, weight))
      }
    }
    return merged
  }

  /// The capabilities each owner shows, ascending.
  func shown(_ options: CapabilitySpace.Options) -> [[Int32]] {
    var totals = [Double](repeating: 0, count: capabilityCount)
    var all = 0.0
    for row in rows {
      for (capability, weight) in row {
        totals[Int(capability)] += weight
        all += weight
      }
    }
    return rows.map { row in
      let own = row.reduce(0) { $0 + $1.weight }
      var advantages: [(capability: Int32, advantage: Double)] = []
      for (capability, weight) in row {
        let advantage = (weight / own) / (totals[Int(capability)] / all)
        // Rounding does not decide about a share that is just as usual.
        if advantage >= options.leastAdvantage * (1 - 1e-9) {
          advantages.append((capability, advantage))
        }
      }
      if advantages.count > options.mostShown {
        advantages.sort { ($1.advantage, $0.capability) < ($0.advantage, $1.capability) }
        advantages.removeLast(advantages.count - max(0, options.mostShown))
        advantages.sort { $0.capability < $1.capability }
      }
      return advantages.map(\.capability)
    }
  }
}
