// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Values one unit more and one unit less of what is scarce at an optimum.
struct CapacityValuing: Sendable {
  let program: CapacityProgram
  let linear: LinearProgram
  let solution: Solution
  let basis: Basis
  /// Turns the program's objective into what people count; negative where more is better.
  let perObjective: Double

  /// Less than this, in the program's own scale, is the solver's rounding.
  private static let nothing = 1e-8

  /// - Parameter linear: the program as it was solved to `solution`; whole columns are held there.
  init(
    _ program: CapacityProgram, _ linear: LinearProgram, _ objective: Objective,
    isMaximised: Bool, solution: Solution, basis: Basis
  ) {
    self.program = program
    self.linear = linear
    self.solution = solution
    self.basis = basis
    perObjective = (isMaximised ? -1 : 1) / objective.scale
  }

  /// Values of some limits, in their order; those worth nothing to both sides are left out.
  func values(
    of limits: ArraySlice<CapacityLimit>, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> [CapacityValue] {
    var tangent = try TangentProgram(linear, at: solution, basis: basis, isCancelled: isCancelled)
    var values: [CapacityValue] = []
    for limit in limits {
      if isCancelled() { throw PlanningError.cancelled }
      if let value = try value(of: limit, &tangent) { values.append(value) }
    }
    return values
  }

  private func value(of limit: CapacityLimit, _ tangent: inout TangentProgram) throws
    -> CapacityValue?
  {
    guard tangent.isTight(limit.bound) else { return nil }
    let direction = limit.step < 0 ? -1.0 : 1.0
    let perUnit = abs(limit.step) * perObjective
    func side(_ sign: Double, _ tangent: inout TangentProgram) throws -> Double? {
      switch tangent.derivative(limit.bound, direction: sign * direction) {
      case .change(let change): return abs(change) < Self.nothing ? 0 : sign * change * perUnit
      case .infeasible: return nil
      case .undecided(.cancelled): throw PlanningError.cancelled
      case .undecided(let status): throw PlanningError.unsolved(status)
      }
    }
    let less = try side(-1, &tangent)
    // The optimum is convex, and more capacity never hurts: what one less does not change, one more
    // does not. More stock can hurt, where it cannot be kept.
    let more = less == 0 && limit.kind != .stock ? 0 : try side(1, &tangent)
    guard (more ?? 1) != 0 || (less ?? 0) != 0 else { return nil }
    return CapacityValue(
      kind: limit.kind, name: program.name(of: limit), period: limit.period + 1, oneLess: less,
      oneMore: more)
  }
}
