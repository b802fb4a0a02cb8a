// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// The highest rate that every period from a day on can deliver, by hand.
@Suite struct SustainedRateTests {
  private func plan(_ chain: ValueChain, periods: Int, days: Double = 1, from day: Double)
    async throws -> CapacityPlan
  {
    var request = PlanRequest(PeriodGrid(periods: periods, periodDays: days))
    request.goal = .sustainedRate(fromDay: day)
    return try await Planner(FlowNetwork(chain), request).run()
  }

  /// Expects these rates in the order of materials, and that each period from the day on delivers
  /// its days' worth.
  private func expectRates(
    _ plan: CapacityPlan, _ rates: [(material: String, perDay: Double, asked: Double?)],
    location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(plan.status == .optimal, sourceLocation: location)
    #expect(plan.sustained.map(\.material) == rates.map(\.material), sourceLocation: location)
    let schedule = try #require(plan.schedule, sourceLocation: location)
    guard case .sustainedRate(let day) = plan.request.goal else { return }
    for (own, known) in zip(plan.sustained, rates) {
      #expect(
        abs(own.perDay - known.perDay) < 1e-6, "\(own.perDay) instead of \(known.perDay)",
        sourceLocation: location)
      #expect(
        own.askedPerDay.map { abs($0 - (known.asked ?? .nan)) < 1e-6 } ?? (known.asked == nil),
        "\(String(describing: own.askedPerDay))", sourceLocation: location)
      let rows = schedule.demands.filter {
        plan.chain[.demands].text(.material, $0.row) == own.material
      }
      for period in 0..<schedule.periods {
        let first = Double(period) * schedule.periodDays + 1
        guard first >= day else { continue }
        let delivered = rows.reduce(0) { $0 + $1.delivered[period] }
        #expect(
          delivered >= own.perDay * schedule.periodDays - 1e-5,
          "\(own.material) in period \(period + 1): \(delivered)", sourceLocation: location)
      }
    }
  }

  /// 3 a day can be made and nothing kept: 3 are sustained where 4 are asked for, factor 0.75.
  @Test(arguments: [1.0, 2, 3.5, 7]) func aConstantDemand(_ day: Double) async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 3], demand: [.perDay: 4, .valuePerUnit: 1])
    chain[.stocks].append([.site: "plant", .material: "sys", .maximum: 0])
    let plan = try await plan(chain, periods: 8, from: day)
    try expectRates(plan, [("sys", 3, 4)])
    #expect(abs((plan.objective ?? 0) - 0.75) < 1e-9)
  }

  /// 2 a day over 4 days of a week each; a lead of 7 days leaves week 1 without: from week 2 on 2.
  /// From day 1 on it is nothing. With stock kept, 3 opening ones stretch over the 3 weeks left.
  @Test func leadTimesAndStock() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 2, .leadDays: 7], demand: [.perDay: 5, .valuePerUnit: 1])
    try expectRates(try await plan(chain, periods: 4, days: 7, from: 1), [("sys", 0, 5)])
    try expectRates(try await plan(chain, periods: 4, days: 7, from: 2), [("sys", 2, 5)])
    // Day 9 lies in period 2; only period 3 begins on or after it: 14 made for 3 periods serve two.
    try expectRates(try await plan(chain, periods: 4, days: 7, from: 9), [("sys", 3, 5)])
    chain[.stocks].append([.site: "plant", .material: "sys", .onHand: 21])
    try expectRates(try await plan(chain, periods: 4, days: 7, from: 2), [("sys", 3, 5)])
  }

  /// 2 a day are asked for on days 1 and 2, 6 on days 3 and 4: the mean is 4. Of 3 a day that can be
  /// made 3 are sustained; from day 3 on the mean is 6, and 6 kept from before make it 6.
  @Test func aGrowingDemandCountsAsItsMean() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 3], demand: [.perDay: 2, .valuePerUnit: 1, .toDay: 2])
    chain.addDemand("more", of: "sys", [.perDay: 6, .valuePerUnit: 1, .fromDay: 3])
    let whole = try await plan(chain, periods: 4, from: 1)
    try expectRates(whole, [("sys", 3, 4)])
    #expect(abs((whole.objective ?? 0) - 0.75) < 1e-9)
    try expectRates(try await plan(chain, periods: 4, from: 3), [("sys", 6, 6)])
  }

  /// Two products share parts, 12 a day: 4 + 2 asked for are served twice over, in the same mix.
  @Test func twoProductsInTheirMix() async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 4, .valuePerUnit: 1])
    chain[.materials].append([.material: "set"])
    chain.addLine("pack", takes: "part", makes: "set", [:])
    chain.addDemand("s", of: "set", [.perDay: 2])
    chain[.supplies] = TableContents(.supplies)
    chain[.supplies].append([.supply: "parts", .site: "plant", .material: "part", .perDay: 12])
    let plan = try await plan(chain, periods: 3, from: 1)
    try expectRates(plan, [("sys", 8, 4), ("set", 4, 2)])
    #expect(abs((plan.objective ?? 0) - 2) < 1e-9)
  }

  /// Demands that take all count one a day each where none states a rate, and not at all beside one
  /// that does.
  @Test func takeAllOnly() async throws {
    var chain = TinyChain.make(line: [.runsPerDay: 7], demand: [.valuePerUnit: 1])
    try expectRates(try await plan(chain, periods: 3, days: 2, from: 1), [("sys", 7, nil)])
    chain[.materials].append([.material: "set"])
    chain.addLine("pack", takes: "part", makes: "set", [.runsPerDay: 9])
    chain.addDemand("s", of: "set", [.perDay: 3])
    try expectRates(try await plan(chain, periods: 3, days: 2, from: 1), [("set", 9, 3)])
  }

  /// No period begins after the horizon: there is no rate to sustain, and that is said.
  @Test func aDayBeyondTheHorizon() async throws {
    let chain = TinyChain.make(line: [.runsPerDay: 3], demand: [.perDay: 4, .valuePerUnit: 1])
    let plan = try await plan(chain, periods: 3, from: 4)
    #expect(plan.sustained.isEmpty)
    #expect(plan.status == .unbounded)
    let cause = try #require(plan.cause)
    #expect(cause.text.english.hasPrefix("No period that begins on or after day 4 asks for"))
    #expect(cause.text.german.hasPrefix("Kein Abschnitt, der ab Tag 4 beginnt"))
  }
}
