// SPDX-License-Identifier: Apache-2.0

/// Supply risk of a raw material (European Commission, Methodology for establishing the EU list of
/// critical raw materials, 2017), as a range where the data leave one.
///
/// `SR = [HHI_WGI,world · IR/2 + HHI_WGI,EU · (1 − IR/2)] · (1 − EoL-RIR) · SI_SR`
public struct SupplyRiskFormula: Sendable {
  /// One country's part of a supply.
  public struct Share: Sendable {
    /// Fraction of 1.
    public let share: Double
    /// Governance scaled 0…10, 10 the worst; nil where not known.
    public let risk: Double?
    /// Trade modifier, 1 where not known.
    public let trade: Double

    public init(share: Double, risk: Double?, trade: Double = 1) {
      self.share = share
      self.risk = risk
      self.trade = trade
    }
  }

  /// `Σ share² · WGI′ · t`, as a range: a rest that nobody names may lie with many well-governed
  /// countries (nothing is added) or wholly with the one that makes the sum largest.
  public static func concentration(_ shares: [Share]) -> ClosedRange<Double> {
    let total = shares.reduce(0) { $0 + $1.share }
    // Rounded shares can add to a little more than all.
    let scale = total > 1 ? 1 / total : 1
    let rest = max(0, 1 - total * scale)
    func term(_ share: Share, _ unknownRisk: Double, adding extra: Double = 0) -> Double {
      let part = share.share * scale + extra
      return part * part * (share.risk ?? unknownRisk) * share.trade
    }
    let low = shares.reduce(0) { $0 + term($1, 0) }
    let named = shares.reduce(0) { $0 + term($1, 10) }
    let worst = shares.map { named - term($0, 10) + term($0, 10, adding: rest) }.max() ?? 0
    return low...max(low, worst, named + rest * rest * 10)
  }

  /// The supply risk. Ranges of unknown parameters are 0…1.
  ///
  /// - Parameters:
  ///   - world: concentration of world supply.
  ///   - eu: concentration of EU sourcing, nil where there are no data (the world term alone).
  public static func risk(
    world: ClosedRange<Double>, eu: ClosedRange<Double>?, importReliance: Double?,
    recycling: Double?, substitution: Double?
  ) -> ClosedRange<Double> {
    func mixed(_ world: Double, _ eu: Double?, _ reliance: Double) -> Double {
      eu.map { world * reliance / 2 + $0 * (1 - reliance / 2) } ?? world
    }
    let reliances: [Double] = if let importReliance { [importReliance] } else { [0, 1] }
    let low = reliances.map { mixed(world.lowerBound, eu?.lowerBound, $0) }.min() ?? 0
    let high = reliances.map { mixed(world.upperBound, eu?.upperBound, $0) }.max() ?? 0
    let recyclings = recycling.map { $0...$0 } ?? 0...1
    let substitutions = substitution.map { $0...$0 } ?? 0...1
    return low * (1 - recyclings.upperBound) * substitutions.lowerBound...high
      * (1 - recyclings.lowerBound) * substitutions.upperBound
  }
}
