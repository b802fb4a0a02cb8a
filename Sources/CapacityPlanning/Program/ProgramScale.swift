// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Resilience

/// What one unit of each column and row of the program stands for.
///
/// Flows are measured in about what flows in a period, stocks and balances alike, modules in about
/// what the target needs, so that the solver's absolute tolerances mean the same for a milligram and
/// for a tonne. All factors are powers of two and round nothing.
struct ProgramScale: Sendable {
  /// Units a period at each pair, runs a period of each line, and so on.
  let pair: [Double]
  let line: [Double]
  let arc: [Double]
  let supply: [Double]
  /// About how many modules of each option its target needs.
  let needed: [Double]
  /// Modules of each option; 1 where they are started whole.
  let module: [Double]
  let group: [Double]
  /// People at each site.
  let workers: [Double]
  let money: Double
  /// Value delivered in a period.
  let output: Double

  init(_ model: PlanningModel) {
    let network = model.network
    let days = model.grid.periodDays
    let rates = ReferenceRates(NeededNetwork(network, days: 1...model.grid.days))
    func perPeriod(_ rates: [Double]) -> [Double] { rates.map { Self.power($0 * days) } }
    let pair = perPeriod(rates.pair)
    self.pair = pair
    // A source among many is measured in what its pair takes as a whole.
    line = perPeriod(rates.line).enumerated().map { line, unit in
      let recipe = network.lines.recipe[line]
      let whole = recipe.map { entry in
        pair[Int(network.lines.recipePair[entry])] / abs(network.lines.recipeQuantity[entry])
      }
      return max(unit, Self.power(whole.min() ?? unit))
    }
    arc = perPeriod(rates.arc).enumerated().map { arc, unit in
      max(unit, min(pair[Int(network.arcs.from[arc])], pair[Int(network.arcs.to[arc])]))
    }
    supply = perPeriod(rates.supply).enumerated().map { supply, unit in
      network.supplies.pair[supply] < 0 ? unit : max(unit, pair[Int(network.supplies.pair[supply])])
    }
    let options = model.options
    needed = (0..<options.count).map { option in
      guard options.modulePerDay[option] > 0 else { return 1 }
      let rate: Double
      switch options.target[option] {
      case .line(let line): rate = rates.line[line]
      case .supply(let supply): rate = rates.supply[supply]
      case .link(let link): rate = network.links.arcs[link].map { rates.arc[$0] }.max() ?? 1
      case nil: rate = 1
      }
      return Self.power(rate / options.modulePerDay[option])
    }
    module = model.request.wholeModules ? needed.map { _ in 1 } : needed
    let groups = network.groups
    group = (0..<groups.count).map { group in
      let uses = groups.members[group].map { entry in
        groups.memberUse[entry] * rates.line[Int(groups.memberLine[entry])]
      }
      return Self.power((uses.max() ?? 0) * days)
    }
    workers = model.workforce.workers.map { $0.isFinite ? Self.power(max($0, 1)) : 1 }
    let demands = network.demands
    let values = (0..<demands.count).filter { demands.pair[$0] >= 0 }.map {
      max(demands.valuePerUnit[$0], 1) * pair[Int(demands.pair[$0])]
    }
    output = Self.power(values.max() ?? 1)
    money = Self.power(model.budget.map(\.amount).max() ?? 1)
  }

  /// The power of two next below a size; 1 for what has none.
  static func power(_ size: Double) -> Double {
    size > 0 && size.isNormal ? Double(sign: .plus, exponent: size.exponent, significand: 1) : 1
  }
}
