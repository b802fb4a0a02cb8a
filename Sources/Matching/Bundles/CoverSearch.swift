// SPDX-License-Identifier: Apache-2.0

/// All covers of a given number of firms, as far as they are good enough: branch and bound.
///
/// A node takes a step that is still short and branches on the firms that can give something to
/// it; firms tried before are excluded in later branches, so that no set comes twice. Nodes that
/// cannot become a cover, or none with enough points (`CoverBound`), are cut off.
struct CoverSearch {
  let instance: BundleInstance
  let size: Int
  /// Work left; the search ends where it is used up.
  private(set) var effort: Int
  /// On the points of any cover of this size; nil where there can be none.
  let upperBound: Int?

  private var meter: CoverageMeter
  private let helpers: [[Int]]
  /// By step, and last for all steps: the sum of the largest 0, 1, 2 … gifts.
  private let largest: [[Double]]
  private let existence: CoverBound
  private let scoring: CoverBound
  private var chosen: [Int] = []
  private var isTaken: [Bool]
  private var given: [Double]
  private var existenceSum = 0.0
  private var scoringSum = 0.0
  private var spread = 0

  init(_ instance: BundleInstance, size: Int, floor: Int, effort: Int) {
    self.instance = instance
    self.size = size
    self.effort = effort
    meter = CoverageMeter(instance)
    let steps = instance.stepCount
    helpers = (0..<steps).map { step in
      instance.firms.indices.filter { instance.firms[$0].mask & 1 << UInt64(step) != 0 }
    }
    largest = (0...steps).map { step in
      let gifts = instance.firms.indices.map {
        step < steps ? instance.caps[$0 * steps + step] : instance.firms[$0].total
      }
      return gifts.sorted(by: >).prefix(size).reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
    existence = CoverBound(instance, size: size, usesPoints: false, target: -1)
    scoring = CoverBound(instance, size: size, usesPoints: true, target: Double(floor))
    isTaken = [Bool](repeating: false, count: instance.firms.count)
    given = [Double](repeating: 0, count: steps + 1)
    let isImpossible = instance.firms.count < size || existence.root < -existence.margin
    upperBound = isImpossible ? nil : max(0, Int((scoring.root + scoring.margin).rounded(.down)))
  }

  /// Puts all good covers of the size into the pool; false if work ran out before.
  mutating func run(_ pool: inout CoverPool) -> Bool {
    guard upperBound != nil else { return true }
    return node(&pool)
  }

  /// False if work ran out.
  private mutating func node(_ pool: inout CoverPool) -> Bool {
    effort -= 1
    guard effort > 0 else { return false }
    let scarce = scarcestStep()
    if scarce == nil {
      let isEnough = meter.coversAll(chosen)
      effort -= meter.cost
      if isEnough {
        // Smaller covers were found before; what contains one has a firm too many.
        if chosen.count == size { pool.offer(chosen, &meter) }
        return true
      }
    }
    guard chosen.count < size else { return true }
    let short = meter.shortSteps
    var tried: [Int] = []
    defer { for firm in tried { isTaken[firm] = false } }
    for firm in scarce.map({ helpers[$0] }) ?? Array(instance.firms.indices) {
      guard !isTaken[firm], scarce != nil || instance.firms[firm].mask & short != 0 else {
        continue
      }
      isTaken[firm] = true
      tried.append(firm)
      guard take(firm, pool) else { continue }
      let isDone = node(&pool)
      giveBack(firm)
      if !isDone { return false }
    }
    return true
  }

  /// The step that is short with the fewest firms left to help; nil where none is short by itself.
  private func scarcestStep() -> Int? {
    var best: (step: Int, count: Int)?
    for step in 0..<instance.stepCount where given[step] < 1 - instance.slack {
      var count = 0
      for firm in helpers[step] where !isTaken[firm] { count += 1 }
      if count < best?.count ?? .max { best = (step, count) }
    }
    return best?.step
  }

  /// Adds a firm unless nothing good can come of it.
  private mutating func take(_ firm: Int, _ pool: CoverPool) -> Bool {
    effort -= 1 + instance.stepCount / 8
    let steps = instance.stepCount
    let left = size - chosen.count - 1
    for step in 0..<steps {
      let most = given[step] + instance.caps[firm * steps + step] + largest[step][left]
      if most < 1 - instance.slack { return false }
    }
    let total = given[steps] + instance.firms[firm].total + largest[steps][left]
    if total < Double(steps) - instance.slack { return false }
    let exists = existence.bound(
      sum: existenceSum + existence.values[firm], others: left, isTaken: isTaken)
    if exists < -existence.margin { return false }
    let added = chosen.reduce(0) { $0 + instance.distance($1, firm) }
    if pool.isFull, let worst = pool.covers.last, worst.firms.count == size {
      let bound = scoring.bound(
        sum: scoringSum + scoring.values[firm], others: left, isTaken: isTaken)
      if bound < Double(worst.points) - scoring.margin { return false }
      if bound < Double(worst.points) + 1 - scoring.margin, spread + added > worst.spread {
        return false
      }
    }
    for step in 0..<steps { given[step] += instance.caps[firm * steps + step] }
    given[steps] += instance.firms[firm].total
    existenceSum += existence.values[firm]
    scoringSum += scoring.values[firm]
    spread += added
    chosen.append(firm)
    return true
  }

  private mutating func giveBack(_ firm: Int) {
    let steps = instance.stepCount
    chosen.removeLast()
    for step in 0..<steps { given[step] -= instance.caps[firm * steps + step] }
    given[steps] -= instance.firms[firm].total
    existenceSum -= existence.values[firm]
    scoringSum -= scoring.values[firm]
    spread -= chosen.reduce(0) { $0 + instance.distance($1, firm) }
  }
}
