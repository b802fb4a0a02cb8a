// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import Resilience

@Suite struct PhasedTests {
  @Test func gridCountsDays() {
    let grid = PeriodGrid(periodDays: 7, horizon: 182)
    #expect(grid.periods == 26)
    #expect(grid.leadPeriods(0) == 0)
    #expect(grid.leadPeriods(7) == 1)
    #expect(grid.leadPeriods(7.1) == 2)
    #expect(grid.period(ofDay: 1) == 0)
    #expect(grid.period(ofDay: 7) == 0)
    #expect(grid.period(ofDay: 8) == 1)
    #expect(grid.period(ofDay: 183) == nil)
    #expect(grid.days(of: 5...9, in: 0) == 3)
    #expect(grid.days(of: 5...9, in: 1) == 2)
    #expect(grid.days(from: 9, to: 5, in: 0) == 0)
    #expect(PeriodGrid(periodDays: 7, horizon: 10).periods == 2)
  }

  /// A mill 10 days away; 20 on hand, 1 a day needed, `arriving` on the way for day 15.
  private func chain(onHand: Double, lead: Double, arriving: Double = 0) -> ValueChain {
    var chain = ValueChain(name: "phased")
    for site in ["mill", "shop"] { chain[.sites].append([.site: Cell(site)]) }
    chain[.materials].append([.material: "m", .unit: "t"])
    chain[.supplies].append([.supply: "e", .site: "mill", .material: "m", .perDay: 2])
    chain[.links].append([
      .link: "k", .fromSite: "mill", .toSite: "shop", .material: "m", .leadDays: .number(lead),
    ])
    chain[.stocks].append([.site: "shop", .material: "m", .onHand: .number(onHand)])
    if arriving > 0 {
      chain[.arrivals].append([
        .site: "shop", .material: "m", .day: 15, .quantity: .number(arriving),
      ])
    }
    chain[.demands].append([
      .demand: "d", .site: "shop", .material: "m", .perDay: 1, .valuePerUnit: 1,
    ])
    return chain
  }

  private func baseline(_ chain: ValueChain, _ grid: PeriodGrid) throws -> PhasedSurvival {
    try PhasedModel(FlowNetwork(chain), grid) { false }.undisturbed
  }

  @Test func leadTimesByHand() throws {
    let daily = PeriodGrid(periodDays: 1, horizon: 60)
    // 9 days of stock, the first delivery on day 11.
    #expect(
      try baseline(chain(onHand: 9, lead: 10), daily) == PhasedSurvival(days: 9, isLimited: true))
    #expect(
      try baseline(chain(onHand: 10, lead: 10), daily) == PhasedSurvival(days: 60, isLimited: false)
    )
    // In weeks the lead of 10 days takes two periods: 14 units must last.
    let weekly = PeriodGrid(periodDays: 7, horizon: 70)
    #expect(
      try baseline(chain(onHand: 13, lead: 10), weekly) == PhasedSurvival(days: 7, isLimited: true))
    #expect(
      try baseline(chain(onHand: 14, lead: 10), weekly)
        == PhasedSurvival(days: 70, isLimited: false))
  }

  @Test func arrivalsCountOnTheirDay() throws {
    let daily = PeriodGrid(periodDays: 1, horizon: 40)
    // 14 on hand, 6 arrive on day 15, the way takes 20 days: 20 days are covered.
    #expect(
      try baseline(chain(onHand: 14, lead: 20, arriving: 6), daily).isLimited == false)
    #expect(
      try baseline(chain(onHand: 13, lead: 20, arriving: 6), daily)
        == PhasedSurvival(days: 13, isLimited: true))
  }

  @Test func disruptedSupplyUsesWhatIsThere() throws {
    let chain = chain(onHand: 14, lead: 10)
    let network = FlowNetwork(chain)
    let model = try PhasedModel(network, PeriodGrid(periodDays: 1, horizon: 60)) { false }
    let resolver = DisruptionResolver(network)
    func days(_ hit: Disruption.Hit) throws -> Double {
      let effect = resolver.resolve(Disruption("x", [hit])).effect
      return try model.survival(under: effect, named: "x", isCancelled: { false }).days
    }
    #expect(try days(.init(.supply, "e")) == 14)
    // Half of 2 a day is just enough, a quarter is not: 14 stock + 0.5 (t − 10) ≥ t → t = 18.
    #expect(try days(.init(.supply, "e", remaining: 0.5)) == 60)
    #expect(try days(.init(.supply, "e", remaining: 0.25)) == 18)
    #expect(try days(.init(.site, "shop", stockLost: true)) == 0)
  }

  /// Twin: the same question period by period with a program of nothing but feasibility.
  @Test func neverLongerThanClassicWithoutWindows() throws {
    for seed in 400..<430 {
      let chain = RandomChains.make(seed: seed, .init(hasStarLinks: seed.isMultiple(of: 2)))
      let network = FlowNetwork(chain)
      let disruptions = SurvivalTwinTests.disruptions(chain, seed: seed)
      let resolver = DisruptionResolver(network)
      let effects = disruptions.map { resolver.resolve($0).effect }
      let classic = try SurvivalModel(
        NeededNetwork(network), effects, horizon: 500, isCancelled: { false })
      let grid = PeriodGrid(periodDays: 1, horizon: 30)
      let phased = try PhasedModel(network, grid) { false }
      let netted = classic.nettedDays(effects)
      let solved = try classic.programDays(
        effects[...], names: disruptions.map(\.id)[...], isCancelled: { false }, progress: {})
      for at in effects.indices {
        let days = min(netted[at], solved[at])
        let result = try phased.survival(
          under: effects[at], named: disruptions[at].id, isCancelled: { false })
        #expect(result.days <= days + 1e-6, "seed \(seed), \(disruptions[at].id)")
        // Without lead times and dated arrivals after day one the two are the same, in whole days.
        if chain[.arrivals].number(.quantity, 0) == 0, result.isLimited {
          #expect(result.days >= days.rounded(.down) - 1e-6, "seed \(seed), \(disruptions[at].id)")
        }
      }
    }
  }
}
