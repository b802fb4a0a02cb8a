// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry
import SQLEngine
import Storage

/// The register, opened for somebody.
public struct RegisterAccess: Sendable {
  let database: Database
  /// Who asks, as acts record it.
  public let actor: String
  private let now: @Sendable () -> Date

  /// Opens the register's database. A file that is not there is made, with its tables; tables of an
  /// older version are refused, because bringing them up to date is a decision (`tragwerk migrate`).
  public static func open(
    _ location: DatabaseLocation, by actor: String, mayCreate: Bool,
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws -> RegisterAccess {
    do {
      var options = DatabaseOptions()
      options.mayCreate = mayCreate
      let database = try await Database.open(location, options: options)
      let migrator = Migrator(RegisterSchema.migrations)
      let status = try await migrator.status(of: database)
      if status.earlier.isEmpty, mayCreate {
        _ = try await migrator.migrate(database)
      } else {
        try await migrator.requireCurrent(database)
      }
      return RegisterAccess(database: database, actor: actor, now: now)
    } catch let error as DatabaseError {
      throw PlatformError(error)
    }
  }

  public func close() async { await database.close() }

  /// Now, ISO 8601, UTC, to the second.
  var time: String { now().formatted(.iso8601) }

  /// Today's date, UTC.
  public var today: CalendarDay {
    guard let day = CalendarDay(String(time.prefix(10))) else {
      preconditionFailure("ISO 8601 begins with a day")
    }
    return day
  }

  /// Reads one state of the register.
  func read<R: Sendable>(_ body: @escaping @Sendable (SQLConnection) throws -> R) async throws -> R
  {
    do { return try await database.read(body) } catch { throw Self.told(error) }
  }

  /// Changes the register, as a whole or not at all.
  func write<R: Sendable>(_ body: @escaping @Sendable (SQLConnection) throws -> R) async throws -> R
  {
    do { return try await database.write(body) } catch { throw Self.told(error) }
  }

  private static func told(_ error: any Error) -> any Error {
    switch error {
    case let error as DatabaseError: PlatformError(error)
    case let error as StorageError: PlatformError(error)
    default: error
    }
  }
}

extension PlatformError {
  init(_ error: StorageError) {
    let code: Code =
      switch error {
      case .unknownChoice: .data
      case .noSuchEntity, .noSuchImport, .noSuchRow, .noSuchRecord, .noSuchHit, .need(.noSuchNeed):
        .inputMissing
      default: .request
      }
    self.init(code, error.message)
  }
}
