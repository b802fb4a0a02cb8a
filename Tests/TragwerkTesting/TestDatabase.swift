// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine

/// An engine that tests run on.
public enum TestEngine: String, Sendable, CaseIterable {
  case sqlite, postgresql

  /// The server that `scripts/test-database` starts; nil without it, and its tests are skipped.
  public static let server = ProcessInfo.processInfo.environment["TRAGWERK_TEST_POSTGRES"]

  /// The root certificate of that server.
  public static let rootCertificate =
    ProcessInfo.processInfo.environment["TRAGWERK_TEST_POSTGRES_ROOT"]

  /// Engines that are there; SQLite always is.
  public static let available: [TestEngine] = server == nil ? [.sqlite] : [.sqlite, .postgresql]

}

/// A place for a database of its own: a file in a temporary folder, or a schema of the test server.
public struct TestPlace: Sendable {
  public let engine: TestEngine
  public let location: DatabaseLocation
  /// The location as text, for commands.
  public let text: String
  private let folder: TemporaryFolder?
  private let schema: String?

  /// An empty place on an engine; only for engines that are there.
  public static func make(on engine: TestEngine) async throws -> TestPlace {
    switch engine {
    case .sqlite:
      let folder = TemporaryFolder()
      let path = folder.path("test.sqlite")
      return TestPlace(
        engine: engine, location: DatabaseLocation(file: path), text: path, folder: folder,
        schema: nil)
    case .postgresql:
      guard let server = TestEngine.server else {
        preconditionFailure("Tests on PostgreSQL run beside scripts/test-database")
      }
      let schema = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
      try await Self.administer("CREATE SCHEMA \(schema)")
      let text = server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D" + schema
      return TestPlace(
        engine: engine, location: try DatabaseLocation(parsing: text), text: text, folder: nil,
        schema: schema)
    }
  }

  /// Leaves nothing behind.
  public func remove() async throws {
    if let schema { try await Self.administer("DROP SCHEMA \(schema) CASCADE") }
  }

  private static func administer(_ sql: String) async throws {
    guard let server = TestEngine.server else { return }
    let database = try await Database.open(try DatabaseLocation(parsing: server))
    do {
      try await database.write { try $0.execute(sql) }
    } catch {
      await database.close()
      throw error
    }
    await database.close()
  }
}

/// Runs work with an empty place, which is gone afterwards.
public func withTestPlace<R>(_ engine: TestEngine, _ work: (TestPlace) async throws -> R)
  async throws -> R
{
  let place = try await TestPlace.make(on: engine)
  let result: R
  do {
    result = try await work(place)
  } catch {
    try await place.remove()
    throw error
  }
  try await place.remove()
  return result
}

/// Runs work with a fresh database of its own, after the migrations named; gone afterwards.
public func withTestDatabase<R>(
  _ engine: TestEngine, migrations: [Migration] = [], options: DatabaseOptions = DatabaseOptions(),
  _ work: (Database) async throws -> R
) async throws -> R {
  try await withTestPlace(engine) { place in
    let database = try await Database.open(place.location, options: options)
    let result: R
    do {
      if !migrations.isEmpty { _ = try await Migrator(migrations).migrate(database) }
      result = try await work(database)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
    return result
  }
}
