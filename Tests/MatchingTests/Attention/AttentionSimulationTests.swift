// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

/// Two hundred needs meet sixty firms, half of them small: by score alone, and fairly.
@Suite struct AttentionSimulationTests {
  private struct Firm {
    let id: String
    let employees: Double
    let quality: Double
    var isSmall: Bool { employees < 50 }
  }

  private struct Result {
    var invitations: [Int]
    var meanScore: Double
    var loads: [Double]
  }

  private func firms(_ random: inout SeededGenerator) -> [Firm] {
    (0..<60).map { number in
      let isSmall = number % 2 == 0
      return Firm(
        id: "f\(number)", employees: Double.random(in: isSmall ? 3...40 : 60...400, using: &random),
        quality: Double.random(in: isSmall ? 70...84 : 72...86, using: &random))
    }
  }

  /// Asks the first five of every list.
  private func simulate(_ firms: [Firm], _ scores: [[Double]], tolerance: Double?) -> Result {
    var ledger = ExposureLedger()
    var asked = firms.map { _ in [CalendarDay]() }
    var sum = 0.0
    for (number, row) in scores.enumerated() {
      let day = CalendarDay(number: 20_000 + number)
      let list = zip(firms, row).map { ScoredSupplier(id: $0.id, score: $1) }
      let loads = zip(firms, asked).map {
        ($0.id, SupplierLoad(askedOn: $1, employees: $0.employees, on: day).load)
      }
      let ranking =
        tolerance.map {
          FairRanking(
            list, ledger: ledger, on: day, loads: Dictionary(uniqueKeysWithValues: loads),
            tolerance: $0)
        } ?? FairRanking(list, ledger: ExposureLedger(), on: day, tolerance: 0)
      let first = ranking.suppliers.prefix(5)
      for chosen in first {
        sum += chosen.score
        if let at = firms.firstIndex(where: { $0.id == chosen.id }) { asked[at].append(day) }
      }
      ledger.record(ranking.suppliers, shown: 5, on: day)
    }
    let last = CalendarDay(number: 20_000 + scores.count)
    return Result(
      invitations: asked.map(\.count), meanScore: sum / Double(5 * scores.count),
      loads: zip(firms, asked).map {
        SupplierLoad(askedOn: $1, employees: $0.employees, on: last).load
      })
  }

  /// Mean difference of any two by twice the mean.
  private func gini(_ counts: [Int]) -> Double {
    let differences = counts.reduce(0) { sum, one in
      sum + counts.reduce(0) { $0 + abs($1 - one) }
    }
    return Double(differences) / Double(2 * counts.count * counts.reduce(0, +))
  }

  @Test(arguments: 0..<8) func nobodyIsDrownedAndNobodyStarved(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let firms = firms(&random)
    let scores = (0..<200).map { _ in
      firms.map { $0.quality + Double.random(in: -4...4, using: &random) }
    }
    let merit = simulate(firms, scores, tolerance: nil)
    let fair = simulate(firms, scores, tolerance: FairRanking.usualTolerance)

    #expect((fair.loads.max() ?? 0) < 0.75 * (merit.loads.max() ?? 0))
    #expect((fair.invitations.max() ?? 0) * 3 < (merit.invitations.max() ?? 0) * 2)
    #expect(gini(fair.invitations) < 0.9 * gini(merit.invitations))
    func reached(_ result: Result) -> Int {
      zip(firms, result.invitations).count { $0.isSmall && $1 > 0 }
    }
    #expect(reached(fair) > reached(merit))
    let loss = merit.meanScore - fair.meanScore
    #expect(loss >= 0 && loss <= FairRanking.usualTolerance)
  }
}
