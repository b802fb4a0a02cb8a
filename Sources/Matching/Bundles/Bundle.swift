// SPDX-License-Identifier: Apache-2.0
import Localization

/// A few firms that together cover a need, or as much of it as can be covered.
public struct Bundle: Sendable, Hashable {
  /// What one firm does of one step.
  public struct Part: Sendable, Hashable {
    public let firm: String
    /// Index of the step; 0 where the need names no steps.
    public let step: Int
    /// Share of what the need wants of this step, above 0, at most 1.
    public let share: Double
    /// In the unit of the need a year; nil where it wants no quantity.
    public let quantity: Double?
  }

  /// What nobody of the bundle does.
  public struct Open: Sendable, Hashable {
    public let step: Int
    public let share: Double
    public let quantity: Double?
  }

  /// Ids, best score first.
  public let firms: [String]
  /// Of the scores, 0 to 100.
  public let meanScore: Double
  /// By firm, then step.
  public let parts: [Part]
  /// By step; empty where everything is covered.
  public let open: [Open]
  /// Share of the work (steps times quantity) that is covered, 0 to 1.
  public let coveredShare: Double
  /// Mean kilometres between two of the firms; nil for a single firm or unknown places.
  public let meanDistance: Double?
  /// How many points of mean score a bundle of as many firms could have more at most (of a partial
  /// cover: how many points of a hundred it could cover more); 0 where it is proven best, or as
  /// good as the best.
  public let gap: Double
  /// How many firms fewer may be enough for all that is proven; 0 where fewer cannot be.
  public let firmsGap: Int
  /// One sentence each.
  public let reasons: [LocalizedText]

  public var coversAll: Bool { open.isEmpty }
}

/// The bundles found for a need.
public struct BundlePlan: Sendable, Hashable {
  public enum Status: String, Sendable {
    /// Nothing better exists.
    case proven
    /// The search ended at its limit; `Bundle.gap` says how much better there may be.
    case limited
    /// No candidate can do anything of it.
    case nothing
  }

  /// Best first: fewest firms, then the highest mean score (in whole points), then nearer
  /// together, then by score and id. None has a firm it could do without. Where nothing covers
  /// all, the one that covers most.
  public let bundles: [Bundle]
  public let status: Status
  /// Ids of candidates that count nothing because their free quantity is unknown, by id.
  public let unknownQuantity: [String]
  /// What is true of all bundles, one sentence each.
  public let notes: [LocalizedText]
}
