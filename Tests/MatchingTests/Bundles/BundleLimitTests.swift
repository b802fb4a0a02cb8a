// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

/// What a search says that had to end early.
@Suite struct BundleLimitTests {
  @Test(arguments: 0..<30) func gapIsNeverTooSmall(_ seed: Int) {
    var make = RandomBundles(seed: UInt64(seed) + 4000)
    var problem = make.problem(
      candidates: 24, steps: 3, mostFirms: 4, scarcity: 2 + seed % 4, alternatives: 1)
    let proven = problem.bundles()
    #expect(proven.status == .proven)
    for effort in [0, 200, 3000] {
      problem.effort = effort
      let limited = problem.bundles()
      guard let found = limited.bundles.first, let best = proven.bundles.first else { continue }
      if limited.status == .proven { #expect(found == best) }
      if found.coversAll {
        #expect(found.firms.count - found.firmsGap <= best.firms.count)
        if found.firms.count == best.firms.count {
          // Scores are compared in whole points.
          #expect(found.meanScore + found.gap >= best.meanScore - 1)
        }
      } else if !best.coversAll {
        #expect(found.coveredShare <= best.coveredShare + 1e-6)
        #expect(found.coveredShare + found.gap / 100 >= best.coveredShare - 1e-6)
      } else {
        #expect(limited.status == .limited || found.gap > 0)
      }
    }
  }

  /// Hundreds of candidates with a bundle planted that nothing can beat.
  @Test func findsAPlantedBundleAmongHundreds() {
    var make = RandomBundles(seed: 7)
    var problem = make.problem(candidates: 300, steps: 4, mostFirms: 2, scarcity: 3)
    problem.quantity = 100
    for at in problem.candidates.indices {
      problem.candidates[at].score = min(80, problem.candidates[at].score)
      problem.candidates[at].free = .overall(60)
    }
    problem.candidates[17].score = 100
    problem.candidates[17].steps = [.init(steps: [0, 2])]
    problem.candidates[17].free = .overall(200)
    problem.candidates[250].score = 98
    problem.candidates[250].steps = [.init(steps: [1, 3])]
    problem.candidates[250].free = .perStep([nil, 100, nil, 100])
    let plan = problem.bundles()
    #expect(plan.status == .proven)
    #expect(plan.bundles.first?.firms == [problem.candidates[17].id, problem.candidates[250].id])
    #expect(plan.bundles.first?.gap == 0)
  }
}
