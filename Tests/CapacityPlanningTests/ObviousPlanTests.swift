// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting
import ValueChains

/// The twin against the reference chains, whose values two other programs agree on.
@Suite(.enabled(if: SharedFolder.isThere, "needs the reference chains"))
struct ObviousPlanTests {
  typealias Object = [String: Any]

  /// Takes the twin minutes.
  static let largest: Set = ["ramp_scale_2000x24"]

  static let chains = SharedFolder.referenceChains.map {
    URL(fileURLWithPath: $0).lastPathComponent
  }.filter { $0.hasPrefix("ramp_") && !largest.contains($0) }

  private func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(a), abs(b))
  }

  private func expected(_ name: String) throws -> Object {
    let file = SharedFolder.file("reference/chains/\(name)/expected.json")
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  private func plan(_ name: String, _ expected: Object) throws -> ObviousPlan {
    let words = try #require(expected["options"] as? Object)
    var settings = ObviousPlan.Settings()
    settings.periods = try #require(words["periods"] as? Int)
    settings.periodDays = try #require(words["period-days"] as? Double)
    settings.goal = words["goal"] as? String == "most-output" ? .mostOutput : .leastCost
    settings.wholeModules = try #require(words["whole-modules"] as? Bool)
    settings.backlog = try #require(words["backlog"] as? Bool)
    settings.budget = words["budget"] as? Double ?? .infinity
    let path = SharedFolder.file("reference/chains/" + name)
    return ObviousPlan(try ChainPackage.read(path).chain, settings)
  }

  @Test(arguments: chains) func knownResults(_ name: String) throws {
    let expected = try expected(name)
    let tolerance = try #require((expected["tolerance"] as? [String: Double])?["value"])
    let result = try plan(name, expected).solve()
    #expect(result.status == .optimal)
    let objective = try #require(expected["objective"] as? Double)
    #expect(close(result.objective, objective, tolerance), "\(result.objective) \(objective)")
    if let delivered = expected["deliveredTotal"] as? Double {
      #expect(close(result.deliveredTotal, delivered, tolerance))
    }
    for (option, modules) in expected["modules"] as? [String: Double] ?? [:] {
      #expect(close(result.modules[option] ?? -1, modules, tolerance), "\(option)")
    }
  }

  @Test(arguments: chains.filter { $0.contains("_s") || $0.contains("w03") })
  func knownCapacityValues(_ name: String) throws {
    let expected = try expected(name)
    let tolerance = try #require((expected["tolerance"] as? [String: Double])?["marginal"])
    let rows = try #require(expected["capacityValue"] as? [Object])
    // In these chains a whole unit gives the same; only these kinds are listed.
    let values = try plan(name, expected).capacityValues(of: [.line, .link, .supply], step: 1)
    var known: [ObviousPlan.Capacity: Object] = [:]
    for row in rows {
      let kind = try #require(ObviousPlan.Capacity.Kind(rawValue: row["kind"] as? String ?? ""))
      let (name, period) = (row["name"] as? String ?? "", row["period"] as? Int ?? 0)
      known[.init(kind, name, period)] = row
    }
    #expect(Set(known.keys).isSubset(of: values.keys))
    for (capacity, value) in values {
      for (side, own) in [("oneLess", value.oneLess), ("oneMore", value.oneMore)] {
        let comment: Comment = "\(capacity) \(side): \(String(describing: own))"
        guard let row = known[capacity] else {
          // Rows left out are 0, or one less is infeasible and one more worth nothing.
          #expect(own.map { close($0, 0, tolerance) } ?? (side == "oneLess"), comment)
          continue
        }
        let right = row[side] as? Double
        #expect((own == nil) == (right == nil), comment)
        if let own, let right { #expect(close(own, right, tolerance), comment) }
      }
    }
  }
}
