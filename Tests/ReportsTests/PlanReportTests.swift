// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Foundation
import Localization
import Testing
import ValueChains

@testable import Reports

@Suite struct PlanReportTests {
  private func page(
    _ plan: CapacityPlan, _ language: Language = .english, json: String? = nil,
    comparedWith earlier: PlanFigures? = nil
  ) -> String {
    PlanReport(
      plan, language: language, outlines: ReportSamples.square, json: json, comparedWith: earlier
    ).html()
  }

  private func full(_ language: Language, name: String = "Motor") async throws -> String {
    let plan = try await PlanSamples.full(name: name)
    return page(plan, language, json: "{\"a\":1}\n", comparedWith: PlanSamples.earlier(plan))
  }

  @Test(arguments: Language.allCases)
  func isWellFormedAndAccessible(_ language: Language) async throws {
    let reader = PageReader.read(try await full(language))
    #expect(reader.problem == nil)
    #expect(reader.elements.first?.attributes["lang"] == language.rawValue)
    #expect(reader.headings.first == 1)
    #expect(reader.headings.count { $0 == 1 } == 1)
    for (before, after) in zip(reader.headings, reader.headings.dropFirst()) {
      #expect(after <= before + 1)
    }
    #expect(reader.figures.count >= 10)
    for figure in reader.figures {
      #expect(figure.hasTitle && figure.hasText && figure.hasTable)
    }
    let ids = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in reader.elements {
      if element.attributes["role"] == "img", element.name == "svg" {
        let labels = element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
        #expect((labels ?? []).count == 2 && (labels ?? []).allSatisfy(ids.contains))
      }
      if let fill = element.attributes["fill"], fill.hasPrefix("url(#") {
        #expect(ids.contains(String(fill.dropFirst(5).dropLast())))
      }
      guard let href = element.attributes["href"], href.hasPrefix("#") else { continue }
      #expect(ids.contains(String(href.dropFirst())))
    }
  }

