// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

extension SurvivalProgram {
  /// What one unit more and one unit less of each stock is worth, in days, at the optimum the solver
  /// stands at.
  ///
  /// Optima are usually degenerate, so a multiplier is only one of many. The one-sided derivative in
  /// a direction is the optimum of the program linearised there: constraints that are not tight are
  /// dropped, tight ones become homogeneous, and the direction is the right-hand side. Each is a
  /// short warm-started solve; only tight balances need one.
  func stockValues(
    under effect: DisruptionEffect, named name: String,
    _ isCancelled: @escaping @Sendable () -> Bool,
    _ solver: inout HighsSolver
  ) throws -> [Assessment.StockValue] {
    let solution = solver.solution()
    let basis = solver.basis()
    var tangent = try makeTangent(solution, effect, isCancelled)
    var result: [Assessment.StockValue] = []
    let network = fluid.needed.network
    for pair in fluid.pairs {
      let row = fluid.balanceRow[pair]
      guard isTight(solution.rowValues[row], lowerBound(row, pair, effect)) else { continue }
      // The balance reads flows ≥ −stock, so a unit more of stock lowers its bound.
      let unit = 1 / fluid.rates.pair[pair]
      let less = try derivative(row, 1, &tangent, basis, name)
      // A concave function gains no more than it would lose.
      if let less, less >= -Self.nothing { continue }
      let more = try derivative(row, -1, &tangent, basis, name) ?? 0
      result.append(
        Assessment.StockValue(
          site: network.chain[.sites].key(Int(network.pairs.site[pair])),
          material: network.chain[.materials].key(Int(network.pairs.material[pair])),
          left: less.map { -$0 * unit }, right: more <= Self.nothing ? 0 : more * unit))
    }
    return result
  }

  /// Days per day of the pair's flow that count as none.
  private static let nothing = 1e-9

  private func lowerBound(_ row: Int, _ pair: Int, _ effect: DisruptionEffect) -> Double {
    let isLost = effect.emptiedSites.contains(Int(fluid.needed.network.pairs.site[pair]))
    return -fluid.needed.stock(pair, onHandLost: isLost) / fluid.rates.pair[pair]
  }

  private func isTight(_ value: Double, _ bound: Double) -> Bool {
    abs(value - bound) <= 1e-7 * max(1, abs(bound))
  }

  /// The program linearised at a solution: what is tight becomes homogeneous, the rest is dropped.
  private func makeTangent(
    _ solution: Solution, _ effect: DisruptionEffect, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws -> HighsSolver {
    var tangent = try makeSolver(isCancelled)
    let limits = Change(effect, self)
    limits.apply(&tangent)
    var rowLower = Array(repeating: -Double.infinity, count: fluid.program.rowCount)
    var rowUpper = Array(repeating: Double.infinity, count: fluid.program.rowCount)
    for pair in fluid.pairs {
      let row = fluid.balanceRow[pair]
      if isTight(solution.rowValues[row], lowerBound(row, pair, effect)) { rowLower[row] = 0 }
    }
    let limitedRows = fluid.capacities.map(\.row) + limits.arcRows.map(Int.init)
    for row in limitedRows where isTight(solution.rowValues[row], 0) { rowUpper[row] = 0 }
    tangent.setRows(rowLower.indices.map(Int32.init), lower: rowLower, upper: rowUpper)
    let stopped = Set(limits.stopped.map(Int.init))
    let columns = fluid.program.columnUpper.indices
    let upper = columns.map { column -> Double in
      if stopped.contains(column) { return 0 }
      let isAtHorizon = column == windowColumn && isTight(solution.columnValues[column], horizon)
      return isAtHorizon ? 0 : .infinity
    }
    let lower = columns.map { column -> Double in
      stopped.contains(column) || isTight(solution.columnValues[column], 0) ? 0 : -.infinity
    }
    tangent.setColumns(columns.map(Int32.init), lower: lower, upper: upper)
    return tangent
  }

  /// Change of the window when a balance's bound moves by `direction`; nil where infeasible.
  private func derivative(
    _ row: Int, _ direction: Double, _ tangent: inout HighsSolver, _ basis: Basis, _ name: String
  ) throws -> Double? {
    tangent.setRows([Int32(row)], lower: [direction], upper: [.infinity])
    tangent.start(from: basis)
    defer { tangent.setRows([Int32(row)], lower: [0], upper: [.infinity]) }
    switch tangent.solve() {
    case .optimal: return tangent.objective
    case .infeasible, .infeasibleOrUnbounded: return nil
    case .cancelled: throw ResilienceError.cancelled
    case let status: throw ResilienceError.unsolved(disruption: name, status: status)
    }
  }
}
