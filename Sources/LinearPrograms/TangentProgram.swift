// SPDX-License-Identifier: Apache-2.0

/// What moving one bound of a solved linear program does to its optimum, to each side.
///
/// Optima are usually degenerate, so a multiplier is only one of many. The one-sided derivative in
/// a direction is the optimum of the program linearised at the solution: constraints that are not
/// tight are dropped, tight ones become homogeneous, and the direction is the right-hand side
/// (Gal, Postoptimal Analyses, 1995). Where the optimal basis stays feasible in the direction, one
/// solve with its matrix gives the derivative; otherwise a short warm-started simplex does.
public struct TangentProgram: ~Copyable {
  /// One side of a row or column; for an equation both sides move together.
  public enum Bound: Sendable, Hashable {
    case rowLower(Int)
    case rowUpper(Int)
    case rowBoth(Int)
    case columnLower(Int)
    case columnUpper(Int)
  }

  /// Absolute, and relative to the bound: what is nearer counts as tight.
  public static let tightness = 1e-7

  /// Moves bounds and solves anew.
  private var mover: HighsSolver
  private let matrix: BasisMatrix
  private let basis: Basis
  private let program: LinearProgram
  private let rowLower: [Double]
  private let rowUpper: [Double]
  private let columnLower: [Double]
  private let columnUpper: [Double]

  /// - Parameters:
  ///   - program: the program as it was solved, without whole columns.
  ///   - solution: an optimal one.
  ///   - basis: an optimal one.
  public init(
    _ program: LinearProgram, at solution: Solution, basis: Basis,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(HighsSolver.SolverError) {
    precondition(!program.isWhole.contains(true), "Only linear programs have derivatives")
    let rows = (
      lower: Self.homogeneous(program.rowLower, solution.rowValues, otherwise: -.infinity),
      upper: Self.homogeneous(program.rowUpper, solution.rowValues, otherwise: .infinity)
    )
    let columns = (
      lower: Self.homogeneous(program.columnLower, solution.columnValues, otherwise: -.infinity),
      upper: Self.homogeneous(program.columnUpper, solution.columnValues, otherwise: .infinity)
    )
    var tangent = program
    tangent.setRows(lower: rows.lower, upper: rows.upper)
    tangent.setColumns(lower: columns.lower, upper: columns.upper)
    var mover = try HighsSolver(tangent, .resolving, isCancelled: isCancelled)
    mover.start(from: basis)
    matrix = try BasisMatrix(tangent, basis, isCancelled: isCancelled)
    self.mover = mover
    self.basis = basis
    self.program = program
    (rowLower, rowUpper) = rows
    (columnLower, columnUpper) = columns
  }

  private static func homogeneous(
    _ bounds: [Double], _ values: [Double], otherwise free: Double
  ) -> [Double] {
    zip(bounds, values).map { bound, value in
      bound.isFinite && abs(value - bound) <= tightness * max(1, abs(bound)) ? 0 : free
    }
  }

  /// Whether the bound holds the optimum; if not, moving it a little changes nothing.
  public func isTight(_ bound: Bound) -> Bool {
    switch bound {
    case .rowLower(let row): rowLower[row] == 0
    case .rowUpper(let row): rowUpper[row] == 0
    case .rowBoth(let row): rowLower[row] == 0 || rowUpper[row] == 0
    case .columnLower(let column): columnLower[column] == 0
    case .columnUpper(let column): columnUpper[column] == 0
    }
  }

  public enum Derivative: Sendable, Equatable {
    case change(Double)
    /// No solution is left when the bound moves that way.
    case infeasible
    case undecided(SolveStatus)
  }

  /// Change of the objective for each unit the bound moves up (`direction` 1) or down (-1), the
  /// derivative of the optimum times the direction.
  public mutating func derivative(_ bound: Bound, direction: Double) -> Derivative {
    guard isTight(bound) else { return .change(0) }
    if let change = changeInBasis(bound, direction) { return .change(change) }
    move(bound, by: direction)
    defer { move(bound, by: 0) }
    var status = mover.solve()
    if status != .optimal && status != .infeasible && status != .infeasibleOrUnbounded
      && status != .cancelled
    {
      mover.start(from: basis)
      status = mover.solve()
    }
    switch status {
    case .optimal: return .change(mover.objective)
    case .infeasible, .infeasibleOrUnbounded: return .infeasible
    default: return .undecided(status)
    }
  }

  // MARK: Within the basis

  /// The derivative where the optimal basis stays feasible as the bound moves; nil where it does not,
  /// or where the basis has no such bound.
  private func changeInBasis(_ bound: Bound, _ direction: Double) -> Double? {
    guard !isHeldFromBothSides(bound) else { return nil }
    var rightSide = Array(repeating: 0.0, count: program.rowCount)
    var change = 0.0
    switch bound {
    case .rowLower(let row), .rowUpper(let row), .rowBoth(let row):
      guard !matrix.isBasic(row: row) else { return nil }
      rightSide[row] = direction
    case .columnLower(let column), .columnUpper(let column):
      guard !matrix.isBasic(column: column) else { return nil }
      for entry in Int(program.starts[column])..<Int(program.starts[column + 1]) {
        rightSide[Int(program.rowIndices[entry])] = -program.values[entry] * direction
      }
      change = program.cost[column] * direction
    }
    guard let steps = matrix.solve(rightSide) else { return nil }
    for (variable, step) in steps {
      switch variable {
      case .column(let column):
        guard fits(step, columnLower[column], columnUpper[column]) else { return nil }
        change += program.cost[column] * step
      case .row(let row):
        // The matrix holds a row as the negative of its activity.
        guard fits(-step, rowLower[row], rowUpper[row]) else { return nil }
      }
    }
    return change
  }

  /// Whether the other side holds it too, so that it need not follow the bound.
  private func isHeldFromBothSides(_ bound: Bound) -> Bool {
    switch bound {
    case .rowLower(let row), .rowUpper(let row): rowLower[row] == 0 && rowUpper[row] == 0
    case .rowBoth: false
    case .columnLower(let column), .columnUpper(let column):
      columnLower[column] == 0 && columnUpper[column] == 0
    }
  }

  /// Whether a basic variable may move that way: only where it is not at a bound.
  private func fits(_ step: Double, _ lower: Double, _ upper: Double) -> Bool {
    (lower != 0 || step >= -Self.rounding) && (upper != 0 || step <= Self.rounding)
  }

  private static let rounding = 1e-9

  // MARK: By simplex

  private mutating func move(_ bound: Bound, by step: Double) {
    switch bound {
    case .rowLower(let row):
      mover.setRows([Int32(row)], lower: [step], upper: [max(step, rowUpper[row])])
    case .rowUpper(let row):
      mover.setRows([Int32(row)], lower: [min(step, rowLower[row])], upper: [step])
    case .rowBoth(let row):
      mover.setRows(
        [Int32(row)], lower: [rowLower[row] + step], upper: [rowUpper[row] + step])
    case .columnLower(let column):
      mover.setColumns([Int32(column)], lower: [step], upper: [columnUpper[column]])
    case .columnUpper(let column):
      mover.setColumns([Int32(column)], lower: [columnLower[column]], upper: [step])
    }
  }
}
