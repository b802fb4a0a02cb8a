// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

@testable import Storage

/// Small lists and what the register then holds, for tests.
enum Sample {
  static let list = Source(name: "verband", kind: .list, title: "Verband der Pumpenbauer")
  static let company = Source(name: "eigen", kind: .company, title: "Eigene Angabe")
  static let register = Source(name: "amt", kind: .publicRegister, title: "Handelsregister")

  /// A row with a name, a seat and a site at the same place.
  static func row(
    _ line: Int, _ name: String, street: String = "Werkstraße 1", postcode: String = "12345",
    city: String = "Musterstadt", key: String? = nil, register: String? = nil,
    more: [ListRow.Part] = []
  ) -> ListRow {
    var organisation = part(
      .organisation,
      [
        ("legal_name", name), ("street", street), ("postcode", postcode), ("city", city),
        ("country", "DE"),
      ])
    if let register { organisation.values.append(value(.organisation, "register", register)) }
    let site = part(
      .site,
      [("street", street), ("postcode", postcode), ("city", city), ("country", "DE")])
    return ListRow(line: line, key: key, organisation: organisation, parts: [site] + more)
  }

  static func part(_ kind: EntityKind, _ values: [(String, String)]) -> ListRow.Part {
    ListRow.Part(kind, values.map { value(kind, $0.0, $0.1) })
  }

  static func value(_ kind: EntityKind, _ name: String, _ text: String) -> ListRow.Value {
    guard let field = RegisterField(kind, name) else { preconditionFailure("no field \(name)") }
    return ListRow.Value(field, text)
  }

  static func day(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("no day \(text)") }
    return day
  }

  /// Stages rows with their outcomes, without comparing anything.
  static func stage(
    _ rows: [(ListRow, RowOutcome, RowTarget?)], from source: Source = list,
    on day: CalendarDay = day("2026-11-01"), _ connection: SQLConnection
  ) throws -> String {
    try SourceTable(connection).save(source)
    let imports = ImportTable(connection)
    let staged = try imports.add(
      StoredImport(
        id: "", source: source.name, file: "liste.csv", fileSum: "0", mapping: "", statedOn: day,
        compares: false, isPartial: false, actor: "Prüferin", begunAt: "2026-11-01T08:00:00Z",
        state: .reading))
    try ImportRowTable(connection).add(
      rows.map { row, outcome, target in
        let key = row.key ?? row.fingerprint
        return StagedRow(
          line: row.line, key: key, content: row.encoded, name: row.name, outcome: outcome,
          target: target,
          earlierRecord: try RecordTable(connection).standing(source.name, key)?.id)
      }, to: staged.id)
    try imports.setState(.ready, of: staged.id)
    return staged.id
  }

  static func commit(_ id: String, _ connection: SQLConnection) throws -> CommitSummary {
    try Register(connection).commit(id, by: "Prüferin", at: "2026-11-01T09:00:00Z")
  }
}

/// What the register says, as text: profiles, and the statements that stand. Two registers that say
/// the same give the same text.
enum RegisterText {
  static func of(_ connection: SQLConnection) throws -> String {
    try profiles(connection)
      + lines(
        connection,
        """
        SELECT s.subject, s.field, s.position, s.value, r.source, r.key, r.stated_on
        FROM statement s JOIN record r ON r.id = s.record WHERE s.ended_by IS NULL
        """)
      + lines(
        connection, "SELECT source, key, organisation, content FROM record WHERE ended_by IS NULL")
  }

  static func profiles(_ connection: SQLConnection) throws -> String {
    try (["organisation"] + ProfileTables.owned).map {
      "# \($0)\n" + (try lines(connection, "SELECT * FROM \($0)"))
    }.joined()
  }

  /// The rows of a table.
  static func table(_ name: String, _ connection: SQLConnection) throws -> [[SQLValue]] {
    try connection.rows("SELECT * FROM \(name)").map(\.values)
  }

  private static func lines(_ connection: SQLConnection, _ sql: String) throws -> String {
    try connection.rows(sql).map { row in
      row.values.map { "\($0)" }.joined(separator: "|")
    }.sorted().map { $0 + "\n" }.joined()
  }
}
