// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

/// At 100,000 organisations no list and no look-up may read a whole table.
@Suite struct QueryPlanTests {
  @Test("Lists and look-ups use an index", arguments: TestEngine.available)
  func plans(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        try Self.fill(connection, organisations: 100_000)
        for (name, sql, arguments) in Self.queries {
          let plan = try connection.queryPlan(sql, arguments)
          #expect(plan.fullScans.isEmpty, "\(name): \(plan)")
        }
        // The test can fail: a query without an index is told.
        let bad = try connection.queryPlan(
          "SELECT id FROM organisation WHERE city = $1", [.text("Ort 7")])
        #expect(bad.fullScans == ["organisation"])
        // And the lists are right at that size.
        let register = Register(connection)
        let page = try register.organisations(limit: 50)
        #expect(page.count == 50 && page.first?.name == "Firma 1")
        #expect(try register.find("firma 777", limit: 5).first?.name == "Firma 777")
      }
    }
  }

  private static var queries: [(String, String, [SQLValue])] {
    let search = Register.search(first: "firma", rest: ["777"], limit: 20)
    let id = SQLValue.text("o10000777")
    return [
      ("list by name", Register.listByName, ["firma 5", "o10000005", 50]),
      ("list by country", Register.listByCountry, ["DE", "firma 5", "o10000005", 50]),
      ("search", search.0, search.1),
      ("by identifier", Register.byIdentifier, ["lei", "L777"]),
      ("entity", "SELECT canonical FROM entity WHERE id = $1", [id]),
      ("owned", "SELECT id FROM entity WHERE owner = $1", [id]),
      ("sites", "SELECT id FROM site WHERE organisation = $1", [id]),
      (
        "sites of a place", "SELECT id FROM site WHERE country = $1 AND postcode = $2",
        ["DE", "10777"]
      ),
      (
        "record of a key",
        "SELECT id FROM record WHERE source = $1 AND key = $2 AND ended_by IS NULL",
        ["liste", "777"]
      ),
      ("records", "SELECT id FROM record WHERE organisation = $1", [id]),
      ("statements", "SELECT value FROM statement WHERE subject = $1", [id]),
      (
        "rows of an import",
        "SELECT key FROM import_row WHERE import = $1 AND line > $2 ORDER BY line LIMIT 100",
        ["i00000001", 5]
      ),
      ("needs by age", Register.needsByID, ["n10000005", 50]),
      ("needs of a state", Register.needsByState, ["draft", "n10000005", 50]),
      ("needs of a buyer", Register.needsByBuyer, [id]),
      ("need of a source", NeedTable.bySource, ["liste", "777"]),
      ("asked since", Register.askedDays, [id, "2026-10-01"]),
      ("exposure", Register.exposure, [id, "2026-10-01"]),
      ("suggested to a buyer", Register.suggestedToBuyer, [id, "2026-10-01"]),
      ("changed since", OrganisationChangeTable.since, [99_990]),
      ("who looks different on another day", MovedDays.owners, ["r777"]),
      ("asked of one", SupplierReading.asked("e.owner = $1"), [id]),
      ("screened out of one", SupplierReading.screenedOut("e.owner = $1"), [id]),
      (
        "feedback on a need",
        "SELECT kind FROM match_feedback WHERE need = $1 ORDER BY number", ["n10000777"]
      ),
      (
        "organisations of a branch",
        "SELECT organisation FROM organisation_branch WHERE branch = $1", ["25.50"]
      ),
    ]
  }

  /// Rows in every table the lists read, made by the database itself.
  private static func fill(_ connection: SQLConnection, organisations count: Int) throws {
    let each =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count)) "
    func make(_ table: String, _ columns: String, _ values: String) throws {
      try connection.execute("\(each) INSERT INTO \(table) (\(columns)) SELECT \(values) FROM n")
    }
    func text(_ prefix: String, _ base: Int = 0) -> String {
      "'\(prefix)' || CAST(n.i + \(base) AS TEXT)"
    }
    let id = text("o", 10_000_000)
    try connection.execute(
      "INSERT INTO act (id, kind, actor, at, note) VALUES ('a1', 'import', 'x', '2026', '')")
    try connection.execute(
      "INSERT INTO source (name, kind, title) VALUES ('liste', 'list', 'Liste')")
    try connection.execute(
      """
      INSERT INTO import (id, source, file, file_sum, mapping, stated_on, compares, is_partial,
        actor, begun_at, state)
      VALUES ('i00000001', 'liste', '', '', '', '2026-11-01', 0, 0, 'x', '2026', 'committed')
      """)
    try make("entity", "id, canonical, owner, begun_by", "\(id), \(id), \(id), 'a1'")
    try make(
      "record", "id, source, key, organisation, stated_on, content, begun_by",
      "\(text("r")), 'liste', \(text("")), \(id), '2026-11-01', '', 'a1'")
    try make("record_part", "record, part, entity", "\(text("r")), 'site', \(id)")
    try make(
      "statement", "subject, field, record, position, begun_by, value",
      "\(id), 'legal_name', \(text("r")), 0, 'a1', \(text("Firma "))")
    try make(
      "organisation", "id, name, name_key, country, city, postcode",
      "\(id), \(text("Firma ")), \(text("firma ")), 'DE', \(text("Ort ")), \(text("1"))")
    try make("organisation_word", "word, organisation", "'firma', \(id)")
    try make("organisation_word", "word, organisation", "\(text("")), \(id)")
    try make(
      "organisation_identifier", "organisation, scheme, value", "\(id), 'lei', \(text("L"))")
    try make("organisation_branch", "organisation, branch", "\(id), \(text("25."))")
    try make(
      "site", "id, organisation, country, postcode, address_key",
      "\(id), \(id), 'DE', \(text("1")), ''")
    try make(
      "import_row", "import, line, key, content, name, outcome",
      "'i00000001', n.i, \(text("")), '', '', 'new'")
    try connection.execute(
      """
      INSERT INTO screening_list (name, version, entries, screened_at, screened_by)
      VALUES ('eu', '1', 1, '2026', 'x')
      """)
    try make(
      "screening_hit",
      """
      organisation, list, entry, entry_name, version, score, decision, reasons_de, reasons_en,
      entry_fingerprint, subject_fingerprint, outcome, decided_by, decided_at, decided_why
      """,
      "\(id), 'eu', 'E1', '', '1', 1, 'hit', '', '', '', '', 'open', '', '', ''")
    try make("organisation_change", "organisation, number", "\(id), n.i")
    let need = text("n", 10_000_000)
    try make(
      "need", "id, version, state, source, key, buyer",
      "\(need), 1, 'draft', 'liste', \(text("")), \(id)")
    try make(
      "need_version",
      "need, version, title, description, visibility, changed_by, changed_at, note",
      "\(need), 1, \(text("Bedarf ")), '', 'invited', 'x', '2026', ''")
    try make(
      "match_feedback", "number, need, version, supplier, kind, on_day, actor, at",
      "n.i, \(need), 1, \(id), 'invited', '2026-11-01', 'x', '2026'")
    try make(
      "suggestion",
      "number, need, version, supplier, place, score, merit, attention, on_day, actor, at",
      "n.i, \(need), 1, \(id), 1, 50, 0.5, 0.5, '2026-11-01', 'x', '2026'")
    try connection.execute("ANALYZE")
  }
}
