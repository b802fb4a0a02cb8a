// SPDX-License-Identifier: Apache-2.0
import Localization
import Resilience

/// An assessment as one self-contained page: HTML that is also well-formed XML, without scripts,
/// without anything from the network, made to be read on a screen and printed on A4.
///
/// The same input gives the same bytes. All texts of the package are escaped.
public struct AssessmentReport: Sendable {
  private let assessment: Assessment
  private let language: Language
  private let outlines: [CountryOutline]
  private let json: String?
  private let asOf: String?

  /// - Parameters:
  ///   - outlines: country outlines for the maps; without them maps show places and ways only.
  ///   - json: the result as `assess --json` writes it, to be embedded for download.
  ///   - asOf: the date of the report as it should be read; nothing is dated without it.
  public init(
    _ assessment: Assessment, language: Language, outlines: [CountryOutline] = [],
    json: String? = nil, asOf: String? = nil
  ) {
    self.assessment = assessment
    self.language = language
    self.outlines = outlines
    self.json = json
    self.asOf = asOf
  }

  /// The page. A few hundred milliseconds for thousands of sites.
  public func html() -> String {
    let context = ReportContext(assessment, language)
    let sections = [
      GlanceSection(context: context).section(),
      ChainSection(context: context, outlines: outlines).section(),
      CriticalSection(context: context).section(), UnknownSection(context: context).section(),
      StepsSection(context: context).section(), MethodSection(context: context).section(),
      DataSection(context: context, json: json).section(),
    ]
    return ReportPage(
      chain: context.chain, wording: context.wording,
      kind: context.wording.say(
        de: "Resilienz der Wertschöpfungskette", en: "Resilience of the value chain"),
      asked: asked(context)
    ).html(sections)
  }

  /// What was asked of the chain.
  private func asked(_ context: ReportContext) -> [(name: String, value: String)] {
    let wording = context.wording
    var facts: [(name: String, value: String)] = [
      (wording.say(de: "Kette", en: "Chain"), context.chain.name),
      (wording.say(de: "Zeitraum", en: "Horizon"), wording.days(assessment.horizon)),
      (
        wording.say(de: "Störungen", en: "Disruptions"), wording.count(assessment.survival.count)
      ),
      (
        wording.say(de: "Durchlaufzeiten", en: "Lead times"),
        assessment.baseline.phased == nil
          ? wording.say(de: "nicht gezählt", en: "not counted")
          : wording.say(de: "auch gezählt", en: "counted as well")
      ),
      (
        wording.say(de: "Kosten", en: "Costs"),
        assessment.recovery.isEmpty
          ? wording.say(de: "nicht gerechnet", en: "not computed")
          : wording.say(de: "bis zum Wiederanlauf", en: "until recovery")
      ),
      (
        wording.say(de: "Währung", en: "Currency"),
        context.chain.currency ?? wording.say(de: "nicht angegeben", en: "not stated")
      ),
    ]
    if let asOf { facts.append((wording.say(de: "Stand", en: "As of"), asOf)) }
    return facts
  }
}
