// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// What uncertain figures do to a plan.
@Suite struct SensitivityTests {
  /// Line 1…5 a day (3 in the table), value 10…30 (20), cost of a run 1…1.1; 6 a day wanted.
  private func chain(lowRuns: Double = 1) -> ValueChain {
    var chain = TinyChain.make(
      line: [.runsPerDay: 3, .costPerRun: 1], demand: [.perDay: 6, .valuePerUnit: 20])
    func range(
      _ table: TableName, _ key: String, _ column: ColumnName, _ low: Double, _ likely: Double?,
      _ high: Double
    ) {
      chain[.provenance].append([
        .table: Cell(table.rawValue), .key: Cell(key), .column: Cell(column.rawValue),
        .low: .number(low), .likely: Cell(likely), .high: .number(high),
      ])
    }
    range(.lines, "asm", .costPerRun, 1, nil, 1.1)
    range(.lines, "asm", .runsPerDay, lowRuns, 3, 5)
    range(.demands, "d", .valuePerUnit, 19, nil, 22)
    return chain
  }

  private func plan(
    _ chain: ValueChain, samples: Int, _ change: (inout PlanRequest) -> Void = { _ in }
  ) async throws -> CapacityPlan {
    var request = PlanRequest(PeriodGrid(periods: 2, periodDays: 1))
    request.samples = samples
    change(&request)
    return try await Planner(FlowNetwork(chain), request).run()
  }

  // MARK: Numbers by hand

  /// Triangle 0, 2, 10: the share left of the peak is 0.2, F(x) = x²/20 there and
  /// 1 − (10 − x)²/80 beyond.
  @Test(arguments: [(0, 0), (0.05, 1), (0.2, 2), (0.55, 4), (0.8, 6), (1, 10)])
  func triangularDistribution(_ share: Double, _ value: Double) {
    let figure = UncertainFigure(
      table: .lines, row: 0, column: .runsPerDay, low: 0, likely: 2, high: 10)
    #expect(abs(figure.value(at: share) - value) < 1e-9)
  }

  /// The peak at an end: F(x) = 1 − (1 − x)², or x².
  @Test func peaksAtAnEnd() {
    func figure(_ likely: Double) -> UncertainFigure {
      UncertainFigure(
        table: .lines, row: 0, column: .runsPerDay, low: 0, likely: likely, high: 1)
    }
    for share in [0, 0.1, 0.36, 0.75, 0.999] {
      #expect(abs(figure(0).value(at: share) - (1 - (1 - share).squareRoot())) < 1e-12)
      #expect(abs(figure(1).value(at: share) - share.squareRoot()) < 1e-12)
    }
  }

  @Test func ranksShareTies() {
    #expect(SensitivityAnalysis.ranks([30, 10, 20]) == [2, 0, 1])
    #expect(SensitivityAnalysis.ranks([5, 1, 5, 5, 9]) == [2, 0, 2, 2, 4])
    #expect(SensitivityAnalysis.ranks([7, 7]) == [0.5, 0.5])
    #expect(SensitivityAnalysis.ranks([]) == [])
  }

  /// Deviations −1, 0, 1 and −1, 1, 0: 1 over 2.
  @Test func correlationByHand() {
    #expect(abs(SensitivityAnalysis.correlation([0, 1, 2], [0, 2, 1]) - 0.5) < 1e-12)
    #expect(abs(SensitivityAnalysis.correlation([0, 1, 2], [5, 3, 1]) + 1) < 1e-12)
    #expect(SensitivityAnalysis.correlation([1, 1, 1], [0, 2, 1]) == 0)
  }

  @Test(arguments: [(0, 2), (0.25, 4), (0.5, 6), (0.625, 7), (1, 18)])
  func quantilesByHand(_ share: Double, _ value: Double) {
    #expect(abs(SensitivityAnalysis.quantile(share, of: [2, 4, 6, 8, 18]) - value) < 1e-12)
    #expect(SensitivityAnalysis.quantile(share, of: [3]) == 3)
  }

  // MARK: Ranges

  @Test func whatCountsAsUncertain() {
    var chain = chain()
    func add(_ cells: KeyValuePairs<ColumnName, Cell>) { chain[.provenance].append(cells) }
    // A second row on one figure, no range, a text, no such row, no such column, a figure not used.
    add([.table: "lines", .key: "asm", .column: "runs_per_day", .low: 0, .high: 9])
    add([.table: "lines", .key: "asm", .column: "runs_per_day", .low: 3, .high: 3])
    add([.table: "lines", .key: "asm", .column: "name", .low: 0, .high: 9])
    add([.table: "lines", .key: "none", .column: "runs_per_day", .low: 0, .high: 9])
    add([.table: "lines", .key: "asm", .column: "colour", .low: 0, .high: 9])
    add([.table: "lines", .key: "asm", .column: "lead_days", .low: 0, .high: 9])
    let figures = chain.uncertainFigures()
    #expect(figures.map(\.column) == [.costPerRun, .runsPerDay, .valuePerUnit])
    // Where nothing likelier is stated, the figure used is; beyond the range, its nearer end.
    #expect(figures.map(\.likely) == [1, 3, 20])
    #expect(figures.map(\.low) == [1, 1, 19] && figures.map(\.high) == [1.1, 5, 22])
    let changed = chain.setting([(figures[1], 4.5)])
    #expect(changed[.lines].number(.runsPerDay, 0) == 4.5)
    #expect(changed[.demands].number(.valuePerUnit, 0) == 20)
  }

