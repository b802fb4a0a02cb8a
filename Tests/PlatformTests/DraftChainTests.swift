import Drafting
// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Platform
import Resilience
import Testing
import TragwerkTesting
import ValueChains

@Suite(.enabled(if: SharedFolder.isThere, "needs the shared parts lists and tables"))
struct DraftChainTests {
  static let lists = [
    "medical_ventilator_pvp", "power_bms_c1", "power_mppt_2420_hc", "radio_m17_module17",
    "water_container_reclaimer_duke", "water_uv_unit_exposan", "water_uvc_controller_safewater",
  ]

  private func draft(
    _ list: String, _ change: (inout DraftOptions) -> Void = { _ in }
  ) throws -> Draft {
    var options = DraftOptions(quantity: 100)
    change(&options)
    var useCase = DraftChain(
      partsList: SharedFolder.file("data/boms/\(list).csv"), options: options)
    useCase.library = SharedFolder.file("data")
    return try useCase.run()
  }

  private func assess(
    _ draft: Draft, _ each: [Disruption.Kind] = [], phased: PeriodGrid? = nil
  ) async throws -> Assessment {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("chain").path
      try DraftChain.write(draft, to: path, replacing: false)
      var assess = AssessChain(path: path)
      assess.each = each
      assess.phased = phased
      assess.library = SharedFolder.file("data")
      guard case .assessed(let assessment) = try await assess.run() else {
        throw PlatformError(.data, .init(verbatim: "the draft has errors"))
      }
      return assessment
    }
  }

  @Test(arguments: lists) func everyListRunsAndLosesNoLine(_ list: String) async throws {
    let draft = try draft(list)
    let lines = draft.reading.lines
    #expect(lines.map(\.rows.count).reduce(0, +) == draft.reading.lineCount)
    for (at, line) in lines.enumerated() where line.disposition == .counted {
      #expect(draft.materialOfLine[at]?.isEmpty == false, "row \(line.row) goes nowhere")
    }
    let assessment = try await assess(draft)
    #expect(!assessment.baseline.isLimited)
    #expect(!assessment.survival.isEmpty)
  }

  @Test(arguments: lists) func everyFigureHasProvenance(_ list: String) throws {
    let chain = try draft(list).chain
    let provenance = chain[.provenance]
    let noted = Set(
      (0..<provenance.count).map { row in
        [ColumnName.table, .key, .column].map { provenance.text($0, row) }.joined(
          separator: "\u{1F}")
      })
    for name in TableName.allCases where ![.provenance, .disruptions].contains(name) {
      let table = chain[name]
      for column in table.definition.columns where column.isNumber {
        for row in 0..<table.count where table.number(column.name, row) != nil {
          let key = [name.rawValue, table.key(row), column.name.rawValue].joined(
            separator: "\u{1F}")
          #expect(noted.contains(key), "\(name.rawValue) \(table.key(row)) \(column.name.rawValue)")
        }
      }
    }
  }

  @Test func theWaterUnitGivesTheHonestFindings() async throws {
    let draft = try draft("water_container_reclaimer_duke")
    let assessment = try await assess(draft)
    let structure = Dictionary(
      uniqueKeysWithValues: assessment.structure.map { ($0.material, $0) })
    let steel = try #require(structure["steel"])
    #expect(abs((steel.perUnitOfProduct ?? 0) - 1279.053) < 1e-6)
    #expect(steel.sources == 10, "many plants of the register")
    let titanium = try #require(structure["titanium_metal"])
    #expect(abs((titanium.perUnitOfProduct ?? 0) - 1.029) < 1e-9)
    let risk = try #require(assessment.supplyRisk.first { $0.material == "titanium_metal" })
    #expect(risk.low > 1, "critical by the Commission's threshold")
    #expect(draft.chain[.sites].keys().allSatisfy { !$0.contains("titan") }, "no plant is made up")
    let asked = Set(draft.chain[.questions].text(.key))
    for word in ["battery", "solar", "activated_carbon"] {
      #expect(asked.contains { $0.contains(word) }, "\(word) is asked for")
      #expect(
        assessment.survival.contains { $0.disruption.id.contains(word) && $0.days <= 30.001 })
    }
  }

  /// A closed Suez lengthens the ways from Asia, and only those; classic does not see it, phased
  /// does once world shares are assumed and stock covers no more than the usual way.
  @Test func aClosedSuezIsSeenInThePhasedValue() async throws {
    let draft = try draft("water_container_reclaimer_duke") {
      $0.view = .world
      $0.coverDays = 45
    }
    let links = draft.chain[.links]
    var days: [String: [(passages: String, days: Double)]] = [:]
    for row in 0..<links.count where links.text(.mode, row) == "sea" {
      days[links.text(.fromSite, row), default: []].append(
        (links.text(.passages, row), links.number(.leadDays, row) ?? 0))
    }
    for (site, routes) in days {
      let base = try #require(routes.first)
      let open = routes.filter { !$0.passages.contains("suez") }.map(\.days).min()
      if base.passages.contains("suez") {
        #expect(open.map { $0 > base.days + 3 } ?? true, "\(site) takes longer round")
      } else {
        #expect(open == base.days, "\(site) does not need Suez")
      }
    }
    let assessment = try await assess(draft, [.passage], phased: PeriodGrid())
    #expect(assessment.baseline.phased?.isLimited == false)
    let suez = try #require(assessment.survival.first { $0.disruption.id == "passage:suez" })
    #expect(!suez.isLimited)
    #expect(suez.phased?.isLimited == true)
    let panama = try #require(assessment.survival.first { $0.disruption.id == "passage:panama" })
    #expect(panama.phased?.isLimited == false)
  }

  @Test func draftingTwiceGivesTheSameBytes() async throws {
    try await withTemporaryFolder { folder in
      var texts: [[String]] = []
      for name in ["a", "b"] {
        let path = folder.appendingPathComponent(name).path
        try DraftChain.write(try draft("power_bms_c1"), to: path, replacing: false)
        let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        texts.append(try files.map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) })
      }
      #expect(texts[0] == texts[1])
    }
  }
}

extension TableContents {
  fileprivate func keys() -> [String] { (0..<count).map(key) }
}
