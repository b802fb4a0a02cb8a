// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

extension CapacityProgram {
  mutating func addColumns() {
    let network = model.network
    let groups = groupEntries()
    lineColumn = program.columnCount
    for line in 0..<network.lines.count {
      addLine(line, groups.entries[groups.rows[line]])
    }
    arcColumn = program.columnCount
    for arc in 0..<network.arcs.count { addArc(arc) }
    supplyColumn = (0..<network.supplies.count).map { supply in
      network.supplies.pair[supply] < 0 ? -1 : Int32(addSupply(supply))
    }
    stockColumn = program.columnCount
    for pair in 0..<network.pairs.count { addStock(pair) }
    addDemands()
    addOptions()
    addHires()
  }

  // MARK: Flows

  /// What one scaled run of each line takes of the groups it belongs to, sorted by line.
  private func groupEntries() -> (rows: Compressed, entries: [(row: Int, use: Double)]) {
    let groups = model.network.groups
    var line: [Int32] = []
    var entries: [(row: Int, use: Double)] = []
    for group in 0..<groups.count where groupRow[group] >= 0 {
      for member in groups.members[group] where groups.memberLine[member] >= 0 {
        let runs = scale.line[Int(groups.memberLine[member])]
        line.append(groups.memberLine[member])
        entries.append((Int(groupRow[group]), groups.memberUse[member] * runs / scale.group[group]))
      }
    }
    let (rows, order) = Compressed.grouping(line, rows: model.network.lines.count)
    return (rows, order.map { entries[Int($0)] })
  }

  private mutating func addLine(_ line: Int, _ groups: ArraySlice<(row: Int, use: Double)>) {
    let lines = model.network.lines
    let lead = model.lineLead[line]
    let runs = scale.line[line]
    let row = Int(lineRow[line])
    let most = model.lineCapacity[line] * model.grid.periodDays / runs
    let upper = row >= 0 ? .infinity : most
    let cost = model.costPerRun[line] * runs
    let site = Int(lines.site[line])
    let people =
      site >= 0 && workforceRow[site] >= 0
      ? model.workersPerDailyRun[line] * runs / model.grid.periodDays / scale.workers[site] : 0
    let recipe = lines.recipe[line].map { entry in
      let pair = Int(lines.recipePair[entry])
      let quantity = lines.recipeQuantity[entry] * runs / scale.pair[pair]
      return (row: balance(pair, 0), quantity: quantity, lag: quantity < 0 ? 0 : lead)
    }
    for period in 0..<periods {
      program.addColumn(cost: cost, upper: upper)
      for entry in recipe where period + entry.lag < periods {
        program.addEntry(row: entry.row + period + entry.lag, entry.quantity)
      }
      if row >= 0 { program.addEntry(row: row + period, 1) }
      for group in groups { program.addEntry(row: group.row + period, group.use) }
      if people > 0 { program.addEntry(row: Int(workforceRow[site]) + period, people) }
    }
  }

  private mutating func addArc(_ arc: Int) {
    let network = model.network
    let link = Int(network.arcs.link[arc])
    let (from, to) = (Int(network.arcs.from[arc]), Int(network.arcs.to[arc]))
    let units = scale.arc[arc]
    let weight = network.arcs.weight[arc]
    let lead = model.linkLead[link]
    let row = Int(linkRow[link])
    let days = model.grid.periodDays
    let own = row >= 0 || weight == 0 ? .infinity : model.linkCapacity[link] / weight
    let upper = min(own, model.arcCapacity[arc]) * days / units
    let cost = model.linkCost[link] * weight * units
    let use = row >= 0 ? weight * units / linkScale(link) : 0
    for period in 0..<periods {
      program.addColumn(cost: cost, upper: upper)
      // A link from a site to itself without lead time moves nothing.
      if from != to || lead > 0 {
        program.addEntry(row: balance(from, period), -units / scale.pair[from])
        if period + lead < periods {
          program.addEntry(row: balance(to, period + lead), units / scale.pair[to])
        }
      }
      if row >= 0 { program.addEntry(row: row + period, use) }
    }
  }

  private mutating func addSupply(_ supply: Int) -> Int {
    let pair = Int(model.network.supplies.pair[supply])
    let units = scale.supply[supply]
    let row = Int(supplyRow[supply])
    let cost = model.supplyCost[supply] * units
    let first = program.columnCount
    for period in 0..<periods {
      let days = openDays(supply, period)
      let most = days == 0 ? 0 : model.supplyCapacity[supply] * days / units
      program.addColumn(cost: cost, upper: row >= 0 && days > 0 ? .infinity : most)
      program.addEntry(row: balance(pair, period), units / scale.pair[pair])
      if row >= 0 { program.addEntry(row: row + period, 1) }
    }
    return first
  }

  /// End stock of each period.
  private mutating func addStock(_ pair: Int) {
    let pairs = model.network.pairs
    let units = scale.pair[pair]
    let cost = pairs.holdingCostPerDay[pair] * model.grid.periodDays * units
    let upper = pairs.maximum[pair] / units
    for period in 0..<periods {
      program.addColumn(cost: cost, upper: upper)
      program.addEntry(row: balance(pair, period), -1)
      if period + 1 < periods { program.addEntry(row: balance(pair, period + 1), 1) }
    }
  }

  // MARK: Options

  private mutating func addOptions() {
    let options = model.options
    moduleColumn = Array(repeating: -1, count: options.count)
    openingColumn = moduleColumn
    for option in 0..<options.count where options.last[option] >= options.first[option] {
      moduleColumn[option] = Int32(program.columnCount)
      if options.isTimed[option] {
        for period in options.first[option]...options.last[option] {
          addModules(option, startedBy: period, isLast: period == options.last[option])
        }
      } else {
        addModules(option, startedBy: options.first[option], isLast: true)
      }
      if openingRow[option] >= 0 { addOpening(option) }
    }
  }

