// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// What an assessment of a chain found.
public struct Assessment: Sendable {
  public let network: FlowNetwork
  public var chain: ValueChain { network.chain }
  /// Findings of the package, of compiling it and of applying the disruptions.
  public var findings: [Finding]
  /// Longest window looked at, in days.
  public let horizon: Double
  public var baseline: Baseline
  /// One entry a material, in the order of the table.
  public var structure: [MaterialStructure]
  /// One entry a raw material for which there are figures.
  public var supplyRisk: [SupplyRisk]
  /// One entry a disruption, in the order asked for.
  public var survival: [Survival]
  /// Disruptions with a recovery time, in the same order; empty when only survival was asked for.
  public var recovery: [Recovery]
  /// Whether what disruptions cost was left out.
  public var isSurvivalOnly = false

  public init(network: FlowNetwork, findings: [Finding], horizon: Double, baseline: Baseline) {
    self.network = network
    self.findings = findings
    self.horizon = horizon
    self.baseline = baseline
    structure = []
    supplyRisk = []
    survival = []
    recovery = []
  }

  /// The undisturbed chain.
  public struct Baseline: Sendable {
    /// Days it serves its demand, at most the horizon (classic: lead times do not count).
    public let days: Double
    /// Whether that is less than the horizon: it cannot serve its demand even in peace.
    public let isLimited: Bool
    /// The same with lead times counted, in whole periods; nil when not asked for.
    public let phased: PhasedSurvival?
  }

  /// Time to survive of one disruption.
  public struct Survival: Sendable {
    public let disruption: Disruption
    /// Days until some demand can no longer be served in full, at most the horizon.
    public let days: Double
    /// Whether that is less than the horizon.
    public let isLimited: Bool
    /// The same with lead times counted; nil when not asked for.
    public var phased: PhasedSurvival?
    /// What more or less stock is worth; nil when not asked for. Pairs of no value are left out.
    public var stockValues: [StockValue]?
  }

  /// Days gained per extra unit of stock at a pair.
  public struct StockValue: Sendable {
    public let site: String
    public let material: String
    /// Days lost per unit less; nil where one less is infeasible.
    public let left: Double?
    /// Days gained per unit more.
    public let right: Double
  }

  /// What a disruption costs until it is over.
  public struct Recovery: Sendable {
    public let disruption: Disruption
    /// Days until recovery.
    public let days: Double
    /// Value of demand not delivered, in the chain's currency.
    public let lostValue: Double
    /// `lostValue` relative to the largest of the assessment, 0…1.
    public var exposureIndex: Double
    /// Whether the time to survive ends before recovery.
    public let isExposed: Bool
    /// What each demand may lose; nil when not asked for. Demands that lose nothing are left out.
    public var lost: [LostDemand]?
  }

  /// The range over all cheapest ways to share a loss among demands.
  public struct LostDemand: Sendable {
    public let demand: String
    /// Units of the material.
    public let low: Double
    public let high: Double
  }
}

/// Time to survive with lead times counted, on a grid of periods.
public struct PhasedSurvival: Sendable, Equatable {
  /// Leading periods whose demand is met in full, times the length of a period.
  public let days: Double
  /// Whether a period within the horizon is not met.
  public let isLimited: Bool

  public init(days: Double, isLimited: Bool) {
    self.days = days
    self.isLimited = isLimited
  }
}

/// How a chain rests on one of its materials.
public struct MaterialStructure: Sendable {
  /// The material's key and row.
  public let material: String
  public let row: Int
  /// 0 for what is demanded, 1 for what goes into it directly, and so on along the longest way;
  /// nil for a material no demand rests on.
  public let tier: Int?
  /// Units per unit of final product, over the mix demanded; nil where no demand rests on it.
  public let perUnitOfProduct: Double?
  /// Lines and supplies that can bring it.
  public let sources: Int
  /// Herfindahl–Hirschman index of the sources' shares, 0…1, by country, by organisation group and
  /// by passage; nil without a source or, by country and group, where none is known. Sources of
  /// unknown country or group count as different from all others, so the index is a lower bound.
  public let hhiCountry: Double?
  public let hhiGroup: Double?
  public let hhiPassage: Double?
  /// Share of the sources whose country is not known, 0…1.
  public let unknownCountryShare: Double
}

/// Supply risk of a raw material by the European Commission's methodology, as a range.
public struct SupplyRisk: Sendable {
  public let material: String
  public let low: Double
  public let high: Double

  public init(material: String, low: Double, high: Double) {
    self.material = material
    self.low = low
    self.high = high
  }
}
