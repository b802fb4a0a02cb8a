// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Resilience

@Suite struct SupplyRiskTests {
  typealias Share = SupplyRiskFormula.Share

  /// 0.6² · 5 + 0.4² · 2 · 1.1 = 2.152.
  @Test func concentrationByHand() {
    let range = SupplyRiskFormula.concentration([
      Share(share: 0.6, risk: 5), Share(share: 0.4, risk: 2, trade: 1.1),
    ])
    #expect(abs(range.lowerBound - 2.152) < 1e-12)
    #expect(abs(range.upperBound - 2.152) < 1e-12)
  }

  @Test func anUnknownRestMakesARange() {
    // 0.5 known; the rest adds nothing, or all lies with the known one: 1² · 4.
    let range = SupplyRiskFormula.concentration([Share(share: 0.5, risk: 4)])
    #expect(range.lowerBound == 1)
    #expect(range.upperBound == 4)
    // Or with an unknown one of the worst governance: 0.25 · 1 + 0.9² · 10 is larger.
    let wide = SupplyRiskFormula.concentration([Share(share: 0.1, risk: 1)])
    #expect(abs(wide.upperBound - (0.01 + 8.1)) < 1e-12)
    #expect(SupplyRiskFormula.concentration([]) == 0...10)
  }

  @Test func unknownGovernanceMakesARange() {
    #expect(SupplyRiskFormula.concentration([Share(share: 1, risk: nil)]) == 0...10)
  }

  @Test func roundedSharesAboveAllAreBroughtBack() {
    let range = SupplyRiskFormula.concentration([
      Share(share: 0.51, risk: 2), Share(share: 0.51, risk: 2),
    ])
    #expect(abs(range.lowerBound - 1) < 1e-12 && abs(range.upperBound - 1) < 1e-12)
  }

  /// The 2017 study's own parameters give its scores: material, world, EU, IR, RIR, SI, score.
  @Test(arguments: [
    ("light rare earths", 6.0, 6.0, 1.0, 0.03, 0.93, 5.4),
    ("magnesium", 5.0, 5.0, 1.0, 0.09, 0.91, 4.1),
  ])
  func knownScores(
    _ name: String, _ world: Double, _ eu: Double, _ ir: Double, _ rir: Double, _ si: Double,
    _ score: Double
  ) {
    let risk = SupplyRiskFormula.risk(
      world: world...world, eu: eu...eu, importReliance: ir, recycling: rir, substitution: si)
    #expect(abs(risk.lowerBound - score) < 0.1, "\(name): \(risk)")
    #expect(risk.lowerBound == risk.upperBound)
  }

  @Test func missingParametersWiden() {
    let risk = SupplyRiskFormula.risk(
      world: 2...2, eu: 1...1, importReliance: nil, recycling: 0.5, substitution: 1)
    #expect(risk.lowerBound == 0.5)
    #expect(risk.upperBound == 0.75)
    let alone = SupplyRiskFormula.risk(
      world: 2...3, eu: nil, importReliance: 0.3, recycling: 0, substitution: 1)
    #expect(alone == 2...3, "without EU data the world term alone")
  }
}
