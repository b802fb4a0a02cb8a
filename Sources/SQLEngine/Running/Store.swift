// SPDX-License-Identifier: Apache-2.0

enum TransactionKind: Sendable {
  case read, write
  /// Writes, and sees what others completed meanwhile: for migrations, which are not tried twice.
  case migrate
}

/// Why a transaction was not kept.
struct TransactionFailure: Error {
  let error: any Error
  /// Whether the connection broke.
  var isLoss: Bool {
    let code = (error as? DatabaseError)?.code
    return code == .connectionLost || code == .outcomeUnknown
  }
  /// Whether nothing was kept for certain, and another try may go better.
  let mayTryAgain: Bool

  init(_ error: any Error, mayTryAgain: Bool = false) {
    self.error = error
    self.mayTryAgain = mayTryAgain
  }
}

/// An engine with an open database.
protocol Store: Sendable {
  /// Runs the work once, in a transaction, on a thread of the engine.
  func attempt<R: Sendable>(
    _ kind: TransactionKind, _ cancellation: Cancellation,
    _ body: @Sendable @escaping (SQLConnection) throws -> R
  ) async -> Result<R, TransactionFailure>

  func close() async
}

/// One connection of an engine inside a transaction. Arguments are checked by ``SQLConnection``.
protocol EngineConnection: AnyObject {
  func execute(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> Int
  func rows(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow]
  /// Errors of the work pass through as they are.
  func forEach(_ text: SQLText, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws
  func executeMany(_ text: SQLText, _ next: () throws -> [SQLValue]?) throws -> Int
  func queryPlan(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> QueryPlan
  /// Makes the types of migrations known, and keeps other migrators out until the end.
  func prepareMigrating() throws(DatabaseError)
  /// A statement of a migration in the engine's own words.
  func translated(_ migration: String) -> String
  func hasTable(_ name: String) throws(DatabaseError) -> Bool
}
