// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms

/// The largest number of leading periods whose demand can be met in full.
struct PhasedModel: Sendable {
  let program: PhasedProgram
  private let basis: Basis
  let undisturbed: PhasedSurvival

  /// A share of a period's demand this small is the solver's rounding.
  private static let nothing = 1e-6

  init(
    _ network: FlowNetwork, _ grid: PeriodGrid, isCancelled: @escaping @Sendable () -> Bool
  ) throws {
    program = PhasedProgram(network, grid)
    var solver = try HighsSolver(program.program, .resolving, isCancelled: isCancelled)
    let met = try Self.leadingPeriods(program, "undisturbed", &solver, startingFrom: nil)
    undisturbed = Self.result(met, grid)
    basis = solver.basis()
  }

  func survival(
    under effect: DisruptionEffect, named name: String, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> PhasedSurvival {
    var solver = try HighsSolver(program.program, .resolving, isCancelled: isCancelled)
    let changes = program.changes(under: effect)
    if changes.columns.isEmpty && changes.rows.isEmpty { return undisturbed }
    let columns = changes.columns.keys.sorted()
    solver.setColumns(
      columns, lower: columns.map { _ in 0 }, upper: columns.map { changes.columns[$0]! })
    let rows = changes.rows.keys.sorted()
    if !rows.isEmpty {
      solver.setRows(
        rows, lower: rows.map { changes.rows[$0]!.lower },
        upper: rows.map { changes.rows[$0]!.upper })
    }
    let met = try Self.leadingPeriods(program, name, &solver, startingFrom: basis)
    return Self.result(met, program.grid)
  }

  private static func result(_ periods: Int, _ grid: PeriodGrid) -> PhasedSurvival {
    PhasedSurvival(
      days: Double(periods) * grid.periodDays, isLimited: periods < grid.periods)
  }

  /// Solves for the cheapest unmet demand with early periods dear, then asks for one period more
  /// than that solution meets, until that cannot be had: usually two or three solves.
  private static func leadingPeriods(
    _ program: PhasedProgram, _ name: String, _ solver: inout HighsSolver,
    startingFrom basis: Basis?
  ) throws -> Int {
    if let basis { solver.start(from: basis) }
    guard try solve(&solver, name) else { return 0 }
    var met = leading(program, solver.solution())
    while met < program.grid.periods {
      let columns = program.unmet.map { Int32($0.column) }
      solver.setCosts(columns, program.unmet.map { $0.period <= met ? 1 : 0 })
      guard try solve(&solver, name) else { return met }
      let better = leading(program, solver.solution())
      if better <= met { return met }
      met = better
    }
    return met
  }

  private static func leading(_ program: PhasedProgram, _ solution: Solution) -> Int {
    let unmet = program.unmet.filter { solution.columnValues[$0.column] > nothing }
    return unmet.map(\.period).min() ?? program.grid.periods
  }

  /// Whether there is a solution at all: stocks that must not be kept can make a chain infeasible.
  private static func solve(_ solver: inout HighsSolver, _ name: String) throws -> Bool {
    switch solver.solve() {
    case .optimal: return true
    case .infeasible, .infeasibleOrUnbounded: return false
    case .cancelled: throw ResilienceError.cancelled
    case let status: throw ResilienceError.unsolved(disruption: name, status: status)
    }
  }
}
