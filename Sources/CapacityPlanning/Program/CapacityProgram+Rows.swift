// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

extension CapacityProgram {
  mutating func addRows() {
    addBalances()
    addCapacities()
    addOptionRows()
    addWorkforceRows()
    budgetRow = program.rowCount
    for limit in model.budget { program.addRow(upper: limit.amount / scale.money) }
  }

  /// In = out, with what comes by itself and what is asked for on the right.
  private mutating func addBalances() {
    let network = model.network
    balanceRow = program.addRows(network.pairs.count * periods, lower: 0, upper: 0)
    for pair in 0..<network.pairs.count where model.openingStock[pair] > 0 {
      addToBalance(pair, 0, -model.openingStock[pair])
    }
    let arrivals = network.arrivals
    for arrival in 0..<arrivals.count where arrivals.pair[arrival] >= 0 {
      if let period = model.grid.period(ofDay: arrivals.day[arrival]) {
        addToBalance(Int(arrivals.pair[arrival]), period, -arrivals.quantity[arrival])
      }
    }
  }

  /// Adds units to the right-hand side of a balance.
  mutating func addToBalance(_ pair: Int, _ period: Int, _ units: Double) {
    let row = balance(pair, period)
    let value = program.rowLower[row] + units / scale.pair[pair]
    program.setRow(row, lower: value, upper: value)
  }

  /// Rows for capacities that options change, for links that carry everything, and for groups; all
  /// other capacities are bounds of columns.
  private mutating func addCapacities() {
    let network = model.network
    lineRow = Array(repeating: -1, count: network.lines.count)
    linkRow = Array(repeating: -1, count: network.links.count)
    supplyRow = Array(repeating: -1, count: network.supplies.count)
    let options = model.options
    for option in 0..<options.count where options.last[option] >= options.first[option] {
      switch options.target[option] {
      case .line(let line): addLineRow(line)
      case .link(let link): addLinkRow(link)
      case .supply(let supply): addSupplyRow(supply)
      case nil: continue
      }
      if options.donor[option] >= 0 { addLineRow(Int(options.donor[option])) }
    }
    for link in 0..<network.links.count where network.links.carriesEverything[link] {
      addLinkRow(link)
    }
    groupRow = network.groups.perDay.indices.map { group in
      let perDay = network.groups.perDay[group]
      guard perDay.isFinite else { return -1 }
      return Int32(
        program.addRows(periods, upper: perDay * model.grid.periodDays / scale.group[group]))
    }
  }

  private mutating func addLineRow(_ line: Int) {
    guard lineRow[line] < 0, model.lineCapacity[line].isFinite else { return }
    let runs = model.lineCapacity[line] * model.grid.periodDays
    lineRow[line] = Int32(program.addRows(periods, upper: runs / scale.line[line]))
  }

  private mutating func addLinkRow(_ link: Int) {
    guard linkRow[link] < 0, model.linkCapacity[link].isFinite else { return }
    let units = model.linkCapacity[link] * model.grid.periodDays
    linkRow[link] = Int32(program.addRows(periods, upper: units / linkScale(link)))
  }

  private mutating func addSupplyRow(_ supply: Int) {
    guard supplyRow[supply] < 0, model.supplyCapacity[supply].isFinite,
      model.network.supplies.pair[supply] >= 0
    else { return }
    let first = program.rowCount
    for period in 0..<periods {
      let units = model.supplyCapacity[supply] * openDays(supply, period)
      program.addRow(upper: units / scale.supply[supply])
    }
    supplyRow[supply] = Int32(first)
  }

  /// Units of a link's capacity that one unit of its row stands for.
  func linkScale(_ link: Int) -> Double {
    let arcs = model.network.arcs
    let sizes = model.network.links.arcs[link].map { scale.arc[$0] * arcs.weight[$0] }
    return ProgramScale.power(sizes.max() ?? 1)
  }

  /// Days of a supply's window in a period.
  func openDays(_ supply: Int, _ period: Int) -> Double {
    let supplies = model.network.supplies
    return model.grid.days(from: supplies.fromDay[supply], to: supplies.toDay[supply], in: period)
  }

  // MARK: Options

  private mutating func addOptionRows() {
    let options = model.options
    startRow = Array(repeating: -1, count: options.count)
    openingRow = startRow
    for option in 0..<options.count where options.last[option] >= options.first[option] {
      if options.isTimed[option] {
        let steps = options.last[option] - options.first[option]
        if steps > 0 { startRow[option] = Int32(program.addRows(steps, lower: 0)) }
      }
      if options.fixedCost[option] > 0 || options.minimum[option] > 0 {
        openingRow[option] = Int32(program.addRow(upper: 0))
        program.addRow(lower: 0)
      }
    }
  }

  // MARK: Workforce

  private mutating func addWorkforceRows() {
    let sites = model.network.siteCount
    workforceRow = Array(repeating: -1, count: sites)
    hireRow = workforceRow
    for site in sitesWithWork() where model.workforce.isLimited(site) {
      let workers = model.workforce.workers[site] / scale.workers[site]
      workforceRow[site] = Int32(program.addRows(periods, upper: workers))
      let hires = model.workforce.hiresPerDay[site] * model.grid.periodDays
      guard hires > 0, hires.isFinite else { continue }
      hireRow[site] = Int32(
        program.addRows(periods, lower: 0, upper: hires / scale.workers[site]))
    }
  }

  /// Sites where a line or the building of an option takes workers, ascending.
  private func sitesWithWork() -> [Int] {
    let (lines, options) = (model.network.lines, model.options)
    var hasWork = Array(repeating: false, count: model.network.siteCount)
    for line in 0..<lines.count where lines.site[line] >= 0 && model.workersPerDailyRun[line] > 0 {
      hasWork[Int(lines.site[line])] = true
    }
    for option in 0..<options.count where options.site[option] >= 0 {
      if options.buildWorkers[option] > 0 { hasWork[Int(options.site[option])] = true }
    }
    return hasWork.indices.filter { hasWork[$0] }
  }
}
