// SPDX-License-Identifier: Apache-2.0

/// Weights of the score and bounds of the states. The weights of `standard` are learned from the
/// development needs (`training matching`); what attention counts is a policy of ours.
public struct MatchParameters: Sendable, Hashable {
  /// At least 0 each; together they are 100 points.
  public var weights: [MatchFeatures.Name: Double]
  /// How near to the best candidate's a capability has to be to count as the thing needed, and as
  /// something near it; and what it has to be at least, 0…1.
  public var fitting: Double
  public var near: Double
  public var least: Double

  public init(
    weights: [MatchFeatures.Name: Double], fitting: Double, near: Double, least: Double
  ) {
    self.weights = weights
    self.fitting = fitting
    self.near = near
    self.least = least
  }

  public static let standard = MatchParameters(
    weights: trained.merging([.attention: 0.4]) { learned, _ in learned }, fitting: 0.77,
    near: 0.55, least: 0.25)

  /// What tells whether a supplier can do the thing at all.
  static let capability: [MatchFeatures.Name] = [
    .process, .material, .making, .product, .relatedness, .text, .branch,
  ]

  func points(_ features: MatchFeatures) -> [Match.Part] {
    let sum = MatchFeatures.Name.allCases.reduce(0) { $0 + (weights[$1] ?? 0) }
    return MatchFeatures.Name.allCases.compactMap { name in
      guard let weight = weights[name], weight > 0, sum > 0 else { return nil }
      let most = 100 * weight / sum
      return Match.Part(name: name, points: most * features[name], most: most)
    }
  }

  /// 0…1: the capability alone.
  func capability(_ features: MatchFeatures) -> Double {
    let sum = Self.capability.reduce(0) { $0 + (weights[$1] ?? 0) }
    guard sum > 0 else { return 0 }
    return Self.capability.reduce(0) { $0 + (weights[$1] ?? 0) * features[$1] } / sum
  }
}
