// SPDX-License-Identifier: Apache-2.0
import Localization

/// One thing that speaks for or against two records being one organisation.
public struct Reason: Sendable, Hashable {
  /// As an aide can repeat it, without a full stop.
  public let text: LocalizedText
  /// In log-odds: above 0 for, below 0 against; 0.7 doubles the odds. Infinite where a number
  /// decides alone.
  public let weight: Double

  public init(_ text: LocalizedText, weight: Double) {
    self.text = text
    self.weight = weight
  }
}