  @Test func needsNothingFromOutside() async throws {
    let text = try await full(.german)
    let reader = PageReader.read(text)
    let names = Set(reader.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "base"]))
    #expect(reader.elements.allSatisfy { $0.attributes["src"] == nil })
    #expect(!reader.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(!text.contains("@import") && !text.contains("url(http"))
    let data = try #require(
      reader.elements.first { $0.attributes["download"] == "small-plan.json" })
    #expect(data.attributes["href"] == "data:application/json;base64,eyJhIjoxfQo=")
  }

  @Test(arguments: Language.allCases)
  func hostileNamesStayText(_ language: Language) async throws {
    let text = try await full(language, name: ReportSamples.hostile)
    let reader = PageReader.read(text)
    #expect(reader.problem == nil)
    #expect(!reader.elements.contains { $0.name == "script" })
    #expect(!text.contains("\u{202E}"))
    #expect(reader.text.contains("<script>alert('x')</script>"))
    #expect(
      PageReader.read(page(PlanSamples.infeasible(name: ReportSamples.hostile))).problem == nil)
  }

  @Test func sameInputSameBytes() async throws {
    #expect(try await full(.german) == full(.german))
  }

  @Test func everySectionSaysSomething() async throws {
    let text = PageReader.read(try await full(.english)).text
    let expected = [
      "The question is how the chain can deliver what is asked for over the next 8\u{A0}months",
      "The plan delivers", "month\u{A0}2 (day\u{A0}31–60)", "What is built when",
      "↳ Motor zivil gives up", "What the civil side gives up", "Sentence of limit: Motor.",
      "saves EUR\u{A0}2.5", "EUR\u{A0}900,000", "Spending by site", "Thuringia",
      "Sites without a region", "People by region", "Use of capacity",
      "Each option alone, and the plan without it", "no plan", "Fewest jobs moved",
      "Reason: no choice.", "In nine cases out of ten", "In 2 cases",
      "On hand: Kupfer · Motor werk",
      "money for modules", "Comparison with an earlier plan", "abgeschafft", "more than before",
      "What the model leaves out", "the whole plan, format 1",
    ]
    for part in expected { #expect(text.contains(part), "\(part)") }
  }

  @Test func germanHasItsOwnWords() async throws {
    let text = PageReader.read(try await full(.german)).text
    for part in [
      "in den nächsten 8\u{A0}Monaten", "Was die zivile Seite abgibt", "Thüringen",
      "Warum nicht mehr", "Vergleich mit einem früheren Plan", "Satz mit Engpass: Motor.",
      "Wenigste verlagerte Arbeitsplätze", "In neun von zehn Fällen",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test(arguments: Language.allCases)
  func noPlanIsExplained(_ language: Language) {
    let reader = PageReader.read(page(PlanSamples.infeasible(), language))
    #expect(reader.problem == nil)
    let cause = language == .german ? "Widerspruch benannt." : "Contradiction named."
    let part =
      language == .german ? "Woche\u{A0}2–3 (Tag\u{A0}8–21)" : "week\u{A0}2–3 (day\u{A0}8–21)"
    #expect(reader.text.contains(cause))
    #expect(reader.text.contains(part))
    #expect(reader.text.contains("--require-demand"))
    #expect(!reader.elements.contains { $0.attributes["id"] == "course" })
  }

  @Test func aMetDemandHasNoBottleneck() async throws {
    let plan = try await PlanSamples.plan(PlanSamples.chain(perDay: 0.01), periods: 3)
    let text = PageReader.read(page(plan)).text
    #expect(text.contains("The plan delivers all that is asked for"))
    #expect(text.contains("nothing holds the plan back"))
  }

  @Test func owedIsNotMissing() async throws {
    let plan = try await PlanSamples.plan(PlanSamples.chain(), periods: 70, periodDays: 7) {
      $0.backlog = true
    }
    let text = PageReader.read(page(plan)).text
    #expect(text.contains("still owed at its end"))
    #expect(text.contains("week\u{A0}70") || text.contains("70\u{A0}weeks"))
  }

  @Test func otherPeriodsCompareTotalsOnly() async throws {
    let plan = try await PlanSamples.full()
    var earlier = PlanSamples.earlier(plan)
    earlier.periodDays = 7
    let reader = PageReader.read(page(plan, comparedWith: earlier))
    #expect(reader.text.contains("only totals are compared"))
    #expect(!reader.elements.contains { $0.attributes["id"] == "picture-comparison" })
  }

  @Test func demandsForTheSameAreComparedTogether() async throws {
    var chain = PlanSamples.chain()
    chain[.demands].append([
      .demand: "mehr", .site: "werk", .material: "motor", .perDay: 1, .valuePerUnit: 1000,
    ])
    let plan = try await PlanSamples.plan(chain)
    let context = PlanContext(plan, .english, comparedWith: PlanFigures(plan))
    let comparison = try #require(context.comparison)
    let sum = plan.schedule?.demands.filter { ["d", "mehr"].contains($0.demand) }
      .reduce(0) { $0 + $1.delivered.reduce(0, +) }
    #expect(comparison.now.delivered["mehr"] == nil)
    #expect(comparison.now.delivered["d"]?.reduce(0, +) == sum)
  }

  @Test func owedAndLostAreNotComparedByValue() async throws {
    let plan = try await PlanSamples.plan(PlanSamples.chain())
    var earlier = PlanFigures(plan)
    earlier.isOwed = true
    let text = PageReader.read(page(plan, comparedWith: earlier)).text
    #expect(text.contains("treat what is missing differently"))
  }

  @Test func manyOptionsSitesAndPeriodsStayReadable() async throws {
    var chain = PlanSamples.chain(name: String(repeating: "langer Name ", count: 20))
    for number in 0..<300 {
      chain[.options].append([
        .option: .init("o\(number)"), .kind: "line", .target: "montage", .modulePerDay: 0.001,
        .maxModules: 1, .costPerModule: 1, .buildDays: .number(Double(number % 40)),
      ])
      chain[.sites].append([
        .site: .init("s\(number)"), .name: "שלום עולם", .region: .init("DE\(number % 10)01"),
      ])
    }
    let plan = try await PlanSamples.plan(chain, periods: 80, periodDays: 10)
    let text = page(plan, .german)
    let reader = PageReader.read(text)
    #expect(reader.problem == nil)
    #expect(text.utf8.count < 1_500_000)
    #expect(reader.text.contains("weitere; sie stehen in der Tabelle"))
    #expect(reader.text.contains("Zeitabschnitt\u{A0}2 (Tag\u{A0}11–20)"))
  }

  @Test(
    .enabled(if: ReportSamples.hasReference),
    arguments: ["ramp_s1_no_options", "ramp_s3_link_bottleneck", "ramp_s4_lp", "ramp_w03_T12"])
  func referenceChains(_ name: String) async throws {
    let chain = try ReportSamples.read("\(ReportSamples.reference)/\(name)")
    let plan = try await PlanSamples.plan(chain, periods: 12, periodDays: 1)
    for language in Language.allCases {
      #expect(PageReader.read(page(plan, language)).problem == nil)
    }
  }
}
