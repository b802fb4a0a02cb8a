// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import LinearPrograms

/// One-sided derivatives against moving the bound a little and solving from scratch.
@Suite struct TangentProgramTests {
  /// Small beside every kink: all figures are small whole numbers.
  private static let step = 1e-4

  /// A few rows and columns in small whole numbers, rows at times twice: most optima are degenerate.
  private func program(_ seed: UInt64) -> LinearProgram {
    var random = SeededGenerator(seed: seed)
    var program = LinearProgram(random.chance(oneIn: 3) ? .maximise : .minimise)
    let rows = Int.random(in: 2...4, using: &random)
    for _ in 0..<rows {
      let upper = Double(2 * Int.random(in: 0...2, using: &random))
      switch Int.random(in: 0...5, using: &random) {
      case 0: program.addRow(lower: upper, upper: upper)
      case 1: program.addRow(lower: upper - 2, upper: upper)
      case 2: program.addRow(lower: upper)
      default: program.addRow(upper: upper)
      }
    }
    let isTwice = random.chance(oneIn: 2)
    if isTwice { program.addRow(lower: program.rowLower[0], upper: program.rowUpper[0]) }
    for _ in 0..<Int.random(in: 2...6, using: &random) {
      program.addColumn(
        cost: Double(Int.random(in: -3...3, using: &random)),
        lower: random.chance(oneIn: 6) ? 1 : 0,
        upper: random.chance(oneIn: 3) ? .infinity : Double(Int.random(in: 1...3, using: &random)))
      for row in 0..<rows {
        let value = Double(Int.random(in: -2...2, using: &random))
        program.addEntry(row: row, value)
        if isTwice && row == 0 { program.addEntry(row: rows, value) }
      }
    }
    return program
  }

  private func bounds(_ program: LinearProgram) -> [TangentProgram.Bound] {
    var bounds: [TangentProgram.Bound] = []
    for row in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      if lower.isFinite { bounds.append(.rowLower(row)) }
      if upper.isFinite { bounds.append(.rowUpper(row)) }
      if lower == upper { bounds.append(.rowBoth(row)) }
    }
    for column in 0..<program.columnCount {
      bounds.append(.columnLower(column))
      if program.columnUpper[column].isFinite { bounds.append(.columnUpper(column)) }
    }
    return bounds
  }

  /// The program with one bound moved; nil where its column has no room left.
  private func moved(_ bound: TangentProgram.Bound, _ step: Double, _ program: LinearProgram)
    -> LinearProgram?
  {
    var moved = program
    switch bound {
    case .rowLower(let row):
      let lower = program.rowLower[row] + step
      moved.setRow(row, lower: lower, upper: max(lower, program.rowUpper[row]))
    case .rowUpper(let row):
      let upper = program.rowUpper[row] + step
      moved.setRow(row, lower: min(upper, program.rowLower[row]), upper: upper)
    case .rowBoth(let row):
      moved.setRow(row, lower: program.rowLower[row] + step, upper: program.rowUpper[row] + step)
    case .columnLower(let column):
      let (lower, upper) = (program.columnLower[column] + step, program.columnUpper[column])
      guard lower <= upper else { return nil }
      moved.setColumn(column, lower: lower, upper: upper)
    case .columnUpper(let column):
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column] + step)
      guard lower <= upper else { return nil }
      moved.setColumn(column, lower: lower, upper: upper)
    }
    return moved
  }

  private func objective(_ program: LinearProgram) throws -> Double? {
    var solver = try HighsSolver(program, .resolving)
    return solver.solve() == .optimal ? solver.objective : nil
  }

  private struct Seen: Hashable {
    var programs = 0
    var twoSided = 0
    var infeasible = 0
    var slopes = 0
  }

  @Test func bothSidesAgreeWithMovingTheBound() throws {
    var seen = Seen()
    for seed in 0..<400 {
      let program = program(UInt64(seed))
      var solver = try HighsSolver(program, .resolving)
      guard solver.solve() == .optimal else { continue }
      seen.programs += 1
      let solution = solver.solution()
      var tangent = try TangentProgram(program, at: solution, basis: solver.basis())
      for bound in bounds(program) {
        var slopes: [Double?] = []
        for direction in [-1.0, 1.0] {
          let end = try moved(bound, direction * Self.step, program).flatMap(objective)
          let known = end.map { ($0 - solution.objective) / Self.step }
          let place: Comment = "seed \(seed), \(bound), \(direction): \(String(describing: known))"
          switch tangent.derivative(bound, direction: direction) {
          case .change(let change):
            let right = try #require(known, place)
            #expect(abs(change - right) < 1e-5 * max(1, abs(right)), place)
            if abs(change) > 1e-6 { seen.slopes += 1 }
          case .infeasible:
            #expect(known == nil, place)
            seen.infeasible += 1
          case .undecided(let status): Issue.record("seed \(seed), \(bound): \(status)")
          }
          slopes.append(known)
        }
        if let less = slopes[0], let more = slopes[1], abs(less + more) > 1e-3 {
          seen.twoSided += 1
        }
      }
    }
    #expect(seen.programs > 150 && seen.slopes > 300, "\(seen)")
    #expect(seen.twoSided > 100, "the optima are degenerate: \(seen)")
    #expect(seen.infeasible > 50, "\(seen)")
  }

  /// minimise x + y, x + y ≥ 2 twice, x ≤ 2: raising one of the two costs 1, lowering it nothing.
  @Test func twoRowsThatHoldTheSame() throws {
    var program = LinearProgram(.minimise)
    program.addRow(lower: 2)
    program.addRow(lower: 2)
    for upper in [2, Double.infinity] {
      program.addColumn(cost: 1, upper: upper)
      program.addEntry(row: 0, 1)
      program.addEntry(row: 1, 1)
    }
    var solver = try HighsSolver(program, .resolving)
    #expect(solver.solve() == .optimal)
    var tangent = try TangentProgram(program, at: solver.solution(), basis: solver.basis())
    for row in 0...1 {
      #expect(tangent.isTight(.rowLower(row)) && !tangent.isTight(.rowUpper(row)))
      #expect(tangent.derivative(.rowLower(row), direction: 1) == .change(1))
      #expect(tangent.derivative(.rowLower(row), direction: -1) == .change(0))
      // Asked again, it says the same: nothing is left moved.
      #expect(tangent.derivative(.rowLower(row), direction: 1) == .change(1))
    }
  }

  /// x ≤ 1 and x ≥ 1: either side alone may give way, but not into the other.
  @Test func aColumnHeldFromBothSides() throws {
    var program = LinearProgram(.minimise)
    program.addColumn(cost: 3, lower: 1, upper: 1)
    var solver = try HighsSolver(program, .resolving)
    #expect(solver.solve() == .optimal)
    var tangent = try TangentProgram(program, at: solver.solution(), basis: solver.basis())
    #expect(tangent.derivative(.columnUpper(0), direction: 1) == .change(0))
    #expect(tangent.derivative(.columnUpper(0), direction: -1) == .infeasible)
    #expect(tangent.derivative(.columnLower(0), direction: -1) == .change(-3))
    #expect(tangent.derivative(.columnLower(0), direction: 1) == .infeasible)
  }
}
