// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

@Suite struct MigratorTests {
  static let first = Migration("0001-first", ["CREATE TABLE first (id BYTETEXT PRIMARY KEY)"])
  static let second = Migration(
    "0002-second",
    [
      "CREATE TABLE second (id BYTETEXT PRIMARY KEY REFERENCES first(id))",
      "INSERT INTO first (id) VALUES ('a')",
    ])

  @Test(arguments: TestEngine.available)
  func migrationsAreAppliedOnceAndInOrder(engine: TestEngine) async throws {
    try await withTestDatabase(engine) { database in
      let both = Migrator([Self.first, Self.second])
      #expect(try await both.status(of: database).pending == ["0001-first", "0002-second"])
      #expect(try await Migrator([Self.first]).migrate(database).applied == ["0001-first"])
      let report = try await both.migrate(database)
      #expect(report == .init(earlier: ["0001-first"], applied: ["0002-second"]))
      let again = try await both.migrate(database)
      #expect(again == .init(earlier: ["0001-first", "0002-second"]))
      #expect(try await both.status(of: database) == again)
      try await both.requireCurrent(database)
      let records = try await database.read {
        try $0.rows("SELECT name, applied_at FROM schema_migration ORDER BY name")
      }
      #expect(records.count == 2)
      #expect(try records[0].text("applied_at").hasSuffix("Z"))
    }
  }

  @Test(arguments: TestEngine.available)
  func columnsAreAddedAndKeysAreNeverNull(engine: TestEngine) async throws {
    let later = Migration(
      "0002-later",
      [
        "ALTER TABLE first ADD COLUMN size DOUBLE PRECISION; ",
        "ALTER TABLE first ADD COLUMN count BIGINT NOT NULL DEFAULT 0",
        "CREATE TABLE third (a BIGINT, b bytetext CHECK (b <> 'BIGINT'), PRIMARY KEY (a, b)); ",
        "CREATE UNIQUE INDEX first_size ON first (size) WHERE count > 0",
      ])
    try await withTestDatabase(engine, migrations: [Self.first, later]) { database in
      try await database.write { try $0.execute("INSERT INTO first VALUES ('a', 0.5, 3)") }
      for sql in ["INSERT INTO first (id) VALUES (NULL)", "INSERT INTO third (a) VALUES (1)"] {
        let error = await databaseError { try await database.write { try $0.execute(sql) } }
        #expect(error?.code == .constraint(.notNull))
      }
      let error = await databaseError {
        try await database.write { try $0.execute("INSERT INTO third VALUES (1, 'BIGINT')") }
      }
      #expect(error?.code == .constraint(.check))
    }
  }

  @Test(arguments: TestEngine.available)
  func aHistoryThatDoesNotFitIsRefused(engine: TestEngine) async throws {
    let changed = Migration("0001-first", ["CREATE TABLE first (id TEXT)"])
    let other = Migration("0000-other", ["CREATE TABLE other (id TEXT)"])
    let cases: [([Migration], DatabaseError.Code)] = [
      ([Self.first], .schemaTooNew),
      ([], .schemaTooNew),
      ([changed, Self.second], .schemaChanged),
      ([Self.second], .schemaTooNew),
      ([other, Self.first, Self.second], .schemaChanged),
    ]
    try await withTestDatabase(engine, migrations: [Self.first, Self.second]) { database in
      for (migrations, code) in cases {
        let names = migrations.map(\.name)
        let migrating = await databaseError("\(names)") {
          _ = try await Migrator(migrations).migrate(database)
        }
        #expect(migrating?.code == code, "\(names)")
        let status = await databaseError("\(names)") {
          _ = try await Migrator(migrations).status(of: database)
        }
        #expect(status?.code == code, "\(names)")
      }
      let error = await databaseError {
        let third = Migration("0003-third", ["CREATE TABLE third (id TEXT)"])
        try await Migrator([Self.first, Self.second, third]).requireCurrent(database)
      }
      #expect(error?.code == .schemaTooOld)
    }
  }

  @Test(arguments: TestEngine.available)
  func aFailingMigrationLeavesNothingOfItself(engine: TestEngine) async throws {
    let broken = Migration(
      "0002-broken", ["CREATE TABLE half (id BIGINT)", "CREATE TABLE half (id BIGINT)"])
    try await withTestDatabase(engine) { database in
      let error = await databaseError {
        _ = try await Migrator([Self.first, broken]).migrate(database)
      }
      #expect(error?.code == .syntax)
      let report = try await Migrator([Self.first, Self.second]).migrate(database)
      #expect(report == .init(earlier: ["0001-first"], applied: ["0002-second"]))
      let missing = await databaseError {
        _ = try await database.read { try $0.rows("SELECT id FROM half") }
      }
      #expect(missing?.code == .syntax)
    }
  }

  @Test(arguments: TestEngine.available)
  func severalMigratorsAtATimeApplyEachStepOnce(engine: TestEngine) async throws {
    let migrations = (1...6).map { step in
      Migration("000\(step)-step", ["CREATE TABLE step\(step) (id BIGINT PRIMARY KEY)"])
    }
    try await withTestPlace(engine) { place in
      let reports = try await withThrowingTaskGroup(of: Migrator.Report.self) { group in
        for _ in 0..<5 {
          group.addTask {
            let database = try await Database.open(place.location)
            let report = try await Migrator(migrations).migrate(database)
            await database.close()
            return report
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(reports.flatMap(\.applied).sorted() == migrations.map(\.name))
    }
  }
}
