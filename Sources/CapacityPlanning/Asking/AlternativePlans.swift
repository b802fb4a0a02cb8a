// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Localization

/// Near-optimal mixes: plans within a share of the best plan's cost that are best at something else
/// (modelling to generate alternatives; Brill, Chang and Hopkins, Management Science 28(3), 1982).
///
/// What is asked for first (output, a rate) stays as good as in the best plan. Among the plans that are
/// best at an aim the cheapest is shown.
struct AlternativePlans: Sendable {
  let program: CapacityProgram
  /// Cost of the best plan; for a goal of output or rate its spending.
  let cost: Double
  let best: PlanSchedule
  /// The program whose cost is bounded and whose goal is held.
  private let bounded: LinearProgram
  private let bestValues: [Double]
  private let spending: Objective
  let isCancelled: @Sendable () -> Bool
  private var model: PlanningModel { program.model }

  init(
    _ program: CapacityProgram, _ solution: Solution, _ best: PlanSchedule, epsilon: Double,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.program = program
    self.best = best
    bestValues = solution.columnValues
    self.isCancelled = isCancelled
    let isLeastCost = program.model.request.goal == .leastCost
    spending = isLeastCost ? program.leastCost() : program.spending()
    cost =
      zip(spending.costs, solution.columnValues).reduce(0) { $0 + $1.0 * $1.1 } / spending.scale
    var held = program.program
    if program.outputRow >= 0 {
      let reached = solution.rowValues[program.outputRow]
      held.setRow(program.outputRow, lower: reached - abs(reached) * Self.slack, upper: .infinity)
    }
    if program.rateColumn >= 0 {
      let reached = solution.columnValues[program.rateColumn]
      held.setColumn(program.rateColumn, lower: reached * (1 - Self.slack), upper: .infinity)
    }
    let bound = cost * (1 + epsilon) * spending.scale
    let size = ProgramScale.power(max(1, abs(bound)))
    bounded = held.adding([
      LinearProgram.Row(
        dense: spending.costs.map { $0 / size }, upper: bound / size + Self.slack)
    ])
  }

  private static let slack = 1e-7
  /// An alternative need not be the very best of its kind; it must be found on every run alike.
  private static let nodeLimit: Int32 = 200

  func plan(_ aim: AlternativePlan.Aim) throws -> AlternativePlan {
    switch aim {
    case .fewestJobsMoved:
      let costs = moduleCosts { model.jobsMovedPerModule($0) }
      guard costs.contains(where: { $0 > 0 }) else {
        return without(
          aim, "Keine Umstellung nimmt einer Geberlinie Arbeitsplätze.",
          "No conversion takes jobs from a donor line.")
      }
      return try solved(aim, costs)
    case .mostConversions:
      let costs = moduleCosts { model.options.isConversion[$0] ? -1 : 0 }
      guard costs.contains(where: { $0 < 0 }) else {
        return without(aim, "Es gibt keine Umstellung.", "There is no conversion.")
      }
      return try solved(aim, costs)
    case .leastForeignShare: return try leastForeignShare()
    case .leastSingleSource: return try leastSingleSource()
    }
  }

  private func without(_ aim: AlternativePlan.Aim, _ german: String, _ english: String)
    -> AlternativePlan
  {
    AlternativePlan(
      aim: aim, schedule: nil, cost: nil, reason: LocalizedText(de: german, en: english))
  }

  // MARK: Aims

  private func moduleCosts(_ perModule: (Int) -> Double) -> [Double] {
    var costs = Array(repeating: 0.0, count: program.program.columnCount)
    for option in 0..<model.options.count {
      guard let column = program.allModules(option) else { continue }
      costs[column] = perModule(option) * program.scale.module[option]
    }
    return costs
  }

  /// Value of what is bought and shipped by column, all of it and that from abroad.
  private func values() -> (all: [Double], foreign: [Double]) {
    let network = model.network
    var all = Array(repeating: 0.0, count: program.program.columnCount)
    var foreign = all
    func add(_ column: Int, _ value: Double, _ origin: Origin) {
      for period in 0..<program.periods {
        all[column + period] = value
        if origin == .foreign { foreign[column + period] = value }
      }
    }
    for supply in 0..<network.supplies.count {
      guard let column = program.supply(supply, 0) else { continue }
      add(
        column, model.supplyCost[supply] * program.scale.supply[supply], model.supplyOrigin[supply])
    }
    for arc in 0..<network.arcs.count {
      let link = Int(network.arcs.link[arc])
      add(
        program.arc(arc, 0),
        model.linkCost[link] * network.arcs.weight[arc] * program.scale.arc[arc],
        model.origin(ofLink: link))
    }
    return (all, foreign)
  }

