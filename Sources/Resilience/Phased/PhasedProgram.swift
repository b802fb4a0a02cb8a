// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// Time to survive with lead times counted: section 4 without options, on a grid of periods.
///
/// Runs, shipments, purchases and end stocks of every period; unmet demand is measured in shares of
/// a period's demand. Scaled like ``FluidProgram``, by reference rates times the period.
struct PhasedProgram: Sendable {
  let grid: PeriodGrid
  private let needed: NeededNetwork
  private let rates: ReferenceRates
  private(set) var program = LinearProgram(.minimise)
  /// First column of each line, arc and supply; periods follow one another.
  private var lineColumn: [Int: Int] = [:]
  private var arcColumn: [Int: Int] = [:]
  private var supplyColumn: [Int: Int] = [:]
  private var balanceRow: [Int: Int] = [:]
  private var linkRow: [Int: Int] = [:]
  private var groupRow: [Int: Int] = [:]
  private var workforceRow: [Int: Int] = [:]
  /// Unmet demand: its column and period.
  private(set) var unmet: [(column: Int, period: Int)] = []

  private let arrivalsOfPair: [Int: [Int]]
  private let workersPerDailyRun: [Double]

  init(_ network: FlowNetwork, _ grid: PeriodGrid) {
    self.grid = grid
    let arrivals = network.arrivals.pair
    arrivalsOfPair = Dictionary(grouping: arrivals.indices.filter { arrivals[$0] >= 0 }) {
      Int(arrivals[$0])
    }
    workersPerDailyRun = network.chain[.lines].numbers(.workersPerDailyRun)
    needed = NeededNetwork(network, days: 1...grid.days)
    rates = ReferenceRates(needed)
    addRows()
    for line in needed.lines { addLine(line) }
    for arc in needed.arcs { addArc(arc) }
    for supply in needed.supplies { addSupply(supply) }
    for pair in needed.pairs { addStock(pair) }
    addDemands()
  }

  private var network: FlowNetwork { needed.network }
  private func size(_ pair: Int) -> Double { rates.pair[pair] * grid.periodDays }

  // MARK: Rows

  private mutating func addRows() {
    for pair in needed.pairs {
      balanceRow[pair] = program.addRows(grid.periods, lower: 0, upper: 0)
      for (period, quantity) in inflows(pair, isStockLost: false) {
        program.setRow(balanceRow[pair]! + period, lower: -quantity, upper: -quantity)
      }
    }
    let lines = Set(needed.lines)
    for group in 0..<network.groups.count where network.groups.perDay[group].isFinite {
      let isUsed = network.groups.members[group].contains {
        lines.contains(Int(network.groups.memberLine[$0]))
      }
      guard isUsed else { continue }
      groupRow[group] = program.addRows(
        grid.periods, upper: network.groups.perDay[group] / groupScale(group))
    }
    for arc in needed.arcs {
      let link = Int(network.arcs.link[arc])
      guard network.links.carriesEverything[link], network.links.perDay[link].isFinite,
        linkRow[link] == nil
      else { continue }
      linkRow[link] = program.addRows(grid.periods, upper: network.links.perDay[link])
    }
    addWorkforceRows()
  }

  /// Workers at a site: those there and all who may have been hired by the period.
  private mutating func addWorkforceRows() {
    let sites = network.chain[.sites]
    let workers = sites.numbers(.workers)
    let hires = sites.numbers(.hiresPerDay)
    for site in Set(needed.lines.map { Int(network.lines.site[$0]) }).sorted()
    where workers[site].isFinite && hires[site].isFinite {
      let first = program.addRows(grid.periods)
      for period in 0..<grid.periods {
        let most = workers[site] + hires[site] * grid.periodDays * Double(period + 1)
        program.setRow(first + period, lower: -.infinity, upper: most)
      }
      workforceRow[site] = first
    }
  }

  private func groupScale(_ group: Int) -> Double {
    let uses = network.groups.members[group].map { entry in
      network.groups.memberUse[entry] * rates.line[Int(network.groups.memberLine[entry])]
    }
    return uses.max().flatMap { $0 > 0 ? $0 : nil } ?? 1
  }

  /// What comes to a pair by itself, by period and scaled: opening stock and dated arrivals.
  private func inflows(_ pair: Int, isStockLost: Bool) -> [Int: Double] {
    let pairs = network.pairs
    var inflows = [0: (isStockLost ? 0 : pairs.onHand[pair]) + pairs.inTransit[pair]]
    for arrival in arrivalsOfPair[pair] ?? [] {
      if let period = grid.period(ofDay: network.arrivals.day[arrival]) {
        inflows[period, default: 0] += network.arrivals.quantity[arrival]
      }
    }
    return inflows.mapValues { $0 / size(pair) }
  }

  // MARK: Columns

  private mutating func addLine(_ line: Int) {
    let runs = rates.line[line] * grid.periodDays
    let lead = grid.leadPeriods(network.lines.leadDays[line])
    let upper = network.lines.runsPerDay[line] / rates.line[line]
    let workers = workersPerDailyRun[line]
    let groups = groupRow.sorted { $0.key < $1.key }.flatMap { group, row in
      network.groups.members[group].filter { network.groups.memberLine[$0] == Int32(line) }.map {
        (row: row, use: network.groups.memberUse[$0] * rates.line[line] / groupScale(group))
      }
    }
    lineColumn[line] = program.columnCount
    for period in 0..<grid.periods {
      program.addColumn(upper: upper)
      for entry in network.lines.recipe[line] {
        let pair = Int(network.lines.recipePair[entry])
        let quantity = network.lines.recipeQuantity[entry]
        let arrives = quantity < 0 ? period : period + lead
        if let row = balanceRow[pair], arrives < grid.periods {
          program.addEntry(row: row + arrives, quantity * runs / size(pair))
        }
      }
      for (row, use) in groups { program.addEntry(row: row + period, use) }
      if let row = workforceRow[Int(network.lines.site[line])] {
        program.addEntry(row: row + period, workers * rates.line[line])
      }
    }
  }

