// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Platform
import Resilience
import Testing
import TragwerkTesting

/// Chains with known results, through the JSON that `assess` writes.
@Suite(.enabled(if: SharedFolder.isThere, "needs the reference chains"))
struct ReferenceChainTests {
  typealias Object = [String: Any]

  static let chains = SharedFolder.referenceChains.map {
    URL(fileURLWithPath: $0).lastPathComponent
  }.filter { $0.hasPrefix("tts_") || $0.hasPrefix("ttr_") }

  private func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  private func object(_ data: Data) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func assess(_ path: String, _ expected: Object) async throws -> Object {
    var assess = AssessChain(path: path)
    assess.horizon = expected["horizon"] as? Double ?? 3650
    assess.stockValue = expected["perUnitOfStock"] != nil
    assess.lossRanges = expected["recovery"] != nil
    assess.survivalOnly = expected["recovery"] == nil
    guard case .assessed(let assessment) = try await assess.run() else {
      Issue.record("the package has errors")
      return [:]
    }
    return try object(Data(AssessmentDocument.json(assessment, .english).rendered().utf8))
  }

  private func rows(_ document: Object, _ name: String) -> [String: Object] {
    let rows = document[name] as? [Object] ?? []
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["disruption"] as? String ?? "", $0) })
  }

  @Test(arguments: chains) func knownResults(_ chain: String) async throws {
    let path = SharedFolder.file("reference/chains/" + chain)
    let expected = try object(Data(contentsOf: URL(fileURLWithPath: path + "/expected.json")))
    let document = try await assess(path, expected)
    let tolerance = try #require(expected["tolerance"] as? [String: Double])
    let value = try #require(tolerance["value"])
    let baseline = try #require(document["baseline"] as? Object)
    if let known = expected["baseline"] as? Object {
      #expect(
        close(baseline["days"] as? Double ?? -1, known["days"] as? Double ?? -2, value))
      #expect(baseline["limited"] as? Bool == known["limited"] as? Bool)
    }
    let survival = rows(document, "survival")
    let known = try #require(expected["survival"] as? [String: Object])
    #expect(!known.isEmpty)
    for (name, result) in known {
      let row = try #require(survival[name])
      let (days, right) = (row["days"] as? Double ?? -1, result["days"] as? Double ?? -2)
      #expect(close(days, right, value), "\(name): \(days) instead of \(right)")
      #expect(row["limited"] as? Bool == result["limited"] as? Bool, "\(name)")
    }
    try compareStock(survival, expected, try #require(tolerance["marginal"]))
    try compareRecovery(rows(document, "recovery"), expected, tolerance)
  }

  private func compareStock(_ survival: [String: Object], _ expected: Object, _ tolerance: Double)
    throws
  {
    for (name, known) in expected["perUnitOfStock"] as? [String: [Object]] ?? [:] {
      func table(_ rows: [Object]) -> [String: Object] {
        Dictionary(
          uniqueKeysWithValues: rows.map {
            ("\($0["site"] ?? "")|\($0["material"] ?? "")", $0)
          })
      }
      let own = table(survival[name]?["perUnitOfStock"] as? [Object] ?? [])
      let right = table(known)
      for pair in Set(own.keys).union(right.keys) {
        for side in ["left", "right"] {
          // A row left out is 0; null says that one less is infeasible.
          let a: Double? = own[pair].map { $0[side] as? Double } ?? 0
          let b: Double? = right[pair].map { $0[side] as? Double } ?? 0
          let agrees =
            a.flatMap { a in b.map { close(a, $0, tolerance) } } ?? (a == nil && b == nil)
          #expect(
            agrees, "\(name) \(pair) \(side): \(String(describing: a)) \(String(describing: b))")
        }
      }
    }
  }

  private func compareRecovery(
    _ recovery: [String: Object], _ expected: Object, _ tolerance: [String: Double]
  ) throws {
    for (name, known) in expected["recovery"] as? [String: Object] ?? [:] {
      let row = try #require(recovery[name], "\(name)")
      for field in ["days", "lostValue", "exposureIndex"] {
        guard let right = known[field] as? Double else { continue }
        let value = row[field] as? Double ?? -1
        #expect(
          close(value, right, tolerance["value"] ?? 0), "\(name) \(field): \(value) \(right)")
      }
      guard let known = known["lost"] as? [String: [Double]] else { continue }
      let lost = row["lost"] as? [Object] ?? []
      let own = Dictionary(
        uniqueKeysWithValues: lost.map {
          (
            $0["demand"] as? String ?? "",
            [$0["low"] as? Double ?? -1, $0["high"] as? Double ?? -1]
          )
        })
      for demand in Set(own.keys).union(known.keys) {
        for (a, b) in zip(own[demand] ?? [0, 0], known[demand] ?? [0, 0]) {
          #expect(close(a, b, tolerance["range"] ?? 0), "\(name) \(demand): \(a) \(b)")
        }
      }
    }
  }

  /// 3 full periods of a day although the classic figure is 16 days.
  @Test func phasedTwin() async throws {
    var assess = AssessChain(path: SharedFolder.file("reference/chains/ramp_s5_phased_tts"))
    assess.phased = PeriodGrid(periodDays: 1, horizon: 16)
    guard case .assessed(let assessment) = try await assess.run() else {
      Issue.record("the package has errors")
      return
    }
    #expect(abs(assessment.baseline.days - 16) < 1e-6)
    #expect(assessment.baseline.phased == PhasedSurvival(days: 3, isLimited: true))
  }

  /// The largest chain: the file of all single-stage outages agrees as well.
  @Test func allOutagesOfTheLargestChain() async throws {
    let path = SharedFolder.file("reference/chains/tts_w37")
    var assess = AssessChain(path: path)
    assess.survivalOnly = true
    guard case .assessed(let assessment) = try await assess.run() else {
      Issue.record("the package has errors")
      return
    }
    let own = Dictionary(
      uniqueKeysWithValues: assessment.survival.map { ($0.disruption.id, $0.days) })
    let known = try String(contentsOfFile: path + "_all.csv", encoding: .utf8)
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(known.count == 1479)
    for row in known {
      let days = try #require(own[String(row[0])])
      #expect(close(days, Double(row[1].trimmingCharacters(in: .whitespaces)) ?? -1, 1e-6))
    }
  }
}
