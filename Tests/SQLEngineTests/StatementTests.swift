// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Testing
import TragwerkTesting

@Suite struct StatementTests {
  @Test(arguments: TestEngine.available)
  func parametersMayComeInAnyOrderAndTwice(engine: TestEngine) async throws {
    let cases: [(String, [SQLValue], [String?])] = [
      ("SELECT CAST($2 AS TEXT), CAST($1 AS TEXT)", ["a", "b"], ["b", "a"]),
      ("SELECT CAST($1 AS TEXT), CAST($1 AS TEXT)", ["a"], ["a", "a"]),
      (
        "SELECT CAST($3 AS TEXT), CAST($1 AS TEXT), CAST($3 AS TEXT), CAST($2 AS TEXT)",
        ["a", "b", nil], [nil, "a", nil, "b"]
      ),
      ("SELECT '$1', CAST($1 AS TEXT) -- $2\n /* $3 ? */", ["a"], ["$1", "a"]),
    ]
    try await withTestDatabase(engine) { database in
      for (sql, values, expected) in cases {
        let row = try await database.read { try $0.row(sql, values) }
        let found = try #require(row)
        let texts = try found.values.indices.map { try found.optionalText(.index($0)) }
        #expect(texts == expected, "\(sql)")
      }
    }
  }

  @Test(arguments: TestEngine.available)
  func whatNotBothEnginesUnderstandAlikeIsRefused(engine: TestEngine) async throws {
    let cases: [(String, [SQLValue])] = [
      ("SELECT $2", [1, 2]), ("SELECT $1", []), ("SELECT $1", [1, 2]), ("SELECT ?", [1]),
      ("SELECT 1", [1]), ("SELECT $a", [1]), ("SELECT $0", [1]), ("SELECT $1a", [1]),
      ("SELECT 1; SELECT 2", []), ("", []), ("  -- nothing\n", []), ("SELECT 'a", []),
      ("SELECT 1 /* ", []), ("BEGIN", []), ("commit", []), ("Rollback", []), ("SAVEPOINT a", []),
      ("SELECT 'a\0b'", []), ("SELEC 1", []), ("SELECT nothing FROM nowhere", []),
      ("SELECT $99999999999999999999", [1]), ("SELECT \"a", []),
    ]
    try await withTestDatabase(engine) { database in
      for (sql, values) in cases {
        let error = await databaseError("\(sql)") {
          _ = try await database.read { try $0.rows(sql, values) }
        }
        #expect(error?.code == .syntax, "\(sql)")
      }
      let last = try await database.read { try $0.row("SELECT 1; ")?.integer(0) }
      #expect(last == 1)
    }
  }

