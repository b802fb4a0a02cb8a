// SPDX-License-Identifier: Apache-2.0

/// An upper bound on the points of every cover of a given number of firms.
///
/// That each step is covered, and all steps together, is priced into the points of the firms
/// instead of being demanded; then the best firms are simply those with the highest priced points
/// (Lagrangian relaxation: Fisher, "The Lagrangian relaxation method for solving integer
/// programming problems", 1981). Prices come from subgradient steps towards a target. Where even
/// the bound without points is below 0, no cover of this many firms exists.
struct CoverBound {
  /// Points and prices, by firm.
  private(set) var values: [Double]
  /// Firms, highest value first.
  private(set) var order: [Int]
  /// The prices of what is wanted.
  private(set) var constant: Double
  /// The bound for all sets of the size.
  private(set) var root: Double

  /// By how much rounding and the tolerance of quantities may lower a bound.
  var margin: Double { 1e-7 * (10 + constant) }

  /// - Parameters:
  ///   - size: firms in a cover, at most as many as there are.
  ///   - usesPoints: false to ask only whether a cover may exist.
  ///   - target: what a bound is not expected to fall below.
  init(_ instance: BundleInstance, size: Int, usesPoints: Bool, target: Double) {
    let steps = instance.stepCount
    var prices = [Double](repeating: usesPoints ? 0 : 1, count: steps + 1)
    var scale = 1.0
    var stale = 0
    (values, order, constant, root) = ([], [], 0, .infinity)
    for _ in 0..<80 {
      let trial = Self.evaluate(instance, prices, usesPoints: usesPoints)
      let chosen = trial.order.prefix(size)
      let bound = chosen.reduce(-trial.constant) { $0 + trial.values[$1] }
      if bound < root - 1e-9 {
        (values, order, constant, root) = (trial.values, trial.order, trial.constant, bound)
        stale = 0
      } else {
        stale += 1
        if stale % 5 == 0 { scale /= 2 }
      }
      if root < target { break }
      var slope = [Double](repeating: -1, count: steps + 1)
      slope[steps] = -Double(steps)
      for firm in chosen {
        for step in 0..<steps { slope[step] += instance.caps[firm * steps + step] }
        slope[steps] += instance.firms[firm].total
      }
      // Where a price of 0 would only fall, it stays.
      for at in slope.indices where prices[at] == 0 && slope[at] > 0 { slope[at] = 0 }
      let length = slope.reduce(0) { $0 + $1 * $1 }
      guard length > 1e-12 else { break }
      let stride = scale * max(bound - target, 0.1) / length
      for at in prices.indices { prices[at] = max(0, prices[at] - stride * slope[at]) }
    }
  }

  private static func evaluate(
    _ instance: BundleInstance, _ prices: [Double], usesPoints: Bool
  ) -> (values: [Double], order: [Int], constant: Double) {
    let steps = instance.stepCount
    var values: [Double] = []
    values.reserveCapacity(instance.firms.count)
    for (number, firm) in instance.firms.enumerated() {
      var value = (usesPoints ? Double(firm.points) : 0) + prices[steps] * firm.total
      for step in 0..<steps { value += prices[step] * instance.caps[number * steps + step] }
      values.append(value)
    }
    let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    let constant = prices[..<steps].reduce(0, +) + prices[steps] * Double(steps)
    return (values, order, constant)
  }

  /// The bound for all sets that contain firms worth `sum` and a number of others not taken.
  func bound(sum: Double, others: Int, isTaken: [Bool]) -> Double {
    var bound = sum - constant
    var left = others
    for firm in order {
      if left == 0 { return bound }
      if !isTaken[firm] {
        bound += values[firm]
        left -= 1
      }
    }
    return left == 0 ? bound : -.infinity
  }
}
