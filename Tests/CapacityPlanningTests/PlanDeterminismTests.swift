// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Platform
import Testing
import TragwerkTesting
import ValueChains

@testable import CapacityPlanning

/// Everything asked at once gives the same document, whatever the number of tasks.
@Suite struct PlanDeterminismTests {
  private func document(_ chain: ValueChain, tasks: Int, _ goal: PlanRequest.Goal, isWhole: Bool)
    async throws -> String
  {
    var request = PlanRequest(PeriodGrid(periods: 4, periodDays: 2))
    (request.goal, request.wholeModules, request.tasks) = (goal, isWhole, tasks)
    (request.marginals, request.eachOption) = (true, true)
    (request.alternatives, request.samples) = (0.05, 4)
    let plan = try await Planner(FlowNetwork(chain), request).run()
    return PlanDocument.json(plan, .german).rendered()
  }

  /// 14 lines with an option each, and ranges around their capacities.
  private static func chain() -> ValueChain {
    var chain = FlatChain.make(lines: 14, materials: 6, seed: 5)
    for line in 0..<chain[.lines].count {
      let runs = chain[.lines].number(.runsPerDay, line) ?? 1
      chain[.provenance].append([
        .table: "lines", .key: Cell(chain[.lines].key(line)), .column: "runs_per_day",
        .low: .number(runs / 2), .high: .number(runs * 2),
      ])
    }
    return chain
  }

  @Test(arguments: [
    (PlanRequest.Goal.leastCost, false), (.leastCost, true), (.mostOutput, false),
    (.sustainedRate(fromDay: 3), false),
  ])
  func theSameForEveryNumberOfTasks(_ goal: PlanRequest.Goal, _ isWhole: Bool) async throws {
    for chain in [Self.chain(), RandomRampChain.withRanges(seed: 6001)] {
      let one = try await document(chain, tasks: 1, goal, isWhole: isWhole)
      let four = try await document(chain, tasks: 4, goal, isWhole: isWhole)
      let again = try await document(chain, tasks: 4, goal, isWhole: isWhole)
      #expect(one == four && four == again)
      for field in ["capacityValue", "optionEffects", "alternatives", "sensitivity", "whyNotMore"] {
        #expect(one.contains("\"\(field)\""), "\(field)")
      }
    }
  }
}
