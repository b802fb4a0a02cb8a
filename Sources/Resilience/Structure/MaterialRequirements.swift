// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// Demand explosion: how much of each material the mix of final products takes, over all levels.
struct MaterialRequirements {
  /// Units per unit of final product; nil where no demand rests on the material, or where a cycle
  /// needs more of itself than it makes.
  let perUnit: [Double?]
  /// Longest way from a demand, counted in lines; nil where no demand rests on the material.
  let tier: [Int?]

  private struct Maker {
    /// Runs per unit of the material, times the share of it this line makes.
    let runsPerUnit: Double
    let inputs: [(material: Int, quantity: Double)]
  }

  init(_ network: FlowNetwork, _ sources: MaterialSources) {
    let final = Self.finalDemand(network)
    let total = final.reduce(0, +)
    let makers = Self.makers(network, sources)
    let inputs = makers.map { Array(Set($0.flatMap { $0.inputs.map(\.material) })).sorted() }
    let components = StronglyConnectedComponents(inputs)
    // Higher components first: users before what they use.
    let order = inputs.indices.sorted {
      (components.component[$0], $1) > (components.component[$1], $0)
    }
    var tier: [Int?] = final.map { $0 > 0 ? 0 : nil }
    var gross = final
    var at = 0
    while at < order.count {
      var end = at + 1
      while end < order.count,
        components.component[order[end]] == components.component[order[at]]
      {
        end += 1
      }
      Self.explode(Array(order[at..<end]), makers, inputs, &gross, &tier)
      at = end
    }
    self.tier = tier
    perUnit = zip(gross, tier).map { gross, tier in
      tier == nil || total <= 0 || !gross.isFinite ? nil : gross / total
    }
  }

  /// What is demanded of each material per day; where no demand states a rate, one unit of each.
  private static func finalDemand(_ network: FlowNetwork) -> [Double] {
    let demands = network.demands
    func demand(_ rate: (Int) -> Double) -> [Double] {
      var final = Array(repeating: 0.0, count: network.materialCount)
      for demand in 0..<demands.count where demands.pair[demand] >= 0 {
        final[Int(network.pairs.material[Int(demands.pair[demand])])] += rate(demand)
      }
      return final
    }
    let steady = demand(demands.steadyRate)
    if steady.contains(where: { $0 > 0 }) { return steady }
    let everyDay = 1...Double.greatestFiniteMagnitude
    let later = demand { demands.rate($0, within: everyDay) }
    return later.contains { $0 > 0 } ? later : demand { _ in 1 }
  }

  private static func makers(_ network: FlowNetwork, _ sources: MaterialSources) -> [[Maker]] {
    (0..<network.materialCount).map { material in
      sources.of(material).compactMap { source in
        guard case .line(let line) = source.element else { return nil }
        let recipe = network.lines.recipe[line]
        let inputs = recipe.filter { network.lines.recipeQuantity[$0] < 0 }.map { entry in
          (
            material: Int(network.pairs.material[Int(network.lines.recipePair[entry])]),
            quantity: -network.lines.recipeQuantity[entry]
          )
        }
        return Maker(runsPerUnit: source.share / source.yield, inputs: inputs)
      }
    }
  }

  /// Passes the requirements of one component on: at once for a single material, by repeating until
  /// nothing changes for a cycle.
  private static func explode(
    _ members: [Int], _ makers: [[Maker]], _ inputs: [[Int]], _ gross: inout [Double],
    _ tier: inout [Int?]
  ) {
    let inside = Set(members)
    let isCycle = members.count > 1 || inputs[members[0]].contains(members[0])
    let highest = members.compactMap { tier[$0] }.max()
    guard let highest else { return }
    if isCycle {
      for member in members { tier[member] = highest }
      solveCycle(members, inside, makers, &gross)
    }
    for member in members {
      for maker in makers[member] {
        for input in maker.inputs where !inside.contains(input.material) {
          gross[input.material] += gross[member] * maker.runsPerUnit * input.quantity
          tier[input.material] = max(tier[input.material] ?? 0, highest + 1)
        }
      }
    }
  }

  private static func solveCycle(
    _ members: [Int], _ inside: Set<Int>, _ makers: [[Maker]], _ gross: inout [Double]
  ) {
    let outside = gross
    let total = members.reduce(0) { $0 + outside[$1] }
    for _ in 0..<10_000 {
      var next = outside
      for member in members {
        for maker in makers[member] {
          for input in maker.inputs where inside.contains(input.material) {
            next[input.material] += gross[member] * maker.runsPerUnit * input.quantity
          }
        }
      }
      let isSettled = members.allSatisfy {
        abs(next[$0] - gross[$0]) <= 1e-12 * max(1, abs(next[$0]))
      }
      for member in members { gross[member] = next[member] }
      if isSettled { return }
      // A requirement that only grows has no end to wait for.
      if members.contains(where: { next[$0] > 1e12 * max(1, total) }) { break }
    }
    for member in members { gross[member] = .infinity }
  }
}
