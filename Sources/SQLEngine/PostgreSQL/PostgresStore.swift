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
      try await withCheckedThrowingContinuation { opening in
        PostgresSession.open(store.settings, options, cancellation) { opening.resume(with: $0) }
      }
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
    await turns.run { [self] done in
      nextSession(cancellation) { [self] opened in
        switch opened {
        case .failure(let error): done(.failure(TransactionFailure(error)))
        case .success(let session):
          session.start(kind, cancellation, body) { [self] result, isUsable in
            putBack(session, isUsable, result)
            done(result)
          }
        }
      }
    }
  }

  private func nextSession(
    _ cancellation: Cancellation,
    _ opened: @Sendable @escaping (Result<PostgresSession, any Error>) -> Void
  ) {
    if let session = idle.withLock({ $0.popLast() }) {
      opened(.success(session))
    } else {
      PostgresSession.open(settings, options, cancellation, opened)
    }
  }

  private func putBack<R>(
    _ session: PostgresSession, _ isUsable: Bool, _ result: Result<R, TransactionFailure>
  ) {
    idle.withLock { idle in
      if isUsable { idle.append(session) }
      // When one connection broke, the others probably did too: new ones cost less than failures.
      if case .failure(let failure) = result, failure.isLoss { idle.removeAll() }
    }
  }

  func close() async {
    await turns.close()
    idle.withLock { $0.removeAll() }
  }
}
