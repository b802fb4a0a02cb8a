// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

/// `plan` as scripts meet it: chains without a plan.
@Suite struct PlanCommandTests {
  private static let words = ["--periods", "2", "--period-days", "7", "--quiet", "--json", "-"]

  private func plan(_ package: PackageText, _ more: [String]) throws -> (
    Command.Result, document: [String: Any]
  ) {
    let folder = TemporaryFolder()
    try package.write(to: folder)
    let result = try Command.run(["plan", folder.path] + Self.words + more)
    let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8))
    return (result, try #require(object as? [String: Any]))
  }

  /// No rate, and no capacity from the mine to the yard.
  private var unlimited: PackageText {
    var package = PackageText.small
    package.tables["lines"] = "line,site,name\nfurnace,mill,Ofen 1\n"
    package.tables["links"] = "link,from_site,to_site,material\nroad,mill,yard,steel\n"
    package.tables["supplies"] = "supply,site,material\nmine,mill,ore\n"
    package.tables["demands"] = "demand,site,material,value_per_unit\nneed,yard,steel,7\n"
    return package
  }

  @Test(arguments: [["--goal", "most-output"], ["--sustain-from", "1"]])
  func unboundedIs65WithItsCause(_ goal: [String]) throws {
    let (result, document) = try plan(unlimited, goal)
    #expect(result.code == 65)
    #expect(document["status"] as? String == "unbounded")
    #expect(document["objective"] is NSNull && document["delivered"] == nil)
    let cause = try #require(document["cause"] as? [String: Any])
    let parts = try #require(cause["parts"] as? [[String: Any]])
    #expect(parts.map { $0["name"] as? String } == ["need", "furnace", "mine", "road"])
    #expect(parts.map { $0["kind"] as? String } == ["demand", "line", "supply", "link"])
    let text = try #require(cause["text"] as? String)
    #expect(text.contains("“Ofen 1”") && text.contains("“steel”"))
    #expect(result.error == "tragwerk: \(text)\n")
    let german = try plan(unlimited, goal + ["--language", "de"]).0
    #expect(german.code == 65 && german.error.hasPrefix("tragwerk: Nichts begrenzt, wie viel"))
  }

  @Test func leastCostOfTheSameIsDone() throws {
    let (result, document) = try plan(unlimited, [])
    #expect(result.code == 0 && result.error.isEmpty)
    #expect(document["status"] as? String == "optimal")
  }

  /// 5 a day on the road, 30 for 2 a run from the mine: 6 a day cannot be met.
  @Test func infeasibleIs65WithItsCause() throws {
    let demands = "demand,site,material,per_day,value_per_unit\nneed,yard,steel,6,7\n"
    let package = PackageText.small("demands", demands)
    let (result, document) = try plan(package, ["--require-demand"])
    #expect(result.code == 65)
    #expect(document["status"] as? String == "infeasible")
    let cause = try #require(document["cause"] as? [String: Any])
    let parts = try #require(cause["parts"] as? [[String: Any]])
    #expect(parts.map { $0["kind"] as? String } == ["demand", "link"])
    #expect(parts.map { $0["name"] as? String } == ["need", "road"])
    #expect(parts.map { $0["firstPeriod"] as? Int } == [1, 1])
    #expect(parts.allSatisfy { ($0["text"] as? String)?.isEmpty == false })
    #expect(result.error == "tragwerk: \(try #require(cause["text"] as? String))\n")
    #expect(try plan(package, []).0.code == 0, "what need not be met may be missing")
  }
}
