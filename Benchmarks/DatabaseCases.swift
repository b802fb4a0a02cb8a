// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine

/// Databases: SQLite always, PostgreSQL beside `scripts/test-database`. A server's own CPU time is not
/// in the figures, so the work column says what the clock says.
extension BenchmarkCase {
  static let databases = cases("sqlite", rows: 300_000) + cases("postgresql", rows: 100_000)

  private static func cases(_ engine: String, rows: Int64) -> [BenchmarkCase] {
    [
      database("\(engine)-insert-plain", engine, rows) {
        try await DatabaseWork.insertPlain(rows, $0)
      },
      database("\(engine)-insert-keyed", engine, rows) {
        try await DatabaseWork.insertKeyed(rows, $0)
      },
      database("\(engine)-look-up", engine, rows, filled: rows) {
        _ = try await DatabaseWork.lookUp(rows, of: rows, $0)
      },
      database("\(engine)-look-up-singly", engine, 5_000, filled: rows) {
        try await DatabaseWork.lookUpSingly(5_000, of: rows, $0)
      },
    ]
  }

  private static func database(
    _ name: String, _ engine: String, _ count: Int64, filled rows: Int64? = nil,
    _ work: @Sendable @escaping (Database) async throws -> Void
  ) -> BenchmarkCase {
    BenchmarkCase(name: name, runs: 3) {
      guard let database = try await opened(engine) else { return nil }
      if let rows { try await DatabaseWork.insertKeyed(rows, database) }
      return {
        let start = ContinuousClock.now
        try await work(database)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return String(format: "%.0f a second by the clock", Double(count) / seconds)
      }
    }
  }

  /// An empty database; nil where there is no server.
  private static func opened(_ engine: String) async throws -> Database? {
    let location: DatabaseLocation
    if engine == "sqlite" {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "tragwerk-bench-\(ProcessInfo.processInfo.processIdentifier)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      location = DatabaseLocation(file: folder.appendingPathComponent("bench.sqlite").path)
    } else {
      guard let url = ProcessInfo.processInfo.environment["TRAGWERK_TEST_POSTGRES"] else {
        return nil
      }
      location = try DatabaseLocation(parsing: url)
    }
    let database = try await Database.open(location)
    _ = try await Migrator([DatabaseWork.tables]).migrate(database)
    return database
  }
}
