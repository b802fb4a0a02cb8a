// SPDX-License-Identifier: Apache-2.0

/// A set of firms that covers something, with what it is ranked by: most covered, fewest firms,
/// most points, nearest together, first by order.
struct PartialCover: Comparable {
  /// Ascending.
  let firms: [Int]
  /// Millionths of a step.
  let covered: Int
  let points: Int
  let spread: Int

  init(_ instance: BundleInstance, firms: [Int], covered: Double) {
    self.firms = firms
    self.covered = Self.millionths(covered)
    points = instance.points(firms)
    spread = instance.spread(firms)
  }

  static func millionths(_ covered: Double) -> Int { Int((covered * 1e6).rounded()) }

  static func < (one: Self, other: Self) -> Bool {
    if one.covered != other.covered { return one.covered > other.covered }
    if one.firms.count != other.firms.count { return one.firms.count < other.firms.count }
    if one.points != other.points { return one.points > other.points }
    if one.spread != other.spread { return one.spread < other.spread }
    return one.firms.lexicographicallyPrecedes(other.firms)
  }
}

/// The set of firms that covers most: branch and bound over sets in order of the firms.
///
/// What is covered is a monotone submodular function of the set, so a firm adds to a larger set
/// at most what it adds to a smaller one; the largest gifts that are left bound every larger set
/// (Nemhauser, Wolsey, Fisher, "An analysis of approximations for maximizing submodular set
/// functions", 1978). The first find is the greedy one, which covers at least 63 % of the most.
struct PartialSearch {
  let instance: BundleInstance
  private(set) var effort: Int
  private(set) var best: PartialCover
  /// Steps' worth that no set can exceed.
  private(set) var upperBound: Double
  private var meter: CoverageMeter

  init(_ instance: BundleInstance, effort: Int) {
    self.instance = instance
    self.effort = effort
    meter = CoverageMeter(instance)
    var heuristic = CoverHeuristic(instance)
    let greedy = heuristic.greedyChoice()
    best = PartialCover(instance, firms: greedy.sorted(), covered: meter.covered(greedy))
    upperBound = Double(instance.stepCount)
    for count in 0...greedy.count {
      let chosen = Array(greedy.prefix(count))
      let now = meter.covered(chosen)
      let gains = instance.firms.indices.map { meter.covered(chosen + [$0]) - now }
      let bound = gains.sorted(by: >).prefix(instance.mostFirms).reduce(now, +)
      upperBound = min(upperBound, bound)
    }
  }

  /// False if work ran out before it was certain that nothing is better.
  mutating func run() -> Bool {
    node([], covered: 0, spread: 0, from: 0)
  }

  private mutating func node(
    _ chosen: [Int], covered: Double, spread: Int, from: Int
  ) -> Bool {
    let left = instance.mostFirms - chosen.count
    guard left > 0 else { return true }
    // Whoever adds nothing now adds nothing later.
    var helpers: [(firm: Int, gain: Double)] = []
    for firm in from..<instance.firms.count {
      guard effort > 0 else { return false }
      let gain = meter.covered(chosen + [firm]) - covered
      effort -= meter.cost
      if gain > BundleInstance.tolerance { helpers.append((firm, gain)) }
    }
    let later = Self.largestLater(helpers.map(\.gain), count: left - 1)
    for (number, helper) in helpers.enumerated() {
      let set = chosen + [helper.firm]
      let now = covered + helper.gain
      let trial = PartialCover(instance, firms: set, covered: now)
      if trial < best { best = trial }
      guard left > 1, number + 1 < helpers.count,
        isPromising(set, covered: now, gains: later[number], spread: trial.spread)
      else { continue }
      if !node(set, covered: now, spread: trial.spread, from: helper.firm + 1) { return false }
    }
    return true
  }

  /// The largest gains after each place, largest first.
  private static func largestLater(_ gains: [Double], count: Int) -> [[Double]] {
    var later = [[Double]](repeating: [], count: gains.count)
    var largest: [Double] = []
    for at in gains.indices.reversed() {
      later[at] = largest
      let place = largest.firstIndex { $0 < gains[at] } ?? largest.count
      largest.insert(gains[at], at: place)
      if largest.count > count { largest.removeLast() }
    }
    return later
  }

  /// Whether a larger set with these gains may be better than the best.
  private func isPromising(
    _ chosen: [Int], covered: Double, gains: [Double], spread: Int
  ) -> Bool {
    let most = PartialCover.millionths(covered + gains.reduce(0, +))
    // Rounding of sums may cost a millionth.
    if most + 1 < best.covered { return false }
    if most > best.covered + 1 { return true }
    // As much at best: then it takes as few firms, and more points or less distance.
    var reached = covered
    var more = 0
    for gain in gains where PartialCover.millionths(reached) + 1 < best.covered {
      reached += gain
      more += 1
    }
    let size = chosen.count + max(1, more)
    if size != best.firms.count { return size < best.firms.count }
    let next = (chosen.last ?? -1) + 1
    let ahead = instance.firms[next...].prefix(size - chosen.count)
    let points = instance.points(chosen) + ahead.reduce(0) { $0 + $1.points }
    if points != best.points { return points > best.points }
    return spread < best.spread
  }
}
