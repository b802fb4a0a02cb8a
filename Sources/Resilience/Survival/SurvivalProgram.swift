// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// Time to survive as a linear program (Simchi-Levi et al., Interfaces 45(5), 2015): the longest
/// window over which some parts of a network can serve their demand in full.
struct SurvivalProgram: Sendable {
  let fluid: FluidProgram
  /// The window in days.
  let windowColumn: Int
  let horizon: Double

  /// - Parameter contractions: pairs joined to their only origin; none to keep every pair.
  init(
    _ needed: NeededNetwork, _ rates: ReferenceRates, parts: Set<Int>, horizon: Double,
    contractions: Contractions = Contractions()
  ) {
    var fluid = FluidProgram(
      needed, rates, parts: parts, sense: .maximise, contractions: contractions)
    self.horizon = horizon
    for pair in fluid.pairs {
      fluid.setRow(
        fluid.balanceRow[pair], lower: -needed.stock(pair) / rates.pair[pair], upper: .infinity)
    }
    let demand = fluid.demandRates
    var window = demand.keys.sorted().map { (row: $0, value: -(demand[$0] ?? 0)) }
    for capacity in fluid.capacities {
      window.append((capacity.row, -capacity.perDay / capacity.scale))
    }
    windowColumn = fluid.addColumn(cost: 1, upper: horizon, window)
    self.fluid = fluid
  }

  /// A solver at the optimum of the undisturbed chain, and the basis there.
  func undisturbed(_ isCancelled: @escaping @Sendable () -> Bool) throws -> (
    days: Double, basis: Basis
  ) {
    var solver = try makeSolver(isCancelled)
    let days = try solve(&solver, "undisturbed")
    return (days, solver.basis())
  }

  func makeSolver(_ isCancelled: @escaping @Sendable () -> Bool) throws -> HighsSolver {
    try HighsSolver(fluid.program, .resolving, isCancelled: isCancelled)
  }

  /// Time to survive one disruption, with the solver left at that optimum.
  ///
  /// - Parameter body: sees the solver before the disruption is undone.
  func days(
    under effect: DisruptionEffect, named name: String, _ solver: inout HighsSolver,
    startingFrom basis: Basis, then body: (inout HighsSolver, Double) throws -> Void = { _, _ in }
  ) throws -> Double {
    let change = Change(effect, self)
    change.apply(&solver)
    solver.start(from: basis)
    let days = try solve(&solver, name)
    try body(&solver, days)
    change.undo(&solver)
    return days
  }

  private func solve(_ solver: inout HighsSolver, _ name: String) throws -> Double {
    switch solver.solve() {
    case .optimal: return min(horizon, max(0, solver.objective))
    case .cancelled: throw ResilienceError.cancelled
    case let status: throw ResilienceError.unsolved(disruption: name, status: status)
    }
  }

  /// Balance rows whose stock a disruption takes away, with the stock that is left, scaled.
  func emptied(_ effect: DisruptionEffect) -> (rows: [Int32], lower: [Double], restored: [Double]) {
    let sites = Set(effect.emptiedSites.map(Int32.init))
    guard !sites.isEmpty else { return ([], [], []) }
    let needed = fluid.needed
    let pairs = fluid.pairs.filter { sites.contains(needed.network.pairs.site[$0]) }
    return (
      pairs.map { Int32(fluid.balanceRow[$0]) },
      pairs.map { -needed.stock($0, onHandLost: true) / fluid.rates.pair[$0] },
      pairs.map { -needed.stock($0) / fluid.rates.pair[$0] }
    )
  }

  /// The difference between the undisturbed program and one disruption.
  struct Change {
    let stopped: [Int32]
    /// Capacity row, its entry in the window's column as disturbed and as it was.
    let entries: [(row: Int, disturbed: Double, undisturbed: Double)]
    let arcRows: [Int32]
    let emptied: (rows: [Int32], lower: [Double], restored: [Double])
    let windowColumn: Int

    init(_ effect: DisruptionEffect, _ program: SurvivalProgram) {
      let limits = program.fluid.limits(under: effect)
      stopped = Array(Set(limits.stopped.map(Int32.init))).sorted()
      let capacities = Dictionary(
        uniqueKeysWithValues: program.fluid.capacities.map { ($0.row, $0) })
      entries =
        limits.reduced.compactMap { row, remaining in
          capacities[row].map {
            (row, -remaining * $0.perDay / $0.scale, -$0.perDay / $0.scale)
          }
        } + limits.arcs.map { ($0.row, -$0.perDay, 0) }
      arcRows = limits.arcs.map { Int32($0.row) }
      emptied = program.emptied(effect)
      windowColumn = program.windowColumn
    }

    func apply(_ solver: inout HighsSolver) {
      let still = Array(repeating: 0.0, count: stopped.count)
      if !stopped.isEmpty { solver.setColumns(stopped, lower: still, upper: still) }
      for entry in entries {
        solver.setEntry(row: entry.row, column: windowColumn, entry.disturbed)
      }
      setArcRows(&solver, upper: 0)
      if !emptied.rows.isEmpty {
        solver.setRows(
          emptied.rows, lower: emptied.lower, upper: emptied.lower.map { _ in .infinity })
      }
    }

    private func setArcRows(_ solver: inout HighsSolver, upper: Double) {
      guard !arcRows.isEmpty else { return }
      solver.setRows(
        arcRows, lower: arcRows.map { _ in -.infinity }, upper: arcRows.map { _ in upper })
    }

    func undo(_ solver: inout HighsSolver) {
      let still = Array(repeating: 0.0, count: stopped.count)
      if !stopped.isEmpty {
        solver.setColumns(stopped, lower: still, upper: still.map { _ in .infinity })
      }
      for entry in entries {
        solver.setEntry(row: entry.row, column: windowColumn, entry.undisturbed)
      }
      setArcRows(&solver, upper: .infinity)
      if !emptied.rows.isEmpty {
        solver.setRows(
          emptied.rows, lower: emptied.restored, upper: emptied.restored.map { _ in .infinity })
      }
    }
  }
}

/// Why an assessment could not be finished.
public enum ResilienceError: Error {
  case cancelled
  /// The solver gave no verdict, also after a cold restart.
  case unsolved(disruption: String, status: SolveStatus)
}