  /// Modules started by the end of a period; those of the last period stay to the end.
  private mutating func addModules(_ option: Int, startedBy period: Int, isLast: Bool) {
    let options = model.options
    let unit = scale.module[option]
    let build = options.build[option]
    program.addColumn(
      cost: isLast ? options.costPerModule[option] * unit : 0,
      upper: options.maximum[option] / unit, isWhole: model.request.wholeModules)
    addGain(option, unit, periods: period + build..<(isLast ? periods : period + build + 1))
    addLoss(option, unit, periods: period..<(isLast ? periods : period + 1))
    if startRow[option] >= 0 {
      let step = Int(startRow[option]) + period - options.first[option]
      if period > options.first[option] { program.addEntry(row: step - 1, 1) }
      if !isLast { program.addEntry(row: step, -1) }
    }
    if isLast && openingRow[option] >= 0 {
      program.addEntry(row: Int(openingRow[option]), unit)
      program.addEntry(row: Int(openingRow[option]) + 1, unit)
    }
    for (entry, limit) in model.budget.enumerated()
    where limit.period == period || isLast && limit.period > period {
      program.addEntry(row: budgetRow + entry, options.costPerModule[option] * unit / scale.money)
    }
    addBuildWorkers(option, unit, startedBy: period, isLast: isLast)
  }

  private mutating func addGain(_ option: Int, _ unit: Double, periods gained: Range<Int>) {
    let options = model.options
    let perDay = options.modulePerDay[option] * unit
    let days = model.grid.periodDays
    switch options.target[option] {
    case .line(let line) where lineRow[line] >= 0:
      for period in gained {
        program.addEntry(row: Int(lineRow[line]) + period, -perDay * days / scale.line[line])
      }
    case .link(let link) where linkRow[link] >= 0:
      for period in gained {
        program.addEntry(row: Int(linkRow[link]) + period, -perDay * days / linkScale(link))
      }
    case .supply(let supply) where supplyRow[supply] >= 0:
      for period in gained {
        program.addEntry(
          row: Int(supplyRow[supply]) + period,
          -perDay * openDays(supply, period) / scale.supply[supply])
      }
    default: break
    }
  }

  private mutating func addLoss(_ option: Int, _ unit: Double, periods lost: Range<Int>) {
    let donor = Int(model.options.donor[option])
    guard donor >= 0, lineRow[donor] >= 0 else { return }
    let runs = model.options.donorLossPerDay[option] * unit * model.grid.periodDays
    for period in lost {
      program.addEntry(row: Int(lineRow[donor]) + period, runs / scale.line[donor])
    }
  }

  /// Workers who build modules that were started and are not yet ready.
  private mutating func addBuildWorkers(
    _ option: Int, _ unit: Double, startedBy period: Int, isLast: Bool
  ) {
    let options = model.options
    let site = Int(options.site[option])
    let build = options.build[option]
    guard build > 0, options.buildWorkers[option] > 0, site >= 0, workforceRow[site] >= 0 else {
      return
    }
    let row = Int(workforceRow[site])
    let people = options.buildWorkers[option] * unit / scale.workers[site]
    for at in period..<(isLast ? min(periods, period + build) : period + 1) {
      program.addEntry(row: row + at, people)
    }
    if !isLast && period + build < periods { program.addEntry(row: row + period + build, -people) }
  }

  /// Whether any module is started: pays the fixed cost and asks for the fewest modules.
  private mutating func addOpening(_ option: Int) {
    let options = model.options
    openingColumn[option] = Int32(
      program.addColumn(cost: options.fixedCost[option], upper: 1, isWhole: true))
    program.addEntry(row: Int(openingRow[option]), -mostModules(option))
    program.addEntry(row: Int(openingRow[option]) + 1, -options.minimum[option])
  }

  /// The most modules that can be of use: as stated, or what the budget pays, or a thousand times
  /// about what the target needs.
  private func mostModules(_ option: Int) -> Double {
    let options = model.options
    if options.maximum[option].isFinite { return options.maximum[option] }
    let cost = options.costPerModule[option]
    let paid = cost > 0 ? (model.budget.last?.amount ?? .infinity) / cost : .infinity
    return min(paid, 1000 * max(1, options.minimum[option], scale.needed[option]))
  }

  // MARK: Hires

  /// People hired so far: one column a period where hires are limited, one in all where they are not.
  private mutating func addHires() {
    let workforce = model.workforce
    hireColumn = workforceRow.map { _ in -1 }
    for site in workforceRow.indices
    where workforceRow[site] >= 0 && workforce.hiresPerDay[site] > 0 {
      let unit = scale.workers[site]
      let need = Int(workforceRow[site])
      hireColumn[site] = Int32(program.columnCount)
      guard hireRow[site] >= 0 else {
        program.addColumn(cost: workforce.costPerHire[site] * unit)
        for period in 0..<periods { program.addEntry(row: need + period, -1) }
        continue
      }
      for period in 0..<periods {
        let isLast = period == periods - 1
        program.addColumn(cost: isLast ? workforce.costPerHire[site] * unit : 0)
        program.addEntry(row: need + period, -1)
        program.addEntry(row: Int(hireRow[site]) + period, 1)
        if !isLast { program.addEntry(row: Int(hireRow[site]) + period + 1, -1) }
      }
    }
  }
}
