// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Synchronization
import Testing
import TragwerkTesting

@Suite struct TransactionTests {
  struct Enough: Error {}

  private static func count(_ database: Database) async throws -> Int64? {
    try await database.read { try $0.row("SELECT count(*) FROM kept")?.integer(0) }
  }

  @Test(arguments: TestEngine.available)
  func anErrorUndoesEverything(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      await #expect(throws: Enough.self) {
        try await database.write { connection in
          try connection.execute("INSERT INTO kept (id) VALUES (1)")
          throw Enough()
        }
      }
      #expect(try await Self.count(database) == 0)
      try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (1)") }
      #expect(try await Self.count(database) == 1)
    }
  }

  @Test(arguments: TestEngine.available)
  func aFailedStatementEndsTheTransactionEvenWhenCaught(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let error = await databaseError {
        try await database.write { connection in
          try connection.execute("INSERT INTO kept (id) VALUES (1)")
          let first = #expect(throws: DatabaseError.self) {
            try connection.execute("INSERT INTO kept (id) VALUES (1)")
          }
          let second = #expect(throws: DatabaseError.self) {
            try connection.execute("INSERT INTO kept (id) VALUES (2)")
          }
          #expect(first?.code == .constraint(.unique))
          #expect(second?.code == first?.code)
        }
      }
      #expect(error?.code == .constraint(.unique))
      let count = try await Self.count(database)
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.available)
  func brokenRulesHaveTheSameNameOnBoth(engine: TestEngine) async throws {
    let cases: [(String, DatabaseError.Code)] = [
      ("INSERT INTO thing (id) VALUES ('a'), ('a')", .constraint(.unique)),
      ("INSERT INTO thing (id, code) VALUES ('a', 'x'), ('b', 'x')", .constraint(.unique)),
      ("INSERT INTO thing (id, owner) VALUES ('a', 'nobody')", .constraint(.foreignKey)),
      ("DELETE FROM owner WHERE id = 'used'", .constraint(.foreignKey)),
      ("INSERT INTO thing (id, count) VALUES ('a', -1)", .constraint(.check)),
      ("INSERT INTO thing (id, needed) VALUES ('a', NULL)", .constraint(.notNull)),
    ]
    try await withTestDatabase(engine, migrations: [Tables.things]) { database in
      try await database.write { connection in
        try connection.execute("INSERT INTO owner VALUES ('used')")
        try connection.execute("INSERT INTO thing (id, owner) VALUES ('thing', 'used')")
      }
      for (sql, code) in cases {
        let error = await databaseError("\(sql)") {
          try await database.write { try $0.execute(sql) }
        }
        #expect(error?.code == code, "\(sql)")
        #expect(error?.debugDescription.contains(sql) == true)
        #expect(error?.description.contains("nobody") == false)
      }
    }
  }

  @Test(arguments: TestEngine.available)
  func aReaderCannotWrite(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let error = await databaseError {
        _ = try await database.read { try $0.execute("INSERT INTO kept (id) VALUES (1)") }
      }
      #expect(error?.code == .defect)
      let count = try await Self.count(database)
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.available)
  func aReaderSeesOneState(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let hasRead = Gate()
      let hasWritten = Gate()
      async let seen = database.read { connection in
        let before = try connection.row("SELECT count(*) FROM kept")?.integer(0)
        hasRead.open()
        hasWritten.wait()
        return [before, try connection.row("SELECT count(*) FROM kept")?.integer(0)]
      }
      await hasRead.opened()
      try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (1)") }
      hasWritten.open()
      let counts = try await seen
      #expect(counts == [0, 0])
      #expect(try await Self.count(database) == 1)
    }
  }

  @Test(arguments: TestEngine.available)
  func aWriterDoesNotBlockReaders(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let hasWritten = Gate()
      let hasBeenRead = Gate()
      async let writing: Void = database.write { connection in
        try connection.execute("INSERT INTO kept (id) VALUES (1)")
        hasWritten.open()
        hasBeenRead.wait()
      }
      await hasWritten.opened()
      #expect(try await Self.count(database) == 0)
      hasBeenRead.open()
      try await writing
      #expect(try await Self.count(database) == 1)
    }
  }

  @Test(arguments: TestEngine.available)
  func aConnectionIsOfNoUseAfterwards(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Tables.values]) { database in
      let kept = Kept()
      _ = try await database.read { kept.connection = $0 }
      let late = try #require(kept.connection)
      let error = #expect(throws: DatabaseError.self) { try late.rows("SELECT 1") }
      #expect(error?.code == .defect)
    }
  }

  @Test(arguments: TestEngine.available)
  func afterClosingEverythingIsRefused(engine: TestEngine) async throws {
    try await withTestPlace(engine) { place in
      let database = try await Database.open(place.location)
      let isRunning = Gate()
      async let last = database.read { connection in
        isRunning.open()
        return try connection.row("SELECT 1")?.integer(0)
      }
      await isRunning.opened()
      await database.close()
      let answer = try await last
      #expect(answer == 1)
      let read = await databaseError { _ = try await database.read { try $0.rows("SELECT 1") } }
      #expect(read?.code == .closed)
      let write = await databaseError { try await database.write { try $0.execute("SELECT 1") } }
      #expect(write?.code == .closed)
      await database.close()
    }
  }

  /// Carries a connection out of its body, which nobody should do.
  private final class Kept: @unchecked Sendable {
    var connection: SQLConnection?
  }
}