  @Test(arguments: TestEngine.available)
  func changedRowsAreCounted(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let counts = try await database.write { connection in
        [
          try connection.execute("INSERT INTO kept (id, whole) VALUES (1, 1), (2, 2), (3, 3)"),
          try connection.execute("SELECT id FROM kept"),
          try connection.execute("UPDATE kept SET whole = whole + $1 WHERE id > $2", [1, 1]),
          try connection.execute("UPDATE kept SET whole = 0 WHERE id > 7"),
          try connection.execute("WITH old AS (SELECT 2 AS id) SELECT id FROM old"),
          try connection.execute("INSERT INTO kept (id) VALUES (1) ON CONFLICT (id) DO NOTHING"),
          try connection.execute(
            "INSERT INTO kept (id) VALUES (1), (9) ON CONFLICT (id) DO UPDATE SET whole = 5"),
          try connection.execute("DELETE FROM kept WHERE id = 9 RETURNING id"),
          try connection.execute("CREATE TABLE empty (id BIGINT)"),
          try connection.execute("DELETE FROM kept"),
        ]
      }
      #expect(counts == [3, 0, 2, 0, 0, 0, 2, 1, 0, 3])
    }
  }

  @Test(arguments: TestEngine.available)
  func manyRowsAreWrittenAndStreamed(engine: TestEngine) async throws {
    let count: Int64 = 20_500
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let changed = try await database.write { connection in
        var id: Int64 = 0
        return try connection.executeMany("INSERT INTO kept (id, word) VALUES ($1, $2)") {
          id += 1
          return id <= count ? [.integer(id), .text("word \(id)")] : nil
        }
      }
      #expect(changed == Int(count))
      let (rows, sum) = try await database.read { connection in
        var (rows, sum) = (0, Int64(0))
        try connection.forEach("SELECT id, word FROM kept WHERE id > $1", [0]) { row in
          rows += 1
          sum += try row.integer(0)
        }
        return (rows, sum)
      }
      #expect(rows == Int(count))
      #expect(sum == count * (count + 1) / 2)
      let none = try await database.write { connection in
        try connection.executeMany("DELETE FROM kept WHERE id = $1") { nil }
      }
      #expect(none == 0)
    }
  }

  struct Enough: Error {}

  @Test(arguments: TestEngine.available)
  func anErrorOfTheBodyComesOutAndTheTransactionGoesOn(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      try await database.write { connection in
        var id: Int64 = 0
        #expect(throws: Enough.self) {
          try connection.executeMany("INSERT INTO kept (id) VALUES ($1)") {
            id += 1
            if id > 2_500 { throw Enough() }
            return [.integer(id)]
          }
        }
        var seen = 0
        #expect(throws: Enough.self) {
          try connection.forEach("SELECT id FROM kept") { _ in
            seen += 1
            if seen == 10 { throw Enough() }
          }
        }
        #expect(seen == 10)
        try connection.execute("INSERT INTO kept (id) VALUES (-1)")
      }
      let count = try await database.read { try $0.row("SELECT count(*) FROM kept")?.integer(0) }
      #expect(count == 2_501)
    }
  }

  @Test(arguments: TestEngine.available)
  func anErrorAmongManyRowsUndoesAll(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      for broken in [Int64(1), 999, 1_000, 1_001, 3_000] {
        let error = await databaseError {
          try await database.write { connection in
            var id: Int64 = 0
            _ = try connection.executeMany("INSERT INTO kept (id) VALUES ($1)") {
              id += 1
              return id > 3_000 ? nil : [.integer(id == broken + 1 ? broken : id)]
            }
            try connection.execute("INSERT INTO kept (id) VALUES ($1)", [.integer(broken)])
          }
        }
        #expect(error?.code == .constraint(.unique), "\(broken)")
      }
      let isEmpty = try await database.read { try $0.rows("SELECT 1 FROM kept").isEmpty }
      #expect(isEmpty)
    }
  }

  @Test(arguments: TestEngine.available)
  func oneStatementAtATime(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let inside = await databaseError {
        try await database.write { connection in
          try connection.execute("INSERT INTO kept (id) VALUES (1), (2)")
          try connection.forEach("SELECT id FROM kept") { row in
            try connection.execute("DELETE FROM kept WHERE id = $1", [row.values[0]])
          }
        }
      }
      #expect(inside?.code == .defect)
      let isEmpty = try await database.read { try $0.rows("SELECT 1 FROM kept").isEmpty }
      #expect(isEmpty)
    }
  }

  @Test(arguments: TestEngine.available)
  func moreStatementsThanAConnectionKeeps(engine: TestEngine) async throws {
    try await withTestDatabase(engine) { database in
      for _ in 0..<2 {
        let sum = try await database.read { connection in
          try (0..<400).reduce(into: Int64(0)) { sum, number in
            sum += try connection.row("SELECT \(number)")?.integer(0) ?? 0
          }
        }
        #expect(sum == 79_800)
      }
    }
  }

  @Test(arguments: TestEngine.available)
  func preparedStatementsSurviveChangedTables(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let query = "SELECT * FROM kept"
      try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (1)") }
      for columns in 4..<7 {
        let found = try await database.read { try $0.row(query)?.columnNames.count }
        #expect(found == columns)
        try await database.write { try $0.execute("ALTER TABLE kept ADD COLUMN c\(columns) TEXT") }
      }
    }
  }
}
