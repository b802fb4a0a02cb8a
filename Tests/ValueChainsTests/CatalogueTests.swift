// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing

@testable import ValueChains

/// The catalogue says what the specification of the format says.
struct CatalogueTests {
  /// The specification's list, key columns first, and how many of them make the key.
  static let specification: [(table: String, keyLength: Int, columns: String)] = [
    ("organisations", 1, "organisation name country group sector identifier"),
    (
      "sites", 1,
      "site name organisation country region latitude longitude recovery_days workers hires_per_day cost_per_hire"
    ),
    ("materials", 1, "material name unit stage kg_per_unit cpv hs"),
    (
      "lines", 1,
      "line site name runs_per_day lead_days cost_per_run workers_per_daily_run recovery_days"
    ),
    ("recipes", 2, "line material quantity"),
    (
      "links", 1,
      "link from_site to_site material mode per_day lead_days cost_per_unit passages recovery_days"
    ),
    (
      "supplies", 1,
      "supply site material per_day cost_per_unit country region organisation from_day to_day recovery_days"
    ),
    ("stocks", 2, "site material on_hand in_transit holding_cost_per_day maximum"),
    ("arrivals", 0, "site material day quantity"),
    ("demands", 1, "demand site material from_day to_day per_day value_per_unit"),
    ("groups", 1, "group name per_day"),
    ("group_members", 2, "group line use"),
    (
      "options", 1,
      "option name kind target module_per_day max_modules cost_per_module build_days build_workers donor donor_loss_per_day from_day fixed_cost min_modules"
    ),
    ("budget", 1, "day cumulative"),
    ("disruptions", 0, "disruption kind target remaining stock_lost recovery_days"),
    ("provenance", 0, "table key column value_kind low likely high source year note"),
    ("questions", 1, "question table key column question_de question_en role answer"),
  ]

  @Test func tablesAndColumnsOfTheSpecification() {
    #expect(Catalogue.tables.map(\.name) == TableName.allCases)
    #expect(Catalogue.tables.map(\.name.rawValue) == Self.specification.map(\.table))
    for (definition, expected) in zip(Catalogue.tables, Self.specification) {
      #expect(definition.columns.map(\.name.rawValue).joined(separator: " ") == expected.columns)
      #expect(definition.keyLength == expected.keyLength, "\(expected.table)")
    }
  }

  @Test func requiredTables() {
    let required = Catalogue.tables.filter(\.isRequired).map(\.name)
    #expect(required == [.sites, .materials, .demands])
  }

  @Test func everythingIsNamedInBothLanguages() {
    func isComplete(_ text: LocalizedText) -> Bool { !text.german.isEmpty && !text.english.isEmpty }
    for table in Catalogue.tables {
      #expect(isComplete(table.label), "\(table.name)")
      #expect(isComplete(table.explanation), "\(table.name)")
      for column in table.columns {
        #expect(isComplete(column.label), "\(table.name).\(column.name)")
        #expect(
          column.explanation.german.isEmpty == column.explanation.english.isEmpty,
          "\(table.name).\(column.name)")
        if let unit = column.unit { #expect(isComplete(unit)) }
      }
    }
  }

  @Test func referencesPointToTablesWithOneKey() {
    for table in Catalogue.tables {
      for column in table.columns {
        guard case .reference(let other, _) = column.kind else { continue }
        #expect(other.definition.keyLength == 1, "\(table.name).\(column.name)")
        #expect(other != table.name)
      }
    }
  }

  @Test func everyColumnNameIsUsed() {
    let used = Set(Catalogue.tables.flatMap { $0.columns.map(\.name) })
    #expect(used == Set(ColumnName.allCases))
  }

  /// "Empty means not stated": these are then unlimited, the rest 0, `use` 1.
  @Test func emptyCells() {
    func columns(_ empty: ColumnDefinition.Empty) -> Set<String> {
      Set(
        Catalogue.tables.flatMap { table in
          table.columns.filter { $0.isNumber && $0.empty == empty }.map {
            "\(table.name.rawValue).\($0.name.rawValue)"
          }
        })
    }
    #expect(
      columns(.unlimited) == [
        "links.per_day", "supplies.per_day", "groups.per_day", "lines.runs_per_day",
        "stocks.maximum", "options.max_modules", "sites.hires_per_day", "sites.workers",
        "budget.cumulative", "demands.per_day", "demands.to_day", "supplies.to_day",
      ])
    #expect(
      columns(.value(1)) == [
        "group_members.use", "supplies.from_day", "demands.from_day", "options.from_day",
        "arrivals.day",
      ])
    #expect(
      columns(.notStated) == [
        "sites.latitude", "sites.longitude", "sites.recovery_days", "lines.recovery_days",
        "links.recovery_days", "supplies.recovery_days", "disruptions.recovery_days",
        "materials.kg_per_unit", "budget.day", "provenance.low", "provenance.likely",
        "provenance.high",
      ])
  }
}
