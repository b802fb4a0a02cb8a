// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Foundation
import Localization
import Resilience
import Testing
import ValueChains

@testable import Reports

/// Writes pages to look at: `TRAGWERK_REPORTS=/tmp/pages swift test --filter SamplePages`.
@Suite struct SamplePagesTests {
  static let folder = ProcessInfo.processInfo.environment["TRAGWERK_REPORTS"]

  static let chains =
    ProcessInfo.processInfo.environment["TRAGWERK_REPORTS_CHAINS"]?.split(separator: ",")
    .map(String.init) ?? ["tts_s1_serial", "ttr_small", "tts_w37"]

  @Test(.enabled(if: folder != nil && ReportSamples.hasReference), arguments: chains)
  func write(_ name: String) async throws {
    let path = name.hasPrefix("/") ? name : "\(ReportSamples.reference)/\(name)"
    let chain = try ReportSamples.read(path)
    let isSmall = chain[.sites].count < 500
    let assessment = try await ReportSamples.assess(
      chain, phased: isSmall ? PeriodGrid() : nil, stockValue: chain[.sites].count < 50)
    let outlines = CountryOutline.read(
      contentsOf: "\(ReportSamples.root)/.deps/share/country-outlines.csv")
    for language in Language.allCases {
      let clock = ContinuousClock()
      var html = ""
      let time = clock.measure {
        html = AssessmentReport(assessment, language: language, outlines: outlines).html()
      }
      let file =
        "\(Self.folder ?? "")/\((path as NSString).lastPathComponent)-\(language.rawValue).html"
      try html.write(toFile: file, atomically: true, encoding: .utf8)
      print(file, html.utf8.count, time)
    }
  }

  /// A plan with an answer to every question, and one that cannot be.
  @Test(.enabled(if: folder != nil), arguments: Language.allCases)
  func writePlans(_ language: Language) async throws {
    let outlines = CountryOutline.read(
      contentsOf: "\(ReportSamples.root)/.deps/share/country-outlines.csv")
    let plan = try await PlanSamples.full()
    let pages = [
      "plan-full": PlanReport(
        plan, language: language, outlines: outlines, json: "{}",
        comparedWith: PlanSamples.earlier(plan)),
      "plan-infeasible": PlanReport(PlanSamples.infeasible(), language: language),
    ]
    for (name, page) in pages {
      try page.html().write(
        toFile: "\(Self.folder ?? "")/\(name)-\(language.rawValue).html", atomically: true,
        encoding: .utf8)
    }
  }
}
