// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Solves one capacity program, step by step as its goal asks.
struct ProgramSolver: ~Copyable {
  let program: CapacityProgram
  /// What is asked for first.
  let primary: Objective
  let method: SolvingMethod
  private let needsBasis: Bool
  private let isCancelled: @Sendable () -> Bool
  private let log: (@Sendable (String) -> Void)?
  /// The program with what is asked for now.
  private var linear: LinearProgram
  /// With all its columns; nil as long as sifting does without.
  private var highs: HighsSolver?
  private var start: Basis?
  /// An optimal basis of the last solve, where it has one.
  private(set) var basis: Basis?
  /// By column: options that sifting has found to be of use.
  private var useful: [Bool]?
  /// Whether the last solve left out options.
  var isSifted: Bool { useful != nil && highs == nil }

  enum Outcome {
    case solved(Solution, isWithinLimit: Bool)
    case infeasible
    case unbounded
  }

  /// - Parameter needsBasis: whether more will be asked at the solution than its values.
  init(
    _ program: CapacityProgram, needsBasis: Bool, startingFrom basis: Basis? = nil,
    isCancelled: @escaping @Sendable () -> Bool, log: (@Sendable (String) -> Void)? = nil
  ) throws {
    self.program = program
    primary = program.primary()
    method = SolvingMethod(program, isWarm: basis != nil)
    // What is asked next starts from the first answer.
    self.needsBasis = needsBasis || program.model.request.goal != .leastCost
    self.isCancelled = isCancelled
    self.log = log
    start = basis
    linear = program.program
    linear.setCosts(primary.costs)
  }

  mutating func solve() throws -> Outcome {
    if method.sifts, highs == nil, let outcome = try sift() { return outcome }
    if SwitchSearch.suits(linear), highs == nil, let outcome = try search() { return outcome }
    return try solveWhole()
  }

  // MARK: By branching over few openings

  /// nil where a general solver has to decide.
  private mutating func search() throws -> Outcome? {
    var options = HighsSolver.Options()
    (options.method, options.pricing) = (.simplex, .devex)
    // Exact costs little here, and comparisons of plans then mean what they say.
    options.relativeGap = min(program.model.request.gap, 1e-6)
    options.timeLimit = program.model.request.timeLimit
    var search = SwitchSearch(linear, options, isCancelled: isCancelled)
    switch try search.solve(startingFrom: basis ?? start) {
    case .solved(let solution, let basis):
      self.basis = basis
      return .solved(solution, isWithinLimit: true)
    case .infeasible: return .infeasible
    case .unbounded: return .unbounded
    case .cancelled: throw PlanningError.cancelled
    case .undecided:
      basis = nil
      return nil
    }
  }

  // MARK: By sifting

  /// nil where the whole program has to be solved.
  private mutating func sift() throws -> Outcome? {
    let options = program.siftableOptions()
    let limit = program.model.request.timeLimit
    var sifting = OptionSifting(
      linear, options: options, timeLimit: limit, isCancelled: isCancelled)
    if let useful {
      sifting.choose(useful)
    } else {
      guard try sifting.choose(by: CoarseProgram(linear, of: program)) else { return nil }
    }
    let isForced = program.model.request.sifting == .always
    guard isForced || sifting.keptCount <= options.count / 2 else { return nil }
    switch try sifting.solve(method.options) {
    case .optimal(let solution, let basis):
      useful = sifting.kept
      self.basis = basis
      return .solved(solution, isWithinLimit: true)
    case .stopped(let solution): return .solved(solution, isWithinLimit: false)
    case .unbounded: return .unbounded
    case .cancelled: throw PlanningError.cancelled
    case .unsuited: return nil
    }
  }

  // MARK: Whole

  private mutating func solveWhole() throws -> Outcome {
    var solver = try highs.take() ?? wholeSolver(method.options)
    var outcome = Result { try verdict(&solver) }
    if case .failure(PlanningError.unsolved(.undecided)) = outcome, method.solver == .interiorPoint
    {
      // Interior point gives up where bounds leave it no room; simplex does not.
      var options = HighsSolver.Options()
      (options.method, options.pricing) = (.simplex, .devex)
      solver = try wholeSolver(options)
      outcome = Result { try verdict(&solver) }
    }
    if case .success(.solved(_, true)) = outcome, needsBasis, method.solver != .branching {
      basis = solver.basis()
    }
    highs = consume solver
    return try outcome.get()
  }

