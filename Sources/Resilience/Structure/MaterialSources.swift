// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// The lines and supplies that can bring each material, with their shares.
struct MaterialSources {
  enum Element {
    case line(Int)
    case supply(Int)
  }

  struct Source {
    let element: Element
    let site: Int
    /// Units of the material per run of a line; 1 for a supply.
    let yield: Double
    /// Units per day at most; infinity where not stated.
    let capacity: Double
    /// Share among all sources of the material, 0…1: by capacity where every source states one,
    /// else equal.
    var share = 0.0
  }

  private let sources: [[Source]]

  init(_ network: FlowNetwork) {
    var sources: [[Source]] = Array(repeating: [], count: network.materialCount)
    let runs = Self.runsWithGroups(network)
    for line in 0..<network.lines.count {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        let pair = Int(network.lines.recipePair[entry])
        let yield = network.lines.recipeQuantity[entry]
        sources[Int(network.pairs.material[pair])].append(
          Source(
            element: .line(line), site: Int(network.pairs.site[pair]), yield: yield,
            capacity: runs[line] * yield))
      }
    }
    for supply in 0..<network.supplies.count where network.supplies.pair[supply] >= 0 {
      let pair = Int(network.supplies.pair[supply])
      sources[Int(network.pairs.material[pair])].append(
        Source(
          element: .supply(supply), site: Int(network.pairs.site[pair]), yield: 1,
          capacity: network.supplies.perDay[supply]))
    }
    self.sources = sources.map(Self.withShares)
  }

  func of(_ material: Int) -> [Source] { sources[material] }

  /// Runs per day of each line, also where only a capacity group limits them.
  private static func runsWithGroups(_ network: FlowNetwork) -> [Double] {
    var runs = network.lines.runsPerDay
    for group in 0..<network.groups.count {
      for entry in network.groups.members[group] where network.groups.memberUse[entry] > 0 {
        let line = Int(network.groups.memberLine[entry])
        guard line >= 0 else { continue }
        let most = network.groups.perDay[group] / network.groups.memberUse[entry]
        runs[line] = min(runs[line], most)
      }
    }
    return runs
  }

  private static func withShares(_ sources: [Source]) -> [Source] {
    let total = sources.reduce(0) { $0 + $1.capacity }
    let isStated = total.isFinite && total > 0
    return sources.map { source in
      var source = source
      source.share = isStated ? source.capacity / total : 1 / Double(sources.count)
      return source
    }
  }
}
