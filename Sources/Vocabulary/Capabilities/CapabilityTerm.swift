// SPDX-License-Identifier: Apache-2.0
import Localization

/// Something firms say they can do, work with, make or offer.
public struct CapabilityTerm: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case process, material, product, service
  }

  /// Stable, in snake case, as in `laser_cutting`.
  public let id: String
  public let kind: Kind
  /// The wider term, nil for the widest.
  public let parent: String?
  public let label: LocalizedText
  /// Other words for it, as people write them.
  public let synonyms: [String]
  public let source: String
  public let year: Int
}
