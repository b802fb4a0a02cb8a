// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// What a plan warns of beyond the findings of its chain.
@Suite struct PlanFindingTests {
  private func findings(
    _ chain: ValueChain, _ goal: PlanRequest.Goal = .leastCost
  ) async throws -> [Finding] {
    var request = PlanRequest(PeriodGrid(periods: 3, periodDays: 10))
    request.goal = goal
    return try await Planner(FlowNetwork(chain), request).run().findings
  }

  @Test func nothingToSayOfAPlainChain() async throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 5],
      options: [[.modulePerDay: 1, .maxModules: 1, .buildDays: 10]])
    #expect(try await findings(chain).isEmpty)
  }

  @Test func aDemandWithoutRateIsNotServedAtLeastCost() async throws {
    let chain = TinyChain.make(line: [.runsPerDay: 1], demand: [.valuePerUnit: 5])
    let found = try await findings(chain)
    #expect(found.map(\.code) == [.demandTakesAll])
    #expect(found[0].table == "demands" && found[0].key == "d" && found[0].row == 2)
    #expect(try await findings(chain, .mostOutput).isEmpty)
  }

  @Test func anOptionWithoutEffectIsNamed() async throws {
    let unlimited = TinyChain.make(
      line: [:], demand: [.perDay: 1], options: [[.modulePerDay: 1]])
    #expect(try await findings(unlimited).map(\.column) == ["target"])
    let late = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1],
      options: [[.modulePerDay: 1, .buildDays: 25], [.modulePerDay: 1, .buildDays: 20]])
    let found = try await findings(late)
    #expect(found.map(\.code) == [.optionWithoutEffect])
    #expect(found[0].column == "build_days" && found[0].key == "o0")
  }

  /// A kilogram and a microgram in one recipe are solved in units of their own; what one line takes
  /// much and another little of cannot be.
  @Test func quantitiesFarApartAreNamed() async throws {
    var chain = TinyChain.make(line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 5])
    chain[.materials].append([.material: "glue"])
    chain[.supplies].append([.supply: "glue", .site: "plant", .material: "glue"])
    chain[.recipes].append([.line: "asm", .material: "glue", .quantity: -1e-9])
    #expect(try await findings(chain).isEmpty)
    chain.addLine("other", takes: "part", makes: "sys", [.runsPerDay: 1])
    chain[.recipes].append([.line: "other", .material: "glue", .quantity: -1e6])
    let found = try await findings(chain)
    #expect(found.map(\.code) == [.badlyScaled])
    let message = try #require(found.first?.message)
    for text in [message.german, message.english] {
      #expect(text.contains("asm") && text.contains("other"))
    }
  }
}
