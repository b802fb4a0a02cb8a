// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// Each option alone and missing, against the twin with the other options deleted from the table.
@Suite struct OptionComparisonTests {
  private func chain(_ chain: ValueChain, keeping isKept: (Int) -> Bool) -> ValueChain {
    var fewer = chain
    fewer[.options].removeRows { !isKept($0) }
    return fewer
  }

  /// Where nothing has a value, the planner counts units and the twin nothing.
  private func isComparable(_ chain: ValueChain, _ settings: ObviousPlan.Settings) -> Bool {
    settings.goal == .leastCost || chain[.demands].numbers(.valuePerUnit).contains { $0 > 0 }
  }

  private func objective(_ chain: ValueChain, _ settings: ObviousPlan.Settings) throws -> Double? {
    let result = try ObviousPlan(chain, settings).solve()
    return result.status == .optimal ? result.objective : nil
  }

  private func expect(_ own: Double?, _ known: Double?, _ place: Comment) {
    #expect((own == nil) == (known == nil), place)
    guard let own, let known else { return }
    #expect(abs(own - known) <= 1e-6 * max(1, abs(own), abs(known)), "\(place): \(own) \(known)")
  }

  /// Linear programs, then chains with fixed costs, fewest modules and whole modules.
  @Test(arguments: [false, true]) func sameAsSolvedFromScratch(_ hasSwitches: Bool) async throws {
    var (chains, options, differing, whole) = (0, 0, 0, 0)
    for seed in 3000... {
      guard chains < 20 else { break }
      let all = RandomRampChain.make(seed: seed, .init(hasSwitches: hasSwitches))
      let settings = RandomRampQuestion.make(
        seed: seed, about: all, .init(mayBeWhole: hasSwitches))
      guard !all[.options].isEmpty, isComparable(all, settings) else { continue }
      let network = FlowNetwork(all)
      var request = PlanRequest(settings, network)
      request.eachOption = true
      let plan = try await Planner(network, request).run()
      guard let best = plan.objective else { continue }
      chains += 1
      let program = CapacityProgram(PlanningModel(network, request)).program
      if program.isWhole.contains(true) { whole += 1 }
      let effects = try #require(plan.optionEffects)
      #expect(effects.map(\.option) == Array(all[.options].text(.option)))
      for (row, effect) in effects.enumerated() {
        let place: Comment = "seed \(seed), \(effect.option)"
        let alone = try objective(chain(all) { $0 == row }, settings)
        expect(effect.alone, alone, "\(place) alone")
        let without = try objective(chain(all) { $0 != row }, settings)
        expect(effect.without, without, "\(place) missing")
        for other in [effect.alone, effect.without].compactMap({ $0 }) {
          let worse = plan.isMaximised ? best - other : other - best
          #expect(worse >= -1e-6 * max(1, abs(best)), place)
          if worse > 1e-6 { differing += 1 }
        }
        #expect(effect.modulesAlone >= 0, place)
        options += 1
      }
    }
    #expect(chains == 20 && options > 50 && differing > 3, "\(options), \(differing)")
    #expect(hasSwitches ? whole > 7 : whole == 0, "\(whole)")
  }

  /// 1 a day can be made, 4 are wanted at 10 for 2 days: 60 are lost. `o0` gives 1 a day for 5,
  /// `o1` gives 2 a day for 30; both together serve all for 35.
  @Test func twoOptionsByHand() async throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 4, .valuePerUnit: 10],
      options: [
        [.modulePerDay: 1, .costPerModule: 5, .maxModules: 1],
        [.modulePerDay: 2, .costPerModule: 30, .maxModules: 1],
      ])
    var request = PlanRequest(PeriodGrid(periods: 2, periodDays: 1))
    request.eachOption = true
    let plan = try await Planner(FlowNetwork(chain), request).run()
    #expect(abs((plan.objective ?? 0) - 35) < 1e-6)
    let effects = try #require(plan.optionEffects)
    let known: [(Double, Double)] = [(45, 50), (50, 45)]
    for (effect, known) in zip(effects, known) {
      expect(effect.alone, known.0, "\(effect.option)")
      expect(effect.without, known.1, "\(effect.option)")
      expect(effect.modulesAlone, 1, "\(effect.option)")
    }
    // All demand required: neither is enough.
    request.requireDemand = true
    let required = try await Planner(FlowNetwork(chain), request).run()
    #expect(required.optionEffects?.allSatisfy { $0.alone == nil && $0.without == nil } == true)
  }
}