  // MARK: Plans

  /// 2 days: 12 wanted, a run short costs 20 − 1. At 1 a day 10 × 20 + 2 = 202, at 5 a day
  /// 2 × 20 + 10 = 50; the value at 22 gives 138, at 19 only 120; runs at 1.1 are 0.6 dearer.
  @Test func aFigureThatDominates() async throws {
    let plan = try await plan(chain(), samples: 60)
    #expect(abs((plan.objective ?? 0) - 126) < 1e-6)
    let result = try #require(plan.sensitivity)
    #expect(result.samples == 60 && result.infeasible == 0 && result.uncertainFigures == 3)
    #expect(result.objectives.count == 60)
    #expect(result.drivers.map(\.column) == ["runs_per_day", "value_per_unit", "cost_per_run"])
    let ends = result.drivers.map { [$0.atLow ?? 0, $0.atHigh ?? 0] }
    for (own, known) in zip(ends, [[202, 50], [120, 138], [126, 126.6]]) {
      #expect(abs(own[0] - known[0]) < 1e-6 && abs(own[1] - known[1]) < 1e-6, "\(own)")
    }
    #expect(result.drivers[0].correlation < -0.9 && result.drivers[0].correlation >= -1)
    #expect(result.drivers[1].correlation > -0.5)
    #expect(result.quantiles.map(\.share) == [0.05, 0.25, 0.5, 0.75, 0.95])
    let values = result.quantiles.map(\.value)
    #expect(values == values.sorted() && values[0] > 40 && values[4] < 230)
    let mean = result.objectives.reduce(0, +) / 60
    #expect(abs(result.mean - mean) < 1e-9 && abs(mean - 126) < 15)
  }

  /// Each sample is the chain with the figures drawn, solved by the twin.
  @Test func samplesAreChainsOfTheirOwn() async throws {
    let chain = chain()
    let result = try #require(try await plan(chain, samples: 5).sensitivity)
    let analysis = SensitivityAnalysis(
      chain, PlanRequest(PeriodGrid(periods: 2, periodDays: 1)), isCancelled: { false })
    for number in 0..<5 {
      let shares = try analysis.sample(number).shares
      let drawn = chain.setting(zip(analysis.figures, shares).map { ($0, $0.value(at: $1)) })
      let known = try ObviousPlan(drawn, .init(periods: 2)).solve().objective
      #expect(abs(result.objectives[number] - known) < 1e-6)
    }
  }

  @Test func theSameOnEveryRunAndForEveryNumberOfTasks() async throws {
    let chain = RandomRampChain.withRanges(seed: 77)
    let one = try #require(try await plan(chain, samples: 12) { $0.tasks = 1 }.sensitivity)
    let four = try #require(try await plan(chain, samples: 12) { $0.tasks = 4 }.sensitivity)
    let again = try #require(try await plan(chain, samples: 12) { $0.tasks = 4 }.sensitivity)
    #expect("\(one)" == "\(four)" && "\(four)" == "\(again)")
    #expect(one.uncertainFigures > 3 && Set(one.objectives).count > 5)
    let other = try #require(try await plan(chain, samples: 12) { $0.seed = 2 }.sensitivity)
    #expect(other.objectives != one.objectives)
  }

  /// 3 a day serve the 3 required; at the low end of the line there is no plan.
  @Test func anEndWithoutAPlan() async throws {
    var chain = chain()
    chain[.demands].set([(row: 0, column: .perDay, cell: 3)])
    let plan = try await plan(chain, samples: 40) { $0.requireDemand = true }
    let result = try #require(plan.sensitivity)
    #expect(result.infeasible > 5 && result.infeasible < 35)
    #expect(result.objectives.count == 40 - result.infeasible)
    let first = try #require(result.drivers.first)
    #expect(first.column == "runs_per_day" && first.atLow == nil)
    #expect(abs((first.atHigh ?? 0) - 6) < 1e-6)
  }

  @Test func nothingAskedAndNothingUncertain() async throws {
    #expect(try await plan(chain(), samples: 0).sensitivity == nil)
    let certain = TinyChain.make(line: [.runsPerDay: 3], demand: [.perDay: 6, .valuePerUnit: 20])
    let result = try #require(try await plan(certain, samples: 3).sensitivity)
    #expect(result.uncertainFigures == 0 && result.drivers.isEmpty)
    #expect(result.objectives == [120, 120, 120] && result.mean == 120)
    #expect(result.quantiles.allSatisfy { $0.value == 120 })
  }
}

extension RandomRampChain {
  /// A random chain whose capacities lie between half and twice of what is stated.
  static func withRanges(seed: Int) -> ValueChain {
    var chain = make(seed: seed, .init(hasSwitches: false, hasStorageLimits: false))
    for (table, column) in [(TableName.lines, ColumnName.runsPerDay), (.demands, .valuePerUnit)] {
      for row in 0..<chain[table].count {
        guard let value = chain[table].number(column, row), value > 0 else { continue }
        chain[.provenance].append([
          .table: Cell(table.rawValue), .key: Cell(chain[table].key(row)),
          .column: Cell(column.rawValue), .low: .number(value / 2), .high: .number(value * 2),
        ])
      }
    }
    return chain
  }
}
