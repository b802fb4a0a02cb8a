// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Testing
import ValueChains

@testable import Reports
@testable import Resilience

@Suite struct AssessmentReportTests {
  private func page(
    _ chain: ValueChain, _ language: Language = .german, phased: PeriodGrid? = PeriodGrid(),
    disruptions: [Disruption]? = nil, outlines: [CountryOutline] = ReportSamples.square,
    json: String? = nil
  ) async throws -> String {
    let assessment = try await ReportSamples.assess(
      chain, disruptions: disruptions, phased: phased, stockValue: true)
    return AssessmentReport(assessment, language: language, outlines: outlines, json: json).html()
  }

  @Test(arguments: Language.allCases)
  func isWellFormedAndAccessible(_ language: Language) async throws {
    let reader = PageReader.read(try await page(ReportSamples.small(), language))
    #expect(reader.problem == nil)
    #expect(reader.elements.first?.attributes["lang"] == language.rawValue)
    #expect(reader.headings.first == 1)
    #expect(reader.headings.count { $0 == 1 } == 1)
    for (before, after) in zip(reader.headings, reader.headings.dropFirst()) {
      #expect(after <= before + 1)
    }
    #expect(reader.figures.count == 4 || reader.figures.count == 5)
    for figure in reader.figures {
      #expect(figure.hasTitle && figure.hasText && figure.hasTable)
    }
    let ids = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in reader.elements
    where element.attributes["role"] == "img" && element.name == "svg" {
      let labels =
        element.attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
      #expect(labels.count == 2 && labels.allSatisfy(ids.contains))
    }
    for element in reader.elements {
      guard let href = element.attributes["href"], href.hasPrefix("#") else { continue }
      #expect(ids.contains(String(href.dropFirst())))
    }
  }

  @Test func needsNothingFromOutside() async throws {
    let text = try await page(ReportSamples.small(), json: "{\"a\":1}\n")
    let reader = PageReader.read(text)
    let names = Set(reader.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "base"]))
    #expect(reader.elements.allSatisfy { $0.attributes["src"] == nil })
    #expect(!reader.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(!text.contains("@import") && !text.contains("url(http"))
    let data = try #require(
      reader.elements.first { $0.attributes["download"] == "small-assessment.json" })
    #expect(data.attributes["href"] == "data:application/json;base64,eyJhIjoxfQo=")
  }

  @Test(arguments: Language.allCases)
  func hostileNamesStayText(_ language: Language) async throws {
    let text = try await page(ReportSamples.small(name: ReportSamples.hostile), language)
    let reader = PageReader.read(text)
    #expect(reader.problem == nil)
    #expect(!reader.elements.contains { $0.name == "script" })
    #expect(!text.contains("\u{202E}"))
    #expect(reader.text.contains("<script>alert('x')</script>"))
  }

  @Test func sameInputSameBytes() async throws {
    let first = try await page(ReportSamples.small())
    let second = try await page(ReportSamples.small())
    #expect(first == second)
  }

  @Test func answersFirst() async throws {
    let text = PageReader.read(try await page(ReportSamples.small(), .english)).text
    #expect(text.contains("Undisturbed, the chain serves its demand over the whole horizon"))
    // 3 motors in stock; copper cannot be used once the plant stands.
    #expect(text.contains("after 3\u{A0}days  demand is no longer served in full"))
    #expect(text.contains("has no other source"))
    // 87 days without a motor, a thousand each.
    #expect(text.contains("EUR\u{A0}87,000"))
    #expect(text.contains("How much Motor is there?"))
    #expect(text.contains("Motor 2026, 2026"))
  }

  @Test func aLimitedBaselineIsSaidFirst() async throws {
    let chain = ReportSamples.small(perDay: 3, stock: 0)
    let assessment = try await ReportSamples.assess(chain)
    let context = ReportContext(assessment, .english)
    let first = try #require(GlanceSection(context: context).sentences().first)
    #expect(first.source.contains("Even undisturbed"))
    #expect(
      try #require(NextSteps(context: context).all().first).title.source.contains("undisturbed"))
  }

  @Test func supplyRiskIsHeldAgainstTheThreshold() async throws {
    var assessment = try await ReportSamples.assess(ReportSamples.small())
    assessment.supplyRisk = [SupplyRisk(material: "kupfer", low: 0.4, high: 1.2)]
    let text = AssessmentReport(assessment, language: .english).html()
    #expect(PageReader.read(text).text.contains("open, the range includes it"))
  }

  @Test func aMaterialThatFailsIsNamedItself() async throws {
    let assessment = try await ReportSamples.assess(
      ReportSamples.small(), disruptions: [Disruption("m", [.init(.material, "kupfer")])])
    let first = try #require(ReportContext(assessment, .english).explained.first)
    #expect(first.explanation.dry.map(\.material) == [0])
  }

  @Test func emptyCases() async throws {
    let plain = ReportSamples.small(hasPlaces: false, hasProvenance: false)
    let text = try await page(plain, .english, phased: nil, disruptions: [], outlines: [])
    let reader = PageReader.read(text)
    #expect(reader.problem == nil)
    #expect(reader.text.contains("No disruption was computed"))
    #expect(reader.text.contains("there is no map"))
    #expect(reader.text.contains("The package holds no questions"))
    #expect(reader.text.contains("is a source stated"))
  }

  @Test(.enabled(if: ReportSamples.hasReference))
  func manySitesStaySmall() async throws {
    let chain = try ReportSamples.read("\(ReportSamples.reference)/tts_w37")
    let assessment = try await ReportSamples.assess(chain, survivalOnly: true)
    let text = AssessmentReport(assessment, language: .german).html()
    #expect(text.utf8.count < 1_500_000)
    let reader = PageReader.read(text)
    #expect(reader.problem == nil)
    #expect(reader.text.contains("Gezeigt sind 300 von 1.479 Zeilen"))
    #expect(TierGraph(ReportContext(assessment, .german)).boxes.count <= 40)
  }
}
