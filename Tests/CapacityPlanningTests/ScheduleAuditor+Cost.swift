// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import ValueChains

/// People and money.
extension ScheduleAuditor {
  /// Where an option's building work is done.
  private func buildingSite(_ option: Int) -> String {
    let target = chain[.options].text(.target, option)
    func site(_ table: TableName, _ column: ColumnName) -> String {
      row(table, target).map { chain[table].text(column, $0) } ?? ""
    }
    switch chain[.options].text(.kind, option) {
    case "supplier": return site(.supplies, .site)
    case "link": return site(.links, .fromSite)
    default: return site(.lines, .site)
    }
  }

  /// Σ workers x/D + Σ build_workers (n_ot − n_o,t−build) at a site.
  private func people(_ site: String, _ t: Int) -> Double {
    let (lines, options) = (chain[.lines], chain[.options])
    var people = 0.0
    for line in 0..<lines.count where lines.text(.site, line) == site {
      people += lines.numbers(.workersPerDailyRun)[line] * schedule.runs[line][t - 1] / days
    }
    for option in 0..<options.count where buildingSite(option) == site {
      let build = periodsOf(options.numbers(.buildDays)[option])
      let going = modules(option, t) - modules(option, t - build)
      people += options.numbers(.buildWorkers)[option] * going
    }
    return people
  }

  /// What is needed is employed; nobody is hired faster than can be.
  mutating func checkPeople() {
    let sites = chain[.sites]
    for (site, name) in sites.text(.site).enumerated() {
      let shown = schedule.workforce.first { $0.site == site }
      var before = sites.number(.workers, site)
      for t in periods {
        let needed = people(name, t)
        expect(shown?.needed[t - 1] ?? 0, is: needed, "people needed at \(name) in \(t)")
        guard let there = before else { continue }
        let employed = shown?.employed[t - 1] ?? there
        expect(needed, atMost: employed, "people at \(name) in \(t)")
        expect(there, atMost: employed, "nobody leaves \(name) in \(t)")
        let hires = sites.numbers(.hiresPerDay)[site] * days
        expect(employed - there, atMost: hires, "hires at \(name) in \(t)")
        before = employed
      }
    }
  }

  /// The costs shown are those of what is done; together they are the objective.
  mutating func checkCost(_ plan: CapacityPlan) {
    let cost = cost()
    let shown = schedule.totalCost
    for (part, name) in [
      (\PlanCost.unmet, "unmet"), (\.running, "running"), (\.transport, "transport"),
      (\.purchases, "purchases"), (\.holding, "holding"), (\.modules, "modules"),
      (\.fixed, "fixed"), (\.hiring, "hiring"),
    ] {
      expect(shown[keyPath: part], is: cost[keyPath: part], "cost of \(name)")
    }
    let bySite = schedule.costs.reduce(0) { $0 + $1.cost.total }
    expect(bySite, is: shown.total, "costs by site")
    let objective = plan.objective ?? .nan
    switch plan.request.goal {
    case .leastCost: expect(cost.total, is: objective, "the objective")
    case .mostOutput: expect(delivered(), is: objective, "the value delivered")
    case .sustainedRate: break
    }
  }

  private func delivered() -> Double {
    let values = chain[.demands].numbers(.valuePerUnit)
    let hasValues = values.contains { $0 > 0 }
    return schedule.demands.reduce(0) {
      $0 + $1.delivered.reduce(0, +) * (hasValues ? values[$1.row] : 1)
    }
  }

  private func cost() -> PlanCost {
    var cost = PlanCost()
    func add(_ part: WritableKeyPath<PlanCost, Double>, _ price: Double, _ units: [Double]) {
      cost[keyPath: part] += price * units.reduce(0, +)
    }
    for demand in schedule.demands {
      add(\.unmet, chain[.demands].numbers(.valuePerUnit)[demand.row], demand.unmet)
    }
    for (line, price) in chain[.lines].numbers(.costPerRun).enumerated() {
      add(\.running, price, schedule.runs[line])
    }
    for arc in 0..<network.arcs.count {
      let price = chain[.links].numbers(.costPerUnit)[Int(network.arcs.link[arc])]
      add(\.transport, price * network.arcs.weight[arc], schedule.shipments[arc])
    }
    for (supply, price) in chain[.supplies].numbers(.costPerUnit).enumerated() {
      add(\.purchases, price, schedule.purchases[supply])
    }
    for pair in schedule.stocks.indices {
      let name =
        chain[.sites].key(Int(network.pairs.site[pair])) + "|"
        + chain[.materials].key(Int(network.pairs.material[pair]))
      guard let row = row(.stocks, name) else { continue }
      add(\.holding, chain[.stocks].numbers(.holdingCostPerDay)[row] * days, schedule.stocks[pair])
    }
    for build in schedule.modules {
      add(\.modules, chain[.options].numbers(.costPerModule)[build.row], [build.total])
      add(\.fixed, chain[.options].numbers(.fixedCost)[build.row], [1])
    }
    for site in schedule.workforce {
      guard let stated = chain[.sites].number(.workers, site.site) else { continue }
      let hired = (site.employed.last ?? stated) - stated
      add(\.hiring, chain[.sites].numbers(.costPerHire)[site.site], [hired])
    }
    return cost
  }
}
