// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Units of capacity as people write them.
enum CapacityUnit {
  /// Periods in a year of a unit such as `pieces a month`; a unit without a period is of a month.
  static func perYear(_ unit: String?) -> Double {
    guard let unit else { return 12 }
    for word in FoldedText(unit, umlauts: .merged).words {
      switch String(decoding: word, as: UTF8.self) {
      case "jahr", "jahrlich", "year", "annum", "annual", "yearly": return 1
      case "quartal", "quarter": return 4
      case "monat", "monatlich", "month", "monthly": return 12
      case "woche", "wochentlich", "week", "weekly": return 52
      case "tag", "taglich", "day", "daily": return 250
      default: continue
      }
    }
    return 12
  }
}
