// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// What a disruption costs (time to recover, Simchi-Levi et al., 2015): the least value of demand
/// left unmet over a fixed window.
///
/// One program for the whole needed network; only bounds change between disruptions.
struct RecoveryProgram: Sendable {
  private var fluid: FluidProgram
  /// Unmet quantity of each demand that counts, in the order of the table.
  private let demands: [(demand: Int, column: Int, scale: Double)]
  private let valueScale: Double
  private let rates: ReferenceRates
  private let needed: NeededNetwork

  /// - Parameter effects: every disruption that will be asked about.
  init(_ needed: NeededNetwork, _ rates: ReferenceRates, _ effects: [DisruptionEffect]) {
    self.needed = needed
    self.rates = rates
    var fluid = FluidProgram(
      needed, rates, parts: Set(0..<needed.partCount), sense: .minimise,
      contractions: Contractions(needed, effects))
    let network = needed.network
    let counting = (0..<network.demands.count).filter { network.demands.steadyRate($0) > 0 }
    // The dearest day of lost demand is of size one, so that tolerances are parts of it.
    let largest =
      counting.map { network.demands.steadyRate($0) * network.demands.valuePerUnit[$0] }.max() ?? 1
    let valueScale = largest > 0 ? largest : 1
    self.valueScale = valueScale
    demands = counting.map { demand in
      let pair = Int(network.demands.pair[demand])
      let scale = network.demands.steadyRate(demand)
      let column = fluid.addColumn(
        cost: network.demands.valuePerUnit[demand] * scale / valueScale, upper: 0,
        [(row: fluid.balanceRow[pair], value: scale / fluid.balanceScale[pair])])
      return (demand, column, scale)
    }
    self.fluid = fluid
  }

  func makeSolver(_ isCancelled: @escaping @Sendable () -> Bool) throws -> HighsSolver {
    try HighsSolver(fluid.program, .resolving, isCancelled: isCancelled)
  }

  /// Bounds for a window of `days` under a disruption.
  private func bounds(_ days: Double, _ effect: DisruptionEffect) -> (
    rows: (indices: [Int32], lower: [Double], upper: [Double]),
    columns: (indices: [Int32], lower: [Double], upper: [Double])
  ) {
    let limits = fluid.limits(under: effect)
    var rowLower = fluid.program.rowLower
    var rowUpper = fluid.program.rowUpper
    let emptied = Set(effect.emptiedSites.map(Int32.init))
    for pair in fluid.pairs {
      let isEmptied = emptied.contains(needed.network.pairs.site[pair])
      let stock = needed.stock(pair, onHandLost: isEmptied)
      rowLower[fluid.balanceRow[pair]] = -stock / rates.pair[pair]
    }
    for (row, rate) in fluid.demandRates { rowLower[row] += rate * days }
    var remaining: [Int: Double] = [:]
    for reduced in limits.reduced { remaining[reduced.row] = reduced.remaining }
    for capacity in fluid.capacities {
      rowUpper[capacity.row] =
        (remaining[capacity.row] ?? 1) * capacity.perDay * days / capacity.scale
    }
    for arc in limits.arcs { rowUpper[arc.row] = arc.perDay * days }
    var columnUpper = fluid.program.columnUpper
    for column in limits.stopped { columnUpper[column] = 0 }
    for demand in demands { columnUpper[demand.column] = days }
    return (
      (rowLower.indices.map(Int32.init), rowLower, rowUpper),
      (columnUpper.indices.map(Int32.init), fluid.program.columnLower, columnUpper)
    )
  }

  /// The least value lost over `days`.
  func loss(
    over days: Double, under effect: DisruptionEffect, named name: String,
    _ solver: inout HighsSolver, startingFrom basis: Basis?
  ) throws -> Double {
    let bounds = bounds(days, effect)
    solver.setRows(bounds.rows.indices, lower: bounds.rows.lower, upper: bounds.rows.upper)
    solver.setColumns(
      bounds.columns.indices, lower: bounds.columns.lower, upper: bounds.columns.upper)
    if let basis { solver.start(from: basis) }
    try solve(&solver, name)
    let value = solver.objective * valueScale
    // What the solver's tolerance leaves of nothing is nothing.
    return value <= 1e-9 * valueScale * max(1, days) ? 0 : value
  }

  private func solve(_ solver: inout HighsSolver, _ name: String) throws {
    switch solver.solve() {
    case .optimal: return
    case .cancelled: throw ResilienceError.cancelled
    case let status: throw ResilienceError.unsolved(disruption: name, status: status)
    }
  }

  /// The range of each demand's loss over all cheapest solutions, after ``loss(over:under:named:_:startingFrom:)``.
  ///
  /// The cheapest solutions are those where every column with a reduced cost and every row with a
  /// dual stays at its bound (complementary slackness); on that face each loss is minimised and
  /// maximised. The solver is used up.
  func ranges(named name: String, _ solver: inout HighsSolver, over days: Double) throws
    -> [(demand: Int, low: Double, high: Double)]
  {
    let solution = solver.solution()
    fixFace(solution, &solver)
    let basis = solver.basis()
    let columns = fluid.program.cost.indices.map(Int32.init)
    solver.setCosts(columns, columns.map { _ in 0 })
    var result: [(demand: Int, low: Double, high: Double)] = []
    for (demand, column, scale) in demands {
      // A column the face holds where it is needs no solve.
      solver.setCosts([Int32(column)], [1])
      solver.start(from: basis)
      try solve(&solver, name)
      let low = solver.objective
      solver.setCosts([Int32(column)], [-1])
      solver.start(from: basis)
      try solve(&solver, name)
      let high = -solver.objective
      solver.setCosts([Int32(column)], [0])
      let nothing = 1e-9 * max(1, days)
      if high > nothing {
        result.append((demand, max(0, low) <= nothing ? 0 : low * scale, high * scale))
      }
    }
    return result
  }

  private func fixFace(_ solution: Solution, _ solver: inout HighsSolver) {
    // Costs are of size one; a dual this small is the solver's rounding.
    let tolerance = 1e-7
    let columns = solution.columnDuals.indices.filter { abs(solution.columnDuals[$0]) > tolerance }
    let columnValues = columns.map { solution.columnValues[$0] }
    solver.setColumns(columns.map(Int32.init), lower: columnValues, upper: columnValues)
    let rows = solution.rowDuals.indices.filter { abs(solution.rowDuals[$0]) > tolerance }
    let rowValues = rows.map { solution.rowValues[$0] }
    solver.setRows(rows.map(Int32.init), lower: rowValues, upper: rowValues)
  }

  /// The basis of the undisturbed chain over a typical window, to start every disruption from.
  func undisturbed(_ solver: inout HighsSolver, days: Double) throws -> Basis {
    _ = try loss(
      over: days, under: DisruptionEffect(), named: "undisturbed", &solver, startingFrom: nil)
    return solver.basis()
  }
}
