// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import TragwerkTesting
import ValueChains

@testable import CapacityPlanning

/// Schedules can be done as they stand: late starts, hires and all.
@Suite struct ScheduleAuditTests {
  struct Seen: CustomStringConvertible {
    var plans = 0
    var late = 0
    var timed = 0
    var hires = 0
    var backlogs = 0
    var description: String {
      "\(plans) plans, \(late) late, \(timed) timed, \(hires) hires, \(backlogs) backlogs"
    }

    mutating func note(_ plan: CapacityPlan, _ schedule: PlanSchedule) {
      plans += 1
      if plan.request.backlog { backlogs += 1 }
      let options = plan.chain[.options]
      for build in schedule.modules {
        let isFirst = build.started.first?.period == 1 && options.number(.fromDay, build.row) == nil
        if build.isMovable && !isFirst { late += 1 }
        if !build.isMovable { timed += 1 }
      }
      if schedule.totalCost.hiring > 0 { hires += 1 }
    }
  }

  private func plan(
    _ seed: Int, _ goal: Int, _ change: (inout PlanRequest) -> Void = { _ in }
  ) async throws -> (CapacityPlan, ObviousPlan.Settings) {
    let chain = RandomRampChain.make(seed: seed)
    var settings = RandomRampQuestion.make(seed: seed, about: chain)
    settings.goal = goal == 0 ? .leastCost : .mostOutput
    let network = FlowNetwork(chain)
    var request = PlanRequest(settings, network)
    if goal == 2 { request.goal = .sustainedRate(fromDay: Double(seed % 9)) }
    change(&request)
    return (try await Planner(network, request).run(), settings)
  }

  @Test(arguments: 0..<3) func schedulesCanBeDone(_ goal: Int) async throws {
    var seen = Seen()
    for seed in 2000..<2120 {
      let (plan, settings) = try await plan(seed, goal)
      guard let schedule = plan.schedule else { continue }
      seen.note(plan, schedule)
      let violations = ScheduleAuditor.violations(of: plan, settings)
      #expect(violations.isEmpty, "seed \(seed): \(violations.prefix(4))")
    }
    #expect(seen.plans > 80 && seen.backlogs > 15, "\(seen)")
    #expect(seen.late > 2 && seen.timed > 5 && seen.hires > 1, "\(seen)")
  }

  /// Alternatives are plans too, also where modules are whole.
  @Test func alternativesCanBeDone() async throws {
    var count = 0
    for seed in 2200..<2230 {
      let (plan, settings) = try await plan(seed, 0) { $0.alternatives = 0.1 }
      for alternative in plan.alternatives ?? [] {
        guard let schedule = alternative.schedule else { continue }
        var other = plan
        other.schedule = schedule
        other.objective = alternative.cost
        count += 1
        let violations = ScheduleAuditor.violations(of: other, settings)
        #expect(violations.isEmpty, "seed \(seed), \(alternative.aim): \(violations.prefix(4))")
      }
    }
    #expect(count > 15)
  }

  /// Two modules of one a day, built in a day. The line runs 1, 2 and then 3 a day: one module is
  /// needed in period 2 and the second in period 3, so they start in periods 1 and 2.
  @Test func modulesStartWhenTheyAreNeeded() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 100, .toDay: 1],
      options: [[.modulePerDay: 1, .costPerModule: 1, .buildDays: 1, .maxModules: 5]])
    chain.addDemand("later", of: "sys", [.perDay: 2, .valuePerUnit: 100, .fromDay: 2, .toDay: 2])
    chain.addDemand("last", of: "sys", [.perDay: 3, .valuePerUnit: 100, .fromDay: 3])
    chain[.stocks].append([.site: "plant", .material: "sys", .maximum: 0])
    let request = PlanRequest(PeriodGrid(periods: 4, periodDays: 1))
    let plan = try await Planner(FlowNetwork(chain), request).run()
    let build = try #require(plan.schedule?.modules.first)
    #expect(build.total == 2 && build.isMovable && build.buildPeriods == 1)
    #expect(build.started.map(\.period) == [1, 2] && build.started.map(\.count) == [1, 1])
    #expect(plan.schedule?.lineCapacity[0] == [1, 2, 3, 3])
  }

  /// The auditor sees what is tampered with.
  @Test func tamperingIsSeen() async throws {
    var chain = TinyChain.make(
      line: [.runsPerDay: 1, .workersPerDailyRun: 2, .costPerRun: 1],
      demand: [.perDay: 3, .valuePerUnit: 100], plant: [.workers: 2, .hiresPerDay: 1],
      options: [[.modulePerDay: 1, .costPerModule: 5, .maxModules: 1]])
    chain[.budget].append([.day: 2, .cumulative: 5])
    let settings = ObviousPlan.Settings(periods: 3)
    let network = FlowNetwork(chain)
    let plan = try await Planner(network, PlanRequest(settings, network)).run()
    #expect(ScheduleAuditor.violations(of: plan, settings) == [])
    let changes: [(String, (inout PlanSchedule) -> Void)] = [
      ("asm", { $0.runs[0][1] += 3 }), ("stock", { $0.runs[0][0] -= 0.5 }),
      ("stock", { $0.purchases[0][2] += 1 }), ("capacity shown", { $0.lineCapacity[0][0] += 1 }),
      ("cost", { $0.costs = [] }), ("people needed", { $0.workforce = [] }),
      ("started in all", { $0.modules = $0.modules.map { $0.with(total: 2) } }),
      ("stock", { $0.demands = [] }),
    ]
    for (name, change) in changes {
      var other = plan
      var schedule = try #require(plan.schedule)
      change(&schedule)
      other.schedule = schedule
      let violations = ScheduleAuditor.violations(of: other, settings)
      #expect(violations.contains { $0.contains(name) }, "\(name): \(violations)")
    }
  }
}

extension ModuleBuild {
  fileprivate func with(total: Double) -> ModuleBuild {
    ModuleBuild(
      row: row, option: option, total: total, started: started, buildPeriods: buildPeriods,
      isMovable: isMovable)
  }
}
