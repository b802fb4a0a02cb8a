// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Localization

/// Owns one connection and the thread it blocks while the server works.
actor PostgresSession {
  private let executor: QueueExecutor
  private let connection: PostgresConnection
  private let place: String

  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  private init(
    _ executor: QueueExecutor, _ settings: PostgresSettings, _ options: DatabaseOptions,
    _ cancellation: Cancellation
  ) throws {
    self.executor = executor
    place = settings.place
    connection = try Self.connected(settings, options, cancellation)
  }

  /// Connects on a thread of its own.
  static func open(
    _ settings: PostgresSettings, _ options: DatabaseOptions, _ cancellation: Cancellation,
    _ opened: @Sendable @escaping (Result<PostgresSession, any Error>) -> Void
  ) {
    let executor = QueueExecutor()
    executor.queue.async {
      opened(Result { try PostgresSession(executor, settings, options, cancellation) })
    }
  }

  /// Runs the work in a transaction on the session's thread; also says whether the connection may
  /// serve somebody else.
  nonisolated func start<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable @escaping (SQLConnection) throws -> R,
    _ done: @Sendable @escaping (_ result: Result<R, TransactionFailure>, _ isUsable: Bool) -> Void
  ) {
    executor.queue.async { [self] in
      let outcome = assumeIsolated { $0.run(kind, cancellation, body) }
      done(outcome.result, outcome.isUsable)
    }
  }

  private static func connected(
    _ settings: PostgresSettings, _ options: DatabaseOptions, _ cancellation: Cancellation
  ) throws(DatabaseError) -> PostgresConnection {
    let handle: PostgresHandle
    do throws(PostgresHandle.Refusal) {
      handle = try PostgresHandle.connect(
        settings.all(options), within: settings.connectTimeout(options),
        isCancelled: { cancellation.isAsked })
    } catch {
      let code = error.isCancelled ? .interrupted : DatabaseError.Code(connecting: error.words)
      throw .of(code, settings.place, engineMessage: error.words)
    }
    guard handle.serverVersion >= 150_000, handle.setting("server_encoding") == "UTF8" else {
      throw DatabaseError(
        .unsuitable,
        LocalizedText(
          de:
            "Die Datenbank \(settings.place) eignet sich nicht: nötig sind PostgreSQL 15 oder neuer und die Kodierung UTF8.",
          en:
            "The database \(settings.place) is not suitable: PostgreSQL 15 or later and the encoding UTF8 are needed."
        ))
    }
    let connection = PostgresConnection(handle, settings.place)
    try connection.command(PostgresSettings.preamble(options))
    return connection
  }

  private func run<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable (SQLConnection) throws -> R
  ) -> (result: Result<R, TransactionFailure>, isUsable: Bool) {
    if let cancel = connection.cancel() { cancellation.begins { cancel.send() } }
    let work = SQLConnection(connection, kind, cancellation, place)
    let result: Result<R, TransactionFailure>
    do {
      try connection.command(Self.begin(kind))
      let value = try body(work)
      work.end()
      if let failure = work.failure { throw failure }
      if cancellation.isAsked { throw DatabaseError.of(.interrupted, place) }
      try connection.commit()
      result = .success(value)
    } catch {
      work.end()
      result = .failure(failure(work.failure ?? error, kind))
      rollBack()
    }
    cancellation.ends()
    // A late interruption must not hit the next user of the connection.
    return (result, connection.isUsable && !cancellation.isAsked)
  }

  private static func begin(_ kind: TransactionKind) -> String {
    switch kind {
    case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
    case .migrate: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }
  }

  private func failure(_ error: any Error, _ kind: TransactionKind) -> TransactionFailure {
    guard let error = error as? DatabaseError else { return TransactionFailure(error) }
    if error.code == .outcomeUnknown, kind == .read {
      return TransactionFailure(DatabaseError.of(.connectionLost, place), mayTryAgain: true)
    }
    return TransactionFailure(
      error, mayTryAgain: error.code == .serialization || error.code == .connectionLost)
  }

  /// A connection on which this fails is broken, and given up; the server then undoes by itself.
  private func rollBack() {
    guard connection.isUsable else { return }
    do { try connection.command("ROLLBACK") } catch { connection.giveUp() }
  }
}

/// Runs an actor on a dispatch queue, whose thread may block without stopping Swift's own.
final class QueueExecutor: SerialExecutor {
  let queue = DispatchQueue(label: "tragwerk.postgresql")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = unsafe asUnownedSerialExecutor()
    queue.async { unsafe job.runSynchronously(on: executor) }
  }

  /// Work that was put on the queue directly is the actor's as well.
  func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