  /// A ratio: solved as a series of programs (Dinkelbach, Management Science 13(7), 1967).
  private func leastForeignShare() throws -> AlternativePlan {
    let aim = AlternativePlan.Aim.leastForeignShare
    let (all, foreign) = values()
    guard foreign.contains(where: { $0 > 0 }), var share = best.measures.foreignShare else {
      return without(
        aim, "Nichts, was einen Preis hat, kommt aus dem Ausland.",
        "Nothing that has a price comes from abroad.")
    }
    // The share is found over openings in parts; then what that leaves is held.
    let relaxed = bounded.withoutWholeColumns()
    for _ in 0..<12 {
      let current = share
      let costs = zip(foreign, all).map { $0 - current * $1 }
      guard let values = try solveOnce(relaxed, Objective(costs)) else { return failed(aim) }
      let bought = dot(all, values)
      guard bought > 0 else { break }
      share = dot(foreign, values) / bought
      if abs(share - current) <= 1e-6 { break }
    }
    let last = share
    let towards = zip(foreign, all).map { $0 - last * $1 }
    guard let found = try solve(Objective(towards)) else { return failed(aim) }
    let bought = dot(all, found.values)
    let reached = bought > 0 ? dot(foreign, found.values) / bought : 0
    return try cheapest(aim, zip(foreign, all).map { $0 - reached * $1 }, bound: 0, in: found.held)
  }

  /// The largest source of each material that has a choice, measured by what the best plan takes of
  /// the material.
  private func leastSingleSource() throws -> AlternativePlan {
    let aim = AlternativePlan.Aim.leastSingleSource
    var larger = bounded
    var rows: [LinearProgram.Row] = []
    for sources in model.materialSources where sources.count > 1 {
      let total = sources.reduce(0.0) { $0 + amount(of: $1, best) }
      guard total > 0 else {
        // What the best plan does without stays unused: the measure is of what is used.
        for column in sources.flatMap(columns) {
          larger.setColumn(column.column, lower: 0, upper: 0)
        }
        continue
      }
      let top = larger.addColumn(cost: 1)
      var all: [(column: Int, value: Double)] = []
      for source in sources {
        let taken = columns(of: source).map { (column: $0.column, value: $0.perUnit / total) }
        rows.append(
          LinearProgram.Row(
            taken.map { ($0.column, -$0.value) } + [(column: top, value: 1)], lower: 0))
        all += taken
      }
      // Doing without the material would be no second source.
      rows.append(LinearProgram.Row(all, lower: 1 - Self.slack))
    }
    guard !rows.isEmpty else {
      return without(
        aim, "Kein Material hat mehr als eine Quelle.", "No material has more than one source.")
    }
    larger = larger.adding(rows)
    var costs = Array(repeating: 0.0, count: larger.columnCount)
    for column in program.program.columnCount..<larger.columnCount { costs[column] = 1 }
    return try solved(aim, costs, in: larger)
  }

  private func columns(of source: MaterialSource) -> [(column: Int, perUnit: Double)] {
    switch source {
    case .supply(let supply):
      guard let first = program.supply(supply, 0) else { return [] }
      return (0..<program.periods).map { (first + $0, program.scale.supply[supply]) }
    case .line(let line, let yield):
      return (0..<program.periods).map {
        (program.line(line, $0), yield * program.scale.line[line])
      }
    }
  }

  private func amount(of source: MaterialSource, _ schedule: PlanSchedule) -> Double {
    switch source {
    case .supply(let supply): schedule.purchases[supply].reduce(0, +)
    case .line(let line, let yield): schedule.runs[line].reduce(0, +) * yield
    }
  }

  // MARK: Solving

  private func solved(
    _ aim: AlternativePlan.Aim, _ costs: [Double], in larger: LinearProgram? = nil
  ) throws -> AlternativePlan {
    guard let found = try solve(Objective(costs), in: larger) else { return failed(aim) }
    return try cheapest(aim, costs, bound: dot(costs, found.values), in: found.held)
  }

