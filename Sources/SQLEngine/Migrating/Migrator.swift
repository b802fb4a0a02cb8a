// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Brings a database's tables up to date: named migrations, forward only, each in a transaction of its
/// own, remembered in the table `schema_migration`.
///
/// A second process that migrates waits for the first (SQLite: the write lock; PostgreSQL: an advisory
/// lock of the schema).
public struct Migrator: Sendable {
  /// What was there and what was done, by name, in order.
  public struct Report: Sendable, Equatable {
    /// Applied before.
    public var earlier: [String]
    /// Applied now.
    public var applied: [String]
    /// Not applied yet.
    public var pending: [String]

    public init(earlier: [String] = [], applied: [String] = [], pending: [String] = []) {
      self.earlier = earlier
      self.applied = applied
      self.pending = pending
    }
  }

  private let migrations: [Migration]
  private let now: @Sendable () -> Date

  /// - Parameter now: the time that is remembered.
  public init(_ migrations: [Migration], now: @escaping @Sendable () -> Date = { Date() }) {
    let names = migrations.map(\.name)
    precondition(
      zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      "Names of migrations sort in the order of the list")
    self.migrations = migrations
    self.now = now
  }

  /// What is applied and what is not; changes nothing.
  public func status(of database: Database) async throws -> Report {
    try await database.read { [self] connection in
      let applied = try MigrationRecord.all(connection)
      try check(applied, database.location)
      return Report(
        earlier: applied.map(\.name), pending: migrations.dropFirst(applied.count).map(\.name))
    }
  }

  /// Applies what is missing. When one migration fails, those before it stay.
  ///
  /// - Throws: ``DatabaseError`` with the code `schemaTooNew` or `schemaChanged` where the database's
  ///   history is not the beginning of the list; nothing is changed then.
  public func migrate(_ database: Database) async throws -> Report {
    var report = Report()
    var isFirst = true
    while true {
      let step = try await database.transaction(.migrate) { [self] connection in
        try applyNext(connection, database.location)
      }
      if isFirst { report.earlier = step.earlier }
      isFirst = false
      guard let applied = step.applied else { return report }
      report.applied.append(applied)
    }
  }

  /// Throws unless the tables are as the list says; for programs that do not migrate themselves.
  public func requireCurrent(_ database: Database) async throws {
    let report = try await status(of: database)
    guard report.pending.isEmpty else {
      throw DatabaseError.schemaTooOld(database.location, pending: report.pending.count)
    }
  }

  private func applyNext(_ connection: SQLConnection, _ location: DatabaseLocation) throws
    -> (earlier: [String], applied: String?)
  {
    try connection.migrating { (engine) throws(DatabaseError) in try engine.prepareMigrating() }
    let applied = try MigrationRecord.all(connection)
    try check(applied, location)
    let earlier = applied.map(\.name)
    guard applied.count < migrations.count else { return (earlier, nil) }
    let migration = migrations[applied.count]
    if applied.isEmpty { try MigrationRecord.makeTable(connection) }
    for statement in migration.statements { try connection.executeMigration(statement) }
    try MigrationRecord(name: migration.name, checksum: migration.checksum)
      .insert(connection, at: now())
    return (earlier, migration.name)
  }

  /// Whether what was applied is how the list begins.
  private func check(_ applied: [MigrationRecord], _ location: DatabaseLocation)
    throws(DatabaseError)
  {
    for (index, record) in applied.enumerated() {
      guard index < migrations.count else {
        throw .schemaTooNew(location, record.name)
      }
      let migration = migrations[index]
      guard migration.name == record.name else {
        throw migrations.contains { $0.name == record.name }
          ? .schemaMissing(location, migration.name) : .schemaTooNew(location, record.name)
      }
      guard migration.checksum == record.checksum else {
        throw .schemaChanged(location, migration.name)
      }
    }
  }
}
