// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Resilience
import ValueChains

@testable import CapacityPlanning

extension PlanRequest {
  /// What the twin's settings ask for, solved exactly.
  init(_ settings: ObviousPlan.Settings, _ network: FlowNetwork) {
    self.init(PeriodGrid(periods: settings.periods, periodDays: settings.periodDays))
    goal = settings.goal == .leastCost ? .leastCost : .mostOutput
    wholeModules = settings.wholeModules
    backlog = settings.backlog
    requireDemand = settings.requireDemand
    budget = settings.budget
    effect = Self.effect(settings.disruption, network)
    gap = 0
  }

  private static func effect(_ disruption: ObviousPlan.Disruption, _ network: FlowNetwork)
    -> DisruptionEffect
  {
    let chain = network.chain
    func ids(_ shares: [String: Double], _ table: TableName) -> [(id: Int, remaining: Double)] {
      let keys = chain.keys(of: table)
      return shares.compactMap { name, share in keys[name].map { (id: $0, remaining: share) } }
        .sorted { $0.id < $1.id }
    }
    var effect = DisruptionEffect()
    effect.lines = ids(disruption.lines, .lines)
    effect.links = ids(disruption.links, .links)
    effect.supplies = ids(disruption.supplies, .supplies)
    let links = chain.keys(of: .links)
    let materials = chain.keys(of: .materials)
    for arc in 0..<network.arcs.count {
      let link = Int(network.arcs.link[arc])
      let material = network.pairs.material[Int(network.arcs.from[arc])]
      for (part, share) in disruption.parts
      where links[part.link] == link && materials[part.material] == Int(material) {
        effect.arcs.append((arc, share))
      }
    }
    let sites = chain.keys(of: .sites)
    effect.emptiedSites = disruption.emptiedSites.compactMap { sites[$0] }.sorted()
    return effect
  }
}
