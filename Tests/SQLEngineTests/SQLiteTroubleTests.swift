// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

/// What can be wrong with a file.
@Suite struct SQLiteTroubleTests {
  private static func opening(_ path: String, mayCreate: Bool = true) async -> DatabaseError? {
    await databaseError("\(path)") {
      var options = DatabaseOptions()
      options.mayCreate = mayCreate
      let database = try await Database.open(DatabaseLocation(file: path), options: options)
      await database.close()
    }
  }

  @Test func whatIsNoDatabaseIsRefusedAndLeftAlone() async throws {
    let folder = TemporaryFolder()
    let text = String(repeating: "name;street;town\n", count: 400)
    try folder.write(text, to: "list.csv")
    #expect(await Self.opening(folder.path("list.csv"))?.code == .notADatabase)
    #expect(try folder.text(of: "list.csv") == text)
    #expect(await Self.opening(folder.path)?.code == .cannotOpen)
    #expect(await Self.opening(folder.path("no/such/folder.sqlite"))?.code == .cannotOpen)
    #expect(await Self.opening(folder.path("none.sqlite"), mayCreate: false)?.code == .missing)
    #expect(folder.names() == ["list.csv"])
    #expect(await Self.opening("/proc/tragwerk.sqlite")?.code == .cannotOpen)
  }

  @Test func aDamagedFileIsToldAsSuch() async throws {
    let folder = TemporaryFolder()
    let path = folder.path("damaged.sqlite")
    let location = DatabaseLocation(file: path)
    let database = try await Database.open(location)
    _ = try await Migrator([Tables.values]).migrate(database)
    try await database.write { connection in
      var id: Int64 = 0
      _ = try connection.executeMany("INSERT INTO kept (id, word) VALUES ($1, $2)") {
        id += 1
        return id > 5_000 ? nil : [.integer(id), "some words to fill pages"]
      }
    }
    await database.close()
    var bytes = try folder.bytes(of: "damaged.sqlite")
    for at in 8_192..<bytes.count { bytes[at] = UInt8(truncatingIfNeeded: at &* 31) }
    try folder.write(bytes, to: "damaged.sqlite")
    let error = await databaseError {
      let damaged = try await Database.open(location)
      do {
        _ = try await damaged.read { try $0.rows("SELECT id, word FROM kept") }
      } catch {
        await damaged.close()
        throw error
      }
    }
    #expect(error?.code == .corrupt)
  }

  @Test func aFullFileKeepsWhatItHadAndGoesOn() async throws {
    var options = DatabaseOptions()
    options.largestFile = 400_000
    try await withTestDatabase(.sqlite, migrations: [Tables.values], options: options) { database in
      try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (-1)") }
      try await Self.fill(database, .full)
      // What was undone leaves room.
      try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (-2)") }
      let ids = try await database.read {
        try $0.rows("SELECT id FROM kept ORDER BY id").map { try $0.integer(0) }
      }
      #expect(ids == [-2, -1])
    }
  }

  /// Writes rows until an error comes.
  private static func fill(_ database: Database, _ code: DatabaseError.Code) async throws {
    let error = await databaseError {
      try await database.write { connection in
        var id: Int64 = 0
        _ = try connection.executeMany("INSERT INTO kept (id, word) VALUES ($1, $2)") {
          id += 1
          return id > 100_000 ? nil : [.integer(id), "some words to fill pages"]
        }
      }
    }
    #expect(error?.code == code)
  }

  /// Whether a small file system can be mounted here.
  private static let mayMount: Bool = {
    let folder = TemporaryFolder()
    guard geteuid() == 0, mount(folder) else { return false }
    return run("/bin/umount", [folder.path]) == 0
  }()

  private static func mount(_ folder: TemporaryFolder) -> Bool {
    run("/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.path]) == 0
  }

  private static func run(_ program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(.enabled(if: mayMount, "only root can mount a small file system"))
  func aFullAndThenReadOnlyDisk() async throws {
    let folder = TemporaryFolder()
    try #require(Self.mount(folder))
    defer { _ = Self.run("/bin/umount", ["-l", folder.path]) }
    let location = DatabaseLocation(file: folder.path("test.sqlite"))
    let database = try await Database.open(location)
    _ = try await Migrator([Tables.values]).migrate(database)
    try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (-1)") }
    try await Self.fill(database, .full)
    try await database.write { try $0.execute("INSERT INTO kept (id) VALUES (-2)") }
    let count = try await database.read { try $0.row("SELECT count(*) FROM kept")?.integer(0) }
    #expect(count == 2)
    await database.close()
    #expect(Self.run("/bin/mount", ["-o", "remount,ro", folder.path]) == 0)
    // It may be read; who writes is told.
    let still = try await Database.open(location)
    let writing = await databaseError {
      try await still.write { try $0.execute("INSERT INTO kept (id) VALUES (-3)") }
    }
    #expect(writing?.code == .readOnly, "\(writing?.debugDescription ?? "")")
    let kept = try await still.read { try $0.row("SELECT count(*) FROM kept")?.integer(0) }
    #expect(kept == 2)
    await still.close()
    #expect(await Self.opening(folder.path("new.sqlite"))?.code == .cannotOpen)
  }

  @Test func rulesOfSafetyAreOn() async throws {
    try await withTestDatabase(.sqlite) { database in
      let settings = try await database.write { connection in
        try ["journal_mode", "synchronous", "foreign_keys"].map { name in
          try connection.row("PRAGMA \(name)")?.values.first
        }
      }
      // synchronous 2 is FULL.
      #expect(settings == ["wal", 2, 1])
    }
  }
}
