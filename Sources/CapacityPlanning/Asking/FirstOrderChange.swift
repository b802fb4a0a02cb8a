// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// How an optimum changes when figures of its program do, to first order: by the multipliers of the
/// solution, without solving (envelope theorem; Milgrom and Segal, Econometrica 70(2), 2002).
///
/// Ranks figures that are worth re-solving; where the optimum is degenerate it is one choice of many.
struct FirstOrderChange: Sendable {
  let linear: LinearProgram
  let solution: Solution
  private let activity: [Double]

  init(_ linear: LinearProgram, _ solution: Solution) {
    self.linear = linear
    self.solution = solution
    activity = Self.activity(linear, solution.columnValues)
  }

  /// Change of the objective in the program's scale; nil where the programs are not alike.
  ///
  /// - Parameter other: the program with other figures, in the same scale.
  func change(to other: LinearProgram) -> Double? {
    guard other.columnCount == linear.columnCount, other.rowCount == linear.rowCount else {
      return nil
    }
    let values = solution.columnValues
    var change = 0.0
    for column in values.indices {
      change += (other.cost[column] - linear.cost[column]) * values[column]
      change +=
        solution.columnDuals[column]
        * moved(
          values[column], (linear.columnLower[column], linear.columnUpper[column]),
          (other.columnLower[column], other.columnUpper[column]))
    }
    let otherActivity = Self.activity(other, values)
    for row in activity.indices where solution.rowDuals[row] != 0 {
      let shift = moved(
        solution.rowValues[row], (linear.rowLower[row], linear.rowUpper[row]),
        (other.rowLower[row], other.rowUpper[row]))
      change += solution.rowDuals[row] * (shift - (otherActivity[row] - activity[row]))
    }
    return change.isFinite ? change : nil
  }

  /// How far the bound that a value stands at moves.
  private func moved(
    _ value: Double, _ bounds: (lower: Double, upper: Double),
    _ others: (lower: Double, upper: Double)
  ) -> Double {
    func isAt(_ bound: Double) -> Bool {
      bound.isFinite && abs(value - bound) <= TangentProgram.tightness * max(1, abs(bound))
    }
    if isAt(bounds.upper), others.upper.isFinite { return others.upper - bounds.upper }
    if isAt(bounds.lower), others.lower.isFinite { return others.lower - bounds.lower }
    return 0
  }

  private static func activity(_ linear: LinearProgram, _ values: [Double]) -> [Double] {
    var activity = Array(repeating: 0.0, count: linear.rowCount)
    for column in values.indices where values[column] != 0 {
      for entry in Int(linear.starts[column])..<Int(linear.starts[column + 1]) {
        activity[Int(linear.rowIndices[entry])] += linear.values[entry] * values[column]
      }
    }
    return activity
  }
}
