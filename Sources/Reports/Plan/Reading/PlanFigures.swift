// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// The figures of a plan that another one can be held against, however it was kept.
public struct PlanFigures: Sendable {
  public var chain: String
  public var isMaximised: Bool
  /// Whether what is late is owed, so that delay costs in every period.
  public var isOwed: Bool
  public var status: String
  public var objective: Double?
  public var periods: Int
  public var periodDays: Double
  /// nil where the plan does not say what it costs.
  public var cost: PlanCost?
  /// Modules by option.
  public var modules: [String: Double]
  /// Units by demand, one value a period.
  public var delivered: [String: [Double]]
  /// People by site, one value a period.
  public var workers: [String: [Double]]

  public init(
    chain: String, isMaximised: Bool, isOwed: Bool, status: String, objective: Double?,
    periods: Int,
    periodDays: Double, cost: PlanCost?, modules: [String: Double], delivered: [String: [Double]],
    workers: [String: [Double]]
  ) {
    self.chain = chain
    self.isMaximised = isMaximised
    self.isOwed = isOwed
    self.status = status
    self.objective = objective
    self.periods = periods
    self.periodDays = periodDays
    self.cost = cost
    self.modules = modules
    self.delivered = delivered
    self.workers = workers
  }

  public init(_ plan: CapacityPlan) {
    let schedule = plan.schedule
    self.init(
      chain: plan.chain.name, isMaximised: plan.isMaximised, isOwed: plan.request.backlog,
      status: plan.status.rawValue,
      objective: plan.objective, periods: plan.request.grid.periods,
      periodDays: plan.request.grid.periodDays, cost: schedule?.totalCost,
      modules: Self.keyed(schedule?.modules.map { ($0.option, $0.total) }),
      delivered: Self.keyed(schedule?.demands.map { ($0.demand, $0.delivered) }),
      workers: Self.keyed(schedule?.workforce.map { ($0.name, $0.employed) }))
  }

  private static func keyed<Value>(_ entries: [(String, Value)]?) -> [String: Value] {
    Dictionary(entries ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// The same with deliveries of several demands together, by what each demand belongs to.
  func joined(by owner: (String) -> String) -> PlanFigures {
    var figures = self
    figures.delivered = [:]
    for (demand, course) in delivered.sorted(by: { $0.key < $1.key }) {
      let key = owner(demand)
      let sum = figures.delivered[key] ?? Array(repeating: 0, count: course.count)
      figures.delivered[key] = zip(sum, course).map { $0 + $1 }
    }
    return figures
  }

  public var deliveredTotal: Double { delivered.values.reduce(0) { $0 + $1.reduce(0, +) } }
  public var moduleTotal: Double { modules.values.reduce(0, +) }
  /// The most people employed at once.
  public var mostWorkers: Double {
    (0..<periods).map { period in
      workers.values.reduce(0) { $0 + ($1.indices.contains(period) ? $1[period] : 0) }
    }.max() ?? 0
  }
}
