// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// How well a figure is founded.
enum FigureKind: String, CaseIterable {
  case fact, estimate, assumption, unstated

  var label: LocalizedText {
    switch self {
    case .fact: LocalizedText(de: "Fakt", en: "fact")
    case .estimate: LocalizedText(de: "Schätzung", en: "estimate")
    case .assumption: LocalizedText(de: "Annahme", en: "assumption")
    case .unstated: LocalizedText(de: "ohne Angabe", en: "unstated")
    }
  }
}

/// One stated figure of a chain and where it comes from.
struct Figure {
  let table: TableName
  let row: Int
  let column: ColumnName
  let value: Double
  /// The row of the provenance table; nil where there is none.
  let provenance: Int?
  let kind: FigureKind
}

/// Finds where figures come from.
struct FigureSources {
  private struct Place: Hashable {
    let table: String
    let key: String
    let column: String
  }

  private let chain: ValueChain
  private let rows: [Place: Int]
  private let columns: [(table: TableName, columns: [ColumnName])]
  /// Columns that results rest on, by table; places on the map and options are left out.
  static let columns: [(table: TableName, columns: [ColumnName])] = [
    (.stocks, [.onHand, .inTransit, .maximum]), (.arrivals, [.quantity, .day]),
    (.lines, [.runsPerDay, .leadDays, .recoveryDays]), (.recipes, [.quantity]),
    (.supplies, [.perDay, .recoveryDays]), (.links, [.perDay, .leadDays, .recoveryDays]),
    (.sites, [.recoveryDays]), (.demands, [.perDay, .valuePerUnit]), (.groups, [.perDay]),
    (.groupMembers, [.use]), (.disruptions, [.remaining, .recoveryDays]),
  ]

  init(
    _ chain: ValueChain, columns: [(table: TableName, columns: [ColumnName])] = Self.columns
  ) {
    self.chain = chain
    self.columns = columns
    let table = chain[.provenance]
    var rows: [Place: Int] = [:]
    for row in 0..<table.count {
      let place = Place(
        table: table.text(.table, row), key: table.text(.key, row), column: table.text(.column, row)
      )
      // Of repeated rows the first counts.
      if rows[place] == nil { rows[place] = row }
    }
    self.rows = rows
  }

  /// The stated figures of one row, in the order of importance.
  func figures(_ table: TableName, _ row: Int) -> [Figure] {
    let columns = columns.first { $0.table == table }?.columns ?? []
    return columns.compactMap { column in
      chain[table].number(column, row).map { figure(table, row, column, $0) }
    }.filter { !isDefinition($0) }
  }

  /// One unit made per run says what a run is, and nothing in transit is the same as an empty cell;
  /// nobody can found either.
  private func isDefinition(_ figure: Figure) -> Bool {
    guard figure.provenance == nil else { return false }
    return figure.table == .recipes && figure.value == 1
      || figure.column == .inTransit && figure.value == 0
  }

  private func figure(
    _ table: TableName, _ row: Int, _ column: ColumnName, _ value: Double
  ) -> Figure {
    let found =
      rows.isEmpty
      ? nil
      : rows[
        Place(table: table.rawValue, key: chain[table].key(row), column: column.rawValue)]
    let kind = found.flatMap { FigureKind(rawValue: chain[.provenance].text(.valueKind, $0)) }
    return Figure(
      table: table, row: row, column: column, value: value, provenance: found,
      kind: kind ?? .unstated)
  }

  /// How many figures of each kind every table holds; tables without figures are left out, and so
  /// are disruptions, which are asked and not known.
  func tally() -> [(table: TableName, counts: [FigureKind: Int])] {
    columns.filter { $0.table != .disruptions }.compactMap { table, _ in
      var counts: [FigureKind: Int] = [:]
      for row in 0..<chain[table].count {
        for figure in figures(table, row) { counts[figure.kind, default: 0] += 1 }
      }
      return counts.isEmpty ? nil : (table: table, counts: counts)
    }
  }

  /// Capacities left empty, which count as not limited.
  func unlimitedCapacities() -> Int {
    let stated: [(TableName, ColumnName)] = [
      (.lines, .runsPerDay), (.supplies, .perDay), (.links, .perDay),
    ]
    return stated.reduce(0) { total, place in
      total + (0..<chain[place.0].count).count { chain[place.0].number(place.1, $0) == nil }
    }
  }
}
