// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Resilience
import ValueChains

/// What each material comes from and how long what lies in stock lasts: the plain figures by which
/// results are explained.
struct MaterialBasis {
  /// A line or a supply that brings a material.
  struct Source: Equatable {
    let table: TableName
    let row: Int
    let site: Int
    /// Units of the material per day at most; infinity where not stated.
    let capacity: Double
    /// Whether it can bring anything today; options start at 0.
    var isUsable: Bool { capacity > 0 }
  }

  /// By row of the materials.
  let sources: [[Source]]
  /// Units a day the demand takes; nil where no demand rests on the material.
  let need: [Double?]
  /// Everything on hand, in transit or on its way.
  let stock: [Double]
  /// Pairs of each material.
  let pairs: [[Int]]
  let tier: [Int?]

  init(_ assessment: Assessment) {
    let network = assessment.network
    var sources: [[Source]] = Array(repeating: [], count: network.materialCount)
    for line in 0..<network.lines.count {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        let pair = Int(network.lines.recipePair[entry])
        sources[Int(network.pairs.material[pair])].append(
          Source(
            table: .lines, row: line, site: Int(network.pairs.site[pair]),
            capacity: network.lines.runsPerDay[line] * network.lines.recipeQuantity[entry]))
      }
    }
    for supply in 0..<network.supplies.count where network.supplies.pair[supply] >= 0 {
      let pair = Int(network.supplies.pair[supply])
      sources[Int(network.pairs.material[pair])].append(
        Source(
          table: .supplies, row: supply, site: Int(network.pairs.site[pair]),
          capacity: network.supplies.perDay[supply]))
    }
    self.sources = sources
    let demand = (0..<network.demands.count).reduce(0) { $0 + network.demands.steadyRate($1) }
    var need: [Double?] = Array(repeating: nil, count: network.materialCount)
    var tier: [Int?] = Array(repeating: nil, count: network.materialCount)
    for structure in assessment.structure {
      tier[structure.row] = structure.tier
      if demand > 0, let perUnit = structure.perUnitOfProduct {
        need[structure.row] = perUnit * demand
      }
    }
    self.need = need
    self.tier = tier
    var stock = Array(repeating: 0.0, count: network.materialCount)
    var pairs: [[Int]] = Array(repeating: [], count: network.materialCount)
    for pair in 0..<network.pairs.count {
      let material = Int(network.pairs.material[pair])
      pairs[material].append(pair)
      stock[material] +=
        network.pairs.onHand[pair] + network.pairs.inTransit[pair] + network.pairs.arriving[pair]
    }
    self.stock = stock
    self.pairs = pairs
  }

  func usable(_ material: Int) -> [Source] { sources[material].filter(\.isUsable) }

  /// Days the stock of a material lasts at the usual use; nil where nothing uses it.
  func coverDays(_ material: Int) -> Double? {
    guard let need = need[material], need > 0 else { return nil }
    return stock[material] / need
  }

  func unit(_ material: Int, in chain: ValueChain) -> String {
    chain[.materials].text(.unit, material)
  }
}
