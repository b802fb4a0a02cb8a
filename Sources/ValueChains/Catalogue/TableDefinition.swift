// SPDX-License-Identifier: Apache-2.0
import Localization

/// What the catalogue says about one table of a chain package.
public struct TableDefinition: Sendable {
  public let name: TableName
  /// A package without this table, or with an empty one, cannot be used.
  public let isRequired: Bool
  /// Columns in the order they are written; those of the key come first.
  public let columns: [ColumnDefinition]
  /// How many of the leading columns make the key, 0 for a table whose rows have none.
  public let keyLength: Int
  public let label: LocalizedText
  public let explanation: LocalizedText
  private let positions: [ColumnName: Int]

  init(
    name: TableName, isRequired: Bool, columns: [ColumnDefinition], keyLength: Int,
    label: LocalizedText, explanation: LocalizedText
  ) {
    self.name = name
    self.isRequired = isRequired
    self.columns = columns
    self.keyLength = keyLength
    self.label = label
    self.explanation = explanation
    positions = Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), columns.indices))
  }

  public var key: ArraySlice<ColumnDefinition> { columns.prefix(keyLength) }

  /// Where a column stands, nil if the table has none of that name.
  public func index(of column: ColumnName) -> Int? {
    positions[column]
  }

  public func column(_ name: ColumnName) -> ColumnDefinition? {
    index(of: name).map { columns[$0] }
  }
}

/// The tables of a chain package (format 1), in the order in which they are written and checked.
public enum TableName: String, Sendable, CaseIterable, Codable {
  case organisations, sites, materials, lines, recipes, links, supplies, stocks, arrivals, demands
  case groups
  case groupMembers = "group_members"
  case options, budget, disruptions, provenance, questions

  /// The catalogue's entry for this table.
  public var definition: TableDefinition { Catalogue.tables[index] }

  var index: Int {
    // Raw values are unique, so every case is found.
    Self.positions[self]!
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: zip(allCases, allCases.indices))
}

/// Every column name of the format; one name means the same thing in every table.
public enum ColumnName: String, Sendable, CaseIterable, Codable {
  case organisation, name, country, group, sector, identifier
  case site, region, latitude, longitude, workers
  case recoveryDays = "recovery_days"
  case hiresPerDay = "hires_per_day"
  case costPerHire = "cost_per_hire"
  case material, unit, stage, cpv, hs
  case kgPerUnit = "kg_per_unit"
  case line, quantity
  case runsPerDay = "runs_per_day"
  case leadDays = "lead_days"
  case costPerRun = "cost_per_run"
  case workersPerDailyRun = "workers_per_daily_run"
  case link, mode, passages
  case fromSite = "from_site"
  case toSite = "to_site"
  case perDay = "per_day"
  case costPerUnit = "cost_per_unit"
  case supply
  case fromDay = "from_day"
  case toDay = "to_day"
  case onHand = "on_hand"
  case inTransit = "in_transit"
  case holdingCostPerDay = "holding_cost_per_day"
  case maximum, day, demand
  case valuePerUnit = "value_per_unit"
  case use, option, kind, target, donor
  case modulePerDay = "module_per_day"
  case maxModules = "max_modules"
  case costPerModule = "cost_per_module"
  case buildDays = "build_days"
  case buildWorkers = "build_workers"
  case donorLossPerDay = "donor_loss_per_day"
  case fixedCost = "fixed_cost"
  case minModules = "min_modules"
  case cumulative, disruption, remaining
  case stockLost = "stock_lost"
  case table, key, column, low, likely, high, source, year, note
  case valueKind = "value_kind"
  case question, role, answer
  case questionDe = "question_de"
  case questionEn = "question_en"
}