  /// The cheapest plan that is as good at the aim as the one found.
  private func cheapest(
    _ aim: AlternativePlan.Aim, _ costs: [Double], bound: Double, in held: LinearProgram
  ) throws -> AlternativePlan {
    let size = ProgramScale.power(costs.lazy.map(abs).max() ?? 1)
    let kept = held.adding([
      LinearProgram.Row(
        dense: costs.map { $0 / size },
        upper: (bound + abs(bound) * Self.slack) / size + Self.slack)
    ])
    var spendingCosts = spending.costs
    spendingCosts += Array(repeating: 0, count: kept.columnCount - spendingCosts.count)
    guard let values = try solveOnce(kept, Objective(spendingCosts)) else { return failed(aim) }
    let schedule = ScheduleReader(program: program, values: values).schedule()
    guard isAsGood(schedule.measures, aim) else {
      return without(
        aim, "Der Plan ist hierin schon besser als jeder andere gefundene innerhalb der Kosten.",
        "The plan is already better at this than any other found within the cost.")
    }
    return AlternativePlan(
      aim: aim, schedule: schedule, cost: dot(spending.costs, values) / spending.scale,
      reason: nil)
  }

  /// Whether a plan is as good as the best one at an aim, as people measure it: what the program minimises for
  /// single sources only stands for that measure.
  private func isAsGood(_ measures: PlanMeasures, _ aim: AlternativePlan.Aim) -> Bool {
    let was = best.measures
    func isNoMore(_ now: Double?, _ was: Double?) -> Bool {
      guard let now, let was else { return now != nil }
      return now <= was + 1e-6 * max(1, abs(was))
    }
    switch aim {
    case .fewestJobsMoved: return isNoMore(measures.jobsMoved, was.jobsMoved)
    case .leastForeignShare: return isNoMore(measures.foreignShare, was.foreignShare)
    case .mostConversions: return isNoMore(-measures.conversions, -was.conversions)
    case .leastSingleSource:
      return isNoMore(measures.singleSourceExposure, was.singleSourceExposure)
    }
  }

  private func failed(_ aim: AlternativePlan.Aim) -> AlternativePlan {
    without(
      aim, "Innerhalb der Zeitgrenze fand sich keiner.", "None was found within the time limit.")
  }

  /// A plan best at an objective, and the program with its openings held.
  ///
  /// Openings with a fixed cost make this a search, and an alternative need not be the very best of its
  /// kind: those that the program opens in parts are opened whole, or those of the best plan are kept,
  /// whichever serves better. Whole modules are left to the solver.
  private func solve(_ objective: Objective, in larger: LinearProgram? = nil) throws -> (
    values: [Double], held: LinearProgram
  )? {
    let linear = larger ?? bounded
    guard SwitchSearch.suits(linear) else {
      return try solveOnce(linear, objective).map { ($0, linear) }
    }
    guard let relaxed = try solveOnce(linear.withoutWholeColumns(), objective) else { return nil }
    let opened = relaxed.map { $0 > 1e-6 ? 1.0 : 0 }
    let kept = bestValues + Array(repeating: 0, count: linear.columnCount - bestValues.count)
    var found: (values: [Double], held: LinearProgram)?
    for openings in [opened, kept] {
      let held = linear.holdingWholeColumns(at: openings)
      guard let values = try solveOnce(held, objective) else { continue }
      let isBetter = found.map { dot(objective.costs, values) < dot(objective.costs, $0.values) }
      if isBetter ?? true { found = (values, held) }
    }
    return found
  }

  private func solveOnce(_ linear: LinearProgram, _ objective: Objective) throws -> [Double]? {
    var linear = linear
    linear.setCosts(objective.costs)
    var options = HighsSolver.Options()
    options.method = linear.isWhole.contains(true) ? .automatic : .simplex
    options.pricing = .devex
    options.relativeGap = model.request.gap
    options.nodeLimit = Self.nodeLimit
    options.timeLimit = model.request.timeLimit
    var solver = try HighsSolver(linear, options, isCancelled: isCancelled)
    switch solver.solve() {
    case .optimal: return solver.solution().columnValues
    case .cancelled: throw PlanningError.cancelled
    default: return solver.hasPlan ? solver.solution().columnValues : nil
    }
  }

  private func dot(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
