// SPDX-License-Identifier: Apache-2.0
import Batching
import FlowNetworks
import LinearPrograms
import Localization
import Resilience
import ValueChains

/// Plans the ramp-up of a compiled chain: section 4 of the mathematics and every question about it.
public struct Planner: Sendable {
  /// How far planning has come.
  public struct Progress: Sendable {
    public let step: LocalizedText
    /// 0 of 0 where the length is not known.
    public let done: Int
    public let total: Int
  }

  let network: FlowNetwork
  let request: PlanRequest
  let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (Progress) -> Void

  public init(
    _ network: FlowNetwork, _ request: PlanRequest,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.network = network
    self.request = request
    self.isCancelled = isCancelled
    report = progress
  }

  /// Plans. Throws ``PlanningError``, or `CancellationError`.
  public func run() async throws -> CapacityPlan {
    let program = CapacityProgram(PlanningModel(network, request))
    tell(LocalizedText(de: "Plan", en: "Plan"))
    var solver = try ProgramSolver(
      program, needsBasis: true, isCancelled: isCancelled)
    switch try solver.solve() {
    case .infeasible:
      tell(LocalizedText(de: "Ursache", en: "Cause"))
      var finder = try ConflictFinder(program, isCancelled: isCancelled)
      let cause = ConflictText(program, try finder.find()).cause()
      return withoutPlan(.infeasible, cause, program)
    case .unbounded:
      let finder = UnboundedFinder(program: program, isCancelled: isCancelled)
      return withoutPlan(.unbounded, try finder.cause(), program)
    case .solved(let solution, let isOptimal):
      tell(LocalizedText(de: "Zeitplan", en: "Schedule"))
      var plan = CapacityPlan(
        network: network, request: request, findings: PlanFindings(program).all(),
        status: isOptimal ? .optimal : .limit)
      plan.gap = solution.gap
      plan.objective = program.objectiveValue(solution, solver.primary)
      let optimum = try solver.vertex(
        solver.primary, at: solution, isMaximised: plan.isMaximised)
      if request.marginals { plan.capacityValues = try await capacityValues(optimum) }
      let cheapest = try solver.solveForSpending(solution) ?? solution
      let values = cheapest.columnValues
      plan.schedule = ScheduleReader(program: program, values: values).schedule()
      plan.sustained = sustainedRates(program, values)
      try explain(&plan, program, optimum, &solver)
      try await answer(&plan, program, cheapest, optimum)
      return plan
    }
  }

  /// Builds the program and says how large it is, for measuring.
  package func programSize() -> (columns: Int, rows: Int, entries: Int) {
    let program = CapacityProgram(PlanningModel(network, request)).program
    return (program.columnCount, program.rowCount, program.entryCount)
  }

  /// Why not more: from what is asked for if that is output or a rate; else from the least that must
  /// stay missing whatever it costs, and from the cost where nothing must.
  private func explain(
    _ plan: inout CapacityPlan, _ program: CapacityProgram, _ optimum: CapacityValuing,
    _ solver: inout ProgramSolver
  ) throws {
    var finder = BottleneckFinder(program: program, valuing: optimum, measure: .output)
    switch request.goal {
    case .mostOutput: plan.mostOutput = plan.objective
    case .sustainedRate:
      finder = BottleneckFinder(program: program, valuing: optimum, measure: .rate)
    case .leastCost:
      guard let schedule = plan.schedule, schedule.isAnythingMissing else { return }
      tell(LocalizedText(de: "Warum nicht mehr", en: "Why not more"))
      guard let least = try solver.solveForShortfall() else { return }
      let missing = least.solution.objective / least.objective.scale
      if !request.backlog { plan.mostOutput = program.askedValue - missing }
      if missing > program.askedValue * 1e-7 {
        let vertex = try solver.vertex(least.objective, at: least.solution, isMaximised: true)
        finder = BottleneckFinder(
          program: program, valuing: vertex, measure: request.backlog ? .lateness : .output)
      } else {
        finder = BottleneckFinder(program: program, valuing: optimum, measure: .cost)
      }
    }
    plan.bottlenecks = try finder.bottlenecks(isCancelled: isCancelled)
  }

