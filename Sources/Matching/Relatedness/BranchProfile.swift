// SPDX-License-Identifier: Apache-2.0
import Localization

/// Which branches do which makings: a soft hint whether a branch does such things.
///
/// Learned from firms with their divisions (WZ or NACE, two digits) and what they do to which
/// material. A firm of several divisions counts for each in equal parts. Shares are drawn towards
/// the overall share of a division, as if so many firms of the usual mix did the making as well
/// (additive smoothing; Chen and Goodman, "An empirical study of smoothing techniques for language
/// modeling", 1996), so that a making seen twice does not speak for a branch.
public struct BranchProfile: Sendable {
  /// A process done to a material, by index; nil where one of them is not known.
  public struct Making: Sendable, Hashable, Comparable {
    public var process: Int?
    public var material: Int?

    public init(process: Int?, material: Int?) {
      self.process = process
      self.material = material
    }

    public static func < (one: Self, other: Self) -> Bool {
      (one.process ?? -1, one.material ?? -1) < (other.process ?? -1, other.material ?? -1)
    }
  }

  /// What one firm does.
  public struct Firm: Sendable, Hashable {
    public var divisions: Set<String>
    /// Weights above 0; others count as absent.
    public var makings: [Making: Double]

    public init(divisions: Set<String>, makings: [Making: Double]) {
      self.divisions = divisions
      self.makings = makings
    }
  }

  /// Imagined firms of the usual mix, by making.
  public let smoothing: Double
  private let overall: [String: Double]
  private let counts: [Making: (all: Double, divisions: [String: Double])]

  /// - Parameters:
  ///   - firms: those without a division say nothing and are left out. Takes time linear in them.
  ///   - smoothing: 0 or more.
  public init(_ firms: some Sequence<Firm>, smoothing: Double = 5) {
    self.smoothing = max(0, smoothing)
    var divisions: [String: Double] = [:]
    var known = 0.0
    var counts: [Making: (all: Double, divisions: [String: Double])] = [:]
    for firm in firms where !firm.divisions.isEmpty {
      known += 1
      let part = 1 / Double(firm.divisions.count)
      // Each key is added to on its own, so the order of a set or dictionary does not matter.
      for division in firm.divisions { divisions[division, default: 0] += part }
      for (making, weight) in firm.makings where weight.isFinite && weight > 0 {
        counts[making, default: (0, [:])].all += weight
        for division in firm.divisions {
          counts[making, default: (0, [:])].divisions[division, default: 0] += weight * part
        }
      }
    }
    overall = divisions.mapValues { $0 / known }
    self.counts = counts
  }

  /// Share of a division among all firms, 0 to 1.
  public func overallShare(of division: String) -> Double { overall[division] ?? 0 }

  /// Share of a division among those that do a making, 0 to 1; of a making nobody does, the
  /// overall share.
  public func share(of division: String, given making: Making) -> Double {
    let usual = overallShare(of: division)
    guard let count = counts[making] else { return usual }
    let own = count.divisions[division] ?? 0
    return (own + smoothing * usual) / (count.all + smoothing)
  }

  /// How many times more frequent a division is among those that do a making than among all
  /// (location quotient, revealed comparative advantage): 1 as usual, 0 never; 1 where nothing is
  /// known of the division.
  public func locationQuotient(of division: String, given making: Making) -> Double {
    let usual = overallShare(of: division)
    return usual > 0 ? share(of: division, given: making) / usual : 1
  }

  /// A soft hint that a firm of some divisions does a making, 0 to 1: ½ where nothing speaks for or
  /// against it, ¾ where it is three times as frequent as usual. The best division counts.
  public func prior(divisions: some Sequence<String>, given making: Making) -> Double {
    let best = divisions.map { locationQuotient(of: $0, given: making) }.max() ?? 1
    return best / (1 + best)
  }

  /// The divisions that stand out for a making, highest quotient first, then by name.
  public func outstanding(
    given making: Making, limit: Int = 5
  ) -> [(division: String, quotient: Double)] {
    let own = counts[making]?.divisions.keys.sorted() ?? []
    let quotients = own.map { (division: $0, quotient: locationQuotient(of: $0, given: making)) }
      .filter { $0.quotient > 1 }
    let sorted = quotients.sorted { ($1.quotient, $0.division) < ($0.quotient, $1.division) }
    return Array(sorted.prefix(max(0, limit)))
  }

  /// `Die Abteilung 25 kommt bei solchen Betrieben 3,2-mal so oft vor wie sonst.`
  public func reason(division: String, given making: Making) -> LocalizedText {
    let times = LocalizedText(number: locationQuotient(of: division, given: making))
    return LocalizedText(
      de: "Die Abteilung \(division) kommt bei Betrieben, die das machen, \(times.german)-mal so"
        + " oft vor wie sonst.",
      en: "Division \(division) is \(times.english) times as frequent among firms that do this as"
        + " otherwise.")
  }
}
