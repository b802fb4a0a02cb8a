// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Solves one capacity program, step by step as its goal asks.
struct ProgramSolver: ~Copyable {
  let program: CapacityProgram
  private(set) var highs: HighsSolver
  /// What is asked for first.
  let primary: Objective
  private let isCancelled: @Sendable () -> Bool

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
    var linear = program.program
    linear.setCosts(primary.costs)
    self.isCancelled = isCancelled
    var options = HighsSolver.Options()
    options.method = Self.method(program)
    options.crossover = needsBasis
    options.relativeGap = program.model.request.gap
    options.timeLimit = program.model.request.timeLimit
    highs = try HighsSolver(linear, options, isCancelled: isCancelled, log: log)
    if let basis { highs.start(from: basis) }
  }

  static func method(_ program: CapacityProgram) -> HighsSolver.Method {
    switch program.model.request.method {
    case .simplex: .simplex
    case .interiorPoint: .interiorPoint
    case .automatic: .automatic
    }
  }

  mutating func solve() throws -> Outcome {
    switch highs.solve() {
    case .optimal: return .solved(highs.solution(), isWithinLimit: true)
    case .infeasible: return .infeasible
    case .unbounded: return .unbounded
    case .infeasibleOrUnbounded:
      // Without an objective only one of the two is left.
      highs.setCosts(allColumns, primary.costs.map { _ in 0 })
      let isFeasible = highs.solve() == .optimal
      highs.setCosts(allColumns, primary.costs)
      return isFeasible ? .unbounded : .infeasible
    case .cancelled: throw PlanningError.cancelled
    case .timeLimit, .iterationLimit:
      let solution = highs.solution()
      guard highs.hasPlan else { throw PlanningError.unsolved(.timeLimit) }
      return .solved(solution, isWithinLimit: false)
    case let status: throw PlanningError.unsolved(status)
    }
  }

  /// An optimum as a vertex of the linear program that whole columns held there leave.
  func vertex(_ objective: Objective, at solution: Solution, isMaximised: Bool) throws
    -> CapacityValuing
  {
    var linear = program.program
    linear.setCosts(objective.costs)
    guard linear.isWhole.contains(true) else {
      return CapacityValuing(
        program, linear, objective, isMaximised: isMaximised, solution: solution,
        basis: highs.basis())
    }
    linear = linear.holdingWholeColumns(at: solution.columnValues)
    var options = HighsSolver.Options()
    options.method = .simplex
    var held = try HighsSolver(linear, options, isCancelled: isCancelled)
    guard held.solve() == .optimal else {
      throw isCancelled() ? PlanningError.cancelled : PlanningError.unsolved(.undecided)
    }
    return CapacityValuing(
      program, linear, objective, isMaximised: isMaximised, solution: held.solution(),
      basis: held.basis())
  }

  /// Solves for the most output, whatever it costs.
  mutating func solveForOutput() throws -> (objective: Objective, solution: Solution)? {
    let output = program.output()
    highs.setCosts(allColumns, output.costs)
    guard case .solved(let solution, _) = try solve() else { return nil }
    return (output, solution)
  }

  /// Keeps what was reached and asks for the least spending; nil where the solver gives none.
  mutating func solveForSpending(_ solution: Solution) throws -> Solution? {
    switch program.model.request.goal {
    case .leastCost: return nil
    case .mostOutput:
      let reached = solution.rowValues[program.outputRow]
      highs.setRows(
        [Int32(program.outputRow)], lower: [reached - abs(reached) * Self.slack],
        upper: [.infinity])
    case .sustainedRate:
      let reached = solution.columnValues[program.rateColumn]
      highs.setColumns(
        [Int32(program.rateColumn)], lower: [reached * (1 - Self.slack)], upper: [.infinity])
    }
    highs.setCosts(allColumns, program.spending().costs)
    guard case .solved(let cheapest, _) = try solve() else { return nil }
    return cheapest
  }

  private static let slack = 1e-9

  private var allColumns: [Int32] { (0..<Int32(program.program.columnCount)).map { $0 } }
}
