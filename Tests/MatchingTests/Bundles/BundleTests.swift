// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization
import Testing

@testable import Matching

/// Small bundles solved by hand.
@Suite struct BundleTests {
  private let turning = LocalizedText(de: "Drehen", en: "turning")
  private let hardening = LocalizedText(de: "Härten", en: "hardening")

  private func firm(
    _ id: String, _ score: Double, _ steps: [Int], _ free: BundleProblem.FreeQuantity?,
    _ place: GeoPoint? = nil
  ) -> BundleProblem.Candidate {
    .init(id: id, score: score, steps: StepSet(steps: steps), free: free, place: place)
  }

  @Test func whoDoesWhatIsTold() {
    let problem = BundleProblem(
      steps: [turning, hardening], quantity: 1000,
      candidates: [
        firm("A", 80, [0], .overall(600)), firm("B", 70, [0, 1], .perStep([400, 1000])),
        firm("C", 90, [0], nil),
      ])
    let plan = problem.bundles()
    #expect(plan.status == .proven)
    #expect(plan.unknownQuantity == ["C"])
    #expect(plan.bundles.map(\.firms) == [["A", "B"]])
    #expect(
      plan.bundles.first?.reasons.map(\.german) == [
        "A und B decken zusammen den ganzen Bedarf von 1.000 Stück im Jahr.",
        "A übernimmt Drehen (600 Stück im Jahr).",
        "B übernimmt Drehen (400 Stück im Jahr) und Härten (1.000 Stück im Jahr).",
      ])
    #expect(
      plan.notes.map(\.english) == [
        "The free quantity of C is not, or not fully, known; what is unknown does not count here."
      ])
  }

  /// What one step takes of a shared quantity is gone for the other.
  @Test func sharedQuantityCountsOnce() {
    let one = firm("A", 80, [0, 1], .overall(1500))
    var problem = BundleProblem(
      steps: [turning, hardening], quantity: 1000, candidates: [one])
    let alone = problem.bundles()
    #expect(alone.bundles.first?.coveredShare == 0.75)
    // Both steps to the same level, since a unit needs both.
    #expect(alone.bundles.first?.open.count == 2)
    #expect(
      alone.bundles.first?.open.allSatisfy { abs(($0.quantity ?? 0) - 250) < 1e-3 } == true)
    problem.candidates.append(firm("B", 60, [1], .overall(500)))
    let both = problem.bundles()
    #expect(both.bundles.map(\.firms) == [["A", "B"]])
    #expect(both.bundles.first?.coversAll == true)
  }

  @Test func nearerFirmsWinTies() throws {
    let here = try #require(GeoPoint(latitude: 52, longitude: 10))
    let near = try #require(GeoPoint(latitude: 52.1, longitude: 10))
    let far = try #require(GeoPoint(latitude: 48, longitude: 12))
    let problem = BundleProblem(
      steps: [turning, hardening], quantity: nil,
      candidates: [
        firm("A", 80, [0], nil, here), firm("B", 70.2, [1], nil, far),
        firm("C", 69.9, [1], nil, near), firm("D", 60, [0, 1], nil, far),
      ])
    #expect(problem.bundles().bundles.map(\.firms) == [["D"], ["A", "C"], ["A", "B"]])
  }

  @Test func whatNobodyCoversIsOpen() {
    let problem = BundleProblem(
      steps: [turning, hardening], quantity: 100,
      candidates: [firm("A", 80, [0], .overall(70)), firm("B", 80, [0], .overall(90))],
      mostFirms: 1)
    let plan = problem.bundles()
    #expect(plan.bundles.map(\.firms) == [["B"]])
    #expect(
      plan.bundles.first?.reasons.map(\.english) == [
        "B alone covers 45% of the need.", "B does turning (90 pieces a year).",
        "Still open: turning (10 pieces a year) and hardening (100 pieces a year).",
      ])
    #expect(
      plan.notes.map(\.german) == [
        "Kein Betrieb deckt den ganzen Bedarf; gezeigt wird, was am meisten deckt."
      ])
  }

  @Test func nobodyIsNothing() {
    let problem = BundleProblem(
      steps: [turning], quantity: 100,
      candidates: [firm("A", 80, [0], nil), firm("B", .nan, [], .overall(.infinity))])
    let plan = problem.bundles()
    #expect(plan.status == .nothing && plan.bundles.isEmpty && plan.notes.count == 2)
  }

  /// Quantities that are no quantities do no harm, 64 steps neither.
  @Test func extremesDoNoHarm() {
    let steps = (0..<64).map { LocalizedText(verbatim: "s\($0)") }
    let free: [BundleProblem.FreeQuantity?] = [
      .overall(.nan), .overall(-5), .overall(.infinity), .perStep([nil, .nan, -1]), nil,
      .overall(1e300), .overall(1e-300),
    ]
    for quantity in [nil, 0, -1, .nan, .infinity, 1e-300, 1e300, 5] as [Double?] {
      let problem = BundleProblem(
        steps: steps, quantity: quantity,
        candidates: free.enumerated().map { number, free in
          .init(
            id: "f\(number)", score: Double(number) * 1e9 - 1,
            steps: .init(rawValue: UInt64.max << UInt64(number)), free: free)
        })
      for bundle in problem.bundles().bundles {
        #expect(bundle.coveredShare >= 0 && bundle.coveredShare <= 1 && bundle.gap >= 0)
      }
    }
  }
}
