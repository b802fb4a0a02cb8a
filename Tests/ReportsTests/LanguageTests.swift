// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import Resilience
import Testing

@testable import Reports

@Suite struct LanguageTests {
  /// Words of ours that would betray a text left in the other language.
  private static let english = [
    "the", "and", "with", "of", "days", "stock", "site", "sites", "supply", "disruption",
    "disruptions", "unstated", "recover", "survive", "critical", "table", "source", "what", "is",
  ]
  private static let german = [
    "und", "der", "die", "das", "mit", "Tage", "Bestand", "Standort", "Bezug", "Verbindung",
    "Störung", "ohne", "Reichweite", "kritisch", "Quelle", "nicht", "ist", "wird",
  ]

  @Test(arguments: Language.allCases)
  func everythingIsInOneLanguage(_ language: Language) async throws {
    // A name without words of either language, so that what is found is ours.
    let chain = ReportSamples.small(name: "Xyz")
    let assessment = try await ReportSamples.assess(
      chain, phased: PeriodGrid(), stockValue: true)
    let page = AssessmentReport(
      assessment, language: language, outlines: ReportSamples.square, json: "{}", asOf: "2026-11-22"
    ).html()
    let reader = PageReader.read(page)
    // Titles of works stay in their language.
    let text = reader.text
      .replacing(
        "Identifying Risks and Mitigating Disruptions in the Automotive Supply Chain", with: ""
      )
      .replacing("Methodology for establishing the EU list of critical raw materials", with: "")
      .replacing("U.S. Department of Justice", with: "")
    let attributes = reader.elements.flatMap { element in
      ["aria-label", "title"].compactMap { element.attributes[$0] }
    }
    let words = Set(
      ([text] + attributes).joined(separator: " ")
        .split { !$0.isLetter && $0 != "_" && $0 != "." && $0 != "-" }.map {
          String($0).trimmingPrefix("-").description
        })
    let foreign = language == .german ? Self.english : Self.german
    #expect(words.intersection(foreign).isEmpty)
  }

  @Test func numbersFollowTheLanguage() {
    let german = Wording(language: .german, currency: "EUR")
    let english = Wording(language: .english, currency: nil)
    #expect(german.money(54_600_000) == "54,6\u{A0}Mio.\u{A0}EUR")
    #expect(english.money(1234.5) == "1,235" || english.money(1234.5) == "1,234")
    #expect(german.days(1) == "1\u{A0}Tag")
    #expect(german.afterDays(11.9) == "11\u{A0}Tagen")
    #expect(english.days(9.99) == "9.9\u{A0}days")
    #expect(english.days(0) == "0\u{A0}days")
    #expect(german.percent(0.004) == "0,4\u{A0}%")
    #expect(german.country("kz") == "Kasachstan")
    #expect(german.country("unbekannt") == "UNBEKANNT")
  }
}
