// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Testing
import TragwerkTesting

/// Values come back as they were given, on either engine.
@Suite struct ValueTests {
  static let words = [
    "", " ", "a", "Größe", "é as e\u{301}", "日本語", "🏭👩‍🔬", "'; DROP TABLE kept; --", "\"", "\\",
    "$1 ?", "line\nbreak\r\ttab", "\u{FEFF}mark", "\u{1}\u{1F}\u{7F}", "null", "NULL",
    String(repeating: "ü", count: 100_000),
  ]
  static let wholes: [Int64] = [0, 1, -1, 42, .max, .min, 9_007_199_254_740_993]
  static let parts: [Double] = [
    0, 1, -1.5, 0.1, 1 / 3, .pi, 1e-300, 1e300, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude,
    9_007_199_254_740_992, 1e15, 123_456_789.123_456_789, 0.1 + 0.2,
  ]

  @Test(arguments: TestEngine.available)
  func textsWholesAndPartsComeBack(engine: TestEngine) async throws {
    var generator = SeededGenerator(seed: 11)
    let random = (0..<500).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let parts = Self.parts + random
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      try await database.write { connection in
        for (id, word) in Self.words.enumerated() {
          try connection.execute(
            "INSERT INTO kept (id, word) VALUES ($1, $2)", [.integer(Int64(id)), .text(word)])
        }
        for (id, whole) in Self.wholes.enumerated() {
          try connection.execute(
            "INSERT INTO kept (id, whole) VALUES ($1, $2)",
            [.integer(Int64(1_000 + id)), .integer(whole)])
        }
        for (id, part) in parts.enumerated() {
          try connection.execute(
            "INSERT INTO kept (id, part) VALUES ($1, $2)",
            [.integer(Int64(10_000 + id)), .real(part)])
        }
      }
      let rows = try await database.read {
        try $0.rows("SELECT id, word, whole, part FROM kept ORDER BY id")
      }
      #expect(rows.count == Self.words.count + Self.wholes.count + parts.count)
      // Texts are compared by their bytes: for Swift é is é, composed or not.
      let words = try rows.compactMap { try $0.optionalText("word") }
      #expect(words.map { Array($0.utf8) } == Self.words.map { Array($0.utf8) })
      let wholes = try rows.compactMap { try $0.optionalInteger("whole") }
      #expect(wholes == Self.wholes)
      let bits = try rows.compactMap { try $0.optionalReal("part")?.bitPattern }
      #expect(bits == parts.map(\.bitPattern))
    }
  }

  @Test(arguments: TestEngine.available)
  func minusZeroBecomesZeroOnBoth(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let kept = try await database.write { connection in
        try connection.execute("INSERT INTO kept (id, part) VALUES (1, $1)", [-0.0])
        return try connection.row("SELECT part FROM kept")?.real(0)
      }
      #expect(kept?.sign == .plus)
    }
  }

  @Test(arguments: TestEngine.available, [SQLValue.real(.nan), .real(.infinity), "a\0b"])
  func whatNoEngineCanKeepIsRefused(engine: TestEngine, value: SQLValue) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let error = await databaseError {
        try await database.write { connection in
          try connection.execute("INSERT INTO kept (id) VALUES (1)")
          try connection.execute("INSERT INTO kept (id, word) VALUES (2, $1)", [value])
        }
      }
      #expect(error?.code == .value)
      let isEmpty = try await database.read { try $0.rows("SELECT 1 FROM kept").isEmpty }
      #expect(isEmpty)
    }
  }

  @Test(arguments: TestEngine.available)
  func aColumnTakesItsOwnKindOnly(engine: TestEngine) async throws {
    let cases: [(String, SQLValue, DatabaseError.Code)] = [
      ("whole", "word", .value), ("whole", 1.5, .value), ("part", "word", .value),
      ("whole", "", .value), ("id", nil, .constraint(.notNull)),
    ]
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      for (column, value, code) in cases {
        let error = await databaseError("\(column)") {
          try await database.write { connection in
            try connection.execute("INSERT INTO kept (id) VALUES (1)")
            try connection.execute("UPDATE kept SET \(column) = $1", [value])
          }
        }
        #expect(error?.code == code, "\(column) \(error?.debugDescription ?? "")")
      }
      let row = try await database.write { connection in
        try connection.execute(
          "INSERT INTO kept (id, word, part) VALUES (1, $1, $2)", [.integer(5), .integer(6)])
        return try connection.row("SELECT word, part FROM kept")
      }
      #expect(row?.values == ["5", 6.0])
    }
  }

  @Test(arguments: TestEngine.available)
  func aWrongKindIsAnErrorThatSaysWhich(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let row = try await database.write { connection in
        try connection.execute(
          "INSERT INTO kept (id, word, whole) VALUES (1, $1, $2)", ["text", .integer(1 << 60 + 1)])
        return try connection.row("SELECT word, whole, part FROM kept")
      }
      let found = try #require(row)
      #expect(found.columnNames == ["word", "whole", "part"])
      #expect(throws: DatabaseError.self) { try found.integer("word") }
      #expect(throws: DatabaseError.self) { try found.text("part") }
      #expect(throws: DatabaseError.self) { try found.real("word") }
      #expect(throws: DatabaseError.self) { try found.text("nowhere") }
      #expect(throws: DatabaseError.self) { try found.text(3) }
      #expect(throws: DatabaseError.self) { try found.text(.index(-1)) }
      #expect(try found.optionalReal("part") == nil)
      #expect(try found.integer(1) == 1 << 60 + 1)
      // Too exact for a Double.
      #expect(throws: DatabaseError.self) { try found.real(1) }
    }
  }

  @Test(arguments: TestEngine.available)
  func sumsCountsAndTruthsAreWholeNumbers(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let row = try await database.write { connection in
        try connection.execute("INSERT INTO kept (id, whole, part) VALUES (1, 2, 0.5), (2, 3, 1.5)")
        return try connection.row(
          """
          SELECT count(*) AS n, sum(whole) AS whole, sum(part) AS part, max(id) > 1 AS truth,
            CAST($1 AS BIGINT) + 1 AS next, coalesce(max(word), 'none') AS word
          FROM kept
          """, [3_000_000_000])
      }
      let found = try #require(row)
      #expect(try found.integer("n") == 2)
      #expect(try found.integer("whole") == 5)
      #expect(try found.real("part") == 2)
      #expect(try found.integer("truth") == 1)
      #expect(try found.integer("next") == 3_000_000_001)
      #expect(try found.text("word") == "none")
    }
  }

  @Test(arguments: TestEngine.available)
  func bytetextIsSortedByItsBytes(engine: TestEngine) async throws {
    let words = ["b", "B", "ä", "a", "Z", "_", "10", "9", "é", "z", "a b", "ab", "A-b"]
    try await withTestDatabase(engine, migrations: [Tables.things]) { database in
      let sorted = try await database.write { connection in
        for word in words { try connection.execute("INSERT INTO owner VALUES ($1)", [.text(word)]) }
        return try connection.rows("SELECT id FROM owner ORDER BY id").map { try $0.text(0) }
      }
      #expect(sorted == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      let above = try await database.read {
        try $0.rows("SELECT id FROM owner WHERE id > $1 ORDER BY id", ["a"]).map { try $0.text(0) }
      }
      #expect(above == sorted.filter { "a".utf8.lexicographicallyPrecedes($0.utf8) })
    }
  }

  @Test(arguments: TestEngine.available)
  func likeTellsSmallFromCapital(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.things]) { database in
      let found = try await database.write { connection in
        try connection.execute("INSERT INTO owner VALUES ('Abc'), ('abc')")
        return try connection.rows("SELECT id FROM owner WHERE id LIKE $1", ["a%"])
          .map { try $0.text(0) }
      }
      #expect(found == ["abc"])
    }
  }
}
