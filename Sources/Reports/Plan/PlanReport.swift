// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization

/// A ramp-up plan as one self-contained page, made like the ``AssessmentReport``: without scripts,
/// without anything from the network, for a screen and for A4.
///
/// The same input gives the same bytes. All texts of the package are escaped.
public struct PlanReport: Sendable {
  private let plan: CapacityPlan
  private let language: Language
  private let outlines: [CountryOutline]
  private let json: String?
  private let earlier: PlanFigures?

  /// - Parameters:
  ///   - outlines: country outlines for the map; without them it shows places only.
  ///   - json: the result as `plan --json` writes it, to be embedded for download.
  ///   - earlier: another plan for the same chain, to be held against this one.
  public init(
    _ plan: CapacityPlan, language: Language, outlines: [CountryOutline] = [], json: String? = nil,
    comparedWith earlier: PlanFigures? = nil
  ) {
    self.plan = plan
    self.language = language
    self.outlines = outlines
    self.json = json
    self.earlier = earlier
  }

  /// The page. A few hundred milliseconds for hundreds of sites and options.
  public func html() -> String {
    let context = PlanContext(plan, language, comparedWith: earlier)
    let wording = context.wording
    let sections: [Section?] = [
      PlanGlanceSection(context: context).section(),
      PlanCauseSection(context: context).section(),
      TimeCourseSection(context: context).section(), BuildSection(context: context).section(),
      BottleneckSection(context: context).section(),
      PlanCostSection(context: context).section(),
      JobsSection(context: context, outlines: outlines).section(),
      UseSection(context: context).section(), OptionsSection(context: context).section(),
      AlternativesSection(context: context).section(),
      SensitivitySection(context: context).section(), ValuesSection(context: context).section(),
      ComparisonSection(context: context).section(),
      PlanBasisSection(context: context).section(),
      PlanMethodSection(context: context).section(),
      PlanDataSection(context: context, json: json).section(),
    ]
    return ReportPage(
      chain: context.chain, wording: wording,
      kind: wording.say(de: "Plan für den Hochlauf", en: "Ramp-up plan"),
      asked: PlanQuestion(context: context).facts()
    ).html(sections.compactMap(\.self))
  }
}
