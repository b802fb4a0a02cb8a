// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// Reads what happens when off a solved program.
struct ScheduleReader {
  let program: CapacityProgram
  let values: [Double]
  private var model: PlanningModel { program.model }
  private var network: FlowNetwork { program.model.network }
  private var periods: Int { program.periods }
  private var days: Double { program.model.grid.periodDays }

  func schedule() -> PlanSchedule {
    var schedule = PlanSchedule(periods: periods, periodDays: days)
    let lines = 0..<network.lines.count
    schedule.runs = lines.map { course(program.line($0, 0), program.scale.line[$0]) }
    schedule.shipments = shipments()
    schedule.purchases = (0..<network.supplies.count).map { supply in
      program.supply(supply, 0).map { course($0, program.scale.supply[supply]) } ?? none
    }
    schedule.stocks = (0..<network.pairs.count).map {
      course(program.stock($0, 0), program.scale.pair[$0])
    }
    let starts = ModuleStarts(program, values, schedule)
    schedule.modules = starts.builds()
    schedule.lineCapacity = lines.map { starts.capacity(of: .line($0)) }
    schedule.linkCapacity = (0..<network.links.count).map { starts.capacity(of: .link($0)) }
    schedule.supplyCapacity = (0..<network.supplies.count).map { starts.capacity(of: .supply($0)) }
    schedule.demands = (0..<network.demands.count).map(demand)
    schedule.donorLosses = starts.donorLosses()
    schedule.workforce = workforce(schedule, starts)
    schedule.costs = PlanCosts(program, schedule).bySite()
    schedule.measures = PlanMeasuring(program, schedule).measures()
    return schedule
  }

  private var none: [Double] { Array(repeating: 0, count: periods) }

  /// Values of consecutive columns; what is below the solver's tolerance is nothing.
  private func course(_ first: Int, _ unit: Double) -> [Double] {
    (first..<first + periods).map { clean(values[$0]) * unit }
  }

  private func clean(_ value: Double) -> Double { value < 1e-9 ? 0 : value }

  /// By arc, in units of its material.
  private func shipments() -> [[Double]] {
    (0..<network.arcs.count).map { course(program.arc($0, 0), program.scale.arc[$0]) }
  }

  private func demand(_ row: Int) -> DemandCourse {
    let columns = program.demandColumns[row]
    var (asked, delivered, unmet) = (none, none, none)
    if !columns.asked.isEmpty {
      let unit = program.scale.pair[Int(network.demands.pair[row])]
      for (at, quantity) in columns.asked.enumerated() {
        let period = columns.first + at
        asked[period] = quantity
        if columns.unmet >= 0 { unmet[period] = clean(values[Int(columns.unmet) + at]) * unit }
        if columns.delivered >= 0 {
          delivered[period] = clean(values[Int(columns.delivered) + at]) * unit
          if columns.unmet < 0, quantity.isFinite {
            unmet[period] = max(0, quantity - delivered[period])
          }
        } else {
          delivered[period] = max(0, quantity - unmet[period])
        }
      }
    }
    return DemandCourse(
      row: row, demand: network.chain[.demands].key(row), asked: asked, delivered: delivered,
      unmet: unmet)
  }

  // MARK: People

  private func workforce(_ schedule: PlanSchedule, _ starts: ModuleStarts) -> [SiteWorkforce] {
    var needed = Array(repeating: [Double](), count: network.siteCount)
    func add(_ site: Int32, _ people: [Double]) {
      guard site >= 0, people.contains(where: { $0 > 0 }) else { return }
      if needed[Int(site)].isEmpty { needed[Int(site)] = none }
      for period in 0..<periods { needed[Int(site)][period] += people[period] }
    }
    for line in 0..<network.lines.count where model.workersPerDailyRun[line] > 0 {
      add(
        network.lines.site[line],
        schedule.runs[line].map { $0 / days * model.workersPerDailyRun[line] })
    }
    for option in 0..<model.options.count where model.options.buildWorkers[option] > 0 {
      add(
        model.options.site[option],
        starts.underConstruction(option).map { $0 * model.options.buildWorkers[option] })
    }
    return (0..<network.siteCount).compactMap { site in
      let stated = model.workforce.workers[site]
      guard !needed[site].isEmpty || stated.isFinite && stated > 0 else { return nil }
      let need = needed[site].isEmpty ? none : needed[site]
      return SiteWorkforce(
        site: site, name: network.chain[.sites].key(site), needed: need,
        employed: stated.isFinite ? employed(site, need) : need,
        stated: stated.isFinite ? stated : nil)
    }
  }

  /// The least path of people that meets the need: nobody leaves, hires are limited a period.
  private func employed(_ site: Int, _ needed: [Double]) -> [Double] {
    let start = model.workforce.workers[site]
    let hires = model.workforce.hiresPerDay[site] * days
    var people = needed
    // Later needs that one period's hires cannot meet must be hired for before.
    for period in stride(from: periods - 2, through: 0, by: -1) {
      people[period] = max(people[period], people[period + 1] - hires)
    }
    var most = start
    for period in 0..<periods {
      most = max(most, people[period])
      people[period] = most
    }
    return people
  }
}
