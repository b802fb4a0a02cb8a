// SPDX-License-Identifier: Apache-2.0

/// A transaction at work: what a body of ``Database/read(_:)`` or ``Database/write(_:)`` is given, and
/// only valid in there.
///
/// Parameters are `$1`, `$2` …, in any order, each used at least once. On both engines:
/// - one statement at a time: none may run inside the body of ``forEach(_:_:_:)`` or `next` of
///   ``executeMany(_:_:)``;
/// - a statement that failed ends the transaction: later ones fail with the same error, and
///   everything is undone, whether or not the body catches it.
public final class SQLConnection {
  private let engine: any EngineConnection
  private let kind: TransactionKind
  private let cancellation: Cancellation
  private let place: String
  private var isOver = false
  private var isInUse = false
  /// The first error of a statement.
  private(set) var failure: DatabaseError?

  init(
    _ engine: any EngineConnection, _ kind: TransactionKind, _ cancellation: Cancellation,
    _ place: String
  ) {
    self.engine = engine
    self.kind = kind
    self.cancellation = cancellation
    self.place = place
  }

  /// Runs one statement; gives the number of rows inserted, changed or deleted.
  @discardableResult
  public func execute(_ sql: String, _ arguments: [SQLValue] = []) throws(DatabaseError) -> Int {
    let text = try begin(sql)
    defer { isInUse = false }
    do throws(DatabaseError) {
      try text.check(arguments)
      return try engine.execute(text, arguments)
    } catch {
      throw fail(error)
    }
  }

  /// All rows of a result, in memory.
  public func rows(_ sql: String, _ arguments: [SQLValue] = []) throws(DatabaseError) -> [SQLRow] {
    let text = try begin(sql)
    defer { isInUse = false }
    do throws(DatabaseError) {
      try text.check(arguments)
      return try engine.rows(text, arguments)
    } catch {
      throw fail(error)
    }
  }

  /// The first row of a result, nil where there is none. A query with more rows wants a `LIMIT 1`.
  public func row(_ sql: String, _ arguments: [SQLValue] = []) throws(DatabaseError) -> SQLRow? {
    try rows(sql, arguments).first
  }

  /// Gives the rows of a result one after the other, in bounded memory whatever their number.
  ///
  /// An error that the body throws comes out here and leaves the transaction whole; PostgreSQL then
  /// still has to send the rest of the rows.
  public func forEach(
    _ sql: String, _ arguments: [SQLValue] = [], _ body: (SQLRow) throws -> Void
  ) throws {
    let text = try begin(sql)
    defer { isInUse = false }
    do throws(DatabaseError) { try text.check(arguments) } catch { throw fail(error) }
    var foreign: (any Error)?
    do {
      try engine.forEach(text, arguments) { row in
        try stopIfCancelled()
        do { try body(row) } catch {
          foreign = error
          throw error
        }
      }
    } catch {
      throw foreign ?? fail(DatabaseError(error, place))
    }
  }

  /// Runs one statement once for every list of values that `next` gives, until it gives nil; gives the
  /// number of rows changed. Prepared once, sent in batches: the way to write many rows.
  ///
  /// An error that `next` throws comes out here; what was written before stays in the transaction.
  public func executeMany(_ sql: String, _ next: () throws -> [SQLValue]?) throws -> Int {
    let text = try begin(sql)
    defer { isInUse = false }
    var foreign: (any Error)?
    do {
      return try engine.executeMany(text) {
        try stopIfCancelled()
        let arguments: [SQLValue]?
        do { arguments = try next() } catch {
          foreign = error
          throw error
        }
        if let arguments { try text.check(arguments) }
        return arguments
      }
    } catch {
      throw foreign ?? fail(DatabaseError(error, place))
    }
  }

  /// How the engine would run a statement; nothing is run.
  public func queryPlan(_ sql: String, _ arguments: [SQLValue] = []) throws(DatabaseError)
    -> QueryPlan
  {
    let text = try begin(sql)
    defer { isInUse = false }
    do throws(DatabaseError) {
      try text.check(arguments)
      return try engine.queryPlan(text, arguments)
    } catch {
      throw fail(error)
    }
  }

  // MARK: The course of the transaction

  /// The engine itself, for what only migrations need.
  func migrating<R>(_ work: (any EngineConnection) throws(DatabaseError) -> R) throws(DatabaseError)
    -> R
  {
    do throws(DatabaseError) { return try work(engine) } catch { throw fail(error) }
  }

  /// Runs a statement of a migration in the engine's own words.
  func executeMigration(_ sql: String) throws(DatabaseError) {
    try execute(engine.translated(sql))
  }

  /// After the body nobody may use it.
  func end() { isOver = true }

  private func begin(_ sql: String) throws(DatabaseError) -> SQLText {
    guard !isOver else {
      throw .misuse(
        de: "Eine Verbindung wurde nach ihrer Transaktion benutzt.",
        en: "A connection was used after its transaction.")
    }
    if let failure { throw failure }
    guard !isInUse else {
      throw fail(
        .misuse(
          de: "Eine Anweisung wurde begonnen, während eine andere läuft.",
          en: "A statement was begun while another one runs."))
    }
    let text: SQLText
    do throws(DatabaseError) {
      try stopIfCancelled()
      text = try SQLText.of(sql)
    } catch {
      throw fail(error)
    }
    isInUse = true
    return text
  }

  private func stopIfCancelled() throws(DatabaseError) {
    if cancellation.isAsked { throw .of(.interrupted, place) }
  }

  private func fail(_ error: DatabaseError) -> DatabaseError {
    var error = error
    if kind == .read, error.code == .readOnly {
      let misuse = DatabaseError.misuse(
        de: "Beim Lesen sollte geschrieben werden.", en: "A reading transaction tried to write.")
      error = DatabaseError(
        misuse.code, misuse.message, engineMessage: error.engineMessage,
        engineCode: error.engineCode, sql: error.sql)
    }
    if failure == nil { failure = error }
    return failure ?? error
  }
}
