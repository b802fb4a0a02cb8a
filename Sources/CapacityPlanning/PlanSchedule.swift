// SPDX-License-Identifier: Apache-2.0

/// What a plan does in every period. Arrays by element hold one value a period; quantities are
/// units of the period, not of a day.
public struct PlanSchedule: Sendable {
  public let periods: Int
  public let periodDays: Double
  /// One entry an option that starts any module, in the order of the table.
  public var modules: [ModuleBuild] = []
  /// One entry a demand, in the order of the table.
  public var demands: [DemandCourse] = []
  /// By row of lines, arc, row of supplies and pair of the network.
  public var runs: [[Double]] = []
  public var shipments: [[Double]] = []
  public var purchases: [[Double]] = []
  /// End stocks.
  public var stocks: [[Double]] = []
  /// Capacities with modules and donors' losses counted; infinity where not limited.
  public var lineCapacity: [[Double]] = []
  public var linkCapacity: [[Double]] = []
  public var supplyCapacity: [[Double]] = []
  /// What conversions take from their donors, in the order of the options.
  public var donorLosses: [DonorLoss] = []
  /// Sites that take workers, in the order of the table.
  public var workforce: [SiteWorkforce] = []
  /// One entry a site with any cost, in the order of the table.
  public var costs: [SiteCost] = []
  public var measures = PlanMeasures()

  public init(periods: Int, periodDays: Double) {
    self.periods = periods
    self.periodDays = periodDays
  }

  public var totalCost: PlanCost { costs.reduce(into: PlanCost()) { $0.add($1.cost) } }

  /// Whether anything asked for is not delivered, or late, beyond rounding.
  public var isAnythingMissing: Bool {
    demands.contains { course in
      zip(course.asked, course.unmet).contains { $1 > 1e-6 * max(1, $0.isFinite ? $0 : 1) }
    }
  }

  /// Everything delivered, in units of all materials together.
  public var deliveredTotal: Double { demands.reduce(0) { $0 + $1.delivered.reduce(0, +) } }
}

/// Modules of one option.
public struct ModuleBuild: Sendable {
  /// Row and key of the option.
  public let row: Int
  public let option: String
  public let total: Double
  /// When they start, ascending; periods from 1.
  public let started: [(period: Int, count: Double)]
  /// Periods from a start until the capacity is there.
  public let buildPeriods: Int
  /// Whether an earlier start would do as well; then the latest start that serves is shown.
  public let isMovable: Bool
}

/// What the line a conversion takes capacity from gives up.
public struct DonorLoss: Sendable {
  public let option: String
  /// Row and key of the line.
  public let row: Int
  public let line: String
  /// Runs a day given up once all modules have started.
  public let runsPerDay: Double
  /// Workers who had those runs.
  public let workers: Double
  /// Runs that could have been made until the end of the horizon.
  public let runs: Double
  /// What those would have yielded, and its value where a demand for it states one.
  public let products: [(material: String, units: Double, value: Double?)]
}

public struct DemandCourse: Sendable {
  public let row: Int
  public let demand: String
  /// Asked for in each period; infinity for "take all".
  public let asked: [Double]
  public let delivered: [Double]
  /// Not delivered in each period, or still owed at its end where that is allowed.
  public let unmet: [Double]
}

/// People at one site.
public struct SiteWorkforce: Sendable {
  public let site: Int
  public let name: String
  /// People needed in each period for running and building.
  public let needed: [Double]
  /// People employed: at least those needed and those there, hired as late as serves; where the
  /// package does not state workers, those needed.
  public let employed: [Double]
  /// People there at the start, nil where not stated.
  public let stated: Double?
}

public struct SiteCost: Sendable {
  public let site: Int
  public let name: String
  public var cost: PlanCost
}

/// Costs over the whole horizon, in the chain's currency.
public struct PlanCost: Sendable, Equatable {
  /// Value of what is not delivered, or delivered late.
  public var unmet = 0.0
  public var running = 0.0
  public var transport = 0.0
  public var purchases = 0.0
  public var holding = 0.0
  public var modules = 0.0
  public var fixed = 0.0
  public var hiring = 0.0

  public init() {}

  /// What is paid.
  public var spending: Double {
    running + transport + purchases + holding + modules + fixed + hiring
  }
  public var total: Double { unmet + spending }

  public mutating func add(_ other: PlanCost) {
    unmet += other.unmet
    running += other.running
    transport += other.transport
    purchases += other.purchases
    holding += other.holding
    modules += other.modules
    fixed += other.fixed
    hiring += other.hiring
  }
}

/// What a plan is like beyond its cost.
public struct PlanMeasures: Sendable, Equatable {
  /// Workers taken from donor lines by conversions.
  public var jobsMoved = 0.0
  /// Value of purchases and shipments from abroad in all purchases and shipments, 0…1; nil where
  /// nothing bought or shipped has a price.
  public var foreignShare: Double?
  /// The same for those whose country is not known.
  public var unknownOriginShare: Double?
  /// Modules of conversions.
  public var conversions = 0.0
  /// Mean share of the largest source over the materials that have a choice of sources, 0…1; nil
  /// where no material has.
  public var singleSourceExposure: Double?

  public init() {}
}
