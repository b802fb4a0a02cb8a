// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// A value chain compiled for computing: dense ids, compressed arrays, one array an attribute.
///
/// Immutable. Lines, links, supplies, demands, groups, sites and materials keep the row numbers of
/// their tables as ids; pairs of site and material that occur get ids of their own, sorted by site
/// and material, so that the same chain always compiles to the same arrays. Rates are per day, times
/// in days, an unlimited capacity is infinity.
public struct FlowNetwork: Sendable {
  /// The chain it was compiled from, for names.
  public let chain: ValueChain
  /// What compiling found that reading the tables alone does not show.
  public let findings: [Finding]

  public let pairs: Pairs
  public let lines: Lines
  public let links: Links
  public let arcs: Arcs
  public let supplies: Supplies
  public let demands: Demands
  public let groups: Groups
  public let arrivals: Arrivals

  /// Site-material pairs: where something can lie, be made, be used or pass through.
  public struct Pairs: Sendable {
    public let site: [Int32]
    public let material: [Int32]
    public let onHand: [Double]
    public let inTransit: [Double]
    /// All dated arrivals together.
    public let arriving: [Double]
    public let holdingCostPerDay: [Double]
    public let maximum: [Double]

    public var count: Int { site.count }

    /// The id of a pair, nil where it does not occur. Logarithmic.
    public func id(site: Int, material: Int) -> Int? {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if (Int(self.site[middle]), Int(self.material[middle])) < (site, material) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let isFound = low < count && self.site[low] == site && self.material[low] == material
      return isFound ? low : nil
    }
  }

  /// Lines with their recipes; a line that takes no part has no recipe.
  public struct Lines: Sendable {
    /// -1 where not stated.
    public let site: [Int32]
    public let runsPerDay: [Double]
    public let leadDays: [Double]
    /// Recipe of each line: pair and signed quantity per run, negative consumed.
    public let recipe: Compressed
    public let recipePair: [Int32]
    public let recipeQuantity: [Double]

    public var count: Int { site.count }
  }

  public struct Links: Sendable {
    public let from: [Int32]
    public let to: [Int32]
    /// In units of its material, or kilograms for a link that carries every material.
    public let perDay: [Double]
    public let leadDays: [Double]
    public let carriesEverything: [Bool]
    /// The arcs of each link.
    public let arcs: Compressed

    public var count: Int { from.count }
  }

  /// One material on one link: what a shipment variable stands for. Numbered link by link.
  public struct Arcs: Sendable {
    public let link: [Int32]
    public let from: [Int32]
    public let to: [Int32]
    /// How much of the link's capacity one unit takes: 1, or kilograms per unit on a `*` link.
    public let weight: [Double]

    public var count: Int { link.count }
  }

  public struct Supplies: Sendable {
    /// -1 where it takes no part.
    public let pair: [Int32]
    public let perDay: [Double]
    public let fromDay: [Double]
    public let toDay: [Double]

    public var count: Int { pair.count }

    /// Whether the supply can be had on any of some days.
    public func isOpen(_ supply: Int, within days: ClosedRange<Double>) -> Bool {
      fromDay[supply] <= days.upperBound && toDay[supply] >= days.lowerBound
    }
  }

  public struct Demands: Sendable {
    /// -1 where it takes no part.
    public let pair: [Int32]
    /// Infinity for "take all that can be made".
    public let perDay: [Double]
    public let valuePerUnit: [Double]
    public let fromDay: [Double]
    public let toDay: [Double]

    public var count: Int { pair.count }

    /// The rate in models at constant rates: what is stated for day one, 0 for "take all".
    public func steadyRate(_ demand: Int) -> Double { rate(demand, within: 1...1) }

    /// The rate stated for any of some days, 0 where there is none and for "take all".
    public func rate(_ demand: Int, within days: ClosedRange<Double>) -> Double {
      let isOpen = fromDay[demand] <= days.upperBound && toDay[demand] >= days.lowerBound
      return pair[demand] >= 0 && isOpen && perDay[demand].isFinite ? perDay[demand] : 0
    }
  }

  /// Capacities shared by lines.
  public struct Groups: Sendable {
    public let perDay: [Double]
    public let members: Compressed
    public let memberLine: [Int32]
    public let memberUse: [Double]

    public var count: Int { perDay.count }
  }

  public struct Arrivals: Sendable {
    public let pair: [Int32]
    public let day: [Double]
    public let quantity: [Double]

    public var count: Int { pair.count }
  }

  public var siteCount: Int { chain[.sites].count }
  public var materialCount: Int { chain[.materials].count }
}

/// Offsets of compressed rows: the entries of row `r` are `offsets[r] ..< offsets[r + 1]`.
public struct Compressed: Sendable {
  public let offsets: [Int32]

  public init(counts: [Int32]) {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(counts.count + 1)
    var total: Int32 = 0
    for count in counts {
      total += count
      offsets.append(total)
    }
    self.offsets = offsets
  }

  public subscript(row: Int) -> Range<Int> {
    Int(offsets[row])..<Int(offsets[row + 1])
  }

  /// Sorts entries into rows: offsets, and the entries in the order of their rows, stable.
  ///
  /// - Parameter row: the row of each entry, negative for entries to leave out.
  public static func grouping(_ row: [Int32], rows: Int) -> (rows: Compressed, entries: [Int32]) {
    var counts = Array(repeating: Int32(0), count: rows)
    for r in row where r >= 0 { counts[Int(r)] += 1 }
    let compressed = Compressed(counts: counts)
    var next = compressed.offsets
    var entries = Array(repeating: Int32(0), count: Int(compressed.offsets[rows]))
    for (entry, r) in row.enumerated() where r >= 0 {
      entries[Int(next[Int(r)])] = Int32(entry)
      next[Int(r)] += 1
    }
    return (compressed, entries)
  }
}
