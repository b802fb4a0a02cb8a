// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import ValueChains

/// Recomputes a schedule from the tables and says which lines of section 4 it breaks.
///
/// Knows nothing of programs and solvers; of the network only what stands for what.
struct ScheduleAuditor {
  let network: FlowNetwork
  let settings: ObviousPlan.Settings
  let schedule: PlanSchedule
  /// Whether a rate is to be sustained: more may then be delivered than is asked for.
  let isSustained: Bool
  /// n_ot by row of `options`, from period 0 (none yet) on.
  let modules: [[Double]]
  private(set) var violations: [String] = []

  var chain: ValueChain { network.chain }
  var periods: ClosedRange<Int> { 1...settings.periods }
  var days: Double { settings.periodDays }

  /// Everything a plan's schedule breaks; empty where it can be done as it stands.
  static func violations(of plan: CapacityPlan, _ settings: ObviousPlan.Settings) -> [String] {
    guard let schedule = plan.schedule else { return ["there is no schedule"] }
    var auditor = ScheduleAuditor(plan, schedule, settings)
    auditor.checkModules()
    auditor.checkBudget()
    auditor.checkCapacities()
    auditor.checkGroups()
    auditor.checkStock()
    auditor.checkDemand()
    auditor.checkPeople()
    auditor.checkCost(plan)
    return auditor.violations
  }

  private init(_ plan: CapacityPlan, _ schedule: PlanSchedule, _ settings: ObviousPlan.Settings) {
    network = plan.network
    self.settings = settings
    self.schedule = schedule
    if case .sustainedRate = plan.request.goal { isSustained = true } else { isSustained = false }
    var modules = Array(
      repeating: Array(repeating: 0.0, count: settings.periods + 1),
      count: plan.chain[.options].count)
    for build in schedule.modules {
      for start in build.started {
        for period in max(1, start.period)...max(settings.periods, start.period)
        where period <= settings.periods {
          modules[build.row][period] += start.count
        }
      }
    }
    self.modules = modules
  }

  // MARK: Saying

  mutating func expect(_ isKept: Bool, _ what: @autoclosure () -> String) {
    if !isKept { violations.append(what()) }
  }

  static func slack(_ a: Double, _ b: Double) -> Double {
    1e-5 * max(1, a.isFinite ? abs(a) : 1, b.isFinite ? abs(b) : 1)
  }

  mutating func expect(_ a: Double, atMost b: Double, _ what: @autoclosure () -> String) {
    expect(a <= b + Self.slack(a, b), "\(what()): \(a) > \(b)")
  }

  mutating func expect(_ a: Double, is b: Double, _ what: @autoclosure () -> String) {
    expect(a == b || abs(a - b) <= Self.slack(a, b), "\(what()): \(a) is not \(b)")
  }

  // MARK: Time

  func periodsOf(_ days: Double) -> Int {
    Int(min((days / self.days - 1e-9).rounded(.up), Double(settings.periods)))
  }

  func period(ofDay day: Double) -> Int { max(1, periodsOf(day)) }

  /// Days of a window in a period.
  func daysOpen(_ table: TableName, _ row: Int, _ period: Int) -> Double {
    let (from, to) = (chain[table].numbers(.fromDay)[row], chain[table].numbers(.toDay)[row])
    let (before, last) = (Double(period - 1) * days, Double(period) * days)
    return from <= to ? max(0, min(last, to) - max(before, from - 1)) : 0
  }

  func modules(_ option: Int, _ period: Int) -> Double { modules[option][max(0, period)] }

  func row(_ table: TableName, _ key: String) -> Int? {
    (0..<chain[table].count).first { chain[table].key($0) == key }
  }

  // MARK: Options and money

  private mutating func checkModules() {
    let options = chain[.options]
    for build in schedule.modules {
      let (row, name) = (build.row, build.option)
      expect(options.key(row) == name, "\(name) is another row's key")
      let sum = build.started.reduce(0) { $0 + $1.count }
      expect(sum, is: build.total, "\(name) started in all")
      expect(build.total, atMost: options.numbers(.maxModules)[row], "\(name) at most")
      expect(options.numbers(.minModules)[row], atMost: build.total, "\(name) at least")
      for start in build.started {
        expect(
          Double(start.period - 1) * days + 1 >= options.numbers(.fromDay)[row] - 1e-6,
          "\(name) starts too early, in \(start.period)")
        expect(periods.contains(start.period), "\(name) starts in \(start.period)")
        expect(start.count > 0, "\(name) starts \(start.count) modules")
        if settings.wholeModules {
          expect(start.count == start.count.rounded(), "\(name) starts \(start.count) modules")
        }
      }
      expect(
        zip(build.started, build.started.dropFirst()).allSatisfy { $0.period < $1.period },
        "\(name) starts out of order")
    }
  }

  /// Σ cost_per_module n_ot ≤ budget(t)
  private mutating func checkBudget() {
    let prices = chain[.options].numbers(.costPerModule)
    for t in periods {
      let spent = prices.indices.reduce(0) { $0 + modules($1, t) * prices[$1] }
      expect(spent, atMost: budget(t), "budget in \(t)")
    }
  }

  private func budget(_ t: Int) -> Double {
    if let total = settings.budget { return total }
    let days = chain[.budget].numbers(.day)
    let amounts = chain[.budget].numbers(.cumulative)
    let rows = days.indices.sorted { days[$0] < days[$1] }
    guard let last = rows.last else { return .infinity }
    let own = rows.filter { min(period(ofDay: days[$0]), settings.periods) == t }
    let isAfter = t > min(period(ofDay: days[last]), settings.periods)
    return own.map { amounts[$0] }.min() ?? (isAfter ? amounts[last] : .infinity)
  }
}
