// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Resilience
import ValueChains

/// Results as CSV: the same columns in every language.
enum DataFiles {
  static func disruptions(_ context: ReportContext) -> String {
    var text =
      "rank,disruption,kind,target,days,limited,phased_days,recovery_days,lost_value,exposure_index,exposed,critical\n"
    for ranked in context.ranking.all {
      let hit = ranked.disruption.hits.first
      let cells: [String] = [
        "\(ranked.rank)", quoted(ranked.disruption.id), hit?.kind.rawValue ?? "",
        quoted(hit?.target ?? ""), number(ranked.survival.days), "\(ranked.survival.isLimited)",
        number(ranked.survival.phased?.days), number(ranked.recovery?.days),
        number(ranked.recovery?.lostValue), number(ranked.recovery?.exposureIndex),
        ranked.recovery.map { "\($0.isExposed)" } ?? "", "\(ranked.isCritical)",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  static func materials(_ context: ReportContext) -> String {
    var text =
      "material,name,tier,per_unit_of_product,sources,usable_sources,need_per_day,stock,hhi_country,hhi_group,hhi_passage,critical_days\n"
    for structure in context.assessment.structure {
      let row = structure.row
      let cells: [String] = [
        quoted(structure.material), quoted(context.names.plain(.materials, row)),
        structure.tier.map { "\($0)" } ?? "", number(structure.perUnitOfProduct),
        "\(structure.sources)", "\(context.basis.usable(row).count)",
        number(context.basis.need[row]), number(context.basis.stock[row]),
        number(structure.hhiCountry), number(structure.hhiGroup), number(structure.hhiPassage),
        number(context.criticalDays[row]),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe.
  static func quoted(_ text: String) -> String { CSVCell.quoted(FormulaGuard.guarded(text)) }
}
