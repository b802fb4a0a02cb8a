// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Localization
import Resilience
import ValueChains

/// Plans the ramp-up of a compiled chain: section 4 of the mathematics and every question about it.
public struct Planner: Sendable {
  /// How far planning has come.
  public struct Progress: Sendable {
    public let step: LocalizedText
    /// 0 of 0 where the length is not known.
    public let done: Int
    public let total: Int
  }

  let network: FlowNetwork
  let request: PlanRequest
  let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (Progress) -> Void

  public init(
    _ network: FlowNetwork, _ request: PlanRequest,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.network = network
    self.request = request
    self.isCancelled = isCancelled
    report = progress
  }

  /// Plans. Throws ``PlanningError``, or `CancellationError`.
  public func run() async throws -> CapacityPlan {
    let program = CapacityProgram(PlanningModel(network, request))
    tell(LocalizedText(de: "Plan", en: "Plan"))
    var solver = try ProgramSolver(
      program, needsBasis: request.marginals, isCancelled: isCancelled)
    switch try solver.solve() {
    case .infeasible: return withoutPlan(.infeasible)
    case .unbounded: return withoutPlan(.unbounded)
    case .solved(let solution, let isOptimal):
      var plan = CapacityPlan(
        network: network, request: request, findings: [], status: isOptimal ? .optimal : .limit)
      plan.gap = solution.gap
      plan.objective = program.objectiveValue(solution, solver.primary)
      if request.marginals {
        plan.capacityValues = try await capacityValues(try solver.vertex(at: solution))
      }
      let cheapest = try solver.solveForSpending(solution)
      plan.schedule = ScheduleReader(
        program: program, values: (cheapest ?? solution).columnValues
      ).schedule()
      return plan
    }
  }

  private func withoutPlan(_ status: CapacityPlan.Status) -> CapacityPlan {
    CapacityPlan(network: network, request: request, findings: [], status: status)
  }

  private func capacityValues(_ valuing: CapacityValuing) async throws -> [CapacityValue] {
    let limits = valuing.program.limits()
    let step = LocalizedText(de: "Wert des Knappen", en: "Value of what is scarce")
    return try await sideBySide(of: 256, limits, step) { batch in
      try valuing.values(of: batch, isCancelled: isCancelled)
    }
  }

  // MARK: Progress

  func tell(_ step: LocalizedText) { report(Progress(step: step, done: 0, total: 0)) }

  /// Works off entries in batches of a fixed size, in their order.
  func sideBySide<Entry: Sendable, Value: Sendable>(
    of size: Int, _ entries: [Entry], _ step: LocalizedText,
    _ body: @escaping @Sendable (ArraySlice<Entry>) throws -> [Value]
  ) async throws -> [Value] {
    let finished: @Sendable (Int) -> Void = {
      report(Progress(step: step, done: $0, total: entries.count))
    }
    return try await SideBySide.batches(
      of: size, count: entries.count, tasks: request.tasks, isCancelled: isCancelled,
      finished: finished,
      { range, advance in
        let values = try body(entries[range])
        for _ in range { advance() }
        return values
      })
  }
}
