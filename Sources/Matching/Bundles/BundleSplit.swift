// SPDX-License-Identifier: Apache-2.0

/// Who does how much of which step: a largest flow from firms to steps.
///
/// Where not everything can be covered, all steps that somebody can do are first filled to one
/// level, as high as possible, because a unit needs every step; only then what is left is used.
/// Paths are the shortest (Edmonds and Karp, 1972), steps with few helpers come first.
struct BundleSplit {
  private let instance: BundleInstance
  private let chosen: [Int]
  /// By chosen firm and step.
  private(set) var shares: [[Double]]
  private var left: [Double]
  private var filled: [Double]
  private static let crumb = 1e-10

  init(_ instance: BundleInstance, chosen: [Int]) {
    self.instance = instance
    self.chosen = chosen
    let steps = instance.stepCount
    shares = chosen.map { _ in [Double](repeating: 0, count: steps) }
    left = chosen.map { instance.firms[$0].shared ?? .infinity }
    filled = [Double](repeating: 0, count: steps)
    let order = (0..<steps).sorted {
      (helpers($0), $0) < (helpers($1), $1)
    }
    for level in [evenLevel(), 1] {
      for step in order {
        while filled[step] < level - Self.crumb, fill(step, upTo: level) {}
      }
    }
  }

  private func helpers(_ step: Int) -> Int {
    chosen.count { instance.firms[$0].mask & 1 << UInt64(step) != 0 }
  }

  private func cap(_ number: Int, _ step: Int) -> Double {
    instance.caps[chosen[number] * instance.stepCount + step]
  }

  /// The highest level to which all steps that somebody can do are filled at once.
  private func evenLevel() -> Double {
    var meter = CoverageMeter(instance)
    let count = Double((0..<instance.stepCount).count { helpers($0) > 0 })
    var (low, high) = (0.0, 1.0)
    if meter.covered(chosen) >= count - instance.slack { return 1 }
    for _ in 0..<40 {
      let level = (low + high) / 2
      if meter.covered(chosen, level: level) >= level * count - 1e-12 {
        low = level
      } else {
        high = level
      }
    }
    return low
  }

  /// Sends more to a step along a shortest path; false where nothing more can go there.
  private mutating func fill(_ step: Int, upTo level: Double) -> Bool {
    // How each step was reached: the firm that gives up something of it, for which step.
    var reached: [Int: (firm: Int, from: Int)] = [:]
    var queue = [step]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for number in chosen.indices where cap(number, here) - shares[number][here] > Self.crumb {
        if left[number] > Self.crumb {
          send(number, to: here, from: step, reached, level)
          return true
        }
        for other in 0..<instance.stepCount
        where other != step && reached[other] == nil && shares[number][other] > Self.crumb {
          reached[other] = (number, here)
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func send(
    _ firm: Int, to here: Int, from step: Int, _ reached: [Int: (firm: Int, from: Int)],
    _ level: Double
  ) {
    var amount = min(level - filled[step], left[firm], cap(firm, here) - shares[firm][here])
    var at = here
    while at != step, let move = reached[at] {
      amount = min(
        amount, shares[move.firm][at], cap(move.firm, move.from) - shares[move.firm][move.from])
      at = move.from
    }
    left[firm] -= amount
    shares[firm][here] += amount
    at = here
    while at != step, let move = reached[at] {
      shares[move.firm][at] -= amount
      shares[move.firm][move.from] += amount
      at = move.from
    }
    filled[step] += amount
  }
}
