// SPDX-License-Identifier: Apache-2.0
import SQLEngine
import Storage

/// Use case: the tables of a database are made, or brought up to date.
public struct MigrateDatabase: Sendable {
  /// As ``DatabaseLocation/init(parsing:)`` reads it.
  public let location: String
  /// Whether only to say what would be done; a file that is missing is not made then.
  public var isDryRun = false

  public init(location: String) { self.location = location }

  public struct Result: Sendable {
    /// The database, without its password.
    public let place: String
    public let report: Migrator.Report
  }

  public func run() async throws -> Result {
    try await PlatformError.translating {
      let location = try DatabaseLocation(parsing: location)
      return Result(place: location.description, report: try await report(location))
    }
  }

  private func report(_ location: DatabaseLocation) async throws -> Migrator.Report {
    var options = DatabaseOptions()
    options.mayCreate = !isDryRun
    let database: Database
    do {
      database = try await Database.open(location, options: options)
    } catch let error as DatabaseError where isDryRun && error.code == .missing {
      return Migrator.Report(pending: RegisterSchema.migrations.map(\.name))
    }
    let migrator = Migrator(RegisterSchema.migrations)
    let report: Migrator.Report
    do {
      report =
        isDryRun ? try await migrator.status(of: database) : try await migrator.migrate(database)
    } catch {
      await database.close()
      throw error
    }
    await database.close()
    return report
  }
}
