// SPDX-License-Identifier: Apache-2.0
import Testing
import ValueChains

/// Time, stock, demand and disruptions, each with its calculation.
@Suite struct HandSolvedPlanTests {
  /// Periods of 7 days, a lead of 8 days takes 2 of them: of 4 × 14 only the 7 + 7 started in
  /// periods 1 and 2 are delivered, 42 unmet at 10, and 14 runs at 1.
  @Test func leadTimesInWholePeriods() throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 1, .leadDays: 8, .costPerRun: 1],
      demand: [.perDay: 2, .valuePerUnit: 10])
    let result = try expectPlan(434, chain, periods: 4, days: 7)
    #expect(abs(result.deliveredTotal - 14) < 1e-6)
  }

  /// 4 a day on days 1 and 2, 2 a day can be made. Without backlog 4 are lost at 5; with it the
  /// last is delivered on day 4, and 2 + 4 + 2 + 0 units are late for a day.
  @Test func backlogIsServedLate() throws {
    let demand: TinyChain.Row = [.perDay: 4, .toDay: 2, .valuePerUnit: 5]
    let chain = TinyChain.make(line: [.runsPerDay: 2], demand: demand)
    try expectPlan(20, chain, periods: 4)
    try expectPlan(40, chain, periods: 4) { $0.backlog = true }
    try expectPlan(40, chain, periods: 4) { ($0.backlog, $0.requireDemand) = (true, true) }
    try expectNoPlan(chain, periods: 4) { $0.requireDemand = true }
    // With 1 a day 4 of the 8 are still open at the end: 3 + 6 + 5 + 4.
    let slow = TinyChain.make(line: [.runsPerDay: 1], demand: demand)
    try expectPlan(90, slow, periods: 4) { $0.backlog = true }
    try expectNoPlan(slow, periods: 4) { ($0.backlog, $0.requireDemand) = (true, true) }
  }

  /// Periods of 3 days; 2 a day are wanted on days 3 and 4: 2 in each of two periods. The supply
  /// is open on days 4 and 5, 3 a day: 6 in period 2. So 2 are unmet at 5, and 2 bought at 1.
  @Test func windowsAcrossPeriodEdges() throws {
    var chain = ValueChain(name: "windows")
    chain[.sites].append([.site: "plant"])
    chain[.materials].append([.material: "m"])
    chain[.supplies].append([
      .supply: "e", .site: "plant", .material: "m", .perDay: 3, .costPerUnit: 1, .fromDay: 4,
      .toDay: 5,
    ])
    chain.addDemand("d", of: "m", [.fromDay: 3, .toDay: 4, .perDay: 2, .valuePerUnit: 5])
    try expectPlan(12, chain, periods: 2, days: 3)
    // One arrives on day 3, in period 1; what arrives on day 7 comes too late for two periods.
    chain[.arrivals].append([.site: "plant", .material: "m", .day: 3, .quantity: 1])
    chain[.arrivals].append([.site: "plant", .material: "m", .day: 7, .quantity: 9])
    try expectPlan(7, chain, periods: 2, days: 3)
    // 9 a day on the two days: 9 − 1 unmet in period 1, 9 − 6 in period 2, and 6 bought. A unit
    // more in period 1 would serve it, even kept; less of nothing is not possible.
    chain[.demands] = TableContents(.demands)
    chain.addDemand("d", of: "m", [.fromDay: 3, .toDay: 4, .perDay: 9, .valuePerUnit: 5])
    try expectPlan(61, chain, periods: 2, days: 3)
    let settings = ObviousPlan.Settings(periods: 2, periodDays: 3)
    let values = try ObviousPlan(chain, settings).capacityValues(of: [.supply, .stock])
    let closed = try #require(values[.init(.supply, "e", 1)])
    #expect(closed.oneLess == nil && abs((closed.oneMore ?? 0) + 4) < 1e-6)
    let open = try #require(values[.init(.supply, "e", 2)])
    #expect(abs((open.oneLess ?? 0) + 4) < 1e-6 && abs((open.oneMore ?? 0) + 4) < 1e-6)
    let stock = try #require(values[.stock("plant", "m")])
    #expect(abs((stock.oneLess ?? 0) + 5) < 1e-6 && abs((stock.oneMore ?? 0) + 5) < 1e-6)
  }

  /// 3 are there, 1 a day is wanted, 2 may be kept overnight at 0.5 a day: over periods of 2 days
  /// 2 go, 1 is kept for 2 days (1.0) and 1 of 2 is unmet at 10. Where nothing may be kept the
  /// third has nowhere to go.
  @Test func keepingCostsAndIsLimited() throws {
    func chain(maximum: Double) -> ValueChain {
      var chain = ValueChain(name: "keeping")
      chain[.sites].append([.site: "plant"])
      chain[.materials].append([.material: "m"])
      chain[.stocks].append([
        .site: "plant", .material: "m", .onHand: 2, .inTransit: 1, .holdingCostPerDay: 0.5,
        .maximum: .number(maximum),
      ])
      chain.addDemand("d", of: "m", [.perDay: 1, .valuePerUnit: 10])
      return chain
    }
    try expectPlan(11, chain(maximum: 2), periods: 2, days: 2)
    try expectNoPlan(chain(maximum: 0), periods: 2) { $0.periodDays = 2 }
    // The 2 on hand are lost, the 1 in transit is not: 3 of 4 unmet.
    try expectPlan(30, chain(maximum: 0), periods: 2, days: 2) {
      $0.disruption.emptiedSites = ["plant"]
    }
  }

  /// A `*` link of 4 kg a day and 0.5 a kg carries 2 units of 2 kg: 1 of 3 unmet at 10, 2 × 1.
  private func starChain() -> ValueChain {
    var chain = ValueChain(name: "star")
    for site in ["mill", "plant"] { chain[.sites].append([.site: Cell(site)]) }
    chain[.materials].append([.material: "m", .kgPerUnit: 2])
    chain[.materials].append([.material: "slag"])
    chain[.supplies].append([.supply: "e", .site: "mill", .material: "m"])
    chain[.links].append([
      .link: "k", .fromSite: "mill", .toSite: "plant", .material: "*", .perDay: 4,
      .costPerUnit: 0.5,
    ])
    chain.addDemand("d", of: "m", [.perDay: 3, .valuePerUnit: 10])
    return chain
  }

  @Test func starLinksCarryKilograms() throws {
    var chain = starChain()
    try expectPlan(12, chain, periods: 1)
    // Half of the link leaves 1 unit, half of this material's part of it too; nothing: 3 unmet.
    let part = ObviousPlan.Disruption.Part(link: "k", material: "m")
    try expectPlan(21, chain, periods: 1) { $0.disruption.links = ["k": 0.5] }
    try expectPlan(21, chain, periods: 1) { $0.disruption.parts = [part: 0.5] }
    try expectPlan(30, chain, periods: 1) { $0.disruption.parts = [part: 0] }
    // Slag that must leave the mill is of no use at the plant, but there is room for it.
    chain[.stocks].append([.site: "mill", .material: "slag", .onHand: 5, .maximum: 0])
    try expectNoPlan(chain, periods: 1)
    try expectPlan(12, chain, periods: 1) { $0.starLinksCarryOnlyWhatIsOfUse = false }
  }

  /// A demand without a rate earns nothing at least cost and is unlimited at most output.
  @Test func demandWithoutRate() throws {
    let limited = TinyChain.make(
      line: [.runsPerDay: 3, .costPerRun: 1], demand: [.valuePerUnit: 2, .fromDay: 2])
    try expectPlan(0, limited, periods: 2)
    // 3 on each of two days, the first kept until the demand's window opens.
    try expectPlan(12, limited, periods: 2) { $0.goal = .mostOutput }
    let unlimited = TinyChain.make(line: [:], demand: [.valuePerUnit: 2])
    try expectNoPlan(unlimited, periods: 2, because: .unbounded) { $0.goal = .mostOutput }
    // Not limited and hit by half stays so; nothing left is nothing.
    try expectNoPlan(unlimited, periods: 2, because: .unbounded) {
      ($0.goal, $0.disruption.lines) = (.mostOutput, ["asm": 0.5])
    }
    try expectPlan(0, unlimited, periods: 2) {
      ($0.goal, $0.disruption.lines) = (.mostOutput, ["asm": 0])
    }
  }
}
