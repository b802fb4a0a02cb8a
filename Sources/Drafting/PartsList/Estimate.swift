// SPDX-License-Identifier: Apache-2.0

/// A figure with the range it may lie in.
public struct Estimate: Sendable, Hashable {
  public let low: Double
  public let likely: Double
  public let high: Double

  /// The range is widened where the likely value lies outside it.
  public init(low: Double, likely: Double, high: Double) {
    self.low = min(low, likely)
    self.likely = likely
    self.high = max(high, likely)
  }

  /// A figure without a range.
  public init(_ value: Double) { self.init(low: value, likely: value, high: value) }

  public var isExact: Bool { low == high }

  /// The product of two independent figures that are not negative.
  public static func * (first: Self, second: Self) -> Self {
    Self(
      low: first.low * second.low, likely: first.likely * second.likely,
      high: first.high * second.high)
  }

  public static func * (estimate: Self, factor: Double) -> Self {
    factor == 1 ? estimate : estimate * Self(factor)
  }
}
