// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization
import Testing

@testable import Reports

@Suite struct PlanWordingTests {
  private func periods(_ days: Double, _ count: Int = 24, _ language: Language = .english)
    -> PeriodWording
  {
    PeriodWording(
      periods: count, periodDays: days, wording: Wording(language: language, currency: "EUR"))
  }

  @Test func periodsAreCalledByTheCalendar() {
    #expect(periods(30).name(7) == "month\u{A0}7 (day\u{A0}181–210)")
    #expect(periods(7).name(2) == "week\u{A0}2 (day\u{A0}8–14)")
    #expect(periods(365).name(1) == "year\u{A0}1 (day\u{A0}1–365)")
    #expect(periods(10).name(3...4) == "period\u{A0}3–4 (day\u{A0}21–40)")
    #expect(periods(1).name(5) == "day\u{A0}5")
    #expect(periods(0.5).name(3) == "period\u{A0}3 (day\u{A0}2)")
    #expect(periods(90, 4, .german).name(2) == "Zeitabschnitt\u{A0}2 (Tag\u{A0}91–180)")
    #expect(periods(30, 24, .german).inEvery == "in jedem Monat")
    #expect(periods(7, 24, .german).inEvery == "in jeder Woche")
  }

  @Test func ticksFitTheirRoom() {
    for count in [1, 2, 11, 24, 60, 500, 2000] {
      for most in [8, 12, 24] {
        let ticks = periods(30, count).ticks(most)
        #expect(ticks.first == 1 && ticks.count <= most + 1)
        #expect(ticks.allSatisfy { (1...count).contains($0) })
      }
    }
  }

  @Test func scalesHoldTheirValues() {
    for values in [[0.0], [0.004, 0.001], [3, 1], [1e9, 2e8], [-5, 3], [-1, -2]] {
      let axis = ValueAxis(values)
      #expect(axis.low <= (values.min() ?? 0) && axis.high >= (values.max() ?? 0))
      #expect(axis.low < axis.high && axis.ticks.count <= 13)
      if values.allSatisfy({ $0 >= 0 }) { #expect(axis.low == 0) }
    }
  }

  @Test func regionsAreGroupedByState() {
    let chain = PlanSamples.chain()
    let regions = PlanRegions(
      chain: chain, wording: Wording(language: .german, currency: nil))
    #expect(regions.name(regions.region(2)) == "Thüringen")
    #expect(regions.name(regions.region(0)) == "Standorte ohne Region")
    #expect(regions.name(.init(key: "CZ0")) == "Tschechien, CZ0")
    #expect(regions.name(.init(key: "am Rhein")) == "am Rhein")
  }

  @Test func theTargetIsReachedWhenNothingIsMissingAfterwards() async throws {
    let plan = try await PlanSamples.plan(PlanSamples.chain())
    let course = try #require(MaterialCourse.all(plan).first)
    #expect(course.isAskedFor && course.totalAsked == 960)
    let from = course.coveredFrom ?? 9
    #expect(course.unmet.dropFirst(from - 1).allSatisfy { $0 < 1e-3 })
    #expect(course.totalDelivered + course.missing(isOwed: false) > 959.9)
  }

  private static let english = [
    "the", "and", "with", "of", "days", "stock", "site", "sites", "supply", "unstated", "month",
    "table", "source", "what", "is", "cost", "plan", "people", "building", "delivered", "region",
  ].filter { $0 != "plan" && $0 != "region" }
  private static let german = [
    "und", "der", "die", "das", "mit", "Tage", "Bestand", "Standort", "Bezug", "Verbindung",
    "ohne", "Monat", "Kosten", "Quelle", "nicht", "ist", "wird", "geliefert", "Personen",
  ]

  @Test(arguments: Language.allCases)
  func everythingIsInOneLanguage(_ language: Language) async throws {
    let plan = try await PlanSamples.full(name: "Xyz")
    let pages = [
      PlanReport(plan, language: language, json: "{}", comparedWith: PlanSamples.earlier(plan)),
      PlanReport(PlanSamples.infeasible(name: "Xyz"), language: language),
    ]
    for page in pages {
      let reader = PageReader.read(page.html())
      // Options are called in German on purpose.
      let text = reader.text.replacing("Xyz Bezug", with: "")
      let attributes = reader.elements.flatMap { element in
        ["aria-label", "title"].compactMap { element.attributes[$0] }
      }
      let words = Set(
        ([text] + attributes).joined(separator: " ")
          .split { !$0.isLetter && $0 != "_" && $0 != "." && $0 != "-" }.map {
            String($0).trimmingPrefix("-").description
          })
      #expect(words.intersection(language == .german ? Self.english : Self.german).isEmpty)
    }
  }
}
