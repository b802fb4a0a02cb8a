// SPDX-License-Identifier: Apache-2.0

/// What moving one bound of a solved linear program does to its optimum, to each side.
///
/// Optima are usually degenerate, so a multiplier is only one of many. The one-sided derivative in
/// a direction is the optimum of the program linearised at the solution: constraints that are not
/// tight are dropped, tight ones become homogeneous, and the direction is the right-hand side
/// (Gal, Postoptimal Analyses, 1995). Each is a short warm-started solve.
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

  private var highs: HighsSolver
  private let basis: Basis
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
    rowLower = Self.homogeneous(program.rowLower, solution.rowValues, otherwise: -.infinity)
    rowUpper = Self.homogeneous(program.rowUpper, solution.rowValues, otherwise: .infinity)
    columnLower = Self.homogeneous(
      program.columnLower, solution.columnValues, otherwise: -.infinity)
    columnUpper = Self.homogeneous(program.columnUpper, solution.columnValues, otherwise: .infinity)
    var tangent = program
    tangent.setRows(lower: rowLower, upper: rowUpper)
    tangent.setColumns(lower: columnLower, upper: columnUpper)
    highs = try HighsSolver(tangent, .resolving, isCancelled: isCancelled)
    self.basis = basis
    highs.start(from: basis)
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
    move(bound, by: direction)
    defer { move(bound, by: 0) }
    var status = highs.solve()
    if status != .optimal && status != .infeasible && status != .infeasibleOrUnbounded
      && status != .cancelled
    {
      highs.start(from: basis)
      status = highs.solve()
    }
    switch status {
    case .optimal: return .change(highs.objective)
    case .infeasible, .infeasibleOrUnbounded: return .infeasible
    default: return .undecided(status)
    }
  }

  /// Makes the next derivative independent of those before it.
  public mutating func restart() { highs.start(from: basis) }

  private mutating func move(_ bound: Bound, by step: Double) {
    switch bound {
    case .rowLower(let row):
      highs.setRows([Int32(row)], lower: [step], upper: [max(step, rowUpper[row])])
    case .rowUpper(let row):
      highs.setRows([Int32(row)], lower: [min(step, rowLower[row])], upper: [step])
    case .rowBoth(let row):
      highs.setRows(
        [Int32(row)], lower: [rowLower[row] + step], upper: [rowUpper[row] + step])
    case .columnLower(let column):
      highs.setColumns([Int32(column)], lower: [step], upper: [columnUpper[column]])
    case .columnUpper(let column):
      highs.setColumns([Int32(column)], lower: [columnLower[column]], upper: [step])
    }
  }
}
