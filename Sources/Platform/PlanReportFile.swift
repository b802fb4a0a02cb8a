// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization
import Reports

/// The report of a plan with what only the machine knows: the map's outlines.
public enum PlanReportFile {
  /// One self-contained HTML page.
  public static func html(
    _ plan: CapacityPlan, json: String, comparedWith earlier: EarlierPlan? = nil,
    _ language: Language
  ) -> String {
    PlanReport(
      plan, language: language, outlines: AssessmentReportFile.outlines(), json: json,
      comparedWith: earlier?.figures
    ).html()
  }
}
