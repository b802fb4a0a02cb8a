// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Testing
import ValueChains

@testable import CapacityPlanning

/// Sifting gives what the whole program gives, and a basis that proves it.
@Suite struct OptionSiftingTests {
  private struct Answer {
    var verdict = ""
    var objective = 0.0
    var spending: Double?
    var usedSifting = false
    /// Simplex iterations from the basis handed on, -1 without one.
    var iterations = -1
  }

  private func answer(
    _ network: FlowNetwork, _ request: PlanRequest, _ sifting: PlanRequest.Sifting
  ) throws -> Answer {
    var request = request
    request.sifting = sifting
    let program = CapacityProgram(PlanningModel(network, request))
    var solver = try ProgramSolver(program, needsBasis: true, isCancelled: { false })
    var answer = Answer()
    switch try solver.solve() {
    case .infeasible: answer.verdict = "infeasible"
    case .unbounded: answer.verdict = "unbounded"
    case .solved(let solution, let isWithinLimit):
      answer.verdict = isWithinLimit ? "optimal" : "limit"
      answer.objective = program.objectiveValue(solution, solver.primary)
      answer.usedSifting = solver.isSifted
      let handedOn = solver.basis
      let basis = try #require(handedOn)
      answer.iterations = try iterations(program, solver.primary, from: basis)
      if let cheapest = try solver.solveForSpending(solution) {
        let spending = program.spending()
        answer.spending =
          zip(spending.costs, cheapest.columnValues).reduce(0) { $0 + $1.0 * $1.1 }
          / spending.scale
      }
    }
    return answer
  }

  private func iterations(_ program: CapacityProgram, _ objective: Objective, from basis: Basis)
    throws -> Int
  {
    var linear = program.program
    linear.setCosts(objective.costs)
    var options = HighsSolver.Options()
    (options.method, options.presolve) = (.simplex, false)
    var solver = try HighsSolver(linear, options)
    solver.start(from: basis)
    #expect(solver.solve() == .optimal)
    return solver.simplexIterations
  }

  private func agree(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
  }

  private func compare(_ network: FlowNetwork, _ request: PlanRequest, _ name: String) throws
    -> Answer
  {
    let whole = try answer(network, request, .never)
    let sifted = try answer(network, request, .always)
    #expect(whole.verdict == sifted.verdict, "\(name)")
    #expect(agree(whole.objective, sifted.objective), "\(name): \(whole), \(sifted)")
    #expect((whole.spending == nil) == (sifted.spending == nil), "\(name)")
    if let first = whole.spending, let second = sifted.spending {
      #expect(agree(first, second), "\(name): \(whole), \(sifted)")
    }
    if sifted.usedSifting { #expect(sifted.iterations == 0, "\(name)") }
    return sifted
  }

  private func request(_ settings: ObviousPlan.Settings, seed: Int) -> PlanRequest {
    var request = PlanRequest(
      PeriodGrid(periods: settings.periods, periodDays: settings.periodDays))
    request.goal = settings.goal == .leastCost ? .leastCost : .mostOutput
    if seed.isMultiple(of: 7) { request.goal = .sustainedRate(fromDay: 2) }
    request.backlog = settings.backlog
    request.requireDemand = settings.requireDemand
    request.budget = settings.budget
    return request
  }

  @Test func randomChainsAgreeWithTheWholeProgram() throws {
    var (sifted, none) = (0, 0)
    for seed in 0..<300 {
      let chain = RandomRampChain.make(seed: seed, .init(hasSwitches: false))
      let settings = RandomRampQuestion.make(seed: seed, about: chain, .init(mayBeWhole: false))
      let answer = try compare(
        FlowNetwork(chain), request(settings, seed: seed), "seed \(seed)")
      if answer.usedSifting { sifted += 1 }
      if answer.verdict != "optimal" { none += 1 }
    }
    #expect(sifted >= 100 && none >= 3, "\(sifted) sifted, \(none) without a plan")
  }

  @Test func flatChainsAgreeWithTheWholeProgram() throws {
    for (seed, goal) in [PlanRequest.Goal.leastCost, .leastCost, .mostOutput].enumerated() {
      let chain = FlatChain.make(lines: 150, materials: 30, seed: UInt64(seed))
      var request = PlanRequest(PeriodGrid(periods: 8, periodDays: 1))
      request.goal = goal
      request.budget = seed == 0 ? nil : 60_000
      let answer = try compare(FlowNetwork(chain), request, "flat \(seed)")
      #expect(answer.usedSifting, "flat \(seed)")
    }
  }

  @Test func theChoiceIsTakenByItself() throws {
    let network = FlowNetwork(FlatChain.make(lines: 150, materials: 30, seed: 1))
    var request = PlanRequest(PeriodGrid(periods: 8, periodDays: 1))
    func method() -> SolvingMethod {
      SolvingMethod(CapacityProgram(PlanningModel(network, request)), isWarm: false)
    }
    #expect(method().sifts && method().solver == .interiorPoint)
    request.timesEveryOption = true
    #expect(!method().sifts, "timed options are never left out")
    request.timesEveryOption = false
    request.method = .simplex
    #expect(!method().sifts && method().solver == .simplex)
    request.wholeModules = true
    #expect(!method().sifts && method().solver == .branching)
  }

  @Test func cancellingEndsIt() throws {
    let network = FlowNetwork(FlatChain.make(lines: 150, materials: 30, seed: 1))
    var request = PlanRequest(PeriodGrid(periods: 8, periodDays: 1))
    request.sifting = .always
    let program = CapacityProgram(PlanningModel(network, request))
    var solver = try ProgramSolver(program, needsBasis: true, isCancelled: { true })
    #expect(throws: PlanningError.self) { _ = try solver.solve() }
  }
}
