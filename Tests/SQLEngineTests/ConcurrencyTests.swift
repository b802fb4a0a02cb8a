// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Synchronization
import Testing
import TragwerkTesting

@Suite struct ConcurrencyTests {
  static let counter = Migration(
    "0001-counter",
    [
      "CREATE TABLE counter (id BIGINT PRIMARY KEY, value BIGINT NOT NULL)",
      "INSERT INTO counter VALUES (1, 0), (2, 0)",
    ])

  @Test(arguments: TestEngine.available)
  func noIncrementIsLost(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.attempts = 100
    let runs = Tally()
    try await withTestDatabase(engine, migrations: [Self.counter], options: options) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<40 {
          group.addTask {
            try await database.write { connection in
              runs.begin()
              // Read, think, write: what a lower isolation would lose.
              let value = try connection.row("SELECT value FROM counter WHERE id = 1")?.integer(0)
              try connection.execute(
                "UPDATE counter SET value = $1 WHERE id = 1", [.integer((value ?? 0) + 1)])
            }
          }
        }
        try await group.waitForAll()
      }
      let value = try await database.read {
        try $0.row("SELECT value FROM counter WHERE id = 1")?.integer(0)
      }
      #expect(value == 40)
    }
    let count = runs.begun
    // SQLite has one writer at a time; PostgreSQL's run into each other and are repeated.
    #expect(engine == .sqlite ? count == 40 : count > 40)
  }

  @Test(arguments: TestEngine.available)
  func writeSkewIsPrevented(engine: TestEngine) async throws {
    // Each moves one only where both together hold none: together they must not.
    try await withTestDatabase(engine, migrations: [Self.counter]) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for id in [Int64(1), 2] {
          group.addTask {
            try await database.write { connection in
              let sum = try connection.row("SELECT sum(value) FROM counter")?.integer(0)
              guard sum == 0 else { return }
              try connection.execute("UPDATE counter SET value = 1 WHERE id = $1", [.integer(id)])
            }
          }
        }
        try await group.waitForAll()
      }
      let sum = try await database.read {
        try $0.row("SELECT sum(value) FROM counter")?.integer(0)
      }
      #expect(sum == 1)
    }
  }

  @Test(arguments: TestEngine.available)
  func waitingForATurnIsBounded(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.connections = 1
    options.busyTimeout = .seconds(2)
    try await withTestDatabase(engine, migrations: [Self.counter], options: options) { database in
      let isWriting = Gate()
      let mayEnd = Gate()
      async let writing: Void = database.write { _ in
        isWriting.open()
        mayEnd.wait()
      }
      await isWriting.opened()
      let error = await databaseError {
        try await database.write { try $0.execute("UPDATE counter SET value = 1") }
      }
      #expect(error?.code == .busy)
      mayEnd.open()
      try await writing
      try await database.write { try $0.execute("UPDATE counter SET value = 1") }
    }
  }

  @Test(arguments: TestEngine.available)
  func anotherProcessIsWaitedForAndThenNot(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.busyTimeout = .seconds(2)
    try await withTestPlace(engine) { place in
      let first = try await Database.open(place.location, options: options)
      let second = try await Database.open(place.location, options: options)
      _ = try await Migrator([Self.counter]).migrate(first)
      let isWriting = Gate()
      let mayEnd = Gate()
      async let writing: Void = first.write { connection in
        try connection.execute("UPDATE counter SET value = 7 WHERE id = 1")
        isWriting.open()
        mayEnd.wait()
      }
      await isWriting.opened()
      let error = await databaseError {
        try await second.write { try $0.execute("UPDATE counter SET value = 8 WHERE id = 1") }
      }
      #expect(error?.code == .busy)
      mayEnd.open()
      try await writing
      let value = try await second.read {
        try $0.row("SELECT value FROM counter WHERE id = 1")?.integer(0)
      }
      #expect(value == 7)
      await first.close()
      await second.close()
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: TestEngine.available)
  func cancellingInterruptsAStatementAndUndoes(engine: TestEngine) async throws {
    let endless = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000)
      SELECT count(*) FROM n WHERE i < 0
      """
    try await withTestDatabase(engine, migrations: [Self.counter]) { database in
      for _ in 0..<3 {
        let isWriting = Gate()
        let task = Task {
          try await database.write { connection in
            try connection.execute("UPDATE counter SET value = 5")
            isWriting.open()
            try connection.execute(endless)
          }
        }
        await isWriting.opened()
        task.cancel()
        let error = await databaseError { _ = try await task.value }
        #expect(error?.code == .interrupted)
        let value = try await database.read {
          try $0.row("SELECT max(value) FROM counter")?.integer(0)
        }
        #expect(value == 0)
      }
      let reading = Task { try await database.read { try $0.rows(endless) } }
      try await Task.sleep(for: .milliseconds(50))
      reading.cancel()
      let error = await databaseError { _ = try await reading.value }
      #expect(error?.code == .interrupted)
    }
  }

  @Test(.timeLimit(.minutes(15)), arguments: TestEngine.available)
  func cancellingStopsAnEndlessListOfRows(engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: [Self.counter]) { database in
      let isWriting = Gate()
      let task = Task {
        try await database.write { connection in
          var id: Int64 = 10
          return try connection.executeMany("INSERT INTO counter VALUES ($1, 0)") {
            if id == 100 { isWriting.open() }
            id += 1
            return [.integer(id)]
          }
        }
      }
      await isWriting.opened()
      task.cancel()
      let error = await databaseError { try await task.value }
      #expect(error?.code == .interrupted)
      let count = try await database.read { try $0.row("SELECT count(*) FROM counter")?.integer(0) }
      #expect(count == 2)
    }
  }

  @Test(arguments: TestEngine.available)
  func whoIsCancelledBeforeStartingOrWhileWaitingDoesNothing(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.connections = 1
    try await withTestDatabase(engine, migrations: [Self.counter], options: options) { database in
      let isWriting = Gate()
      let mayEnd = Gate()
      async let writing: Void = database.write { _ in
        isWriting.open()
        mayEnd.wait()
      }
      await isWriting.opened()
      let waiting = Task {
        try await database.write { try $0.execute("UPDATE counter SET value = 9") }
      }
      try await Task.sleep(for: .milliseconds(20))
      waiting.cancel()
      let error = await databaseError { _ = try await waiting.value }
      #expect(error?.code == .interrupted)
      mayEnd.open()
      try await writing
      let early = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await database.write { try $0.execute("UPDATE counter SET value = 9") }
      }
      let second = await databaseError { _ = try await early.value }
      #expect(second?.code == .interrupted)
      let value = try await database.read {
        try $0.row("SELECT max(value) FROM counter")?.integer(0)
      }
      #expect(value == 0)
    }
  }

  @Test(arguments: TestEngine.available)
  func turnsPassOnWhileSwiftsThreadsAreBusy(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.connections = 1
    options.busyTimeout = .seconds(2)
    try await withTestDatabase(engine, migrations: [Self.counter], options: options) { database in
      let mayGo = Gate()
      let isRunning = Gate()
      let first = Task {
        try await database.write { _ in
          isRunning.open()
          mayGo.wait()
        }
      }
      await isRunning.opened()
      // Not by a task: other tests may keep Swift's threads busy for longer than anybody waits here.
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.5) { mayGo.open() }
      let others = (0..<5).map { _ in
        Task {
          try await database.write { try $0.execute("UPDATE counter SET value = value + 1") }
        }
      }
      try await Task.sleep(for: .milliseconds(100))
      let computing = (0..<2 * ProcessInfo.processInfo.activeProcessorCount).map { _ in
        Task {
          // As a long computation would, this keeps a thread.
          let end = ContinuousClock.now + .seconds(3)
          while ContinuousClock.now < end { usleep(10_000) }
        }
      }
      for task in computing { await task.value }
      try await first.value
      for task in others { _ = try await task.value }
      let value = try await database.read {
        try $0.row("SELECT min(value) FROM counter")?.integer(0)
      }
      #expect(value == 5)
    }
  }

  @Test(arguments: TestEngine.available)
  func manyTasksNeedFewThreads(engine: TestEngine) async throws {
    var options = DatabaseOptions()
    options.connections = 3
    let readers = Tally()
    try await withTestDatabase(engine, migrations: [Self.counter], options: options) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<200 {
          group.addTask {
            _ = try await database.read { connection in
              readers.begin()
              defer { readers.end() }
              return try connection.rows("SELECT * FROM counter").count
            }
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(readers.begun == 200)
    #expect(readers.mostAtATime <= 3)
  }
}
