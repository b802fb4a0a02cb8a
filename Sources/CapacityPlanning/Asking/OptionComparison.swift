// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// What each option does, re-solved: the plan with it alone, and the plan without it.
///
/// A multiplier says what the first bit of an option is worth beside all others; whether it is worth
/// having depends on what else there is, so both plans are solved. Each solve starts from the basis
/// of the plan it differs from by one option.
struct OptionComparison: Sendable {
  let program: CapacityProgram
  private let linear: LinearProgram
  private let objective: Objective
  private let noneBasis: Basis?
  private let allBasis: Basis?
  let isCancelled: @Sendable () -> Bool

  init(_ program: CapacityProgram, isCancelled: @escaping @Sendable () -> Bool) throws {
    self.program = program
    self.isCancelled = isCancelled
    objective = program.primary()
    var linear = program.program
    linear.setCosts(objective.costs)
    self.linear = linear
    let options = Array(program.model.options.target.indices)
    let relaxed = linear.withoutWholeColumns()
    var all = try HighsSolver(relaxed, Self.cold, isCancelled: isCancelled)
    allBasis = all.solve() == .optimal ? all.basis() : nil
    var none = try HighsSolver(
      Self.closing(options, program, relaxed), Self.cold, isCancelled: isCancelled)
    noneBasis = none.solve() == .optimal ? none.basis() : nil
    if isCancelled() { throw PlanningError.cancelled }
  }

  private static let cold: HighsSolver.Options = {
    var options = HighsSolver.Options()
    (options.method, options.pricing) = (.simplex, .devex)
    return options
  }()

  /// The effects of some options, in their order.
  func effects(of options: ArraySlice<Int>) throws -> [OptionEffect] {
    let all = Array(program.model.options.target.indices)
    return try options.map { option in
      let alone = try solve(closing: all.filter { $0 != option }, from: noneBasis)
      let without = try solve(closing: [option], from: allBasis)
      let modules = program.allModules(option).flatMap { column in
        alone.map { $0.columnValues[column] * program.scale.module[option] }
      }
      return OptionEffect(
        option: program.model.network.chain[.options].key(option),
        alone: alone.map { program.objectiveValue($0, objective) },
        without: without.map { program.objectiveValue($0, objective) },
        modulesAlone: max(0, modules ?? 0))
    }
  }

  private func solve(closing closed: [Int], from basis: Basis?) throws -> Solution? {
    let request = program.model.request
    var settings = Self.cold
    settings.timeLimit = request.timeLimit
    let closed = Self.closing(closed, program, linear)
    if SwitchSearch.suits(closed) {
      settings.relativeGap = min(request.gap, 1e-6)
      var search = SwitchSearch(closed, settings, isCancelled: isCancelled)
      switch try search.solve(startingFrom: basis) {
      case .solved(let solution, _): return solution
      case .infeasible, .unbounded: return nil
      case .cancelled: throw PlanningError.cancelled
      case .undecided: break
      }
    }
    settings.relativeGap = request.gap
    let isLinear = !closed.isWhole.contains(true)
    settings.presolve = !isLinear || basis == nil
    if !isLinear { settings.method = .automatic }
    var solver = try HighsSolver(closed, settings, isCancelled: isCancelled)
    if isLinear, let basis { solver.start(from: basis) }
    switch solver.solve() {
    case .optimal: return solver.solution()
    case .infeasible, .infeasibleOrUnbounded, .unbounded: return nil
    case .timeLimit, .iterationLimit: return solver.hasPlan ? solver.solution() : nil
    case .cancelled: throw PlanningError.cancelled
    case let status: throw PlanningError.unsolved(status)
    }
  }

  /// Modules of closed options stay at none.
  private static func closing(
    _ options: [Int], _ program: CapacityProgram, _ linear: LinearProgram
  ) -> LinearProgram {
    var closed = linear
    for option in options {
      guard let last = program.allModules(option) else { continue }
      for column in Int(program.moduleColumn[option])...last {
        closed.setColumn(column, lower: 0, upper: 0)
      }
    }
    return closed
  }
}
