// SPDX-License-Identifier: Apache-2.0

/// How near capabilities are to one another, learned from who has which.
///
/// Follows the product space of Hidalgo, Klinger, Barabási, Hausmann, "The product space conditions
/// the development of nations", Science 317, 2007, with firms in place of countries and
/// capabilities in place of products: two capabilities are near where whoever shows one often shows
/// the other. Firms name what they do, where countries export a little of everything; so what a firm
/// names counts as shown, without a threshold of revealed advantage.
///
/// Whole numbers are counted, so that owners who came and went leave no trace, and the order in which
/// they came makes no difference. Takes 4 bytes for each pair of capabilities.
public struct CapabilitySpace: Sendable {
  public let capabilityCount: Int
  /// Imagined owners that show one capability of a pair and not the other, so that what is rare
  /// is not called near because it met once.
  public let smoothing: Double
  /// How many owners show both of a pair, row by row; on the diagonal how many show the one.
  private var both: [Int32]

  /// Who shows more says little about what goes together, and costs most: only the first so many
  /// of an owner's capabilities count.
  public static let mostShown = 200

  public init(capabilityCount: Int, smoothing: Double = 5) {
    self.capabilityCount = capabilityCount
    self.smoothing = smoothing
    both = [Int32](repeating: 0, count: capabilityCount * capabilityCount)
  }

  /// Counts an owner. Takes time with the square of what it shows.
  ///
  /// - Parameter shown: its capabilities, each in 0 ..< `capabilityCount` and once.
  public mutating func insert(_ shown: [Int]) { count(shown, 1) }

  /// Takes back an owner counted before, with the same capabilities in the same order.
  public mutating func remove(_ shown: [Int]) { count(shown, -1) }

  private mutating func count(_ shown: [Int], _ step: Int32) {
    let counted = shown.prefix(Self.mostShown)
    for one in counted {
      precondition((0..<capabilityCount).contains(one), "capabilities are counted from 0")
      for other in counted { both[one * capabilityCount + other] += step }
    }
  }

  /// How many owners show a capability.
  public func owners(_ capability: Int) -> Int { ownersOfBoth(capability, capability) }

  /// How many owners show both.
  public func ownersOfBoth(_ one: Int, _ other: Int) -> Int {
    Int(both[one * capabilityCount + other])
  }

  /// 0 to 1: how often whoever shows one of the two shows the other as well, whichever is less; 1
  /// for a capability and itself.
  ///
  /// φ = min(P(i|j), P(j|i)): the owners of both by the more frequent one's owners, smoothed.
  public func proximity(_ one: Int, _ other: Int) -> Double {
    if one == other { return 1 }
    let together = ownersOfBoth(one, other)
    guard together > 0 else { return 0 }
    return Double(together) / (Double(max(owners(one), owners(other))) + smoothing)
  }

  /// The capabilities nearest to one, nearest first, those with no owner in common left out.
  public func nearest(to capability: Int, limit: Int = 10) -> [(capability: Int, proximity: Double)]
  {
    (0..<capabilityCount).filter { $0 != capability && ownersOfBoth(capability, $0) > 0 }
      .map { (capability: $0, proximity: proximity(capability, $0)) }
      .sorted { ($1.proximity, $0.capability) < ($0.proximity, $1.capability) }
      .prefix(max(0, limit)).map(\.self)
  }

  /// How much of what is near a capability somebody shows, 0 to 1.
  ///
  /// ω = Σ of the proximities of what is shown ÷ Σ of all proximities of the capability. Whether
  /// the capability itself is shown does not matter.
  ///
  /// - Parameter shown: each once.
  public func density(showing shown: [Int], capability: Int) -> Double {
    let all = (0..<capabilityCount).reduce(0) {
      $1 == capability ? $0 : $0 + proximity(capability, $1)
    }
    guard all > 0 else { return 0 }
    let near = shown.reduce(0) { $1 == capability ? $0 : $0 + proximity(capability, $1) }
    return min(1, near / all)
  }
}
