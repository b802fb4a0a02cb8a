// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Resilience

/// What a plan is asked for.
public struct PlanRequest: Sendable {
  /// What the plan is best at.
  public enum Goal: Sendable, Equatable {
    /// Least cost of unmet demand, running, carrying, buying, keeping, building and hiring.
    case leastCost
    /// Most value delivered; costs decide only between plans that deliver the same.
    case mostOutput
    /// The highest rate that every period beginning on or after a day can deliver.
    case sustainedRate(fromDay: Double)
  }

  public enum Method: String, Sendable, CaseIterable {
    case automatic
    case simplex
    case interiorPoint = "interior-point"
  }

  public var grid: PeriodGrid
  public var goal = Goal.leastCost
  /// Modules are started whole.
  public var wholeModules = false
  /// What is not delivered is owed and may be delivered later, at its value per unit and period late.
  public var backlog = false
  /// Every demand must be met in full; with `backlog`, by the end of the horizon.
  public var requireDemand = false
  /// Money for modules in all, in place of the package's budget table; nil for that table.
  public var budget: Double?
  public var method = Method.automatic
  /// Something that fails on day 1 and stays so over the horizon.
  public var disruption: Disruption?
  /// Relative gap at which a plan with whole modules is good enough.
  public var gap = 0.005
  /// Seconds of wall time for one solve.
  public var timeLimit = Double.infinity
  /// Where "foreign" begins (ISO 3166 alpha-2).
  public var home = "DE"
  /// The value of one unit more and one unit less of every capacity, stock, budget and workforce.
  public var marginals = false
  /// Each option alone, and the plan without each option.
  public var eachOption = false
  /// Alternatives that cost at most this share more than the best plan; nil for none.
  public var alternatives: Double?
  /// Plans to draw from the ranges of uncertain figures; 0 for none.
  public var samples = 0
  public var seed: UInt64 = 1
  /// Tasks side by side; the result does not depend on it.
  public var tasks = 1
  /// What a disruption does, in place of one that must be resolved.
  package var effect: DisruptionEffect?
  /// The options that may be used, by row; nil for all.
  package var usableOptions: Set<Int>?
  /// Keeps every period's module count even where the moment of a start does not matter.
  package var timesEveryOption = false
  /// Whether options of no use are left out while solving; the result is the same.
  package var sifting = Sifting.automatic

  package enum Sifting: Sendable {
    case automatic
    case always
    case never
  }

  public init(_ grid: PeriodGrid) { self.grid = grid }
}
