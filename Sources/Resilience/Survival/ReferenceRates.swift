// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// About how much flows where per day when every source of a pair takes an equal share.
///
/// Only the size matters: programs are scaled with it, so that a milligram of mercury and a tonne of
/// steel are both of size one, and the solver's tolerances mean the same everywhere (parts of days).
package struct ReferenceRates: Sendable {
  /// Units per day at each needed pair; powers of two, so that scaling rounds nothing.
  package let pair: [Double]
  package let line: [Double]
  package let arc: [Double]
  package let supply: [Double]

  package init(_ needed: NeededNetwork) {
    let network = needed.network
    var gross = needed.demandRate
    var line = Array(repeating: 0.0, count: network.lines.count)
    var arc = Array(repeating: 0.0, count: network.arcs.count)
    var supply = Array(repeating: 0.0, count: network.supplies.count)
    for pair in Self.usersFirst(needed) {
      let share = gross[pair] / Double(max(1, needed.sources[pair].count))
      for source in needed.sources[pair] {
        switch source {
        case .supply(let id): supply[id] += share
        case .arc(let id):
          arc[id] += share
          gross[Int(network.arcs.from[id])] += share
        case .line(let id):
          let recipe = network.lines.recipe[id]
          let yield =
            recipe.first { Int(network.lines.recipePair[$0]) == pair }
            .map { network.lines.recipeQuantity[$0] } ?? 1
          line[id] += share / yield
          for entry in recipe where network.lines.recipeQuantity[entry] < 0 {
            gross[Int(network.lines.recipePair[entry])] -=
              share / yield * network.lines.recipeQuantity[entry]
          }
        }
      }
    }
    func rounded(_ rates: [Double]) -> [Double] {
      rates.map {
        $0 > 0 && $0.isNormal ? Double(sign: .plus, exponent: $0.exponent, significand: 1) : 1
      }
    }
    pair = rounded(gross)
    self.line = rounded(line)
    self.arc = rounded(arc)
    self.supply = rounded(supply)
  }

  /// Needed pairs, users before what they use; on a cycle the order within is arbitrary.
  private static func usersFirst(_ needed: NeededNetwork) -> [Int] {
    let inputs = needed.inputs(of: needed.sources)
    let component = StronglyConnectedComponents(inputs).component
    return needed.pairs.sorted { (component[$0], $1) > (component[$1], $0) }
  }
}
