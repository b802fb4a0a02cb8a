// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// How output grows, what holds it back, what it costs and how many jobs it takes.
public struct CapacityPlan: Sendable {
  public enum Status: String, Sendable {
    case optimal
    /// Stopped at a limit of time; the plan shown is the best found, within its gap.
    case limit
    /// Nothing fulfils all that is asked for; see ``CapacityPlan/cause``.
    case infeasible
    /// Nothing limits what can be delivered; see ``CapacityPlan/cause``.
    case unbounded
  }

  public let network: FlowNetwork
  public var chain: ValueChain { network.chain }
  public let request: PlanRequest
  /// Findings of the package, of compiling it and of planning.
  public var findings: [Finding]
  public let status: Status
  /// Least cost, most value delivered, or the factor of the sustained rate; nil without a plan.
  public var objective: Double?
  /// Relative gap between the plan and the best that could still exist; 0 where none is left.
  public var gap = 0.0
  /// Why there is no plan.
  public var cause: PlanCause?
  /// What happens when; nil without a plan.
  public var schedule: PlanSchedule?
  /// The rates that can be sustained, where those were asked for.
  public var sustained: [SustainedRate] = []
  /// Why not more: what binds, the most effective first; empty where all demand is met.
  public var bottlenecks: [Bottleneck] = []
  /// What could be delivered at most, whatever it costs, as a value: of all demands where output is the
  /// goal, else of those with a rate; nil where nothing is missing.
  public var mostOutput: Double?
  /// The value of one unit more and less of everything that binds; nil when not asked for.
  public var capacityValues: [CapacityValue]?
  /// Each option alone, and the plan without it; nil when not asked for.
  public var optionEffects: [OptionEffect]?
  /// Plans that cost little more and differ in kind; nil when not asked for.
  public var alternatives: [AlternativePlan]?
  /// What the uncertain figures do to the result; nil when not asked for.
  public var sensitivity: PlanSensitivity?

  public init(network: FlowNetwork, request: PlanRequest, findings: [Finding], status: Status) {
    self.network = network
    self.request = request
    self.findings = findings
    self.status = status
  }

  /// Whether more is better.
  public var isMaximised: Bool { request.goal != .leastCost }
}

/// A rate that every period from a day on can deliver.
public struct SustainedRate: Sendable {
  public let site: String
  public let material: String
  /// Units a day.
  public let perDay: Double
  /// Units a day asked for on average over the same periods; nil for a demand without rate.
  public let askedPerDay: Double?
}

/// Something that limits a plan, with what a unit more and a unit less of it would change.
public struct CapacityValue: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case line, link, supply, stock, group, budget, workforce
  }

  public let kind: Kind
  /// Key of the element; `site|material` for stock, the site for workforce, `""` for the budget.
  public let name: String
  /// From 1.
  public let period: Int
  /// Change of the objective for each unit of the period's capacity: the left derivative and the
  /// right one, nil where one unit less (or more, of a stock that cannot be kept) is infeasible.
  public let oneLess: Double?
  public let oneMore: Double?
}

/// A binding limit over the periods in which it binds.
public struct Bottleneck: Sendable {
  public let value: CapacityValue
  /// First and last period, from 1, in which the same limit binds.
  public let periods: ClosedRange<Int>
  /// What the values count: money saved, value delivered, or the rate.
  public let measure: Measure
  /// Days of lead or build time that make this limit bind when it does, 0 where none.
  public let leadDays: Double
  /// The sentence a minister's aide can repeat.
  public let text: LocalizedText

  public enum Measure: Sendable {
    case cost
    case output
    /// Value that is late, once for each period.
    case lateness
    case rate
  }
}

/// What one option does: alone, and missing from the plan.
public struct OptionEffect: Sendable {
  public let option: String
  /// Objective with no option at all but this one; nil where that is infeasible.
  public let alone: Double?
  /// Objective with all options but this one; nil where that is infeasible.
  public let without: Double?
  /// Modules started when it is the only option.
  public let modulesAlone: Double
}

/// A plan within a share of the best plan's cost that is best at something else.
public struct AlternativePlan: Sendable {
  public enum Aim: String, Sendable, CaseIterable {
    case fewestJobsMoved, leastForeignShare, mostConversions, leastSingleSource
  }

  public let aim: Aim
  /// nil where the aim means nothing here; then `reason` says why.
  public let schedule: PlanSchedule?
  public let cost: Double?
  public let reason: LocalizedText?
}

/// Why there is no plan: requirements that contradict one another, none of them superfluous.
public struct PlanCause: Sendable {
  public struct Part: Sendable {
    /// `demand`, a kind of capacity, `maximum`, `option`, `whole`.
    public let kind: String
    public let name: String
    /// From 1, where the part belongs to some periods only.
    public let periods: ClosedRange<Int>?
    public let text: LocalizedText
  }

  public let parts: [Part]
  /// One sentence that names the contradiction.
  public let text: LocalizedText
}
