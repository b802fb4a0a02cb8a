// SPDX-License-Identifier: Apache-2.0

/// Whose supply a share describes.
public enum SupplyView: String, Sendable, CaseIterable {
  /// World production.
  case world
  /// Where the EU gets it from.
  case eu
}

/// One country's share in the supply of a material.
public struct CountryShare: Sendable, Hashable {
  /// ISO 3166 alpha-3.
  public let country: String
  /// As a fraction of 1; the bound where ``isUpperBound``.
  public let share: Double
  /// Whether the source says "less than".
  public let isUpperBound: Bool
  /// Trade modifier t of the EU methodology: 0.8 within the EU, 1 none, more with restrictions.
  public let tradeParameter: Double?

  public var range: ClosedRange<Double> { isUpperBound ? 0...share : share...share }
}

/// Who supplies a material, at one stage of its making, as one source states it.
///
/// Shares are as stated and never scaled up; what they leave open is ``unknownRest``.
public struct SupplyShares: Sendable, Hashable {
  public let material: String
  public let view: SupplyView
  /// `extraction` or `processing`.
  public let stage: String
  /// The largest first.
  public let shares: [CountryShare]
  public let provenance: Provenance

  init(
    material: String, view: SupplyView, stage: String, shares: [CountryShare],
    provenance: Provenance
  ) {
    self.material = material
    self.view = view
    self.stage = stage
    self.shares = shares.sorted { ($1.share, $0.country) < ($0.share, $1.country) }
    self.provenance = provenance
  }

  /// The share nobody is named for, as a fraction of 1. Shares stated as "less than" lie within it.
  ///
  /// 0 where the named shares reach 1; through rounding they may add up to a little more.
  public var unknownRest: Double {
    max(0, 1 - shares.lazy.filter { !$0.isUpperBound }.map(\.share).reduce(0, +))
  }
}
