// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Foundation
import Localization
import Platform
import Testing
import TragwerkTesting

/// Ramp-ups with known results, through the JSON that `plan` writes.
@Suite(.enabled(if: SharedFolder.isThere, "needs the reference chains"))
struct ReferencePlanTests {
  typealias Object = [String: Any]

  static let chains = SharedFolder.referenceChains.map {
    URL(fileURLWithPath: $0).lastPathComponent
  }.filter { $0.hasPrefix("ramp_") }

  private func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  private func object(_ data: Data) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func path(_ chain: String) -> String { SharedFolder.file("reference/chains/" + chain) }

  private func expected(_ chain: String) throws -> Object {
    try object(Data(contentsOf: URL(fileURLWithPath: path(chain) + "/expected.json")))
  }

  /// The command's words of a case.
  private func request(_ expected: Object) throws -> PlanRequest {
    let words = try #require(expected["options"] as? Object)
    var request = PlanRequest(
      PeriodGrid(
        periods: try #require(words["periods"] as? Int),
        periodDays: try #require(words["period-days"] as? Double)))
    request.goal = words["goal"] as? String == "most-output" ? .mostOutput : .leastCost
    request.wholeModules = try #require(words["whole-modules"] as? Bool)
    request.backlog = try #require(words["backlog"] as? Bool)
    request.budget = words["budget"] as? Double
    request.marginals = expected["capacityValue"] != nil
    return request
  }

  private func document(_ chain: String, _ request: PlanRequest) async throws -> Object {
    guard case .planned(let plan) = try await PlanChain(path: path(chain), request: request).run()
    else {
      Issue.record("the package has errors")
      return [:]
    }
    return try object(Data(PlanDocument.json(plan, .english).rendered().utf8))
  }

  @Test(arguments: chains) func knownResults(_ chain: String) async throws {
    let expected = try expected(chain)
    let document = try await document(chain, try request(expected))
    let tolerance = try #require(expected["tolerance"] as? [String: Double])
    let value = try #require(tolerance["value"])
    #expect(document["status"] as? String == expected["status"] as? String)
    for field in ["objective", "deliveredTotal"] {
      guard let right = expected[field] as? Double else { continue }
      let own = document[field] as? Double ?? .nan
      #expect(close(own, right, value), "\(field): \(own) instead of \(right)")
    }
    if let modules = expected["modules"] as? [String: Double] {
      let rows = document["modules"] as? [Object] ?? []
      let own = Dictionary(
        uniqueKeysWithValues: rows.map {
          ($0["option"] as? String ?? "", $0["total"] as? Double ?? .nan)
        })
      for option in Set(own.keys).union(modules.keys) {
        #expect(close(own[option] ?? 0, modules[option] ?? 0, value), "\(option)")
      }
    }
    if let known = expected["capacityValue"] as? [Object] {
      let own = document["capacityValue"] as? [Object] ?? []
      try compare(table(own), table(known), try #require(tolerance["marginal"]))
    }
  }

  /// Values by kind, name and period; the reference knows three of the kinds.
  private func table(_ rows: [Object]) -> [String: Object] {
    let known = rows.filter { ["line", "link", "supply"].contains($0["kind"] as? String) }
    return Dictionary(
      uniqueKeysWithValues: known.map {
        ("\($0["kind"] ?? "") \($0["name"] ?? "") \($0["period"] ?? "")", $0)
      })
  }

  private func compare(_ own: [String: Object], _ known: [String: Object], _ tolerance: Double)
    throws
  {
    #expect(!known.isEmpty)
    for place in Set(own.keys).union(known.keys) {
      for side in ["oneLess", "oneMore"] {
        // A row left out is 0; where one less is infeasible only one more counts.
        let a: Double? = own[place].map { $0[side] as? Double } ?? 0
        let b: Double? = known[place].map { $0[side] as? Double } ?? 0
        if side == "oneLess", a == nil || b == nil {
          #expect(known[place] == nil || own[place] == nil || (a == nil && b == nil), "\(place)")
          continue
        }
        let (found, right) = (try #require(a, "\(place)"), try #require(b, "\(place)"))
        #expect(close(found, right, tolerance), "\(place) \(side): \(found) instead of \(right)")
      }
    }
  }

  /// Whole modules cost more than parts of them, and by how much at most is said.
  @Test func wholeModulesWithinTheirGap() async throws {
    let expected = try expected("ramp_w07_T24")
    var request = try request(expected)
    request.wholeModules = true
    let document = try await document("ramp_w07_T24", request)
    #expect(document["status"] as? String == "optimal")
    let gap = try #require(document["gap"] as? Double)
    #expect(gap >= 0 && gap <= 0.005)
    let parts = try #require(expected["objective"] as? Double)
    let objective = try #require(document["objective"] as? Double)
    #expect(objective >= parts * (1 - 1e-9) && objective <= parts * 1.1)
    let modules = try #require(document["modules"] as? [Object])
    #expect(!modules.isEmpty)
    for module in modules {
      let total = try #require(module["total"] as? Double)
      #expect(total >= 1 && total == total.rounded(), "\(module["option"] ?? "")")
      for start in try #require(module["started"] as? [Object]) {
        let count = try #require(start["count"] as? Double)
        #expect(count == count.rounded())
      }
    }
  }
}
