// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// What a schedule costs, by the site where it arises.
struct PlanCosts {
  private let program: CapacityProgram
  private let schedule: PlanSchedule
  private var model: PlanningModel { program.model }
  private var network: FlowNetwork { program.model.network }

  init(_ program: CapacityProgram, _ schedule: PlanSchedule) {
    self.program = program
    self.schedule = schedule
  }

  func bySite() -> [SiteCost] {
    var costs = Array(repeating: PlanCost(), count: network.siteCount)
    func add(_ site: Int32, _ amount: Double, _ part: WritableKeyPath<PlanCost, Double>) {
      if site >= 0 && amount != 0 { costs[Int(site)][keyPath: part] += amount }
    }
    func total(_ values: [Double]) -> Double { values.reduce(0, +) }
    for line in 0..<network.lines.count {
      add(
        network.lines.site[line], total(schedule.runs[line]) * model.costPerRun[line], \.running)
    }
    for arc in 0..<network.arcs.count {
      let link = Int(network.arcs.link[arc])
      let perUnit = model.linkCost[link] * network.arcs.weight[arc]
      add(network.links.from[link], total(schedule.shipments[arc]) * perUnit, \.transport)
    }
    for supply in 0..<network.supplies.count where network.supplies.pair[supply] >= 0 {
      let site = network.pairs.site[Int(network.supplies.pair[supply])]
      add(site, total(schedule.purchases[supply]) * model.supplyCost[supply], \.purchases)
    }
    for pair in 0..<network.pairs.count where network.pairs.holdingCostPerDay[pair] > 0 {
      let perUnit = network.pairs.holdingCostPerDay[pair] * schedule.periodDays
      add(network.pairs.site[pair], total(schedule.stocks[pair]) * perUnit, \.holding)
    }
    for demand in schedule.demands where network.demands.pair[demand.row] >= 0 {
      let site = network.pairs.site[Int(network.demands.pair[demand.row])]
      add(site, total(demand.unmet) * network.demands.valuePerUnit[demand.row], \.unmet)
    }
    for build in schedule.modules {
      let site = model.options.site[build.row]
      add(site, build.total * model.options.costPerModule[build.row], \.modules)
      add(site, model.options.fixedCost[build.row], \.fixed)
    }
    for people in schedule.workforce {
      guard let stated = people.stated, let last = people.employed.last else { continue }
      let hired = max(0, last - stated)
      add(Int32(people.site), hired * model.workforce.costPerHire[people.site], \.hiring)
    }
    return costs.indices.filter { costs[$0] != PlanCost() }.map {
      SiteCost(site: $0, name: network.chain[.sites].key($0), cost: costs[$0])
    }
  }
}
