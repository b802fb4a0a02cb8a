// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Testing
import TragwerkTesting
import ValueChains

@testable import CapacityPlanning
@testable import Platform

@Suite struct EarlierPlanTests {
  static let good = """
    {"formatVersion": 1, "chain": {"name": "kette", "counts": {}}, "sense": "minimise",
     "status": "optimal", "objective": 120.5, "gap": 0, "periods": 3, "periodDays": 30,
     "modules": [{"option": "bau", "total": 2.5, "started": [{"period": 1, "count": 2.5}]}],
     "delivered": [{"demand": "d", "period": 1, "quantity": 4},
       {"demand": "d", "period": 3, "quantity": 5}],
     "workers": [{"site": "s", "period": 2, "workers": 7}],
     "cost": {"unmet": 1, "running": 2, "modules": 10, "total": 13}, "added": {"later": true}}
    """

  private func read(_ text: String, chain: String = "kette") throws(PlatformError) -> EarlierPlan {
    let earlier = try EarlierPlan(Data(text.utf8), name: "plan.json")
    try earlier.check(ValueChain(name: chain))
    return earlier
  }

  private func problem(_ text: String, chain: String = "kette") -> String? {
    do {
      _ = try read(text, chain: chain)
      return nil
    } catch {
      #expect(error.code == .data)
      #expect(!error.message.german.isEmpty && error.message.german != error.message.english)
      #expect(error.message.english.hasPrefix("plan.json: "))
      return error.message.english
    }
  }

  @Test func aPlanIsReadWhole() throws {
    let figures = try read(Self.good).figures
    #expect(!figures.isMaximised && figures.objective == 120.5)
    #expect(figures.delivered == ["d": [4, 0, 5]])
    #expect(figures.workers == ["s": [0, 7, 0]] && figures.mostWorkers == 7)
    #expect(figures.modules == ["bau": 2.5])
    #expect(figures.cost?.spending == 12 && figures.cost?.unmet == 1)
  }

  @Test(arguments: [
    ("", "no JSON"), ("Hallo", "no JSON"), ("\u{0}\u{1}", "no JSON"),
    (String(good.prefix(200)), "no JSON"), (String(good.dropLast()), "no JSON"),
    ("[]", "no plan"), ("7", "no plan"), ("null", "no plan"), ("{}", "“formatVersion” is missing"),
    (#"{"formatVersion": "1"}"#, "“formatVersion” is not of the kind"),
    (#"{"formatVersion": 2, "status": "optimal"}"#, "Format 2 is unknown"),
    (#"{"formatVersion": 1, "chain": {"name": "kette"}, "findings": []}"#, "no plan"),
  ])
  func whatIsNoPlanIsSaid(_ text: String, _ part: String) throws {
    #expect(try #require(problem(text)).contains(part))
  }

  @Test(arguments: ["chain", "sense", "status", "periods", "periodDays"])
  func missingFieldsAreNamed(_ field: String) throws {
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.good.utf8)) as? [String: Any])
    object[field] = nil
    let text = String(
      decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    #expect(try #require(problem(text)).contains("“\(field)” is missing"))
  }

  @Test func wrongKindsAndPlacesAreNamed() throws {
    let kind = Self.good.replacing("\"quantity\": 4", with: "\"quantity\": \"vier\"")
    #expect(try #require(problem(kind)).contains("delivered[0].quantity"))
    let period = Self.good.replacing("\"period\": 3", with: "\"period\": 4")
    #expect(try #require(problem(period)).contains("Period 4 is not within 1 to 3"))
    let none = Self.good.replacing("\"periods\": 3", with: "\"periods\": 0")
    #expect(try #require(problem(none)).contains("must be positive"))
    let length = Self.good.replacing("\"periodDays\": 30", with: "\"periodDays\": -1")
    #expect(try #require(problem(length)).contains("must be positive"))
  }

  @Test func anotherChainsPlanIsRefused() throws {
    let text = try #require(problem(Self.good, chain: "andere"))
    #expect(text.contains("“kette”") && text.contains("“andere”"))
  }

  @Test func aPlanWithoutResultIsStillAPlan() throws {
    let text = """
      {"formatVersion": 1, "chain": {"name": "kette"}, "sense": "maximise",
       "status": "infeasible", "objective": null, "gap": 0, "periods": 2, "periodDays": 7}
      """
    let figures = try read(text).figures
    #expect(figures.objective == nil && figures.cost == nil && figures.modules.isEmpty)
  }

  @Test func missingFilesAndFoldersAreSaid() {
    for path in ["/nirgends/plan.json", NSTemporaryDirectory()] {
      let error = #expect(throws: PlatformError.self) {
        try EarlierPlan(path: path)
      }
      #expect(error?.code == .inputMissing)
    }
  }

  @Test func whatIsWrittenCanBeReadAndCompared() async throws {
    let path = Checkout.url.appendingPathComponent("Examples/field-hospital").path
    var request = PlanRequest(PeriodGrid(periods: 3, periodDays: 30))
    guard case .planned(let plan) = try await PlanChain(path: path, request: request).run() else {
      Issue.record("the package has errors")
      return
    }
    let text = PlanDocument.json(plan, .german).rendered()
    let earlier = try EarlierPlan(Data(text.utf8), name: "p")
    try earlier.check(plan.chain)
    #expect(earlier.figures.periods == 3 && earlier.figures.periodDays == 30)
    #expect(earlier.figures.deliveredTotal == plan.schedule?.deliveredTotal)
    for language in Language.allCases {
      let lines = earlier.lines(against: plan, language)
      #expect(lines.count >= 3)
      let same = language == .german ? "gleich" : "same"
      #expect(lines.allSatisfy { $0.contains("(\(same))") })
    }
    request.grid = PeriodGrid(periods: 6, periodDays: 15)
    let other = CapacityPlan(
      network: plan.network, request: request, findings: [], status: .infeasible)
    #expect(
      earlier.lines(against: other, .english).last?.contains("has other periods") == true)
  }
}
