// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Localization
import Resilience
import ValueChains

/// An assessment as CSV tables: UTF-8, comma, decimal point, one header row.
public enum AssessmentTables {
  /// File names and contents.
  public static func files(_ assessment: Assessment, _ language: Language) -> [(
    name: String, content: String
  )] {
    var files = [
      ("findings.csv", findings(assessment.findings, language)),
      ("structure.csv", structure(assessment)), ("survival.csv", survival(assessment)),
      (
        "supply_risk.csv",
        csv(
          ["material", "low", "high"],
          assessment.supplyRisk.map { [$0.material, number($0.low), number($0.high)] })
      ),
    ]
    if !assessment.recovery.isEmpty { files.append(("recovery.csv", recovery(assessment))) }
    let lost = assessment.recovery.flatMap { recovery in
      (recovery.lost ?? []).map {
        [recovery.disruption.id, $0.demand, number($0.low), number($0.high)]
      }
    }
    if !lost.isEmpty {
      files.append(("lost.csv", csv(["disruption", "demand", "low", "high"], lost)))
    }
    let values = assessment.survival.flatMap { survival in
      (survival.stockValues ?? []).map {
        [survival.disruption.id, $0.site, $0.material, number($0.left), number($0.right)]
      }
    }
    if !values.isEmpty {
      files.append(
        ("stock_value.csv", csv(["disruption", "site", "material", "left", "right"], values)))
    }
    return files.map { (name: $0.0, content: $0.1) }
  }

  private static func findings(_ findings: [Finding], _ language: Language) -> String {
    csv(
      ["severity", "code", "table", "row", "column", "key", "message"],
      findings.map {
        [
          $0.severity.rawValue, $0.code.rawValue, $0.table, String($0.row), $0.column, $0.key,
          $0.message[language],
        ]
      })
  }

  private static func structure(_ assessment: Assessment) -> String {
    csv(
      [
        "material", "tier", "perUnitOfProduct", "sources", "hhiCountry", "hhiGroup", "hhiPassage",
        "unknownCountryShare",
      ],
      assessment.structure.map {
        [
          $0.material, $0.tier.map(String.init) ?? "", number($0.perUnitOfProduct),
          String($0.sources), number($0.hhiCountry), number($0.hhiGroup), number($0.hhiPassage),
          number($0.unknownCountryShare),
        ]
      })
  }

  private static func survival(_ assessment: Assessment) -> String {
    csv(
      ["disruption", "kind", "target", "days", "limited", "phasedDays"],
      assessment.survival.map {
        [
          $0.disruption.id, $0.disruption.hits.first?.kind.rawValue ?? "",
          $0.disruption.hits.first?.target ?? "", number($0.days), $0.isLimited ? "yes" : "no",
          number($0.phased?.days),
        ]
      })
  }

  private static func recovery(_ assessment: Assessment) -> String {
    csv(
      ["disruption", "days", "lostValue", "exposureIndex", "exposed"],
      assessment.recovery.map {
        [
          $0.disruption.id, number($0.days), number($0.lostValue), number($0.exposureIndex),
          $0.isExposed ? "yes" : "no",
        ]
      })
  }

  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  private static func csv(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(CSVCell.quoted).joined(separator: ",") + "\n" }.joined()
  }
}
