// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The columns of a list of candidates and the headings by which people call them.
enum CandidateColumn: String, CaseIterable {
  case supplier, name, material, site
  case capacityPerDay = "capacity_per_day"
  case readinessMonths = "readiness_months"
  case costLow = "cost_low"
  case costLikely = "cost_likely"
  case costHigh = "cost_high"
  case setupCostLow = "setup_cost_low"
  case setupCostLikely = "setup_cost_likely"
  case setupCostHigh = "setup_cost_high"
  case country, region, modules, note, source, year

  var isRequired: Bool {
    switch self {
    case .supplier, .material, .capacityPerDay, .readinessMonths, .costLikely: true
    default: false
    }
  }

  /// Headings understood beside the name itself, in the form of ``folded(_:)``.
  private var headings: [String] {
    switch self {
    case .supplier:
      [
        "organisation", "organization", "lieferant", "firma", "unternehmen", "company", "anbieter",
        "hersteller",
      ]
    case .name: ["bezeichnung", "firmenname", "company name", "supplier name", "lieferantenname"]
    case .material: ["werkstoff", "produkt", "product", "teil", "part", "ware"]
    case .site: ["standort", "ort", "werk", "place", "entry site", "lieferort"]
    case .capacityPerDay:
      [
        "capacity", "kapazitat je tag", "kapazitat pro tag", "kapazitat", "menge je tag",
        "menge pro tag", "per day", "tageskapazitat", "daily capacity", "stuck je tag",
        "kapazitat tag", "capacity day",
      ]
    case .readinessMonths:
      [
        "readiness", "reife monate", "reife", "reife in monaten", "monate bis lieferfahig",
        "lieferfahig in monaten", "months", "monate", "months to readiness", "ready in months",
        "readiness in months", "reifezeit", "reifezeit monate", "vorlauf monate",
      ]
    case .costLow: Self.ends("von", "low", "min", "niedrig", of: Self.costs)
    case .costLikely:
      Self.costs + Self.ends("wahrscheinlich", "likely", "mittel", "expected", of: Self.costs)
    case .costHigh: Self.ends("bis", "high", "max", "hoch", of: Self.costs)
    case .setupCostLow: Self.ends("von", "low", "min", "niedrig", of: Self.setups)
    case .setupCostLikely:
      Self.setups + Self.ends("wahrscheinlich", "likely", "mittel", "expected", of: Self.setups)
    case .setupCostHigh: Self.ends("bis", "high", "max", "hoch", of: Self.setups)
    case .country: ["land", "herkunftsland", "country code", "landercode"]
    case .region: ["nuts", "bundesland", "gebiet"]
    case .modules: ["module", "modulzahl", "anzahl module", "number of modules", "stufen"]
    case .note: ["anmerkung", "bemerkung", "notiz", "hinweis", "notes", "remark", "comment"]
    case .source: ["quelle", "herkunft der angabe"]
    case .year: ["jahr", "stand"]
    }
  }

  private static let costs = [
    "kosten", "cost", "preis", "price", "kosten je einheit", "cost per unit", "preis je einheit",
    "price per unit", "stuckpreis", "stuckkosten", "unit price", "unit cost",
  ]
  private static let setups = [
    "setup cost", "setup", "einrichtung", "einrichtungskosten", "einmalkosten",
    "einmalige kosten", "one time cost", "anlaufkosten", "investition", "investment",
  ]

  private static func ends(_ words: String..., of names: [String]) -> [String] {
    names.flatMap { name in words.map { "\(name) \($0)" } }
  }

  private static let byHeading: [String: Self] = {
    var columns: [String: Self] = [:]
    for column in allCases {
      for heading in [Self.folded(column.rawValue)] + column.headings { columns[heading] = column }
    }
    return columns
  }()

  /// The column a heading means; what stands in brackets, a unit mostly, is not needed.
  static func named(_ heading: String) -> Self? {
    byHeading[folded(heading)]
      ?? byHeading[folded(String(heading.prefix { $0 != "(" && $0 != "[" }))]
  }

  /// Lower case, without umlauts and accents, words one blank apart.
  static func folded(_ text: String) -> String {
    var words = [""]
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "ß": words[words.count - 1] += "ss"
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        words[words.count - 1].unicodeScalars.append(scalar)
      default: if words.last != "" { words.append("") }
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
