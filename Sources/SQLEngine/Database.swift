// SPDX-License-Identifier: Apache-2.0

/// A database with any number of readers and writers at a time: the one seam to SQLite and
/// PostgreSQL. The same SQL text runs on both; ``SQLConnection`` says what it may use.
///
/// Work runs on threads of the engine, never on Swift's own. A cancelled task's statement is
/// interrupted and its transaction undone.
public final class Database: Sendable {
  public let location: DatabaseLocation
  let options: DatabaseOptions
  private let store: any Store

  private init(_ location: DatabaseLocation, _ options: DatabaseOptions, _ store: any Store) {
    self.location = location
    self.options = options
    self.store = store
  }

  /// Opens a database: the file is opened or made, the server asked once.
  ///
  /// - Throws: ``DatabaseError``, among others with ``DatabaseError/Code/unreachable``,
  ///   ``DatabaseError/Code/loginRefused``, ``DatabaseError/Code/insecure``,
  ///   ``DatabaseError/Code/missing``, ``DatabaseError/Code/notADatabase``.
  public static func open(
    _ location: DatabaseLocation, options: DatabaseOptions = DatabaseOptions()
  ) async throws -> Database {
    precondition(options.connections >= 1 && options.attempts >= 1)
    let store: any Store =
      switch location.kind {
      case .file(let path): try await SQLiteStore.open(path, options)
      case .server(let url): try await PostgresStore.open(url, options)
      }
    return Database(location, options, store)
  }

  /// Runs work that only reads, in one transaction that sees one state of the database.
  ///
  /// The work may run again after a lost connection, so what it changes outside must bear that.
  public func read<R: Sendable>(_ body: @Sendable @escaping (SQLConnection) throws -> R)
    async throws -> R
  {
    try await transaction(.read, body)
  }

  /// Runs work in one transaction that is kept as a whole or not at all.
  ///
  /// SQLite: one writer at a time (BEGIN IMMEDIATE). PostgreSQL: SERIALIZABLE; the work runs again,
  /// after growing pauses without chance, when another transaction stood in its way or the
  /// connection was lost before the end. So what it changes outside must bear that.
  ///
  /// An error thrown by the work, and any statement that failed, undoes everything.
  @discardableResult
  public func write<R: Sendable>(_ body: @Sendable @escaping (SQLConnection) throws -> R)
    async throws -> R
  {
    try await transaction(.write, body)
  }

  /// Waits until running transactions have ended, then lets the database go. Later calls fail with
  /// ``DatabaseError/Code/closed``.
  public func close() async { await store.close() }

  func transaction<R: Sendable>(
    _ kind: TransactionKind, _ body: @Sendable @escaping (SQLConnection) throws -> R
  ) async throws -> R {
    let cancellation = Cancellation()
    return try await withTaskCancellationHandler {
      var attempt = 1
      while true {
        switch await store.attempt(kind, cancellation, body) {
        case .success(let value): return value
        case .failure(let failure):
          guard failure.mayTryAgain, attempt < options.attempts, !cancellation.isAsked else {
            throw failure.error
          }
        }
        do {
          try await Task.sleep(for: options.pause(before: attempt))
        } catch {
          throw DatabaseError.of(.interrupted, location.description)
        }
        attempt += 1
      }
    } onCancel: {
      cancellation.ask()
    }
  }
}
