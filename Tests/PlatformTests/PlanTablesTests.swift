// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Testing
import TragwerkTesting

@testable import CapacityPlanning
@testable import Platform

@Suite struct PlanTablesTests {
  private func plan() async throws -> CapacityPlan {
    let path = Checkout.url.appendingPathComponent("Examples/field-hospital").path
    let request = PlanRequest(PeriodGrid(periods: 6, periodDays: 30))
    let outcome = try await PlanChain(path: path, request: request).run()
    guard case .planned(var plan) = outcome else {
      Issue.record("the package has errors")
      throw PlatformError.interrupted
    }
    let value = CapacityValue(
      kind: .stock, name: "a|b", period: 2, oneLess: nil, oneMore: -2.5)
    plan.capacityValues = [value]
    plan.bottlenecks = [
      Bottleneck(
        value: value, periods: 2...4, measure: .cost, leadDays: 3,
        text: LocalizedText(de: "Ein Satz, mit Komma", en: "A sentence, with \"quotes\""))
    ]
    plan.optionEffects = [OptionEffect(option: "o", alone: nil, without: 3, modulesAlone: 1)]
    plan.alternatives = [
      AlternativePlan(aim: .mostConversions, schedule: plan.schedule, cost: 5, reason: nil)
    ]
    plan.sensitivity = PlanSensitivity(
      samples: 2, seed: 9, infeasible: 1, quantiles: [(share: 0.5, value: 4)], mean: 4,
      objectives: [4], uncertainFigures: 1,
      drivers: [
        .init(
          table: "lines", key: "l", column: "runs_per_day", low: 1, likely: 2, high: 3, atLow: nil,
          atHigh: 7, correlation: -0.5)
      ])
    return plan
  }

  @Test func everythingAskedForHasATable() async throws {
    let plan = try await plan()
    let files = PlanTables.files(plan, .english)
    #expect(
      files.map(\.name) == [
        "summary.csv", "modules.csv", "delivered.csv", "workers.csv", "cost.csv", "use.csv",
        "bottlenecks.csv", "capacity_values.csv", "options.csv", "alternatives.csv",
        "alternative_modules.csv", "sensitivity.csv", "drivers.csv",
      ])
    let contents = Dictionary(uniqueKeysWithValues: files)
    #expect(contents["capacity_values.csv"]?.hasSuffix("stock,a|b,2,,-2.5\n") == true)
    #expect(contents["bottlenecks.csv"]?.contains("\"A sentence, with \"\"quotes\"\"\"") == true)
    #expect(contents["options.csv"]?.hasSuffix("o,,3,1\n") == true)
    #expect(contents["drivers.csv"]?.hasSuffix("lines,l,runs_per_day,1,2,3,,7,-0.5\n") == true)
    #expect(contents["summary.csv"]?.contains("status,optimal\n") == true)
    for (name, content) in files {
      let lines = content.split(separator: "\n")
      #expect(content.hasSuffix("\n") && lines.count >= 1, "\(name)")
      guard name != "bottlenecks.csv" else { continue }
      let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
      #expect(
        lines.filter { !$0.contains("\"") }.allSatisfy {
          $0.split(separator: ",", omittingEmptySubsequences: false).count == width
        }, "\(name)")
    }
  }

  @Test func tablesAddUp() async throws {
    let plan = try await plan()
    let schedule = try #require(plan.schedule)
    let contents = Dictionary(uniqueKeysWithValues: PlanTables.files(plan, .german))
    func sum(_ file: String, _ column: Int) -> Double {
      (contents[file] ?? "").split(separator: "\n").dropFirst().reduce(0) {
        $0 + (Double($1.split(separator: ",", omittingEmptySubsequences: false)[column]) ?? 0)
      }
    }
    #expect(abs(sum("delivered.csv", 3) - schedule.deliveredTotal) < 1e-6)
    #expect(abs(sum("cost.csv", 10) - schedule.totalCost.spending) < 1e-3)
    #expect(sum("use.csv", 5) > 0)
  }

  @Test func withoutAPlanTheCauseIsWritten() async throws {
    var plan = CapacityPlan(
      network: try await plan().network,
      request: PlanRequest(PeriodGrid(periods: 1, periodDays: 7)), findings: [],
      status: .infeasible)
    plan.cause = PlanCause(
      parts: [
        .init(
          kind: "demand", name: "d", periods: 1...1, text: LocalizedText(de: "Teil", en: "Part"))
      ], text: LocalizedText(de: "Warum", en: "Why"))
    let files = PlanTables.files(plan, .english)
    #expect(files.map(\.name) == ["summary.csv", "cause.csv"])
    #expect(files[1].content == "kind,name,firstPeriod,lastPeriod,text\ndemand,d,1,1,Part\n")
    #expect(files[0].content.contains("cause,Why\n"))
  }
}
