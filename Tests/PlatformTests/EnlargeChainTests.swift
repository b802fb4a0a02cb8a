// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Foundation
import Platform
import Testing
import TragwerkTesting
import ValueChains

/// Candidates and proposals between reading a package and planning with it.
@Suite struct EnlargeChainTests {
  /// Parts come at 1 a day; `asm` makes a system of each; 3 a day are wanted at 10.
  private func package(in folder: TemporaryFolder) throws -> String {
    var chain = ValueChain(name: "tiny", currency: "EUR")
    chain[.sites].append([.site: "plant"])
    for material in ["part", "sys"] {
      chain[.materials].append([.material: Cell(material), .unit: "piece"])
    }
    chain[.supplies].append([
      .supply: "parts", .site: "plant", .material: "part", .perDay: 1, .costPerUnit: 0.5,
    ])
    chain[.lines].append([.line: "asm", .site: "plant"])
    chain[.recipes].append([.line: "asm", .material: "part", .quantity: -1])
    chain[.recipes].append([.line: "asm", .material: "sys", .quantity: 1])
    chain[.demands].append([
      .demand: "d", .site: "plant", .material: "sys", .perDay: 3, .valuePerUnit: 10,
    ])
    try ChainPackage.write(chain, to: folder.path("chain"))
    return folder.path("chain")
  }

  private func plan(_ path: String, _ enlarging: EnlargeChain) async throws -> CapacityPlan {
    var useCase = PlanChain(
      path: path, request: PlanRequest(PeriodGrid(periods: 4, periodDays: 1)))
    useCase.enlarging = enlarging
    guard case .planned(let plan) = try await useCase.run() else {
      throw PlatformError(.data, .init(verbatim: "the package has errors"))
    }
    return plan
  }

  /// Without it 2 of 3 a day are missing for 4 days: 80, and 4 parts at 0.5. With it a module of 2
  /// a day comes after 2 days, since 0.06 months are 1.83 days: 4 units more at 1 and 3 for the
  /// module leave 40 + 2 + 4 + 3.
  @Test func aCandidateIsPlannedWith() async throws {
    let folder = TemporaryFolder()
    let path = try package(in: folder)
    try folder.write(
      """
      Lieferant;Material;Kapazität je Tag;Reife Monate;Kosten;Einmalkosten;Module
      Nova GmbH;part;4;0,06;1;6;2
      """, to: "who.csv")
    var enlarging = EnlargeChain()
    #expect(abs((try await plan(path, enlarging).objective ?? 0) - 82) < 1e-6)
    enlarging.candidates = folder.path("who.csv")
    let plan = try await plan(path, enlarging)
    #expect(abs((plan.objective ?? 0) - 49) < 1e-6, "\(plan.objective ?? 0)")
    #expect(plan.schedule?.modules.first?.option == "candidate:Nova GmbH:part:plant")
    #expect(plan.findings.isEmpty)
  }

  @Test func proposalsAreWrittenForEditing() async throws {
    let folder = TemporaryFolder()
    let path = try package(in: folder)
    var enlarging = EnlargeChain()
    enlarging.proposals = ProposalAssumptions()
    let chain = try await plan(path, enlarging).chain
    #expect(
      Array(chain[.options].text(.option)) == ["proposed:second-source:part:plant"])
    let out = folder.path("enlarged")
    try EnlargeChain.write(chain, to: out, from: path, replacing: false)
    try EnlargeChain.write(chain, to: out, from: path, replacing: false)
    let read = try CheckChain(path: out).run()
    #expect(read.findings.isEmpty)
    #expect(ChainComparison.differences(read.chain, chain).isEmpty)
    // Edited by a person: theirs.
    try folder.write(try folder.text(of: "enlarged/sites.csv") + "\n", to: "enlarged/sites.csv")
    #expect(throws: PlatformError.self) {
      try EnlargeChain.write(chain, to: out, from: path, replacing: false)
    }
    try EnlargeChain.write(chain, to: out, from: path, replacing: true)
    for place in [path, path + "/.", folder.path("enlarged/../chain")] {
      let error = #expect(throws: PlatformError.self) {
        try EnlargeChain.write(chain, to: place, from: path, replacing: true)
      }
      #expect(error?.code == .request, "never over the chain itself")
    }
  }

  @Test func aListWithMistakesStopsAll() async throws {
    let folder = TemporaryFolder()
    let path = try package(in: folder)
    var enlarging = EnlargeChain()
    enlarging.candidates = folder.path("none.csv")
    let missing = await #expect(throws: PlatformError.self) { try await plan(path, enlarging) }
    #expect(missing?.code == .inputMissing)
    try folder.write("supplier\nNova\n", to: "who.csv")
    enlarging.candidates = folder.path("who.csv")
    let wrong = await #expect(throws: PlatformError.self) { try await plan(path, enlarging) }
    #expect(wrong?.code == .data)
    #expect(wrong?.findings.count == 4)
  }

  @Test func theExampleTakesItsCandidates() throws {
    let path = Checkout.path("Examples/field-hospital")
    var enlarging = EnlargeChain()
    enlarging.candidates = path + "/candidates.csv"
    enlarging.proposals = ProposalAssumptions()
    let enlarged = try enlarging.run(CheckChain(path: path).run())
    #expect(enlarged.findings.isEmpty)
    let keys = Array(enlarged.chain[.options].text(.option))
    #expect(keys.count { $0.hasPrefix("candidate:") } == 5)
    #expect(keys.contains("proposed:second-source:flachdetektor:roentgen-ilmenau"))
    #expect(!keys.contains("proposed:second-shift:container-vechta"), "it has an option")
  }
}
