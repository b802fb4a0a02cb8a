// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Reports
import Resilience

/// The report of an assessment with what only the machine knows: the map's outlines.
public enum AssessmentReportFile {
  /// One self-contained HTML page.
  public static func html(_ assessment: Assessment, json: String, _ language: Language) -> String {
    AssessmentReport(assessment, language: language, outlines: outlines(), json: json).html()
  }

  /// Country outlines where they were installed or where `scripts/setup` put them; without them
  /// maps show places and ways only.
  static func outlines() -> [CountryOutline] {
    let name = "country-outlines.csv"
    var places: [URL] = []
    if let program = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      let folder = program.deletingLastPathComponent()
      places.append(folder.appendingPathComponent("../share/tragwerk/\(name)").standardizedFileURL)
      places.append(folder.appendingPathComponent(name))
    }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    places.append(checkout.appendingPathComponent(".deps/share/\(name)"))
    let found = places.first { FileManager.default.fileExists(atPath: $0.path) }
    return found.map { CountryOutline.read(contentsOf: $0.path) } ?? []
  }
}
