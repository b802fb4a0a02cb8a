// SPDX-License-Identifier: Apache-2.0

/// How a solve ended.
public enum SolveStatus: Sendable, Equatable {
  case optimal
  case infeasible
  case unbounded
  /// One of the two; presolve could not tell which.
  case infeasibleOrUnbounded
  case timeLimit
  case iterationLimit
  case cancelled
  /// The solver stopped without a verdict, also after one cold restart.
  case undecided
}

/// Values of a solved program. Duals are empty for a program with whole columns.
public struct Solution: Sendable {
  public let objective: Double
  public let columnValues: [Double]
  public let rowValues: [Double]
  /// Reduced costs: change of the objective for one unit more of a column.
  public let columnDuals: [Double]
  /// Change of the objective for one unit more on the right-hand side of a row. At a degenerate
  /// optimum only one of several possible values.
  public let rowDuals: [Double]
  /// Relative gap between the best solution and the bound; 0 for a linear program.
  public let gap: Double

  package init(
    objective: Double, columnValues: [Double], rowValues: [Double], columnDuals: [Double] = [],
    rowDuals: [Double] = [], gap: Double = 0
  ) {
    self.objective = objective
    self.columnValues = columnValues
    self.rowValues = rowValues
    self.columnDuals = columnDuals
    self.rowDuals = rowDuals
    self.gap = gap
  }
}

/// Which columns and rows are basic, and at which bound the others stand: a place to start from.
public struct Basis: Sendable, Equatable {
  /// HiGHS's numbers for where something stands.
  package enum Place {
    package static let lower: Int32 = 0
    package static let basic: Int32 = 1
    package static let upper: Int32 = 2
  }

  package var columns: [Int32]
  package var rows: [Int32]

  /// A basis put together from parts; it has as many basic columns and rows as there are rows.
  package init(columns: [Int32], rows: [Int32]) {
    self.columns = columns
    self.rows = rows
  }
}
