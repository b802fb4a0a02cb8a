// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Localization
import Testing
import TragwerkTesting
import ValueChains

/// What is true of every chain with its proposals: random ones and the example.
@Suite struct EnlargedChainTests {
  static let chains: [ValueChain] = {
    let example = try? ChainPackage.read(Checkout.path("Examples/field-hospital"))
    return (0..<40).map { RandomRampChain.make(seed: $0) } + (example.map { [$0.chain] } ?? [])
  }()

  @Test func theExampleIsThere() {
    #expect(Self.chains.last?.name == "field-hospital")
    #expect(Self.chains.count == 41)
  }

  @Test(arguments: chains.indices) func enlargedChainsAreSoundAndTheSameAgain(_ at: Int) throws {
    let chain = Self.chains[at]
    let proposed = OptionProposals.proposed(for: chain)
    let again = OptionProposals.proposed(for: chain)
    #expect(ChainComparison.differences(proposed, again).isEmpty)
    let twice = OptionProposals.proposed(for: proposed)
    #expect(ChainComparison.differences(proposed, twice).isEmpty, "twice adds nothing")
    let known = Set(chain.findings().map(\.message))
    #expect(proposed.findings().filter { !known.contains($0.message) }.isEmpty)

    let folder = TemporaryFolder()
    try ChainPackage.write(proposed, to: folder.path("chain"))
    let read = try ChainPackage.read(folder.path("chain"))
    #expect(!read.findings.hasErrors)
    #expect(ChainComparison.differences(proposed, read.chain).isEmpty)
  }

  /// What may be left alone makes no plan dearer.
  @Test func moreOptionsNeverCostMore() async throws {
    var better = 0
    for seed in 0..<25 {
      let chain = RandomRampChain.make(seed: seed, .init(hasSwitches: false))
      func cost(_ chain: ValueChain) async throws -> Double? {
        let request = PlanRequest(PeriodGrid(periods: 8, periodDays: 60))
        return try await Planner(FlowNetwork(chain), request).run().objective
      }
      let before = try await cost(chain)
      let after = try await cost(OptionProposals.proposed(for: chain))
      guard let before else { continue }
      let enlarged = try #require(after, "seed \(seed)")
      let slack = 1e-6 * max(1, abs(before))
      #expect(enlarged <= before + slack, "seed \(seed)")
      if enlarged < before - slack { better += 1 }
    }
    #expect(better > 0)
  }

  @Test func randomChainsGetProposalsOfEveryKind() {
    let keys = Self.chains.flatMap { OptionProposals.proposed(for: $0)[.options].text(.option) }
    for kind in ["second-shift", "second-source", "parallel-route"] {
      #expect(keys.count { $0.hasPrefix("proposed:\(kind):") } >= 10, "\(kind)")
    }
  }

  /// Keys as long as the format allows stay within it and apart from one another.
  @Test func longKeysAreCut() {
    var chain = TinyChain.make(line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 1])
    let long = String(repeating: "ü", count: 199)
    for end in ["a", "b"] {
      chain.addLine(long + end, takes: "part", makes: "sys", [.runsPerDay: 1])
    }
    let proposed = OptionProposals.proposed(for: chain)
    #expect(proposed[.options].count == 3)
    #expect(!proposed.findings().hasErrors)
    #expect(proposed[.options].text(.option).allSatisfy { $0.unicodeScalars.count <= 200 })
  }

  /// A key that somebody has taken for something else stays theirs.
  @Test func takenKeysStayAsTheyAre() {
    let chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 1],
      options: [])
    var taken = chain
    taken[.options].append([
      .option: "proposed:second-shift:asm", .kind: "supplier", .target: "parts", .modulePerDay: 1,
    ])
    let keys = Array(OptionProposals.proposed(for: taken)[.options].text(.option))
    #expect(keys == ["proposed:second-shift:asm", "proposed:second-shift:asm-2"])
  }

  /// Columns that the catalogue does not know keep their rows when others are added.
  @Test func unknownColumnsStayBesideTheirRows() throws {
    let folder = TemporaryFolder()
    let chain = TinyChain.make(
      line: [.runsPerDay: 1], demand: [.perDay: 1, .valuePerUnit: 1],
      options: [[.kind: "supplier", .target: "parts", .modulePerDay: 1]])
    try ChainPackage.write(chain, to: folder.path("chain"))
    let text = try folder.text(of: "chain/options.csv").split(separator: "\n")
    try folder.write("\(text[0]),owner\n\(text[1]),Ada\n", to: "chain/options.csv")
    let read = try ChainPackage.read(folder.path("chain")).chain
    let proposed = OptionProposals.proposed(for: read)
    try ChainPackage.write(proposed, to: folder.path("enlarged"))
    let written = try folder.text(of: "enlarged/options.csv").split(separator: "\n")
    #expect(written.count == 3)
    #expect(written[1].hasSuffix(",Ada") && written[2].hasSuffix(","))
  }
}