  private func verdict(_ solver: inout HighsSolver) throws -> Outcome {
    switch solver.solve() {
    case .optimal: return .solved(solver.solution(), isWithinLimit: true)
    case .infeasible: return .infeasible
    case .unbounded: return .unbounded
    case .infeasibleOrUnbounded:
      // Without an objective only one of the two is left.
      solver.setCosts(allColumns, linear.cost.map { _ in 0 })
      let isFeasible = solver.solve() == .optimal
      solver.setCosts(allColumns, linear.cost)
      return isFeasible ? .unbounded : .infeasible
    case .cancelled: throw PlanningError.cancelled
    case .timeLimit, .iterationLimit:
      guard solver.hasPlan else { throw PlanningError.unsolved(.timeLimit) }
      return .solved(solver.solution(), isWithinLimit: false)
    case let status: throw PlanningError.unsolved(status)
    }
  }

  private func wholeSolver(_ options: HighsSolver.Options) throws -> HighsSolver {
    var options = options
    options.crossover = needsBasis
    options.relativeGap = program.model.request.gap
    options.timeLimit = program.model.request.timeLimit
    var highs = try HighsSolver(linear, options, isCancelled: isCancelled, log: log)
    if let start { highs.start(from: start) }
    if method.solver == .branching, let modules = try wholeModules() {
      highs.suggest(modules.columns, modules.values)
    }
    return highs
  }

  /// Modules for branch and bound to start from; nil where the linear program has no optimum, and
  /// where most are timed: their courses rounded are a poor plan, which held branch and bound up.
  private func wholeModules() throws -> WholeModuleStart? {
    let whole = linear.isWhole.count { $0 }
    guard program.model.request.wholeModules, 2 * program.siftableOptions().count > whole else {
      return nil
    }
    var options = HighsSolver.Options()
    (options.method, options.pricing) = (.simplex, .devex)
    options.timeLimit = program.model.request.timeLimit
    var relaxed = try HighsSolver(
      linear.withoutWholeColumns(), options, isCancelled: isCancelled)
    guard relaxed.solve() == .optimal else { return nil }
    return WholeModuleStart(program, relaxed: relaxed.solution().columnValues)
  }

  // MARK: What is asked next

  /// The optimum of the last solve as a vertex of the linear program that whole columns held there
  /// leave.
  func vertex(_ objective: Objective, at solution: Solution, isMaximised: Bool) throws
    -> CapacityValuing
  {
    var vertex = program.program
    vertex.setCosts(objective.costs)
    vertex = vertex.holdingWholeColumns(at: solution.columnValues)
    if let basis {
      return CapacityValuing(
        program, vertex, objective, isMaximised: isMaximised, solution: solution, basis: basis)
    }
    var options = HighsSolver.Options()
    (options.method, options.pricing) = (.simplex, .devex)
    var held = try HighsSolver(vertex, options, isCancelled: isCancelled)
    guard held.solve() == .optimal else {
      throw isCancelled() ? PlanningError.cancelled : PlanningError.unsolved(.undecided)
    }
    return CapacityValuing(
      program, vertex, objective, isMaximised: isMaximised, solution: held.solution(),
      basis: held.basis())
  }

  /// Solves for the least shortfall, whatever it costs.
  mutating func solveForShortfall() throws -> (objective: Objective, solution: Solution)? {
    let shortfall = program.shortfall()
    setCosts(shortfall.costs)
    guard case .solved(let solution, _) = try solve() else { return nil }
    return (shortfall, solution)
  }

  /// Keeps what was reached and asks for the least spending; nil where the solver gives none.
  mutating func solveForSpending(_ solution: Solution) throws -> Solution? {
    switch program.model.request.goal {
    case .leastCost: return nil
    case .mostOutput:
      let row = program.outputRow
      let reached = solution.rowValues[row]
      let least = reached - abs(reached) * Self.slack
      linear.setRow(row, lower: least, upper: .infinity)
      highs?.setRows([Int32(row)], lower: [least], upper: [.infinity])
    case .sustainedRate:
      let column = program.rateColumn
      let least = solution.columnValues[column] * (1 - Self.slack)
      linear.setColumn(column, lower: least, upper: .infinity)
      highs?.setColumns([Int32(column)], lower: [least], upper: [.infinity])
    }
    setCosts(program.spending().costs)
    guard case .solved(let cheapest, _) = try solve() else { return nil }
    return cheapest
  }

  /// What the next solve is for. A linear program goes on from where the solver stands; a search over
  /// openings begins anew (measured on the field hospital, 11 s from the last basis, 2 s with presolve).
  private mutating func setCosts(_ costs: [Double]) {
    linear.setCosts(costs)
    let columns = allColumns
    highs?.setCosts(columns, costs)
    (basis, start) = (nil, nil)
  }

  private static let slack = 1e-9

  private var allColumns: [Int32] { (0..<Int32(linear.columnCount)).map { $0 } }
}
