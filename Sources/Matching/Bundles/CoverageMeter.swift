// SPDX-License-Identifier: Apache-2.0

/// How much a set of firms covers, when each step wants a level between 0 and 1.
///
/// The largest flow from firms to steps equals the smallest cut (Ford and Fulkerson, "Maximal flow
/// through a network", 1956). A cut here is settled by which of the firms with a shared quantity
/// are cut off; at most eight firms make at most 256 cuts, each found in a few additions. As a
/// function of the set of firms the flow is monotone and submodular.
struct CoverageMeter {
  let instance: BundleInstance
  private var residual: [Double]
  private var shared: [Int] = []
  private var best = 0.0
  private var bestReached: UInt64 = 0

  init(_ instance: BundleInstance) {
    self.instance = instance
    residual = [Double](repeating: 1, count: instance.stepCount)
  }

  /// About what the last measuring cost, in the unit of `BundleProblem.effort`.
  var cost: Int { 4 + instance.stepCount / 2 + (1 << shared.count) / 2 }

  /// Sum over the steps of what the firms can do of them, each up to the level.
  mutating func covered(_ chosen: some Sequence<Int>, level: Double = 1) -> Double {
    measure(chosen, level: level)
  }

  mutating func coversAll(_ chosen: some Sequence<Int>) -> Bool {
    measure(chosen, level: 1) >= Double(instance.stepCount) - instance.slack
  }

  /// Steps of which one firm more must do something if all is to be covered, as long as the firms
  /// do not cover all; valid after `coversAll`.
  var shortSteps: UInt64 {
    var short: UInt64 = 0
    for step in 0..<instance.stepCount
    where residual[step] > 0 && bestReached & 1 << UInt64(step) == 0 {
      short |= 1 << UInt64(step)
    }
    return short
  }

  private mutating func measure(_ chosen: some Sequence<Int>, level: Double) -> Double {
    let steps = instance.stepCount
    for step in 0..<steps { residual[step] = level }
    shared.removeAll(keepingCapacity: true)
    for firm in chosen {
      if instance.firms[firm].shared != nil {
        shared.append(firm)
      } else {
        for step in 0..<steps { residual[step] -= instance.caps[firm * steps + step] }
      }
    }
    var left = 0.0
    for step in 0..<steps {
      residual[step] = max(0, residual[step])
      left += residual[step]
    }
    best = .infinity
    cut(0, reached: 0, cost: 0)
    return level * Double(steps) - left + best
  }

  /// Firms from a number on: each is cut off, at the price of its quantity, or all its steps are.
  private mutating func cut(_ number: Int, reached: UInt64, cost: Double) {
    guard cost < best else { return }
    guard number < shared.count else {
      best = cost
      bestReached = reached
      return
    }
    let firm = instance.firms[shared[number]]
    var price = 0.0
    var fresh = firm.mask & ~reached
    while fresh != 0 {
      price += residual[fresh.trailingZeroBitCount]
      fresh &= fresh - 1
    }
    cut(number + 1, reached: reached | firm.mask, cost: cost + price)
    cut(number + 1, reached: reached, cost: cost + (firm.shared ?? 0))
  }
}
