// SPDX-License-Identifier: Apache-2.0

/// Finds covers quickly: greedily the firm that adds most, then without what is superfluous, then
/// with one firm exchanged for a better one as long as that helps.
///
/// The greedy choice is the one of Wolsey, "An analysis of the greedy algorithm for the submodular
/// set covering problem", 1982. At most a few thousand sets are measured per round of exchanges.
struct CoverHeuristic {
  let instance: BundleInstance
  private var meter: CoverageMeter

  init(_ instance: BundleInstance) {
    self.instance = instance
    meter = CoverageMeter(instance)
  }

  /// Puts what it finds into the pool.
  mutating func fill(_ pool: inout CoverPool) {
    let greedy = greedyChoice()
    guard meter.coversAll(greedy) else { return }
    var chosen = greedy
    // Firms that fit least are dropped first.
    for firm in greedy.sorted(by: >) where chosen.count > 1 {
      let rest = chosen.filter { $0 != firm }
      if meter.coversAll(rest) { chosen = rest }
    }
    pool.offer(chosen, &meter)
    for _ in 0..<8 {
      guard let better = exchanged(chosen, &pool) else { return }
      chosen = better
    }
  }

  /// The firms that add most, one by one; of equal ones that with more points.
  mutating func greedyChoice() -> [Int] {
    var chosen: [Int] = []
    var covered = 0.0
    while chosen.count < instance.mostFirms {
      var best: (firm: Int, covered: Double)?
      for firm in instance.firms.indices where !chosen.contains(firm) {
        let with = meter.covered(chosen + [firm])
        if with > (best?.covered ?? covered) + BundleInstance.tolerance { best = (firm, with) }
      }
      guard let best else { break }
      chosen.append(best.firm)
      covered = best.covered
    }
    return chosen
  }

  private mutating func exchanged(_ chosen: [Int], _ pool: inout CoverPool) -> [Int]? {
    var best: (points: Int, firms: [Int])?
    let now = instance.points(chosen)
    for at in chosen.indices {
      for firm in instance.firms.indices where !chosen.contains(firm) {
        let points = now - instance.firms[chosen[at]].points + instance.firms[firm].points
        // Firms stand in order of points.
        if points <= (best?.points ?? now) { break }
        var trial = chosen
        trial[at] = firm
        guard meter.coversAll(trial) else { continue }
        pool.offer(trial, &meter)
        best = (points, trial)
      }
    }
    return best?.firms
  }
}
