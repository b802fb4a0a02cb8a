// SPDX-License-Identifier: Apache-2.0

/// Branch and bound over a few columns that are 0 or 1, every node re-solved from its parent's basis.
///
/// For programs that are linear but for some openings with a fixed cost: on a ramp-up of 22,000
/// columns with 4 of them a third of the time of a general solver, which presolves and looks for cuts
/// first, and it ends with a basis. Best bound first; the same steps on every run.
public struct SwitchSearch: ~Copyable {
  public enum Outcome: Sendable {
    /// The best found, its gap within the one asked for, and the basis of the linear program that
    /// holding the switches there leaves.
    case solved(Solution, Basis)
    case infeasible
    case unbounded
    /// Not decided within the nodes allowed; a general solver may do better.
    case undecided
    case cancelled
  }

  /// More switches than this are a general solver's business.
  public static let mostSwitches = 40
  private static let mostNodes = 400
  private static let wholeness = 1e-6

  private struct Node {
    let bound: Double
    let held: [Int32: Double]
    let basis: Basis
  }

  private let program: LinearProgram
  private let switches: [Int32]
  private let options: HighsSolver.Options
  private let isCancelled: @Sendable () -> Bool
  private var best: (solution: Solution, basis: Basis)?

  /// Whether the search is made for a program: its whole columns are few and 0 or 1.
  public static func suits(_ program: LinearProgram) -> Bool {
    let whole = program.isWhole.indices.filter { program.isWhole[$0] }
    return !whole.isEmpty && whole.count <= mostSwitches
      && whole.allSatisfy { program.columnLower[$0] >= 0 && program.columnUpper[$0] <= 1 }
  }

  /// - Parameter options: gaps and limits; the method of the first solve.
  public init(
    _ program: LinearProgram, _ options: HighsSolver.Options,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    precondition(program.sense == .minimise, "The search minimises")
    self.program = program
    self.options = options
    self.isCancelled = isCancelled
    switches = program.isWhole.indices.filter { program.isWhole[$0] }.map(Int32.init)
  }

  /// - Parameter start: an optimal basis of a program that differs little, to begin with.
  public mutating func solve(startingFrom start: Basis? = nil) throws -> Outcome {
    let relaxed = program.withoutWholeColumns()
    var first = options
    first.presolve = start == nil
    var root = try HighsSolver(relaxed, first, isCancelled: isCancelled)
    if let start { root.start(from: start) }
    switch root.solve() {
    case .optimal: break
    case .infeasible: return .infeasible
    case .unbounded: return .unbounded
    case .cancelled: return .cancelled
    default: return .undecided
    }
    var warm = options
    (warm.method, warm.presolve) = (.simplex, false)
    var solver = try HighsSolver(relaxed, warm, isCancelled: isCancelled)
    let solution = root.solution()
    return search(
      from: Node(bound: solution.objective, held: [:], basis: root.basis()), solution, &solver)
  }

  private mutating func search(
    from root: Node, _ relaxed: Solution, _ solver: inout HighsSolver
  ) -> Outcome {
    var open = [root]
    var solved = 0
    // Everything the relaxation opens a little is opened whole: mostly a good plan.
    let opened = Dictionary(
      uniqueKeysWithValues: switches.map {
        ($0, relaxed.columnValues[Int($0)] > Self.wholeness ? 1.0 : 0)
      })
    if fractional(relaxed) != nil { _ = visit(opened, root.basis, &solver) }
    while let node = takeBest(&open) {
      if isCancelled() { return .cancelled }
      if isWithinGap(node.bound) { return finished(node.bound) }
      solved += 1
      if solved > Self.mostNodes { return .undecided }
      switch visit(node.held, node.basis, &solver) {
      case .optimal: break
      case .infeasible: continue
      case .cancelled: return .cancelled
      default: return .undecided
      }
      let solution = solver.solution()
      guard let column = fractional(solution) else { continue }
      let basis = solver.basis()
      for value in [1.0, 0] {
        var held = node.held
        held[column] = value
        open.append(Node(bound: solution.objective, held: held, basis: basis))
      }
    }
    return finished(best?.solution.objective ?? .infinity)
  }

  /// Solves with some switches held; keeps what is whole and better.
  private mutating func visit(
    _ held: [Int32: Double], _ basis: Basis, _ solver: inout HighsSolver
  ) -> SolveStatus {
    solver.setColumns(
      switches, lower: switches.map { held[$0] ?? program.columnLower[Int($0)] },
      upper: switches.map { held[$0] ?? program.columnUpper[Int($0)] })
    solver.start(from: basis)
    let status = solver.solve()
    if status == .optimal, solver.objective < best?.solution.objective ?? .infinity {
      let solution = solver.solution()
      if fractional(solution) == nil { best = (solution, solver.basis()) }
    }
    return status == .infeasibleOrUnbounded ? .infeasible : status
  }

  private func takeBest(_ open: inout [Node]) -> Node? {
    guard let at = open.indices.min(by: { (open[$0].bound, -$0) < (open[$1].bound, -$1) }) else {
      return nil
    }
    return open.remove(at: at)
  }

  /// The switch farthest from 0 and 1; nil where all are whole.
  private func fractional(_ solution: Solution) -> Int32? {
    let distances = switches.map { column in
      let value = solution.columnValues[Int(column)]
      return min(abs(value), abs(1 - value))
    }
    guard let most = distances.max(), most > Self.wholeness else { return nil }
    return distances.firstIndex(of: most).map { switches[$0] }
  }

  private func isWithinGap(_ bound: Double) -> Bool {
    guard let objective = best?.solution.objective else { return false }
    return objective - bound <= max(options.absoluteGap, options.relativeGap * abs(objective))
  }

  private func finished(_ bound: Double) -> Outcome {
    guard let best else { return .infeasible }
    let solution = best.solution
    let distance = max(0, solution.objective - bound)
    let gap = solution.objective == 0 ? 0 : distance / abs(solution.objective)
    return .solved(
      Solution(
        objective: solution.objective, columnValues: solution.columnValues,
        rowValues: solution.rowValues, columnDuals: solution.columnDuals,
        rowDuals: solution.rowDuals, gap: gap), best.basis)
  }
}
