// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Localization

/// Steps of a need, as bits: step 0 is the lowest.
public struct StepSet: OptionSet, Sendable, Hashable {
  /// More steps than this a need cannot have.
  public static let most = 64

  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameter steps: each 0 ..< 64.
  public init(steps: some Sequence<Int>) {
    rawValue = steps.reduce(0) { $0 | 1 << UInt64($1) }
  }
}

/// Which few firms together cover a need that none covers alone?
///
/// Every unit of the quantity needs every step. A firm may do any of the steps it can, and a step
/// may be shared among firms.
public struct BundleProblem: Sendable {
  /// What a firm has free in a year, in the unit of the need.
  public enum FreeQuantity: Sendable, Hashable {
    /// For all steps together: what one step takes is gone for the others.
    case overall(Double)
    /// By step; nil, or no entry, where it is unknown.
    case perStep([Double?])
  }

  public struct Candidate: Sendable, Hashable {
    /// Unique among the candidates.
    public var id: String
    public var name: String
    /// How well it fits the need, 0 to 100.
    public var score: Double
    /// The steps it can do.
    public var steps: StepSet
    /// Nil where unknown; then it counts nothing wherever a quantity is wanted.
    public var free: FreeQuantity?
    public var place: GeoPoint?

    public init(
      id: String, name: String? = nil, score: Double, steps: StepSet = [],
      free: FreeQuantity? = nil, place: GeoPoint? = nil
    ) {
      self.id = id
      self.name = name ?? id
      self.score = score
      self.steps = steps
      self.free = free
      self.place = place
    }
  }

  /// The steps that are wanted, by name, at most 64; none where only a quantity is wanted, which
  /// then every candidate can supply.
  public var steps: [LocalizedText]
  /// The quantity wanted in a year, above 0; nil where only the steps count.
  public var quantity: Double?
  /// As in `pieces`; shown, never converted.
  public var unit: LocalizedText
  public var candidates: [Candidate]
  /// 1 to 8; other values count as the nearest of these.
  public var mostFirms: Int
  /// How many bundles are wanted, at least 1.
  public var alternatives: Int
  /// How much searching is allowed before the best found so far is returned as such, in units of
  /// about 50 ns in release builds. The default keeps 300 candidates below 0.3 s.
  public var effort: Int

  /// The quantity where it is one.
  var wantedQuantity: Double? { quantity.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }

  public static let defaultEffort = 4_000_000

  public init(
    steps: [LocalizedText], quantity: Double?,
    unit: LocalizedText = LocalizedText(de: "Stück", en: "pieces"), candidates: [Candidate],
    mostFirms: Int = 5, alternatives: Int = 3, effort: Int = defaultEffort
  ) {
    precondition(steps.count <= StepSet.most, "a need has at most 64 steps")
    self.steps = steps
    self.quantity = quantity
    self.unit = unit
    self.candidates = candidates
    self.mostFirms = min(8, max(1, mostFirms))
    self.alternatives = max(1, alternatives)
    self.effort = max(0, effort)
  }
}
