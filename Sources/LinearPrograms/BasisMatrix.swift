// SPDX-License-Identifier: Apache-2.0

/// The matrix of a basis, to solve with again and again.
struct BasisMatrix: ~Copyable {
  private let highs: HighsSolver
  /// What its columns stand for; nil where there is none to solve with.
  private let variables: [HighsSolver.BasicVariable]?
  private let isBasicRow: [Bool]
  private let isBasicColumn: [Bool]

  /// - Parameter program: one whose optimum has this basis, so that solving ends at once.
  init(
    _ program: LinearProgram, _ basis: Basis, isCancelled: @escaping @Sendable () -> Bool
  ) throws(HighsSolver.SolverError) {
    var solver = try HighsSolver(program, .resolving, isCancelled: isCancelled)
    solver.start(from: basis)
    let isAtBasis = solver.solve() == .optimal && solver.basis() == basis
    variables = isAtBasis ? solver.basicVariables() : nil
    var rows = Array(repeating: false, count: program.rowCount)
    var columns = Array(repeating: false, count: program.columnCount)
    for variable in variables ?? [] {
      switch variable {
      case .row(let row): rows[row] = true
      case .column(let column): columns[column] = true
      }
    }
    isBasicRow = rows
    isBasicColumn = columns
    highs = solver
  }

  func isBasic(row: Int) -> Bool { isBasicRow[row] }
  func isBasic(column: Int) -> Bool { isBasicColumn[column] }

  /// Solves `B x = rightSide`; variables that stay 0 are left out. nil where there is no matrix.
  func solve(_ rightSide: [Double]) -> [(variable: HighsSolver.BasicVariable, step: Double)]? {
    guard let variables else { return nil }
    return highs.basisSolve(rightSide).map { (variables[$0.position], $0.value) }
  }
}
