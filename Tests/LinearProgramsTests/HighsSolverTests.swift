// SPDX-License-Identifier: Apache-2.0
import Synchronization
import Testing

@testable import LinearPrograms

@Suite struct HighsSolverTests {
  /// maximise 3x + 2y subject to x + y ≤ 4, x + 3y ≤ 7, x ≤ 3: x = 3, y = 1, 11.
  private func textbook() -> LinearProgram {
    var program = LinearProgram(.maximise)
    program.addRow(upper: 4)
    program.addRow(upper: 7)
    program.addColumn(cost: 3, upper: 3)
    program.addEntry(row: 0, 1)
    program.addEntry(row: 1, 1)
    program.addColumn(cost: 2)
    program.addEntry(row: 0, 1)
    program.addEntry(row: 1, 3)
    return program
  }

  @Test func solvesWithDuals() throws {
    var solver = try HighsSolver(textbook())
    #expect(solver.solve() == .optimal)
    let solution = solver.solution()
    #expect(abs(solution.objective - 11) < 1e-9)
    #expect(solution.columnValues.map { ($0 * 1e6).rounded() / 1e6 } == [3, 1])
    // The first row is worth 2 a unit, and a unit more of x what remains of its 3.
    #expect(abs(solution.rowDuals[0] - 2) < 1e-9 && abs(solution.rowDuals[1]) < 1e-9)
    #expect(abs(solution.columnDuals[0] - 1) < 1e-9)
    #expect(solver.coldRestarts == 0)
  }

  @Test func changesAreSolvedFromTheLastBasis() throws {
    var solver = try HighsSolver(textbook(), .resolving)
    #expect(solver.solve() == .optimal)
    let basis = solver.basis()
    solver.setColumns([0], lower: [0], upper: [1])
    #expect(solver.solve() == .optimal)
    #expect(abs(solver.objective - 7) < 1e-9)
    solver.setColumns([1, 0], lower: [0, 0], upper: [0, 3])
    #expect(solver.solve() == .optimal)
    #expect(abs(solver.objective - 9) < 1e-9, "indices need not be sorted")
    solver.setColumns([0, 1], lower: [0, 0], upper: [3, .infinity])
    solver.start(from: basis)
    #expect(solver.solve() == .optimal)
    #expect(abs(solver.objective - 11) < 1e-9)
    solver.setCosts([0], [0])
    solver.setEntry(row: 0, column: 1, 2)
    solver.setRows([1], lower: [-.infinity], upper: [.infinity])
    #expect(solver.solve() == .optimal)
    #expect(abs(solver.objective - 4) < 1e-9)
    solver.setSense(.minimise)
    #expect(solver.solve() == .optimal)
    #expect(abs(solver.objective) < 1e-9)
  }

  @Test func statusesAreValues() throws {
    var infeasible = textbook()
    infeasible.setRow(0, lower: 100, upper: .infinity)
    var solver = try HighsSolver(infeasible)
    #expect([.infeasible, .infeasibleOrUnbounded].contains(solver.solve()))

    var unbounded = LinearProgram(.maximise)
    unbounded.addColumn(cost: 1)
    var free = try HighsSolver(unbounded, .resolving)
    #expect([.unbounded, .infeasibleOrUnbounded].contains(free.solve()))

    var empty = try HighsSolver(LinearProgram(.minimise))
    #expect(empty.solve() == .optimal)
  }

  @Test func wholeColumns() throws {
    var program = LinearProgram(.maximise)
    program.addRow(upper: 7.5)
    program.addColumn(cost: 1, isWhole: true)
    program.addEntry(row: 0, 2)
    var solver = try HighsSolver(program)
    #expect(solver.solve() == .optimal)
    #expect(solver.solution().columnValues == [3])
    #expect(solver.solution().columnDuals.isEmpty)
  }

  /// A transport problem large enough that the solver asks whether to go on.
  private func large() -> LinearProgram {
    let size = 60
    var program = LinearProgram(.minimise)
    for row in 0..<size { program.addRow(upper: Double(10 + row % 7)) }
    for row in 0..<size { program.addRow(lower: Double(5 + row % 3)) }
    for from in 0..<size {
      for to in 0..<size {
        program.addColumn(cost: Double((from * 31 + to * 17) % 23 + 1))
        program.addEntry(row: from, 1)
        program.addEntry(row: size + to, 1)
      }
    }
    return program
  }

  @Test func cancellationAndTimeLimitEndASolve() throws {
    var cancelled = try HighsSolver(large(), .resolving, isCancelled: { true })
    #expect(cancelled.solve() == .cancelled)
    var options = HighsSolver.Options.resolving
    options.timeLimit = 0
    var limited = try HighsSolver(large(), options)
    #expect(limited.solve() == .timeLimit)
    var free = try HighsSolver(large(), .resolving)
    #expect(free.solve() == .optimal)
  }

  @Test func methodsAgreeAndLogIsHandedOver() throws {
    let lines = Mutex<[String]>([])
    var objectives: [Double] = []
    for method in [HighsSolver.Method.automatic, .simplex, .interiorPoint] {
      var options = HighsSolver.Options()
      options.method = method
      var solver = try HighsSolver(
        large(), options, log: { line in lines.withLock { $0.append(line) } })
      #expect(solver.solve() == .optimal)
      objectives.append(solver.objective)
    }
    #expect(objectives.allSatisfy { abs($0 - objectives[0]) < 1e-6 * abs(objectives[0]) })
    lines.withLock { #expect(!$0.isEmpty) }
  }

  @Test func refusedProgramsAreErrors() {
    var program = LinearProgram(.minimise)
    program.addRow()
    program.addColumn(lower: .infinity, upper: .infinity)
    #expect(throws: HighsSolver.SolverError.self) {
      var solver = try HighsSolver(program)
      _ = solver.solve()
    }
  }
}
