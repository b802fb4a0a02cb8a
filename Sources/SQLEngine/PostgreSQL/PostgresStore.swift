// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A server with a bounded number of connections, made when needed and kept for the next transaction.
final class PostgresStore: Store {
  private let settings: PostgresSettings
  private let options: DatabaseOptions
  private let turns: Turns
  /// Connections that nobody uses; the one used last is taken first.
  private let idle = Mutex<[PostgresSession]>([])

  private init(_ settings: PostgresSettings, _ options: DatabaseOptions) {
    self.settings = settings
    self.options = options
    turns = Turns(options.connections, wait: options.busyTimeout, place: settings.place)
  }

  /// Asks the server once, so that what is wrong with it is known at once.
  static func open(_ url: String, _ options: DatabaseOptions) async throws -> PostgresStore {
    let store = PostgresStore(try PostgresSettings(url: url), options)
    let cancellation = Cancellation()
    let first = try await withTaskCancellationHandler {
      try await PostgresSession.open(store.settings, options, cancellation)
    } onCancel: {
      cancellation.ask()
    }
    store.idle.withLock { $0.append(first) }
    return store
  }

  func attempt<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable @escaping (SQLConnection) throws -> R
  ) async -> Result<R, TransactionFailure> {
    do throws(DatabaseError) { try await turns.take() } catch {
      return .failure(TransactionFailure(error))
    }
    defer { turns.giveBack() }
    let session: PostgresSession
    do { session = try await nextSession(cancellation) } catch {
      return .failure(TransactionFailure(error))
    }
    let outcome = await session.run(kind, cancellation, body)
    idle.withLock { idle in
      if outcome.isUsable { idle.append(session) }
      // When one connection broke, the others probably did too: new ones cost less than failures.
      if case .failure(let failure) = outcome.result, failure.isLoss { idle.removeAll() }
    }
    return outcome.result
  }

  private func nextSession(_ cancellation: Cancellation) async throws -> PostgresSession {
    if let session = idle.withLock({ $0.popLast() }) { return session }
    return try await PostgresSession.open(settings, options, cancellation)
  }

  func close() async {
    await turns.close()
    idle.withLock { $0.removeAll() }
  }
}
