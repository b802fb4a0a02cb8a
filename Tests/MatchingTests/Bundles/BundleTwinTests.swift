// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

/// The search beside every set of candidates.
@Suite struct BundleTwinTests {
  @Test(arguments: 0..<60) func findsWhatTheTwinFinds(_ seed: Int) {
    var make = RandomBundles(seed: UInt64(seed))
    for _ in 0..<6 {
      let problem = make.problem(
        candidates: Int.random(in: 1...11, using: &make.random),
        steps: Int.random(in: 0...4, using: &make.random),
        mostFirms: Int.random(in: 1...5, using: &make.random),
        scarcity: Int.random(in: 1...4, using: &make.random))
      compare(problem)
    }
  }

  /// Thirty candidates, where every set of four can still be looked at.
  @Test(arguments: 0..<8) func provesThirtyCandidates(_ seed: Int) {
    var make = RandomBundles(seed: UInt64(seed) + 1000)
    compare(make.problem(candidates: 30, steps: 3, mostFirms: 3, scarcity: 2 + seed % 3))
  }

  @Test(arguments: 0..<3) func provesBundlesOfFive(_ seed: Int) {
    var make = RandomBundles(seed: UInt64(seed) + 2000)
    compare(make.problem(candidates: 16, steps: 4, mostFirms: 5, scarcity: 4))
  }

  private func compare(_ problem: BundleProblem) {
    let plan = problem.bundles()
    let twin = ObviousBundles(problem)
    let covers = twin.covers()
    for bundle in plan.bundles { check(bundle, problem, twin) }
    guard covers.isEmpty else {
      #expect(plan.status == .proven)
      #expect(plan.bundles.map(\.firms) == covers.map(\.firms))
      #expect(plan.bundles.allSatisfy { $0.coversAll && $0.gap == 0 && $0.firmsGap == 0 })
      return
    }
    guard let most = twin.mostCovered(), most.covered > 0 else {
      #expect(plan.status == .nothing && plan.bundles.isEmpty)
      return
    }
    #expect(plan.status == .proven)
    #expect(plan.bundles.map(\.firms) == [most.firms])
    #expect(plan.bundles.allSatisfy { !$0.coversAll && $0.gap == 0 })
  }

  /// Nobody does more than he can, what is done and what is open is all, sentences are there.
  private func check(_ bundle: Bundle, _ problem: BundleProblem, _ twin: ObviousBundles) {
    let members = bundle.firms.compactMap { id in problem.candidates.first { $0.id == id } }
    #expect(members.count == bundle.firms.count)
    for firm in members {
      let own = bundle.parts.filter { $0.firm == firm.id }
      #expect(own.reduce(0) { $0 + $1.share } <= twin.shared(firm) + 1e-6)
      for part in own { #expect(part.share <= twin.cap(firm, part.step) + 1e-6) }
    }
    for step in 0..<max(1, problem.steps.count) {
      let done = bundle.parts.filter { $0.step == step }.reduce(0) { $0 + $1.share }
      let open = bundle.open.filter { $0.step == step }.reduce(0) { $0 + $1.share }
      #expect(abs(done + open - 1) < 1e-5)
    }
    let steps = Double(max(1, problem.steps.count))
    #expect(abs(bundle.coveredShare - twin.covered(members) / steps) < 1e-5)
    #expect(bundle.reasons.allSatisfy { $0.german.hasSuffix(".") && $0.english.hasSuffix(".") })
  }

  @Test(arguments: 0..<20) func orderOfCandidatesChangesNothing(_ seed: Int) {
    var make = RandomBundles(seed: UInt64(seed) + 3000)
    var problem = make.problem(candidates: 25, steps: 3, mostFirms: 4, scarcity: 3)
    let plan = problem.bundles()
    problem.candidates.shuffle(using: &make.random)
    #expect(problem.bundles() == plan)
  }
}
