// SPDX-License-Identifier: Apache-2.0

/// How near capabilities are to one another, learned from who has which.
///
/// Follows the product space of Hidalgo, Klinger, Barabási, Hausmann, "The product space conditions
/// the development of nations", Science 317, 2007, with branches or firms in place of countries and
/// capabilities in place of products. An owner shows a capability where its revealed comparative
/// advantage is enough; two capabilities are near where whoever shows one often shows the other.
public struct CapabilitySpace: Sendable {
  /// That an owner has a capability, to some extent.
  public struct Entry: Sendable, Hashable {
    /// A branch or a firm.
    public var owner: String
    /// 0 ..< the number of capabilities.
    public var capability: Int
    /// Above 0; entries with other weights count as absent, several of one kind are added.
    public var weight: Double

    public init(owner: String, capability: Int, weight: Double = 1) {
      self.owner = owner
      self.capability = capability
      self.weight = weight
    }
  }

  public struct Options: Sendable, Hashable {
    public init() {}
    /// An owner shows a capability whose share among its own is at least this many times its share
    /// among all (revealed comparative advantage, Balassa 1965). 0 counts all that has any weight.
    public var leastAdvantage = 1.0
    /// Imagined owners that show one capability of a pair and not the other, so that what is rare
    /// is not called near because it met once.
    public var smoothing = 5.0
    /// Owners that show more keep those with the highest advantage: who does everything says
    /// little about what goes together, and costs most.
    public var mostShown = 200
  }

  public let capabilityCount: Int
  public let options: Options
  /// Sorted.
  public let owners: [String]
  /// What each owner shows, ascending.
  let shown: [[Int32]]
  /// How many owners show each capability.
  public let ownerCounts: [Int]
  /// By capability, ascending: with which others it is shown, by how many owners.
  let together: [[(capability: Int32, owners: Int32)]]
  /// By capability: the sum of its proximities.
  private let proximitySums: [Double]

  /// Takes time linear in the entries, and in the pairs each owner shows: about a second for
  /// 100,000 owners with ten capabilities each.
  ///
  /// - Parameter capabilityCount: above every capability of the entries.
  public init(
    _ entries: some Sequence<Entry>, capabilityCount: Int, options: Options = Options()
  ) {
    self.capabilityCount = capabilityCount
    self.options = options
    let weights = OwnerWeights(entries, capabilityCount: capabilityCount)
    owners = weights.owners
    let shown = weights.shown(options)
    self.shown = shown
    var counts = [Int](repeating: 0, count: capabilityCount)
    for own in shown {
      for capability in own { counts[Int(capability)] += 1 }
    }
    ownerCounts = counts
    let together = Self.together(shown, counts)
    self.together = together
    proximitySums = together.enumerated().map { capability, others in
      others.reduce(0) { sum, other in
        sum
          + Self.proximity(
            together: Int(other.owners), counts[capability], counts[Int(other.capability)],
            smoothing: options.smoothing)
      }
    }
  }

  /// Pairs shown together, counted row by row through the lists of owners.
  private static func together(
    _ shown: [[Int32]], _ counts: [Int]
  ) -> [[(capability: Int32, owners: Int32)]] {
    var ownersOf = counts.map { count in
      var owners: [Int32] = []
      owners.reserveCapacity(count)
      return owners
    }
    for (owner, own) in shown.enumerated() {
      for capability in own { ownersOf[Int(capability)].append(Int32(owner)) }
    }
    var row = [Int32](repeating: 0, count: counts.count)
    return ownersOf.enumerated().map { capability, owners in
      var met: [Int32] = []
      for owner in owners {
        for other in shown[Int(owner)] where Int(other) != capability {
          if row[Int(other)] == 0 { met.append(other) }
          row[Int(other)] += 1
        }
      }
      met.sort()
      let pairs = met.map { (capability: $0, owners: row[Int($0)]) }
      for other in met { row[Int(other)] = 0 }
      return pairs
    }
  }

  /// φ = min(P(i|j), P(j|i)): the owners of both by the more frequent one's owners, smoothed.
  private static func proximity(
    together: Int, _ one: Int, _ other: Int, smoothing: Double
  ) -> Double {
    Double(together) / (Double(max(one, other)) + smoothing)
  }

  /// How many owners show both.
  public func ownersOfBoth(_ one: Int, _ other: Int) -> Int {
    if one == other { return ownerCounts[one] }
    let row = together[one]
    var (low, high) = (0, row.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(row[middle].capability) < other { low = middle + 1 } else { high = middle }
    }
    return low < row.count && Int(row[low].capability) == other ? Int(row[low].owners) : 0
  }

  /// 0 to 1: how often whoever shows one of the two shows the other as well, whichever is less; 1
  /// for a capability and itself.
  public func proximity(_ one: Int, _ other: Int) -> Double {
    if one == other { return 1 }
    return Self.proximity(
      together: ownersOfBoth(one, other), ownerCounts[one], ownerCounts[other],
      smoothing: options.smoothing)
  }

  /// The capabilities nearest to one, nearest first, those with no owner in common left out.
  public func nearest(to capability: Int, limit: Int = 10) -> [(capability: Int, proximity: Double)]
  {
    let all = together[capability].map { other in
      (
        capability: Int(other.capability),
        proximity: Self.proximity(
          together: Int(other.owners), ownerCounts[capability],
          ownerCounts[Int(other.capability)], smoothing: options.smoothing)
      )
    }
    let sorted = all.sorted { ($1.proximity, $0.capability) < ($0.proximity, $1.capability) }
    return Array(sorted.prefix(max(0, limit)))
  }

  /// Whether an owner shows a capability; nil for an owner nobody named.
  public func shows(_ owner: String, _ capability: Int) -> Bool? {
    index(of: owner).map { shown[$0].contains(Int32(capability)) }
  }

  /// How much of what is near a capability an owner shows, 0 to 1; nil for an owner nobody named.
  ///
  /// ω = Σ of the proximities of what it shows ÷ Σ of all proximities of the capability. Whether
  /// it shows the capability itself does not matter.
  public func density(owner: String, capability: Int) -> Double? {
    index(of: owner).map { density(shown[$0].map(Int.init), capability) }
  }

  /// The same for a firm that was not among the owners.
  ///
  /// - Parameter shown: its capabilities, in any order, each counting once.
  public func density(showing shown: some Sequence<Int>, capability: Int) -> Double {
    density(Set(shown).sorted(), capability)
  }

  private func density(_ shown: [Int], _ capability: Int) -> Double {
    guard proximitySums[capability] > 0 else { return 0 }
    let near = shown.reduce(0) { $1 == capability ? $0 : $0 + proximity(capability, $1) }
    return min(1, near / proximitySums[capability])
  }

  private func index(of owner: String) -> Int? {
    var (low, high) = (0, owners.count)
    while low < high {
      let middle = (low + high) / 2
      if owners[middle] < owner { low = middle + 1 } else { high = middle }
    }
    return low < owners.count && owners[low] == owner ? low : nil
  }
}
