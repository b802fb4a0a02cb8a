// SPDX-License-Identifier: Apache-2.0

/// The product space as it is written down, over sets: slow, and obvious.
struct ObviousSpace {
  let count: Int
  let smoothing: Double
  /// M: what each owner shows.
  let owners: [Set<Int>]

  func owners(_ one: Int, _ other: Int) -> Int {
    owners.count { $0.contains(one) && $0.contains(other) }
  }

  func proximity(_ one: Int, _ other: Int) -> Double {
    let both = Double(owners(one, other))
    return min(
      both / (Double(owners(one, one)) + smoothing),
      both / (Double(owners(other, other)) + smoothing))
  }

  func density(_ shown: Set<Int>, _ capability: Int) -> Double {
    let others = (0..<count).filter { $0 != capability }
    let all = others.reduce(0) { $0 + proximity(capability, $1) }
    let own = others.filter { shown.contains($0) }
    return all > 0 ? own.reduce(0) { $0 + proximity(capability, $1) } / all : 0
  }
}
