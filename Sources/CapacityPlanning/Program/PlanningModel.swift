// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Resilience
import ValueChains

/// A network with what planning adds to it: options, budget, workforce and costs, as arrays.
///
/// Capacities are those left by the disruption of the request, which multiplies all that is hit,
/// modules included. Rates are per day, times in whole periods, unlimited is infinity.
struct PlanningModel: Sendable {
  let network: FlowNetwork
  let request: PlanRequest
  var grid: PeriodGrid { request.grid }

  let lineCapacity: [Double]
  let linkCapacity: [Double]
  let supplyCapacity: [Double]
  /// Limits of single materials on links that carry everything; infinity elsewhere.
  let arcCapacity: [Double]
  let openingStock: [Double]
  let lineLead: [Int]
  let linkLead: [Int]
  let costPerRun: [Double]
  let workersPerDailyRun: [Double]
  let linkCost: [Double]
  let supplyCost: [Double]
  let options: Options
  let workforce: Workforce
  /// Money that may have been committed by the end of a period, ascending by period.
  let budget: [(period: Int, amount: Double)]
  let siteOrigin: [Origin]
  let supplyOrigin: [Origin]
  /// By row of materials.
  let materialSources: [[MaterialSource]]

  enum Target: Sendable, Equatable {
    case line(Int)
    case link(Int)
    case supply(Int)
  }

  struct Options: Sendable {
    let target: [Target?]
    let modulePerDay: [Double]
    let maximum: [Double]
    let minimum: [Double]
    let costPerModule: [Double]
    let fixedCost: [Double]
    let build: [Int]
    let buildWorkers: [Double]
    /// -1 where there is none.
    let donor: [Int32]
    let donorLossPerDay: [Double]
    let isConversion: [Bool]
    /// The first period a module can start in, and the last in which a start still brings
    /// something; `last < first` where it brings nothing within the horizon.
    let first: [Int]
    let last: [Int]
    /// Whether the moment of a start matters: where money comes over time, where building takes
    /// workers, or where a donor gives up capacity. Otherwise the first period is as good as any.
    let isTimed: [Bool]
    /// Where build workers count, -1 where nowhere.
    let site: [Int32]

    var count: Int { target.count }
  }

  struct Workforce: Sendable {
    /// Infinity where not stated.
    let workers: [Double]
    let hiresPerDay: [Double]
    let costPerHire: [Double]

    /// Whether the workers of a site can limit anything or cost something.
    func isLimited(_ site: Int) -> Bool {
      workers[site].isFinite && (hiresPerDay[site].isFinite || costPerHire[site] > 0)
    }
  }

  init(_ network: FlowNetwork, _ request: PlanRequest) {
    self.network = network
    self.request = request
    let chain = network.chain
    let grid = request.grid
    let hit =
      request.effect
      ?? request.disruption.map { DisruptionResolver(network).resolve($0).effect }
    let remaining = Remaining(network, hit ?? DisruptionEffect())
    lineCapacity = Self.scaled(network.lines.runsPerDay, remaining.lines)
    linkCapacity = Self.scaled(network.links.perDay, remaining.links)
    supplyCapacity = Self.scaled(network.supplies.perDay, remaining.supplies)
    arcCapacity = Self.arcCapacity(network, remaining, hit?.arcs ?? [])
    let emptied = Set(hit?.emptiedSites.map(Int32.init) ?? [])
    let pairs = network.pairs
    openingStock = (0..<pairs.count).map { pair in
      (emptied.contains(pairs.site[pair]) ? 0 : pairs.onHand[pair]) + pairs.inTransit[pair]
    }
    lineLead = network.lines.leadDays.map(grid.leadPeriods)
    linkLead = network.links.leadDays.map(grid.leadPeriods)
    costPerRun = chain[.lines].numbers(.costPerRun)
    workersPerDailyRun = chain[.lines].numbers(.workersPerDailyRun)
    linkCost = chain[.links].numbers(.costPerUnit)
    supplyCost = chain[.supplies].numbers(.costPerUnit)
    let sites = chain[.sites]
    workforce = Workforce(
      workers: sites.numbers(.workers), hiresPerDay: sites.numbers(.hiresPerDay),
      costPerHire: sites.numbers(.costPerHire))
    budget = Self.budget(chain, request)
    let isSpentOverTime = budget.contains { $0.period < grid.periods - 1 }
    options = Self.options(network, request, remaining, workforce, isSpentOverTime)
    siteOrigin = Self.origins(chain, .sites, home: request.home)
    supplyOrigin = Self.origins(chain, .supplies, home: request.home)
    materialSources = Self.materialSources(network)
  }

  private static func scaled(_ capacity: [Double], _ remaining: [Double]) -> [Double] {
    zip(capacity, remaining).map { $1 == 0 ? 0 : $0 * $1 }
  }

