// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// Plans without an end say where nothing holds them.
@Suite struct UnboundedPlanTests {
  private func cause(_ chain: ValueChain, _ goal: PlanRequest.Goal = .mostOutput) async throws
    -> PlanCause
  {
    var request = PlanRequest(PeriodGrid(periods: 2, periodDays: 1))
    request.goal = goal
    let plan = try await Planner(FlowNetwork(chain), request).run()
    #expect(plan.status == .unbounded && plan.objective == nil && plan.schedule == nil)
    return try #require(plan.cause)
  }

  private func expect(
    _ cause: PlanCause, _ parts: [String], names: [String],
    location: SourceLocation = #_sourceLocation
  ) {
    #expect(cause.parts.map { "\($0.kind) \($0.name)" } == parts, sourceLocation: location)
    for part in cause.parts {
      #expect(!part.text.german.isEmpty && !part.text.english.isEmpty, sourceLocation: location)
    }
    for name in names {
      #expect(cause.text.german.contains("„\(name)“"), sourceLocation: location)
      #expect(cause.text.english.contains("“\(name)”"), sourceLocation: location)
    }
  }

  @Test func aDemandThatTakesAll() async throws {
    let chain = TinyChain.make(line: [:], demand: [.valuePerUnit: 2])
    expect(
      try await cause(chain), ["demand d", "line asm", "supply parts"],
      names: ["sys", "asm", "parts"])
    // The same where it need not be valued, and with a limited way beside the one without limit.
    var other = TinyChain.make(line: [:], demand: [:])
    other[.supplies].append([.supply: "few", .site: "plant", .material: "part", .perDay: 1])
    expect(try await cause(other), ["demand d", "line asm", "supply parts"], names: ["asm"])
  }

  /// The way leads over a link, and only the demand without rate is named.
  @Test func overALink() async throws {
    var chain = TinyChain.make(line: [:], demand: [.perDay: 3, .valuePerUnit: 2])
    chain[.sites].append([.site: "yard", .name: "Hof"])
    chain[.links].append([
      .link: "road", .fromSite: "plant", .toSite: "yard", .material: "sys",
    ])
    chain[.demands].append([
      .demand: "all", .site: "yard", .material: "sys", .valuePerUnit: 1,
    ])
    expect(
      try await cause(chain), ["demand all", "line asm", "supply parts", "link road"],
      names: ["sys", "asm", "road"])
  }

  /// Modules without a most and without a price that counts are no limit either.
  @Test func overAnOptionWithoutAMost() async throws {
    let chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.valuePerUnit: 2],
      options: [[.modulePerDay: 1, .costPerModule: 5]])
    let cause = try await cause(chain)
    expect(cause, ["demand d", "supply parts", "option o0"], names: ["parts", "o0"])
  }

  /// A rate without an end, with a demand of a stated rate.
  @Test func aSustainedRate() async throws {
    let chain = TinyChain.make(line: [:], demand: [.perDay: 4, .valuePerUnit: 2])
    let found = try await cause(chain, .sustainedRate(fromDay: 1))
    #expect(found.parts.map(\.kind) == ["demand", "line", "supply"])
    expect(found, ["demand d", "line asm", "supply parts"], names: ["sys", "asm"])
  }

  /// Least cost has an end: nothing earns anything.
  @Test func leastCostHasAnEnd() async throws {
    let chain = TinyChain.make(line: [:], demand: [.valuePerUnit: 2])
    let request = PlanRequest(PeriodGrid(periods: 2, periodDays: 1))
    let plan = try await Planner(FlowNetwork(chain), request).run()
    #expect(plan.status == .optimal && plan.objective == 0)
  }
}
