// SPDX-License-Identifier: Apache-2.0
import Drafting
import FlowNetworks
import Foundation
import Platform
import ReferenceLibrary
import Resilience
import ValueChains

/// One thing worth measuring. `prepare` is not counted; it gives nil where its data is missing.
struct BenchmarkCase: Sendable {
  let name: String
  let runs: Int
  let prepare: @Sendable () async throws -> (@Sendable () async throws -> String)?

  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Reference cases and public data beside the checkout.
  static func shared(_ path: String) -> String? {
    let named = ProcessInfo.processInfo.environment["TRAGWERK_SHARED"]
    let folder = named ?? checkout.deletingLastPathComponent().appendingPathComponent("shared").path
    let whole = folder + "/" + path
    return FileManager.default.fileExists(atPath: whole) ? whole : nil
  }

  /// What to divide by what: names of cases, and over how many units each figure goes.
  static let ratios: [(name: String, of: (String, Double), by: (String, Double))] = [
    (
      "a disruption of chain 37 by program / by netting",
      of: ("program-w37-a-disruption", 12), by: ("survival-w37-a-disruption", 1479 * 20)
    ),
    (
      "a query of 1M texts here / by FTS5",
      of: ("retrieval-query-1M", 200), by: ("fts5-query-1M", 200)
    ),
    (
      "all 50k anew and a match / a change, its refresh and a match",
      of: ("match-index-anew-50k", 1),
      by: ("match-index-kept-50k", Double(10 * KeptIndexWork.changesPerRound))
    ),
  ]

  static let all =
    resilience + planning + databases + registers + reconciliation + screening + retrieval
    + matchIndex

  private static let resilience: [BenchmarkCase] = [
    BenchmarkCase(name: "read-1M-links", runs: 3) {
      let folder = try LargePackage.write(links: 1_000_000, sites: 100_000)
      return {
        let reading = try ChainPackage.read(folder.path)
        return "\(reading.chain[.links].count) rows, \(reading.findings.count) findings"
      }
    },
    BenchmarkCase(name: "compile-1M-links", runs: 3) {
      let folder = try LargePackage.write(links: 1_000_000, sites: 100_000)
      let chain = try ChainPackage.read(folder.path).chain
      return { "\(FlowNetwork(chain).pairs.count) pairs" }
    },
    survival("survival-w37", "tts_w37"),
    survival("survival-w27-alt", "tts_w27_alt"),
    survival("survival-w37-a-disruption", "tts_w37", repeats: 20, isPerDisruption: true),
    survival(
      "program-w37-a-disruption", "tts_w37", only: 12, method: .programOnly, isPerDisruption: true),
    BenchmarkCase(name: "assess-field-hospital-phased", runs: 3) {
      let path = checkout.appendingPathComponent("Examples/field-hospital").path
      return {
        var assess = AssessChain(path: path)
        assess.phased = PeriodGrid()
        assess.tasks = 1
        guard case .assessed(let assessment) = try await assess.run() else { return "errors" }
        return "\(assessment.survival.count) disruptions, 26 periods"
      }
    },
    BenchmarkCase(name: "draft-water-container", runs: 5) {
      guard let list = shared("data/boms/water_container_reclaimer_duke.csv"),
        let library = shared("data")
      else { return nil }
      return {
        var draft = DraftChain(partsList: list, options: DraftOptions(quantity: 100))
        draft.library = library
        return "\(try draft.run().chain[.links].count) links, library and sea routes included"
      }
    },
    BenchmarkCase(name: "report-field-hospital", runs: 5) {
      let path = checkout.appendingPathComponent("Examples/field-hospital").path
      guard case .assessed(let assessment) = try await AssessChain(path: path).run() else {
        return nil
      }
      return {
        "\(AssessmentReportFile.html(assessment, json: "{}", .german).utf8.count / 1024) KiB of page"
      }
    },
  ]

  private static func survival(
    _ name: String, _ chain: String, only count: Int? = nil, repeats: Int = 1,
    method: SurvivalMethod = .automatic, isPerDisruption: Bool = false
  ) -> BenchmarkCase {
    BenchmarkCase(name: name, runs: isPerDisruption ? 3 : 5) {
      guard let path = shared("reference/chains/" + chain) else { return nil }
      let network = FlowNetwork(try ChainPackage.read(path).chain)
      var request = Assessor.Request()
      let all = Disruption.described(in: network.chain)
      // Evenly spread, so that a sample stands for all.
      let step = max(1, all.count / (count ?? all.count))
      request.disruptions = stride(from: 0, to: all.count, by: step).prefix(count ?? all.count)
        .map { all[$0] }
      request.survivalOnly = true
      request.method = method
      let asked = request
      return {
        for _ in 0..<repeats { _ = try await Assessor(network, asked).run() }
        return "\(asked.disruptions.count) disruptions\(repeats > 1 ? " × \(repeats)" : "")"
      }
    }
  }
}
