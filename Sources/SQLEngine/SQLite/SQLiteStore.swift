// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import GRDB

/// A file of embedded SQLite: any number of readers beside one writer (write-ahead log), each commit
/// on the disk before it is reported (`synchronous=FULL`), foreign keys on.
final class SQLiteStore: Store {
  private let pool: DatabasePool
  private let options: DatabaseOptions
  private let place: String
  private let readers: Turns
  private let writers: Turns

  private init(_ pool: DatabasePool, _ path: String, _ options: DatabaseOptions) {
    self.pool = pool
    self.options = options
    place = path
    readers = Turns(options.connections, wait: options.busyTimeout, place: path)
    writers = Turns(1, wait: options.busyTimeout, place: path)
  }

  static func open(_ path: String, _ options: DatabaseOptions) async throws -> SQLiteStore {
    try await withCheckedThrowingContinuation { opening in
      DispatchQueue.global().async { opening.resume(with: opened(path, options)) }
    }
  }

  private static func opened(_ path: String, _ options: DatabaseOptions)
    -> Result<SQLiteStore, any Error>
  {
    do {
      guard options.mayCreate || FileManager.default.fileExists(atPath: path) else {
        throw DatabaseError.of(.missing, path)
      }
      // The whole path: a file named ":memory:" is a file, and the current folder may change.
      let whole = URL(fileURLWithPath: path).path
      let pool = try DatabasePool(path: whole, configuration: configuration(options))
      // The pool chooses NORMAL, with which a power cut may take back what was reported as kept.
      // With 256 MiB a large import keeps the pages of its indexes at hand; taken only as it is used.
      try pool.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -262144")
      }
      return .success(SQLiteStore(pool, path, options))
    } catch {
      return .failure(DatabaseError(error, path))
    }
  }

  private static func configuration(_ options: DatabaseOptions) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(options.busyTimeout.seconds)
    configuration.maximumReaderCount = options.connections
    let largestFile = options.largestFile
    configuration.prepareDatabase { database in
      // As PostgreSQL does: LIKE tells a from A. It also lets LIKE 'x%' use an index.
      try database.execute(sql: "PRAGMA case_sensitive_like = ON")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      if let largestFile {
        let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
        try database.execute(sql: "PRAGMA max_page_count = \(max(1, largestFile / pageSize))")
      }
    }
    return configuration
  }

  func attempt<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable @escaping (SQLConnection) throws -> R
  ) async -> Result<R, TransactionFailure> {
    let turns = kind == .read ? readers : writers
    return await turns.run { [self] done in start(kind, cancellation, body, done) }
  }

  private func start<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable @escaping (SQLConnection) throws -> R,
    _ done: @Sendable @escaping (Result<R, TransactionFailure>) -> Void
  ) {
    let transaction = SQLiteTransaction(kind, cancellation, options.busyTimeout, place)
    switch kind {
    case .write, .migrate:
      pool.asyncWriteWithoutTransaction { done(transaction.run($0, body)) }
    case .read:
      pool.asyncUnsafeRead { reader in
        switch reader {
        case .success(let database): done(transaction.run(database, body))
        case .failure(let error):
          done(.failure(TransactionFailure(DatabaseError(error, transaction.place))))
        }
      }
    }
  }

  func close() async {
    await readers.close()
    await writers.close()
    await withCheckedContinuation { closed in
      DispatchQueue.global().async { [pool] in
        // Nothing runs any more, so it can only fail because it was closed before.
        do { try pool.close() } catch {}
        Self.settleLog(of: pool.path)
        closed.resume()
      }
    }
  }

  /// Moves the write-ahead log into the file, so that a copy of the file alone is whole: a pool's
  /// readers, which close last, cannot. Where another process is at work, or the file may only be
  /// read, the log stays beside it; what the last commit wrote is on the disk in any case.
  private static func settleLog(of path: String) {
    let log = path + "-wal"
    guard let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int, size > 0
    else { return }
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch {}
  }
}
