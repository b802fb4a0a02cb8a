// SPDX-License-Identifier: Apache-2.0
import Localization
import Resilience
import ValueChains

/// The JSON shapes of `check` and `assess`, format version 1: fields may be added, never renamed.
public enum AssessmentDocument {
  static let formatVersion = 1.0

  /// The document of a check, or of an assessment that errors stand in the way of.
  public static func json(_ checked: CheckedChain, _ language: Language) -> JSONValue {
    .object(head(checked.chain, checked.findings, language))
  }

  public static func json(_ assessment: Assessment, _ language: Language) -> JSONValue {
    .object(
      head(assessment.chain, assessment.findings, language) + [
        ("horizon", .number(assessment.horizon)),
        ("baseline", baseline(assessment.baseline)),
        ("structure", .array(assessment.structure.map(structure))),
        (
          "supplyRisk",
          .array(
            assessment.supplyRisk.map {
              .object([
                ("material", .text($0.material)), ("low", .number($0.low)),
                ("high", .number($0.high)),
              ])
            })
        ),
        ("survival", .array(assessment.survival.map(survival))),
        ("recovery", .array(assessment.recovery.map(recovery))),
      ])
  }

  static func head(_ chain: ValueChain, _ findings: [Finding], _ language: Language) -> [(
    String, JSONValue
  )] {
    let counts = TableName.allCases.map { table in
      (table.rawValue, JSONValue.number(Double(chain[table].count)))
    }
    return [
      ("formatVersion", .number(formatVersion)),
      (
        "chain",
        .object([
          ("name", .text(chain.name)), ("title", .text(chain.title)),
          ("currency", chain.currency.map(JSONValue.text) ?? .null), ("counts", .object(counts)),
        ])
      ),
      ("findings", .array(findings.map { finding($0, language) })),
    ]
  }

  static func finding(_ finding: Finding, _ language: Language) -> JSONValue {
    .object([
      ("severity", .text(finding.severity.rawValue)), ("code", .text(finding.code.rawValue)),
      ("table", .text(finding.table)), ("row", .number(Double(finding.row))),
      ("column", .text(finding.column)), ("key", .text(finding.key)),
      ("message", .text(finding.message[language])),
    ])
  }

  private static func baseline(_ baseline: Assessment.Baseline) -> JSONValue {
    .object([
      ("days", .number(baseline.days)), ("limited", .bool(baseline.isLimited)),
      ("phasedDays", JSONValue(baseline.phased?.days)),
    ])
  }

  private static func structure(_ material: MaterialStructure) -> JSONValue {
    .object([
      ("material", .text(material.material)), ("tier", JSONValue(material.tier.map(Double.init))),
      ("perUnitOfProduct", JSONValue(material.perUnitOfProduct)),
      ("sources", .number(Double(material.sources))),
      ("hhiCountry", JSONValue(material.hhiCountry)), ("hhiGroup", JSONValue(material.hhiGroup)),
      ("hhiPassage", JSONValue(material.hhiPassage)),
      ("unknownCountryShare", .number(material.unknownCountryShare)),
    ])
  }

  private static func survival(_ survival: Assessment.Survival) -> JSONValue {
    let first = survival.disruption.hits.first
    var entries: [(String, JSONValue)] = [
      ("disruption", .text(survival.disruption.id)), ("kind", .text(first?.kind.rawValue ?? "")),
      ("target", .text(first?.target ?? "")),
      (
        "hits",
        .array(
          survival.disruption.hits.map {
            .object([("kind", .text($0.kind.rawValue)), ("target", .text($0.target))])
          })
      ),
      ("days", .number(survival.days)), ("limited", .bool(survival.isLimited)),
      ("phasedDays", JSONValue(survival.phased?.days)),
    ]
    if let values = survival.stockValues {
      entries.append(("perUnitOfStock", .array(values.map(stockValue))))
    }
    return .object(entries)
  }

  private static func stockValue(_ value: Assessment.StockValue) -> JSONValue {
    .object([
      ("site", .text(value.site)), ("material", .text(value.material)),
      ("left", JSONValue(value.left)), ("right", .number(value.right)),
    ])
  }

  private static func recovery(_ recovery: Assessment.Recovery) -> JSONValue {
    var entries: [(String, JSONValue)] = [
      ("disruption", .text(recovery.disruption.id)), ("days", .number(recovery.days)),
      ("lostValue", .number(recovery.lostValue)),
      ("exposureIndex", .number(recovery.exposureIndex)), ("exposed", .bool(recovery.isExposed)),
    ]
    if let lost = recovery.lost {
      entries.append(
        (
          "lost",
          .array(
            lost.map {
              .object([
                ("demand", .text($0.demand)), ("low", .number($0.low)), ("high", .number($0.high)),
              ])
            })
        ))
    }
    return .object(entries)
  }
}
