// SPDX-License-Identifier: Apache-2.0
@testable import Matching

/// The product space as it is written down, with full tables: slow, and obvious.
struct ObviousSpace {
  let count: Int
  let smoothing: Double
  /// M: what each owner shows.
  private(set) var shown: [String: Set<Int>] = [:]

  init(_ entries: [CapabilitySpace.Entry], count: Int, options: CapabilitySpace.Options) {
    self.count = count
    smoothing = options.smoothing
    let valid = entries.filter { $0.weight > 0 && $0.weight.isFinite }
    let all = valid.reduce(0) { $0 + $1.weight }
    for owner in Set(entries.map(\.owner)) {
      let own = valid.filter { $0.owner == owner }
      let sum = own.reduce(0) { $0 + $1.weight }
      let advantages: [(Double, Int)] = (0..<count).compactMap { capability in
        let has = own.filter { $0.capability == capability }.reduce(0) { $0 + $1.weight }
        let total = valid.filter { $0.capability == capability }.reduce(0) { $0 + $1.weight }
        guard has > 0 else { return nil }
        return (has * all / (sum * total), capability)
      }
      let kept = advantages.filter { $0.0 >= options.leastAdvantage - 1e-9 }
        .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.prefix(options.mostShown)
      shown[owner] = Set(kept.map(\.1))
    }
  }

  func owners(_ one: Int, _ other: Int) -> Int {
    shown.values.count { $0.contains(one) && $0.contains(other) }
  }

  func proximity(_ one: Int, _ other: Int) -> Double {
    let both = Double(owners(one, other))
    return min(
      both / (Double(owners(one, one)) + smoothing),
      both / (Double(owners(other, other)) + smoothing))
  }

  func density(_ owner: String, _ capability: Int) -> Double {
    let others = (0..<count).filter { $0 != capability }
    let all = others.reduce(0) { $0 + proximity(capability, $1) }
    let own = others.filter { shown[owner]?.contains($0) == true }
    return all > 0 ? own.reduce(0) { $0 + proximity(capability, $1) } / all : 0
  }
}
