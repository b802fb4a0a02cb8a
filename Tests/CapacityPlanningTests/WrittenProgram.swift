// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// A program written down as on paper: variables first, then equations over them, in any order.
///
/// ``LinearProgram`` takes columns with their entries; here every equation can be read on its own.
struct WrittenProgram {
  typealias Sum = [(factor: Double, variable: Int)]

  /// One variable for each period, counted from 1.
  struct Series {
    let first: Int
    let periods: Int

    /// The variable of a period, nil before the first and after the last.
    subscript(period: Int) -> Int? { 1...periods ~= period ? first + period - 1 : nil }

    /// `factor` times the variable of a period; nothing outside the horizon.
    func times(_ factor: Double, _ period: Int) -> Sum {
      self[period].map { [(factor, $0)] } ?? []
    }
  }

  private struct Variable {
    let cost: Double
    var upper: Double
    let isWhole: Bool
  }

  private struct Equation {
    let sum: Sum
    var lower: Double
    var upper: Double
  }

  private var variables: [Variable] = []
  private var equations: [Equation] = []

  /// Adds a variable that is not negative.
  mutating func variable(cost: Double = 0, upper: Double = .infinity, isWhole: Bool = false) -> Int
  {
    variables.append(Variable(cost: cost, upper: upper, isWhole: isWhole))
    return variables.count - 1
  }

  /// Adds a variable for every period, all with the same cost and limit.
  mutating func series(_ periods: Int, cost: Double = 0, upper: Double = .infinity) -> Series {
    series(
      costs: Array(repeating: cost, count: periods), limits: Array(repeating: upper, count: periods)
    )
  }

  /// Adds a variable for every period.
  mutating func series(costs: [Double], limits: [Double], isWhole: Bool = false) -> Series {
    let first = variables.count
    for (cost, limit) in zip(costs, limits) {
      _ = variable(cost: cost, upper: limit, isWhole: isWhole)
    }
    return Series(first: first, periods: costs.count)
  }

  /// Requires `sum = right`. Returns the equation's number.
  @discardableResult
  mutating func require(_ sum: Sum, equals right: Double) -> Int {
    equations.append(Equation(sum: sum, lower: right, upper: right))
    return equations.count - 1
  }

  /// Requires `sum ≤ right`. Returns the equation's number.
  @discardableResult
  mutating func require(_ sum: Sum, atMost right: Double) -> Int {
    equations.append(Equation(sum: sum, lower: -.infinity, upper: right))
    return equations.count - 1
  }

  /// Moves the right-hand side of an equation.
  mutating func add(_ amount: Double, toRightOf equation: Int) {
    equations[equation].lower += amount
    equations[equation].upper += amount
  }

  /// The same column by column, as the solver takes it.
  func program(_ sense: LinearProgram.Sense) -> LinearProgram {
    var program = LinearProgram(sense)
    var entries = Array(repeating: [(row: Int, value: Double)](), count: variables.count)
    for (row, equation) in equations.enumerated() {
      program.addRow(lower: equation.lower, upper: equation.upper)
      var together: [Int: Double] = [:]
      for (factor, variable) in equation.sum { together[variable, default: 0] += factor }
      for (variable, factor) in together { entries[variable].append((row, factor)) }
    }
    for (at, variable) in variables.enumerated() {
      program.addColumn(cost: variable.cost, upper: variable.upper, isWhole: variable.isWhole)
      for entry in entries[at] { program.addEntry(row: entry.row, entry.value) }
    }
    return program
  }
}
