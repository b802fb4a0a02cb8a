// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import Testing
import ValueChains

@testable import CapacityPlanning

/// The planner and the slow, obvious twin say the same about random chains.
@Suite struct PlanTwinTests {
  private func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  @Test(arguments: 0..<8) func sameStatusAndObjective(_ hundred: Int) async throws {
    for seed in hundred * 50..<hundred * 50 + 50 {
      let chain = RandomRampChain.make(seed: seed)
      let settings = RandomRampQuestion.make(seed: seed, about: chain)
      let known = try ObviousPlan(chain, settings).solve()
      let network = FlowNetwork(chain)
      let plan = try await Planner(network, PlanRequest(settings, network)).run()
      switch known.status {
      case .optimal:
        // Where nothing has a value, the planner counts units and the twin nothing.
        let hasValues = chain[.demands].numbers(.valuePerUnit).contains { $0 > 0 }
        guard hasValues || settings.goal == .leastCost else { continue }
        #expect(plan.status == .optimal, "seed \(seed)")
        #expect(
          isClose(plan.objective ?? .nan, known.objective),
          "seed \(seed): \(plan.objective ?? .nan) is not \(known.objective)")
        checkCosts(plan, seed)
      case .infeasible: #expect(plan.status == .infeasible, "seed \(seed)")
      case .unbounded: #expect(plan.status == .unbounded, "seed \(seed)")
      default: Issue.record("seed \(seed): the twin has no verdict")
      }
    }
  }

  /// The costs by site add up to the objective.
  private func checkCosts(_ plan: CapacityPlan, _ seed: Int) {
    guard plan.request.goal == .leastCost, let schedule = plan.schedule else { return }
    let total = schedule.totalCost.total
    #expect(isClose(total, plan.objective ?? .nan, 1e-5), "seed \(seed): costs are \(total)")
  }

  @Test(arguments: 0..<4) func sameCapacityValues(_ ten: Int) async throws {
    for seed in 1000 + ten * 10..<1010 + ten * 10 {
      let chain = RandomRampChain.make(seed: seed)
      var settings = RandomRampQuestion.make(seed: seed, about: chain)
      settings.wholeModules = false
      let twin = ObviousPlan(chain, settings)
      guard try twin.solve().status == .optimal else { continue }
      let network = FlowNetwork(chain)
      var request = PlanRequest(settings, network)
      request.marginals = true
      let program = CapacityProgram(PlanningModel(network, request))
      guard !program.program.isWhole.contains(true) else { continue }
      let plan = try await Planner(network, request).run()
      let found = Dictionary(
        uniqueKeysWithValues: (plan.capacityValues ?? []).map { value in
          (
            ObviousPlan.Capacity(
              .init(value.kind), value.name, value.kind == .stock ? 0 : value.period), value
          )
        })
      let known = try twin.capacityValues(of: [.line, .link, .supply, .stock, .group, .workforce])
      let pairs = Set(program.limits().filter { $0.kind == .stock }.map(program.name(of:)))
      for (capacity, value) in known {
        // The network knows only pairs where a material can be.
        guard capacity.kind != .stock || pairs.contains(capacity.name) else { continue }
        let one = found[capacity]
        // What is worth nothing to both sides is left out.
        let less = one.map(\.oneLess) ?? (value.oneLess == nil ? nil : 0)
        let more = one.map(\.oneMore) ?? 0
        let place: Comment = "seed \(seed): \(capacity)"
        #expect((less == nil) == (value.oneLess == nil), place)
        #expect((more == nil) == (value.oneMore == nil), place)
        #expect(isClose(less ?? 0, value.oneLess ?? 0, 1e-4), place)
        #expect(isClose(more ?? 0, value.oneMore ?? 0, 1e-4), place)
      }
    }
  }
}

extension ObviousPlan.Capacity.Kind {
  fileprivate init(_ kind: CapacityValue.Kind) {
    self =
      switch kind {
      case .line: .line
      case .link: .link
      case .supply: .supply
      case .stock: .stock
      case .group: .group
      case .budget: .budget
      case .workforce: .workforce
      }
  }
}