  private static func arcCapacity(
    _ network: FlowNetwork, _ remaining: Remaining, _ hits: [(id: Int, remaining: Double)]
  ) -> [Double] {
    // A link of which nothing is left carries nothing, also of what weighs nothing.
    var capacity = network.arcs.link.map { remaining.links[Int($0)] == 0 ? 0 : Double.infinity }
    for (arc, share) in hits {
      let weight = network.arcs.weight[arc]
      let link = network.links.perDay[Int(network.arcs.link[arc])]
      let left = share == 0 ? 0 : weight > 0 ? link * share / weight : .infinity
      capacity[arc] = min(capacity[arc], left)
    }
    return capacity
  }

  /// The package's table, or the total asked for, which limits what is committed in the end.
  private static func budget(_ chain: ValueChain, _ request: PlanRequest)
    -> [(period: Int, amount: Double)]
  {
    let last = request.grid.periods - 1
    if let total = request.budget { return [(last, total)] }
    let table = chain[.budget]
    let (days, amounts) = (table.numbers(.day), table.numbers(.cumulative))
    let rows = days.indices.filter { !days[$0].isNaN }.sorted { (days[$0], $0) < (days[$1], $1) }
    guard let final = rows.last else { return [] }
    var least: [Int: Double] = [last: amounts[final]]
    for row in rows {
      let period = request.grid.period(ofDay: days[row]) ?? last
      least[period] = min(least[period] ?? .infinity, amounts[row])
    }
    return least.filter { $0.value.isFinite }.map { (period: $0.key, amount: $0.value) }
      .sorted { $0.period < $1.period }
  }

  private static func options(
    _ network: FlowNetwork, _ request: PlanRequest, _ remaining: Remaining, _ workforce: Workforce,
    _ isSpentOverTime: Bool
  ) -> Options {
    let (chain, grid) = (network.chain, request.grid)
    let table = chain[.options]
    let kinds = table.text(.kind).map { $0.lowercased() }
    let keys = [
      chain.keys(of: .lines), chain.keys(of: .links), chain.keys(of: .supplies),
    ].map { $0.rows(of: table.text(.target)) }
    let target = kinds.indices.map { option -> Target? in
      switch kinds[option] {
      case "supplier": keys[2][option] >= 0 ? .supply(Int(keys[2][option])) : nil
      case "link": keys[1][option] >= 0 ? .link(Int(keys[1][option])) : nil
      default: keys[0][option] >= 0 ? .line(Int(keys[0][option])) : nil
      }
    }
    let build = table.numbers(.buildDays).map(grid.leadPeriods)
    let first = table.numbers(.fromDay).map(grid.firstPeriod(beginningFrom:))
    let isConversion = kinds.map { $0 == "conversion" }
    let donorRows = chain.keys(of: .lines).rows(of: table.text(.donor))
    let losses = table.numbers(.donorLossPerDay)
    let isGiving = kinds.indices.map { option in
      donorRows[option] >= 0 && losses[option] > 0
        && network.lines.runsPerDay[Int(donorRows[option])].isFinite
    }
    let supplySite = chain.keys(of: .sites).rows(of: chain[.supplies].text(.site))
    let site = target.map { target -> Int32 in
      switch target {
      case .line(let line): network.lines.site[line]
      case .link(let link): network.links.from[link]
      case .supply(let supply): supplySite[supply]
      case nil: -1
      }
    }
    let buildWorkers = table.numbers(.buildWorkers)
    let modules = table.numbers(.modulePerDay)
    return Options(
      target: target,
      modulePerDay: kinds.indices.map { modules[$0] * remaining.share(of: target[$0]) },
      maximum: table.numbers(.maxModules), minimum: table.numbers(.minModules),
      costPerModule: table.numbers(.costPerModule), fixedCost: table.numbers(.fixedCost),
      build: build, buildWorkers: buildWorkers,
      donor: kinds.indices.map { isGiving[$0] ? donorRows[$0] : -1 },
      donorLossPerDay: kinds.indices.map { option in
        isGiving[option] ? losses[option] * remaining.lines[Int(donorRows[option])] : 0
      },
      isConversion: isConversion, first: first,
      last: kinds.indices.map { option in
        let isUsable = request.usableOptions?.contains(option) ?? true
        return isUsable && target[option] != nil ? grid.periods - 1 - build[option] : -1
      },
      isTimed: kinds.indices.map { option in
        request.timesEveryOption || isSpentOverTime || isGiving[option]
          || (build[option] > 0 && buildWorkers[option] > 0 && site[option] >= 0
            && workforce.isLimited(Int(site[option])))
      },
      site: site)
  }
}

/// The share of each capacity that a disruption leaves.
private struct Remaining {
  var lines: [Double]
  var links: [Double]
  var supplies: [Double]

  init(_ network: FlowNetwork, _ effect: DisruptionEffect) {
    lines = Array(repeating: 1, count: network.lines.count)
    links = Array(repeating: 1, count: network.links.count)
    supplies = Array(repeating: 1, count: network.supplies.count)
    for (line, share) in effect.lines { lines[line] = share }
    for (link, share) in effect.links { links[link] = share }
    for (supply, share) in effect.supplies { supplies[supply] = share }
  }

  func share(of target: PlanningModel.Target?) -> Double {
    switch target {
    case .line(let line): lines[line]
    case .link(let link): links[link]
    case .supply(let supply): supplies[supply]
    case nil: 1
    }
  }
}
