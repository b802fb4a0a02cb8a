// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

/// When the modules of each option start, and the capacity they give.
///
/// Where the moment does not matter to the plan, modules start as late as the use of their target
/// allows: nobody builds two years ahead of need.
struct ModuleStarts {
  private let program: CapacityProgram
  /// Modules started by the end of each period; empty for options that start none.
  private(set) var started: [[Double]]
  private var model: PlanningModel { program.model }
  private var options: PlanningModel.Options { program.model.options }
  private var periods: Int { program.periods }

  /// Fewer modules than this are the solver's rounding, relative to what the target needs.
  private static let nothing = 1e-7

  init(_ program: CapacityProgram, _ values: [Double], _ schedule: PlanSchedule) {
    self.program = program
    started = Array(repeating: [], count: program.model.options.count)
    var movable: [(option: Int, total: Double)] = []
    for option in 0..<options.count {
      guard let all = program.allModules(option) else { continue }
      let unit = program.scale.module[option]
      var total = values[all] * unit
      if model.request.wholeModules { total = total.rounded() }
      guard total > Self.nothing * max(1, unit) else { continue }
      if options.isTimed[option] {
        started[option] = (0..<periods).map { period in
          let count = program.modules(option, period).map { max(0, values[$0]) * unit } ?? 0
          return model.request.wholeModules ? count.rounded() : count
        }
      } else {
        movable.append((option, total))
      }
    }
    for (target, group) in groupedByTarget(movable) { startLate(target, group, schedule) }
  }

  private func groupedByTarget(_ movable: [(option: Int, total: Double)])
    -> [(target: PlanningModel.Target, options: [(option: Int, total: Double)])]
  {
    var groups: [(target: PlanningModel.Target, options: [(option: Int, total: Double)])] = []
    for entry in movable {
      guard let target = options.target[entry.option] else { continue }
      if let at = groups.firstIndex(where: { $0.target == target }) {
        groups[at].options.append(entry)
      } else {
        groups.append((target, [entry]))
      }
    }
    return groups
  }

  /// Starts each group of modules as late as the use of the target allows, the ready ones first.
  private mutating func startLate(
    _ target: PlanningModel.Target, _ group: [(option: Int, total: Double)],
    _ schedule: PlanSchedule
  ) {
    let used = use(of: target, schedule)
    let present = capacity(of: target)
    for (option, _) in group { started[option] = Array(repeating: 0, count: periods) }
    for period in 0..<periods where present[period].isFinite {
      var missing = used[period] - present[period]
      for (option, total) in group where options.first[option] + options.build[option] <= period {
        let each = options.modulePerDay[option] * openDays(target, period)
        let begin = period - options.build[option]
        guard missing > 0, each > 0 else { continue }
        var count = min(total, missing / each)
        if count > total * (1 - 1e-6) { count = total }
        if model.request.wholeModules { count = (count - 1e-6).rounded(.up) }
        missing -= count * each
        for at in begin..<periods { started[option][at] = max(started[option][at], count) }
      }
    }
    // Modules that nothing uses start when the last could.
    for (option, total) in group {
      for at in max(0, options.last[option])..<periods { started[option][at] = total }
    }
  }

  private func use(of target: PlanningModel.Target, _ schedule: PlanSchedule) -> [Double] {
    switch target {
    case .line(let line): return schedule.runs[line]
    case .supply(let supply): return schedule.purchases[supply]
    case .link(let link):
      let arcs = model.network.arcs
      return (0..<periods).map { period in
        model.network.links.arcs[link].reduce(0) {
          $0 + schedule.shipments[$1][period] * arcs.weight[$1]
        }
      }
    }
  }

  private func openDays(_ target: PlanningModel.Target, _ period: Int) -> Double {
    if case .supply(let supply) = target { return program.openDays(supply, period) }
    return model.grid.periodDays
  }

  // MARK: What they give

  /// Capacity of each period, in units of the period.
  func capacity(of target: PlanningModel.Target) -> [Double] {
    let perDay: Double
    switch target {
    case .line(let line): perDay = model.lineCapacity[line]
    case .link(let link): perDay = model.linkCapacity[link]
    case .supply(let supply): perDay = model.supplyCapacity[supply]
    }
    guard perDay.isFinite else { return Array(repeating: .infinity, count: periods) }
    var capacity = (0..<periods).map { perDay * openDays(target, $0) }
    for option in started.indices where !started[option].isEmpty {
      if options.target[option] == target {
        for period in 0..<periods where period >= options.build[option] {
          capacity[period] +=
            started[option][period - options.build[option]] * options.modulePerDay[option]
            * openDays(target, period)
        }
      }
      if case .line(let line) = target, options.donor[option] == line {
        for period in 0..<periods {
          capacity[period] -=
            started[option][period] * options.donorLossPerDay[option] * model.grid.periodDays
        }
      }
    }
    return capacity.map { max(0, $0) }
  }

  /// Modules started and not yet ready, in each period.
  func underConstruction(_ option: Int) -> [Double] {
    guard !started[option].isEmpty else { return Array(repeating: 0, count: periods) }
    let build = options.build[option]
    return (0..<periods).map { period in
      started[option][period] - (period >= build ? started[option][period - build] : 0)
    }
  }

  /// What donors give up, by option.
  func donorLosses() -> [DonorLoss] {
    started.indices.compactMap { option in
      guard let total = started[option].last, total > 0, options.donor[option] >= 0 else {
        return nil
      }
      let line = Int(options.donor[option])
      let perModule = options.donorLossPerDay[option]
      let runs = started[option].reduce(0, +) * perModule * model.grid.periodDays
      return DonorLoss(
        option: model.network.chain[.options].key(option), row: line,
        line: model.network.chain[.lines].key(line), runsPerDay: total * perModule,
        workers: total * model.jobsMovedPerModule(option), runs: runs,
        products: products(of: line, runs))
    }
  }

  private func products(of line: Int, _ runs: Double) -> [(
    material: String, units: Double, value: Double?
  )] {
    let network = model.network
    return network.lines.recipe[line].filter { network.lines.recipeQuantity[$0] > 0 }.map { entry in
      let material = network.pairs.material[Int(network.lines.recipePair[entry])]
      let units = runs * network.lines.recipeQuantity[entry]
      let values = (0..<network.demands.count).filter { demand in
        network.demands.pair[demand] >= 0
          && network.pairs.material[Int(network.demands.pair[demand])] == material
      }.map { network.demands.valuePerUnit[$0] }.filter { $0 > 0 }
      return (
        network.chain[.materials].key(Int(material)), units, values.max().map { $0 * units }
      )
    }
  }

  func builds() -> [ModuleBuild] {
    started.indices.compactMap { option in
      guard let total = started[option].last, total > 0 else { return nil }
      var starts: [(period: Int, count: Double)] = []
      var before = 0.0
      for (period, count) in started[option].enumerated() where count > before + total * 1e-9 {
        starts.append((period + 1, count - before))
        before = count
      }
      return ModuleBuild(
        row: option, option: model.network.chain[.options].key(option), total: total,
        started: starts, buildPeriods: options.build[option], isMovable: !options.isTimed[option])
    }
  }
}
