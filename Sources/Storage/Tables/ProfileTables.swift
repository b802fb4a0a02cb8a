// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// The tables lists and look-ups read: of every field the value that holds.
///
/// They follow from the statements alone. `refresh` makes the rows of an organisation anew; that
/// this gives the same rows as writing them one change after another is a test.
struct ProfileTables {
  let connection: SQLConnection

  /// Tables whose rows belong to an organisation, those that refer to others first.
  static let owned = [
    "membership", "qualification", "capacity", "capability", "site", "organisation_branch",
    "organisation_identifier", "organisation_word", "organisation_name",
  ]

  /// Makes the rows of organisations anew from the statements that stand. All rows go before the
  /// first comes, because a site may have moved from one organisation to another.
  func refresh(_ organisations: Set<EntityID>, _ sources: SourceNames) throws {
    let sorted = organisations.sorted()
    for organisation in sorted { try remove(organisation) }
    for organisation in sorted { try make(organisation, sources) }
    try OrganisationChangeTable(connection).note(sorted)
  }

  private func make(_ organisation: EntityID, _ sources: SourceNames) throws {
    let entities = try EntityTable(connection).owned(by: organisation)
    let statements = try StatementTable(connection).standing(about: organisation, sources)
    let canonical = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.canonical) })
    let bySubject = Dictionary(grouping: statements) { canonical[$0.subject] ?? $0.subject }
    var rows = ProfileRows()
    for entity in entities where entity.mergedInto == nil {
      guard let standing = bySubject[entity.id] else { continue }
      rows.add(
        EntityProfile(id: entity.id, statements: standing), owner: organisation,
        parent: entity.parent)
    }
    // Without a name there is no organisation to show, and nothing to hang its sites on.
    if !rows.organisations.isEmpty { try add(rows) }
  }

  private func remove(_ organisation: EntityID) throws {
    for table in Self.owned {
      _ = try connection.execute(
        "DELETE FROM \(table) WHERE organisation = $1", [.text(organisation.text)])
    }
    _ = try connection.execute(
      "DELETE FROM organisation WHERE id = $1", [.text(organisation.text)])
  }

  func add(_ rows: ProfileRows) throws {
    try insert(rows.organisations, "organisation", 10)
    try insert(rows.names, "organisation_name", 4)
    try insert(rows.words, "organisation_word", 2)
    try insert(rows.identifiers, "organisation_identifier", 3)
    try insert(rows.branches, "organisation_branch", 2)
    try insert(rows.sites, "site", 13)
    try insert(rows.capabilities, "capability", 8)
    try insert(rows.capacities, "capacity", 8)
    try insert(rows.qualifications, "qualification", 5)
    try insert(rows.memberships, "membership", 4)
  }

  private func insert(_ rows: [[SQLValue]], _ table: String, _ width: Int) throws {
    guard !rows.isEmpty else { return }
    let places = (1...width).map { "$\($0)" }.joined(separator: ", ")
    var rest = rows[...]
    _ = try connection.executeMany("INSERT INTO \(table) VALUES (\(places))") { rest.popFirst() }
  }
}
