// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Resilience
import ValueChains

/// Why a disruption is felt when it is: what it hits, what has no other source, what lies in stock.
struct Explanation {
  /// What stops a material.
  enum Cause {
    /// All its usable sources fail; their number.
    case sources(Int)
    /// Other sources exist, but nothing of theirs gets to the site any more.
    case unreached
    /// Only the way to the site is cut.
    case way
  }

  /// A material that nothing brings any more to a site where it is needed.
  struct DryMaterial {
    let material: Int
    let site: Int
    let cause: Cause
  }

  /// Less of a material than is used, though not nothing.
  struct Shortfall {
    let material: Int
    let remaining: Double
    let need: Double
  }

  let reach: DisruptionReach
  /// Those struck themselves, not those that stop because of them; the least covered first.
  let dry: [DryMaterial]
  /// The worst one, where nothing runs dry.
  let shortfall: Shortfall?
  /// Rows of the demands that cannot be served without stock.
  let demands: [Int]

  init(
    _ disruption: Disruption, _ finder: DisruptionReachFinder, _ assessment: Assessment,
    _ basis: MaterialBasis
  ) {
    let network = assessment.network
    reach = finder.reach(of: disruption)
    dry =
      Self.materialItself(disruption, assessment, basis).map { [$0] }
      ?? Self.dryMaterials(reach, network, basis)
    shortfall = dry.isEmpty ? Self.worstShortfall(reach, network, basis) : nil
    let isDry = reach.isDry
    demands = (0..<network.demands.count).filter { demand in
      let pair = Int(network.demands.pair[demand])
      return pair >= 0 && isDry[pair] && network.demands.steadyRate(demand) > 0
    }
  }

  /// Where a needed material as such fails, it is what runs dry, not what is made of it.
  private static func materialItself(
    _ disruption: Disruption, _ assessment: Assessment, _ basis: MaterialBasis
  ) -> DryMaterial? {
    guard disruption.hits.count == 1, let hit = disruption.hits.first, hit.kind == .material,
      hit.remaining == 0,
      let structure = assessment.structure.first(where: { $0.material == hit.target }),
      structure.tier != nil
    else { return nil }
    let usable = basis.usable(structure.row)
    guard let site = usable.first?.site else { return nil }
    return DryMaterial(material: structure.row, site: site, cause: .sources(usable.count))
  }

  private static func dryMaterials(
    _ reach: DisruptionReach, _ network: FlowNetwork, _ basis: MaterialBasis
  ) -> [DryMaterial] {
    func isDry(_ pair: Int) -> Bool {
      reach.isDry[pair] && basis.tier[Int(network.pairs.material[pair])] != nil
    }
    let lines = Set(reach.lines.filter { $0.remaining == 0 }.map(\.id))
    let supplies = Set(reach.supplies.filter { $0.remaining == 0 }.map(\.id))
    var made: [Int] = []
    for line in lines {
      made += network.lines.recipe[line].filter { network.lines.recipeQuantity[$0] > 0 }
        .map { Int(network.lines.recipePair[$0]) }
    }
    made += supplies.compactMap {
      network.supplies.pair[$0] >= 0 ? Int(network.supplies.pair[$0]) : nil
    }
    // Where it is made matters less than where it is used.
    let usedPairs = usedPairs(network)
    var found: Set<Int> = []
    for material in Set(made.map { Int(network.pairs.material[$0]) }) {
      found.formUnion(basis.pairs[material].filter { usedPairs[$0] && isDry($0) })
    }
    let isWay = found.isEmpty
    if isWay {
      for link in reach.links where link.remaining == 0 {
        for arc in network.links.arcs[link.id] {
          let material = Int(network.pairs.material[Int(network.arcs.to[arc])])
          found.formUnion(basis.pairs[material].filter { usedPairs[$0] && isDry($0) })
        }
      }
    }
    func cause(_ material: Int) -> Cause {
      if isWay { return .way }
      let usable = basis.usable(material)
      let isAll = usable.allSatisfy {
        $0.table == .lines ? lines.contains($0.row) : supplies.contains($0.row)
      }
      return isAll ? .sources(usable.count) : .unreached
    }
    var seen: Set<Int> = []
    let pairs = found.sorted {
      let (a, b) = (Int(network.pairs.material[$0]), Int(network.pairs.material[$1]))
      return (basis.coverDays(a) ?? .infinity, $0) < (basis.coverDays(b) ?? .infinity, $1)
    }
    return pairs.compactMap { pair in
      let material = Int(network.pairs.material[pair])
      guard seen.insert(material).inserted else { return nil }
      return DryMaterial(
        material: material, site: Int(network.pairs.site[pair]), cause: cause(material))
    }
  }

  /// Pairs that a line consumes or a demand takes.
  private static func usedPairs(_ network: FlowNetwork) -> [Bool] {
    var isUsed = Array(repeating: false, count: network.pairs.count)
    for entry in network.lines.recipePair.indices where network.lines.recipeQuantity[entry] < 0 {
      isUsed[Int(network.lines.recipePair[entry])] = true
    }
    for pair in network.demands.pair where pair >= 0 { isUsed[Int(pair)] = true }
    return isUsed
  }

  private static func worstShortfall(
    _ reach: DisruptionReach, _ network: FlowNetwork, _ basis: MaterialBasis
  ) -> Shortfall? {
    let lines = Dictionary(uniqueKeysWithValues: reach.lines.map { ($0.id, $0.remaining) })
    let supplies = Dictionary(uniqueKeysWithValues: reach.supplies.map { ($0.id, $0.remaining) })
    var worst: Shortfall?
    for material in 0..<network.materialCount {
      guard let need = basis.need[material], need > 0 else { continue }
      let shares = basis.usable(material).map { source in
        (source.capacity, (source.table == .lines ? lines : supplies)[source.row] ?? 1)
      }
      guard shares.contains(where: { $0.1 < 1 }) else { continue }
      let remaining = shares.reduce(0) { $0 + ($1.1 == 0 ? 0 : $1.0 * $1.1) }
      if remaining < need * (1 - 1e-9),
        remaining / need < worst.map({ $0.remaining / $0.need }) ?? 1
      {
        worst = Shortfall(material: material, remaining: remaining, need: need)
      }
    }
    return worst
  }
}
