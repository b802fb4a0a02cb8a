// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// The course of one transaction on one of the pool's connections.
struct SQLiteTransaction: Sendable {
  let kind: TransactionKind
  let cancellation: Cancellation
  let busyTimeout: Duration
  let place: String

  init(
    _ kind: TransactionKind, _ cancellation: Cancellation, _ busyTimeout: Duration, _ place: String
  ) {
    self.kind = kind
    self.cancellation = cancellation
    self.busyTimeout = busyTimeout
    self.place = place
  }

  /// Runs on the connection's own thread.
  func run<R>(_ database: GRDB.Database, _ body: (SQLConnection) throws -> R)
    -> Result<R, TransactionFailure>
  {
    let engine = SQLiteConnection(database, place)
    engine.watch(cancellation)
    defer { engine.unwatch() }
    let connection = SQLConnection(engine, kind, cancellation, place)
    do {
      try begin(database, engine)
      let value = try body(connection)
      connection.end()
      if let failure = connection.failure { throw failure }
      if cancellation.isAsked { throw DatabaseError.of(.interrupted, place) }
      try database.commit()
      return .success(value)
    } catch {
      connection.end()
      let error = connection.failure ?? error
      return .failure(
        TransactionFailure(
          rollBack(database) ?? (error is GRDB.DatabaseError ? DatabaseError(error, place) : error))
      )
    }
  }

  /// Waits for other processes' writing in short steps, so that a cancelled task need not wait.
  private func begin(_ database: GRDB.Database, _ engine: SQLiteConnection) throws {
    guard kind != .read else { return try database.beginTransaction(.deferred) }
    let deadline = ContinuousClock.now + busyTimeout
    engine.setBusyTimeout(.milliseconds(50))
    defer { engine.setBusyTimeout(busyTimeout) }
    while true {
      if cancellation.isAsked { throw DatabaseError.of(.interrupted, place) }
      do {
        return try database.beginTransaction(.immediate)
      } catch let error as GRDB.DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline
      {
        continue
      }
    }
  }

  /// Undoes the transaction, where SQLite has not done so itself; gives what went wrong with that.
  private func rollBack(_ database: GRDB.Database) -> DatabaseError? {
    guard database.isInsideTransaction else { return nil }
    do {
      try database.rollback()
      return nil
    } catch {
      return DatabaseError(error, place)
    }
  }
}
