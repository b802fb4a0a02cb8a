// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Testing
import TragwerkTesting

@Suite struct QueryPlanTests {
  static let tables = Migration(
    "0001-plan",
    [
      "CREATE TABLE firm (id BYTETEXT PRIMARY KEY, name BYTETEXT NOT NULL, town TEXT)",
      "CREATE INDEX firm_name ON firm (name)",
      "CREATE TABLE plant (id BYTETEXT PRIMARY KEY, firm BYTETEXT NOT NULL REFERENCES firm(id))",
      "CREATE INDEX plant_firm ON plant (firm)",
    ])

  @Test(arguments: TestEngine.available)
  func fullScansAreNamedByTableNotByAlias(engine: TestEngine) async throws {
    let cases: [(String, [SQLValue], fullScans: [String], indexWalks: [String])] = [
      ("SELECT * FROM firm f WHERE f.town = $1", ["x"], ["firm"], []),
      ("SELECT count(*) FROM firm f WHERE f.town LIKE $1", ["%x"], ["firm"], []),
      ("SELECT * FROM firm f WHERE f.id = $1", ["f5"], [], []),
      ("SELECT f.id FROM firm f WHERE f.name > $1 ORDER BY f.name LIMIT 20", ["n99"], [], []),
      ("SELECT f.town FROM firm f ORDER BY f.name LIMIT 20", [], [], ["firm"]),
      (
        "SELECT f.town FROM plant p JOIN firm f ON f.id = p.firm WHERE p.id = $1", ["p7"], [], []
      ),
      ("UPDATE firm SET town = 'y' WHERE town = $1", ["x"], ["firm"], []),
      ("DELETE FROM plant WHERE firm = $1", ["f5"], [], []),
      ("SELECT 1", [], [], []),
    ]
    try await withTestDatabase(engine, migrations: [Self.tables]) { database in
      try await database.write { connection in
        var number = 0
        _ = try connection.executeMany("INSERT INTO firm VALUES ($1, $2, 'town')") {
          number += 1
          return number > 20_000 ? nil : [.text("f\(number)"), .text("n\(number)")]
        }
        number = 0
        _ = try connection.executeMany("INSERT INTO plant VALUES ($1, $2)") {
          number += 1
          return number > 20_000 ? nil : [.text("p\(number)"), .text("f\(number)")]
        }
        try connection.execute("ANALYZE")
      }
      for (sql, values, fullScans, indexWalks) in cases {
        let plan = try await database.write { try $0.queryPlan(sql, values) }
        #expect(plan.fullScans == fullScans, "\(sql)\n\(plan.text)")
        #expect(plan.indexWalks == indexWalks, "\(sql)\n\(plan.text)")
        #expect(!plan.text.isEmpty)
      }
      // Nothing was run.
      let towns = try await database.read {
        try $0.row("SELECT count(*) FROM firm WHERE town = 'town'")?.integer(0)
      }
      #expect(towns == 20_000)
    }
  }
}
