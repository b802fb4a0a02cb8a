// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// Where something comes from, seen from home.
enum Origin: Sendable {
  case home
  case foreign
  case unknown
}

/// What can bring a material into the chain.
enum MaterialSource: Sendable {
  case supply(Int)
  /// A line with its units per run.
  case line(Int, yield: Double)
}

extension PlanningModel {
  static func origins(_ chain: ValueChain, _ table: TableName, home: String) -> [Origin] {
    let home = home.uppercased()
    let organisations = chain.keys(of: .organisations)
    let countries = chain[.organisations].text(.country)
    let owner = organisations.rows(of: chain[table].text(.organisation))
    return chain[table].text(.country).enumerated().map { row, own in
      // Where a place does not say its country, its owner's is the best there is.
      let country = own.isEmpty && owner[row] >= 0 ? countries[Int(owner[row])] : own
      return country.isEmpty ? .unknown : country.uppercased() == home ? .home : .foreign
    }
  }

  /// A shipment comes from where it starts.
  func origin(ofLink link: Int) -> Origin {
    let from = network.links.from[link]
    return from >= 0 ? siteOrigin[Int(from)] : .unknown
  }

  /// Workers of the donor that a module of a conversion takes the place of.
  func jobsMovedPerModule(_ option: Int) -> Double {
    let donor = Int(options.donor[option])
    return donor < 0 ? 0 : options.donorLossPerDay[option] * workersPerDailyRun[donor]
  }

  /// Supplies and lines that can bring each material, by row of materials.
  static func materialSources(_ network: FlowNetwork) -> [[MaterialSource]] {
    var sources: [[MaterialSource]] = Array(repeating: [], count: network.materialCount)
    for supply in 0..<network.supplies.count where network.supplies.pair[supply] >= 0 {
      let pair = Int(network.supplies.pair[supply])
      sources[Int(network.pairs.material[pair])].append(.supply(supply))
    }
    for line in 0..<network.lines.count {
      for entry in network.lines.recipe[line] where network.lines.recipeQuantity[entry] > 0 {
        let material = network.pairs.material[Int(network.lines.recipePair[entry])]
        sources[Int(material)].append(.line(line, yield: network.lines.recipeQuantity[entry]))
      }
    }
    return sources
  }
}
