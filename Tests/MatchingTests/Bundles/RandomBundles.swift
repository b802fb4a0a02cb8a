// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import TragwerkTesting

@testable import Matching

/// Bundle problems that follow from a seed.
struct RandomBundles {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// - Parameter scarcity: the larger, the less a firm has.
  mutating func problem(
    candidates: Int, steps: Int, mostFirms: Int, scarcity: Int, alternatives: Int = 4
  ) -> BundleProblem {
    let hasQuantity = !random.chance(oneIn: 4)
    let coarse = random.chance(oneIn: 2)
    let list = (0..<candidates).map { number in
      let able = StepSet(
        steps: (0..<steps).filter { _ in random.chance(oneIn: max(1, scarcity)) })
      return BundleProblem.Candidate(
        id: "f\(candidates - number)", score: score(coarse), steps: able,
        free: free(steps, scarcity),
        place: random.chance(oneIn: 6) ? nil : place())
    }
    return BundleProblem(
      steps: (0..<steps).map { LocalizedText(de: "Schritt \($0)", en: "step \($0)") },
      quantity: hasQuantity ? 100 : nil, candidates: list, mostFirms: mostFirms,
      alternatives: alternatives)
  }

  /// Half of the problems have many equal scores.
  private mutating func score(_ coarse: Bool) -> Double {
    coarse
      ? Double(Int.random(in: 5...8, using: &random) * 10)
      : Double.random(in: 20...100, using: &random)
  }

  private mutating func place() -> GeoPoint? {
    GeoPoint(
      latitude: Double(Int.random(in: 48...53, using: &random)),
      longitude: Double(Int.random(in: 7...13, using: &random)))
  }

  private mutating func free(_ steps: Int, _ scarcity: Int) -> BundleProblem.FreeQuantity? {
    let most = 400 / max(1, scarcity)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return nil
    case 1, 2: return .overall(Double(Int.random(in: 0...most, using: &random)))
    default:
      return .perStep(
        (0..<steps).map { _ in
          random.chance(oneIn: 6) ? nil : Double(Int.random(in: 0...most / 2, using: &random))
        })
    }
  }
}
