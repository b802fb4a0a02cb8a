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
    let options = program.model.options.target.indices
    (noneBasis, allBasis) = try {
      guard !linear.isWhole.contains(true) else { return (nil, nil) }
      var all = try HighsSolver(linear, Self.cold, isCancelled: isCancelled)
      let allBasis = all.solve() == .optimal ? all.basis() : nil
      var none = try HighsSolver(linear, Self.cold, isCancelled: isCancelled)
      Self.close(Array(options), program, linear, &none)
      return (none.solve() == .optimal ? none.basis() : nil, allBasis)
    }()
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
    var settings = Self.cold
    settings.presolve = basis == nil
    settings.relativeGap = program.model.request.gap
    settings.timeLimit = program.model.request.timeLimit
    var solver = try HighsSolver(linear, settings, isCancelled: isCancelled)
    Self.close(closed, program, linear, &solver)
    if let basis { solver.start(from: basis) }
    switch solver.solve() {
    case .optimal: return solver.solution()
    case .infeasible, .infeasibleOrUnbounded, .unbounded: return nil
    case .timeLimit, .iterationLimit: return solver.hasPlan ? solver.solution() : nil
    case .cancelled: throw PlanningError.cancelled
    case let status: throw PlanningError.unsolved(status)
    }
  }

  /// Modules of closed options stay at none.
  private static func close(
    _ options: [Int], _ program: CapacityProgram, _ linear: LinearProgram,
    _ solver: inout HighsSolver
  ) {
    var columns: [Int32] = []
    for option in options {
      guard let last = program.allModules(option) else { continue }
      columns += (program.moduleColumn[option]...Int32(last))
    }
    solver.setColumns(
      columns, lower: columns.map { _ in 0 }, upper: columns.map { _ in 0 })
  }
}
