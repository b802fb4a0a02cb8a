// SPDX-License-Identifier: Apache-2.0
import Localization

extension BundleProblem {
  /// The best bundles, by branch and bound (`CoverSearch`) with a bound on what was not searched.
  ///
  /// Up to about 30 candidates the search always ends proven; with hundreds, usually. The result
  /// depends on nothing but the problem.
  public func bundles() -> BundlePlan {
    let instance = BundleInstance(self)
    let unknown = instance.unknown.map { candidates[$0].id }
    var notes: [LocalizedText] = []
    if !unknown.isEmpty { notes.append(unknownNote(instance)) }
    guard !instance.firms.isEmpty else {
      notes.append(
        LocalizedText(
          de: "Kein Betrieb kann mit bekannter freier Menge etwas davon übernehmen.",
          en: "No firm with a known free quantity can do any of it."))
      return BundlePlan(bundles: [], status: .nothing, unknownQuantity: unknown, notes: notes)
    }
    let outcome = covers(instance)
    if !outcome.pool.covers.isEmpty {
      let bundles = outcome.pool.covers.map { cover in
        bundle(
          instance, cover.firms, gap: outcome.gap(cover), firmsGap: outcome.firmsGap(cover))
      }
      return BundlePlan(
        bundles: bundles, status: outcome.open.isEmpty ? .proven : .limited,
        unknownQuantity: unknown, notes: notes)
    }
    var search = PartialSearch(instance, effort: effort / 2)
    let isDone = search.run()
    let missing = search.upperBound - Double(search.best.covered) / 1e6
    let gap = isDone ? 0 : max(0, missing / Double(instance.stepCount) * 100)
    notes.append(partialNote(isProven: outcome.open.isEmpty))
    return BundlePlan(
      bundles: [bundle(instance, search.best.firms, gap: gap, firmsGap: 0)],
      status: isDone ? .proven : .limited, unknownQuantity: unknown, notes: notes)
  }

  /// What the searches by number of firms came to.
  private struct Outcome {
    var pool: CoverPool
    /// Sizes whose search did not end, with the bound on their points.
    var open: [(size: Int, bound: Int)] = []

    func gap(_ cover: Cover) -> Double {
      guard let same = open.first(where: { $0.size == cover.firms.count }) else { return 0 }
      return Double(max(0, same.bound - cover.points)) / Double(same.size)
    }

    func firmsGap(_ cover: Cover) -> Int {
      guard let fewest = open.first?.size, fewest < cover.firms.count else { return 0 }
      return cover.firms.count - fewest
    }
  }

  private func covers(_ instance: BundleInstance) -> Outcome {
    var outcome = Outcome(pool: CoverPool(limit: alternatives))
    var heuristic = CoverHeuristic(instance)
    heuristic.fill(&outcome.pool)
    for size in 1...mostFirms {
      if outcome.pool.isFull, let worst = outcome.pool.covers.last, worst.firms.count < size {
        break
      }
      let known = outcome.pool.covers.first { $0.firms.count == size }?.points ?? 0
      var search = CoverSearch(
        instance, size: size, floor: known, effort: effort / (2 * mostFirms))
      if !search.run(&outcome.pool), let bound = search.upperBound {
        outcome.open.append((size, bound))
      }
    }
    return outcome
  }

  private func bundle(
    _ instance: BundleInstance, _ chosen: [Int], gap: Double, firmsGap: Int
  ) -> Bundle {
    let shares = BundleSplit(instance, chosen: chosen).shares
    let members = chosen.map { candidates[instance.firms[$0].candidate] }
    let wanted = wantedQuantity
    var parts: [Bundle.Part] = []
    for (member, given) in zip(members, shares) {
      for (step, share) in given.enumerated() where share > 1e-8 {
        parts.append(
          .init(
            firm: member.id, step: step, share: min(1, share),
            quantity: wanted.map { $0 * min(1, share) }))
      }
    }
    var open: [Bundle.Open] = []
    for step in 0..<instance.stepCount {
      let missing = 1 - shares.reduce(0) { $0 + $1[step] }
      // Far above all tolerances, far below what anybody orders.
      guard missing > 1e-6 else { continue }
      open.append(.init(step: step, share: missing, quantity: wanted.map { $0 * missing }))
    }
    let missing = open.reduce(0) { $0 + $1.share }
    let pairs = chosen.count * (chosen.count - 1) / 2
    let knowsPlaces = pairs > 0 && members.allSatisfy { $0.place != nil }
    let facts = BundleFacts(
      problem: self, members: members, parts: parts, open: open,
      coveredShare: max(0, 1 - missing / Double(instance.stepCount)),
      meanDistance: knowsPlaces ? Double(instance.spread(chosen)) / Double(pairs) : nil,
      gap: gap, firmsGap: firmsGap)
    return Bundle(
      firms: members.map(\.id),
      meanScore: members.reduce(0) { $0 + $1.score } / Double(members.count), parts: parts,
      open: open, coveredShare: facts.coveredShare, meanDistance: facts.meanDistance, gap: gap,
      firmsGap: firmsGap, reasons: facts.sentences)
  }
}