  /// What else was asked.
  private func answer(
    _ plan: inout CapacityPlan, _ program: CapacityProgram, _ solution: Solution,
    _ optimum: CapacityValuing
  ) async throws {
    if request.eachOption {
      let comparison = try OptionComparison(program, isCancelled: isCancelled)
      let step = LocalizedText(de: "Jede Option", en: "Each option")
      plan.optionEffects = try await sideBySide(
        of: 1, Array(0..<program.model.options.count), step, comparison.effects(of:))
    }
    if let epsilon = request.alternatives, let schedule = plan.schedule {
      let alternatives = AlternativePlans(
        program, solution, schedule, epsilon: epsilon, isCancelled: isCancelled)
      let step = LocalizedText(de: "Andere Pläne", en: "Other plans")
      plan.alternatives = try await sideBySide(of: 1, AlternativePlan.Aim.allCases, step) {
        try $0.map(alternatives.plan)
      }
    }
    if request.samples > 0 {
      plan.sensitivity = try await sensitivity(plan.objective ?? 0, optimum)
    }
  }

  private func sensitivity(_ best: Double, _ optimum: CapacityValuing) async throws
    -> PlanSensitivity
  {
    let analysis = SensitivityAnalysis(network.chain, request, isCancelled: isCancelled)
    let drawing = LocalizedText(de: "Stichproben", en: "Samples")
    let samples = try await sideBySide(of: 1, Array(0..<request.samples), drawing) {
      try $0.map(analysis.sample)
    }
    let correlations = analysis.correlations(samples)
    let screening = LocalizedText(de: "Welche Zahlen zählen", en: "Which figures count")
    let firstOrder = try await sideBySide(of: 8, Array(analysis.figures.indices), screening) {
      $0.map { analysis.firstOrder($0, optimum) }
    }
    let candidates = analysis.candidates(firstOrder, correlations)
    let ends = LocalizedText(de: "Was am meisten bewegt", en: "What moves it most")
    let drivers = try await sideBySide(of: 1, candidates, ends) { batch in
      try batch.map { figure in
        try analysis.driver(figure, correlations[figure])
      }
    }
    return analysis.result(samples, drivers, best)
  }

  /// The rates that the factor found stands for, by pair.
  private func sustainedRates(_ program: CapacityProgram, _ values: [Double]) -> [SustainedRate] {
    guard program.rateColumn >= 0 else { return [] }
    let factor = values[program.rateColumn]
    let demands = network.demands
    var rates: [Int: (perDay: Double, isStated: Bool)] = [:]
    for (place, entry) in program.sustained {
      let days =
        demands.pair.indices.filter { Int(demands.pair[$0]) == place.pair }.map {
          request.grid.days(from: demands.fromDay[$0], to: demands.toDay[$0], in: place.period)
        }.max() ?? 0
      guard days > 0 else { continue }
      let isStated = demands.pair.indices.contains {
        Int(demands.pair[$0]) == place.pair && demands.perDay[$0].isFinite
      }
      rates[place.pair] = (entry.units / days, isStated)
    }
    return rates.sorted { $0.key < $1.key }.map { pair, rate in
      SustainedRate(
        site: network.chain[.sites].key(Int(network.pairs.site[pair])),
        material: network.chain[.materials].key(Int(network.pairs.material[pair])),
        perDay: rate.perDay * factor, askedPerDay: rate.isStated ? rate.perDay : nil)
    }
  }

  private func withoutPlan(
    _ status: CapacityPlan.Status, _ cause: PlanCause, _ program: CapacityProgram
  ) -> CapacityPlan {
    var plan = CapacityPlan(
      network: network, request: request, findings: PlanFindings(program).all(), status: status)
    plan.cause = cause
    return plan
  }

  private func capacityValues(_ valuing: CapacityValuing) async throws -> [CapacityValue] {
    let limits = valuing.program.limits()
    let step = LocalizedText(de: "Wert des Knappen", en: "Value of what is scarce")
    return try await sideBySide(of: 256, limits, step) { batch in
      try valuing.values(of: batch, isCancelled: isCancelled)
    }
  }

  // MARK: Progress

  func tell(_ step: LocalizedText) { report(Progress(step: step, done: 0, total: 0)) }

  /// Works off entries in batches of a fixed size, in their order.
  func sideBySide<Entry: Sendable, Value: Sendable>(
    of size: Int, _ entries: [Entry], _ step: LocalizedText,
    _ body: @escaping @Sendable (ArraySlice<Entry>) throws -> [Value]
  ) async throws -> [Value] {
    let finished: @Sendable (Int) -> Void = {
      report(Progress(step: step, done: $0, total: entries.count))
    }
    return try await SideBySide.batches(
      of: size, count: entries.count, tasks: request.tasks, isCancelled: isCancelled,
      finished: finished,
      { range, advance in
        let values = try body(entries[range])
        for _ in range { advance() }
        return values
      })
  }
}
