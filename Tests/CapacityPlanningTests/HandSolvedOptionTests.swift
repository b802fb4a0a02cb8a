// SPDX-License-Identifier: Apache-2.0
import Testing
import ValueChains

/// Options, money and people, each with its calculation.
@Suite struct HandSolvedOptionTests {
  /// Each module takes 2 a day of the old line at once and gives 3 to the new one two days later.
  /// Started on day 1 it costs 5 and 5 × 2 × 1 of old goods, and saves 3 × 3 × 10. The donor's 4
  /// allow two: days 1 and 2 lack 6 systems each (120), all days lack 4 old (20), 10 for modules.
  @Test func conversionTakesAtOnceAndGivesLater() throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 2], demand: [.perDay: 8, .valuePerUnit: 10],
      options: [
        [
          .kind: "conversion", .modulePerDay: 3, .maxModules: 3, .costPerModule: 5, .buildDays: 2,
          .donor: "old", .donorLossPerDay: 2,
        ]
      ])
    chain[.materials].append([.material: "goods"])
    chain.addLine("old", takes: "part", makes: "goods", [.runsPerDay: 4])
    chain.addDemand("e", of: "goods", [.perDay: 4, .valuePerUnit: 1])
    let result = try expectPlan(150, chain, periods: 5)
    #expect(abs((result.modules["o0"] ?? 0) - 2) < 1e-6)
    // Half of the new line is left, modules included: 1 on days 1 and 2 (7 unmet each), then
    // (2 + 6) / 2 = 4 (4 unmet): 140 + 120 + 20 + 10, against 350 without a module.
    try expectPlan(290, chain, periods: 5) { $0.disruption.lines = ["asm": 0.5] }
  }

  /// A module gives 1 a day for 10; 3 a day are wanted at 10.
  private func budgetChain(_ budget: [(day: Double, money: Double)]) -> ValueChain {
    var chain = TinyChain.make(
      line: [.runsPerDay: 0], demand: [.perDay: 3, .valuePerUnit: 10],
      options: [[.modulePerDay: 1, .maxModules: 5, .costPerModule: 10]])
    for row in budget {
      chain[.budget].append([.day: .number(row.day), .cumulative: .number(row.money)])
    }
    return chain
  }

  /// Three periods of 2 days.
  @Test func budgetOverTime() throws {
    // Day 3 lies in period 2, day 10 beyond the horizon limits period 3: modules 1, 1, 3 give 2, 2
    // and 6 of 6 each; 8 unmet and 3 modules.
    let path = budgetChain([(3, 10), (10, 30)])
    try expectPlan(110, path, periods: 3, days: 2)
    // After the last row its amount stays: one module gives 6 of 18.
    try expectPlan(130, budgetChain([(1, 10)]), periods: 3, days: 2)
    // An amount replaces the table: three modules at once.
    try expectPlan(30, path, periods: 3, days: 2) { $0.budget = 30 }
    try expectPlan(30, path, periods: 3, days: 2) { $0.budget = .infinity }
  }

  /// Budget 20, two modules: a tenth of a module more serves 0.2 units in each of three periods.
  @Test func worthOfBudget() throws {
    let chain = budgetChain([])
    var settings = ObviousPlan.Settings(periods: 3, periodDays: 2)
    settings.budget = 20
    let plan = ObviousPlan(chain, settings)
    func expect(_ value: ObviousPlan.Value?, _ less: Double, _ more: Double) {
      #expect(abs((value?.oneLess ?? .nan) - less) < 1e-6, "\(String(describing: value))")
      #expect(abs((value?.oneMore ?? .nan) - more) < 1e-6, "\(String(describing: value))")
    }
    // 0.6 units at 10 for 1 in every period; in one period alone modules must not decrease later.
    expect(try plan.totalBudgetValue(), -5, -5)
    let values = try plan.capacityValues(of: [.budget])
    expect(values[.init(.budget, "", 1)], -2, 0)
    expect(values[.init(.budget, "", 2)], -4, 0)
    expect(values[.init(.budget, "", 3)], -5, -1)
  }

  /// Two people build a module for two days, one is needed for each run; 2 there, 1 a day hired at
  /// 3. Started on day 1: runs 1, 2, 4, 4 of 4 each with 3, 4, 4, 4 people: 50 + 1 + 6. Without
  /// the module 80.
  @Test func buildWorkersAreMissingElsewhere() throws {
    let module: TinyChain.Row = [
      .modulePerDay: 2, .maxModules: 1, .costPerModule: 1, .buildDays: 2, .buildWorkers: 2,
    ]
    let line: TinyChain.Row = [.runsPerDay: 2, .workersPerDailyRun: 1]
    let demand: TinyChain.Row = [.perDay: 4, .valuePerUnit: 10]
    let plant: TinyChain.Row = [.workers: 2, .hiresPerDay: 1, .costPerHire: 3]
    let chain = TinyChain.make(line: line, demand: demand, plant: plant, options: [module])
    let result = try expectPlan(57, chain, periods: 4) { $0.wholeModules = true }
    #expect(result.modules == ["o0": 1])
    try expectPlan(80, TinyChain.make(line: line, demand: demand, plant: plant), periods: 4)
    // Where no workers are stated they limit nothing: 2, 2, 4, 4.
    let free = TinyChain.make(line: line, demand: demand, options: [module])
    try expectPlan(41, free, periods: 4)
  }

  /// Three modules at 2 save 3 × 2 × 4 = 24: worth a fixed cost of 15, not one of 19. Fixed costs
  /// do not count in the budget.
  @Test func fixedCostOnce() throws {
    func chain(fixed: Double) -> ValueChain {
      TinyChain.make(
        line: [.runsPerDay: 0], demand: [.perDay: 3, .valuePerUnit: 4],
        options: [
          [
            .modulePerDay: 1, .maxModules: 3, .costPerModule: 2, .fixedCost: .number(fixed),
          ]
        ])
    }
    #expect(try expectPlan(21, chain(fixed: 15), periods: 2).modules["o0"] == 3)
    #expect(try expectPlan(24, chain(fixed: 19), periods: 2).modules["o0"] == 0)
    try expectPlan(21, chain(fixed: 15), periods: 2) { $0.budget = 6 }
    // Costs do not count at most output: 3 a day at 4 for two days.
    try expectPlan(24, chain(fixed: 999), periods: 2) { $0.goal = .mostOutput }
  }

  /// One module would do for 5, but three must be built: 15 against 12 or 16 unmet.
  @Test func noneOrAtLeastSoMany() throws {
    func chain(value: Double) -> ValueChain {
      TinyChain.make(
        line: [.runsPerDay: 0], demand: [.perDay: 1, .valuePerUnit: .number(value)],
        options: [[.modulePerDay: 1, .maxModules: 4, .costPerModule: 5, .minModules: 3]])
    }
    #expect(try expectPlan(12, chain(value: 6), periods: 2).modules["o0"] == 0)
    #expect(abs((try expectPlan(15, chain(value: 8), periods: 2).modules["o0"] ?? 0) - 3) < 1e-6)
  }

  /// From day 2 on: the first period of 7 days that begins then is the second; built at once, a
  /// module gives 7 of 7 there, 7 unmet in the first at 2, and 1 for the module.
  @Test func optionsWaitForTheirDay() throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 0], demand: [.perDay: 1, .valuePerUnit: 2],
      options: [[.modulePerDay: 1, .costPerModule: 1, .fromDay: 2]])
    try expectPlan(15, chain, periods: 2, days: 7)
  }

  /// 2.5 modules are best at 1 a day each for 2.5 wanted; whole ones: 3 cost 3, 2 leave 0.5 × 2 × 4.
  @Test func wholeModules() throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 0], demand: [.perDay: 2.5, .valuePerUnit: 4],
      options: [[.modulePerDay: 1, .costPerModule: 1]])
    try expectPlan(2.5, chain, periods: 2)
    #expect(try expectPlan(3, chain, periods: 2) { $0.wholeModules = true }.modules["o0"] == 3)
  }
}