  private mutating func addArc(_ arc: Int) {
    let link = Int(network.arcs.link[arc])
    let (from, to) = (Int(network.arcs.from[arc]), Int(network.arcs.to[arc]))
    let quantity = rates.arc[arc] * grid.periodDays
    let lead = grid.leadPeriods(network.links.leadDays[link])
    let isShared = network.links.carriesEverything[link]
    let upper = isShared ? .infinity : network.links.perDay[link] / rates.arc[arc]
    arcColumn[arc] = program.columnCount
    for period in 0..<grid.periods {
      program.addColumn(upper: upper)
      program.addEntry(row: balanceRow[from]! + period, -quantity / size(from))
      if period + lead < grid.periods {
        program.addEntry(row: balanceRow[to]! + period + lead, quantity / size(to))
      }
      if let row = linkRow[link] {
        program.addEntry(row: row + period, network.arcs.weight[arc] * rates.arc[arc])
      }
    }
  }

  private mutating func addSupply(_ supply: Int) {
    let pair = Int(network.supplies.pair[supply])
    supplyColumn[supply] = program.columnCount
    for period in 0..<grid.periods {
      program.addColumn(upper: supplyLimit(supply, period, remaining: 1))
      program.addEntry(
        row: balanceRow[pair]! + period, rates.supply[supply] * grid.periodDays / size(pair))
    }
  }

  /// In multiples of the reference rate; only days within its window count.
  private func supplyLimit(_ supply: Int, _ period: Int, remaining: Double) -> Double {
    let supplies = network.supplies
    let days = grid.days(from: supplies.fromDay[supply], to: supplies.toDay[supply], in: period)
    if days == 0 || remaining == 0 { return 0 }
    return supplies.perDay[supply] * remaining * (days / grid.periodDays) / rates.supply[supply]
  }

  /// End stock of each period.
  private mutating func addStock(_ pair: Int) {
    let first = balanceRow[pair]!
    for period in 0..<grid.periods {
      program.addColumn(upper: network.pairs.maximum[pair] / size(pair))
      program.addEntry(row: first + period, -1)
      if period + 1 < grid.periods { program.addEntry(row: first + period + 1, 1) }
    }
  }

  private mutating func addDemands() {
    let demands = network.demands
    for demand in 0..<demands.count where demands.rate(demand, within: 1...grid.days) > 0 {
      let pair = Int(demands.pair[demand])
      for period in 0..<grid.periods {
        let days = grid.days(from: demands.fromDay[demand], to: demands.toDay[demand], in: period)
        let quantity = demands.perDay[demand] * days / size(pair)
        guard quantity > 0 else { continue }
        let row = balanceRow[pair]! + period
        program.setRow(
          row, lower: program.rowLower[row] + quantity, upper: program.rowUpper[row] + quantity)
        let column = program.addColumn(cost: Double(grid.periods - period), upper: 1)
        program.addEntry(row: row, quantity)
        unmet.append((column, period))
      }
    }
  }

  // MARK: Disruptions

  /// Bounds a disruption changes: columns with their new upper bound, rows with their new bounds.
  func changes(under effect: DisruptionEffect) -> (
    columns: [Int32: Double], rows: [Int32: (lower: Double, upper: Double)]
  ) {
    var columns: [Int32: Double] = [:]
    var rows: [Int32: (lower: Double, upper: Double)] = [:]
    func scale(_ first: Int?, _ remaining: Double, _ limit: (Int) -> Double) {
      guard let first else { return }
      for period in 0..<grid.periods {
        columns[Int32(first + period)] = remaining == 0 ? 0 : limit(period)
      }
    }
    for (line, remaining) in effect.lines {
      scale(lineColumn[line], remaining) { _ in
        network.lines.runsPerDay[line] * remaining / rates.line[line]
      }
    }
    for (supply, remaining) in effect.supplies {
      scale(supplyColumn[supply], remaining) { supplyLimit(supply, $0, remaining: remaining) }
    }
    for (link, remaining) in effect.links {
      let isShared = network.links.carriesEverything[link]
      for arc in network.links.arcs[link] {
        scale(arcColumn[arc], remaining) { _ in
          isShared ? .infinity : network.links.perDay[link] * remaining / rates.arc[arc]
        }
      }
      if let first = linkRow[link] {
        for period in 0..<grid.periods {
          rows[Int32(first + period)] = (-.infinity, network.links.perDay[link] * remaining)
        }
      }
    }
    for (arc, remaining) in effect.arcs {
      let weight = network.arcs.weight[arc]
      let capacity = network.links.perDay[Int(network.arcs.link[arc])]
      scale(arcColumn[arc], remaining) { _ in
        weight > 0 ? capacity * remaining / weight / rates.arc[arc] : .infinity
      }
    }
    let emptied = Set(effect.emptiedSites.map(Int32.init))
    for pair in needed.pairs where emptied.contains(network.pairs.site[pair]) {
      let row = balanceRow[pair]!
      let change = network.pairs.onHand[pair] / size(pair)
      rows[Int32(row)] = (program.rowLower[row] + change, program.rowUpper[row] + change)
    }
    return (columns, rows)
  }
}
