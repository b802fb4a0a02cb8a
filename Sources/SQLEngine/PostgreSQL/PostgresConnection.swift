// SPDX-License-Identifier: Apache-2.0

/// A connection to a server with the statements prepared on it.
final class PostgresConnection: EngineConnection {
  private let handle: PostgresHandle
  private let place: String
  /// By SQL text: the name on the server, and when it was last used.
  private var statements: [String: (name: String, used: Int)] = [:]
  private var uses = 0
  /// Whether what is prepared no longer fits the tables; the connection is then given up.
  private(set) var isStale = false

  /// Prepared statements a connection keeps at most.
  private static let mostStatements = 256
  /// Rows sent before answers are read, and bytes of one row are few: some hundred kilobytes.
  private static let batch = 1_000

  init(_ handle: consuming PostgresHandle, _ place: String) {
    self.handle = handle
    self.place = place
  }

  var isUsable: Bool { !handle.isBroken && !isStale }

  /// No more transactions on this one.
  func giveUp() { isStale = true }

  func cancel() -> PostgresCancel? { handle.cancel() }

  // MARK: Statements

  /// A statement of the engine itself, or several.
  func command(_ sql: String) throws(DatabaseError) {
    try check(handle.run(sql), sql)
  }

  /// Ends the transaction by keeping it.
  func commit() throws(DatabaseError) {
    guard let result = handle.run("COMMIT") else { throw .of(.outcomeUnknown, place) }
    if result.status == .failed {
      let error = error(result, "COMMIT")
      // With an SQLSTATE the server said no before the end; without one nobody knows.
      throw error.code == .connectionLost
        ? .of(.outcomeUnknown, place, engineMessage: error.engineMessage, sql: "COMMIT") : error
    }
    guard result.tag == "COMMIT" else {
      throw .misuse(
        de: "Eine gescheiterte Transaktion sollte abgeschlossen werden.",
        en: "A failed transaction was to be completed.")
    }
  }

  func execute(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
    let result = handle.runPrepared(try prepared(text), PostgresParameters(arguments))
    return try check(result, text.text).changedRows
  }

  func rows(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
    let result = handle.runPrepared(try prepared(text), PostgresParameters(arguments))
    return try Self.rows(try check(result, text.text))
  }

  private static func rows(_ result: borrowing PostgresResult) throws(DatabaseError) -> [SQLRow] {
    let shape = result.shape()
    var rows: [SQLRow] = []
    rows.reserveCapacity(result.rowCount)
    for row in 0..<result.rowCount { rows.append(try result.row(row, shape)) }
    return rows
  }

  func forEach(_ text: SQLText, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
    guard handle.sendPrepared(try prepared(text), PostgresParameters(arguments)),
      handle.answerRowByRow()
    else { throw lost(text.text) }
    var shape: PostgresShape?
    var failure: (any Error)?
    // All answers are fetched, also after an error: the connection is free again only then.
    while let answer = handle.nextAnswer() {
      guard answer.status != .failed else {
        failure = failure ?? error(answer, text.text)
        continue
      }
      guard answer.status == .row, failure == nil else { continue }
      let known = shape ?? answer.shape()
      shape = known
      do { try body(try answer.row(0, known)) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func executeMany(_ text: SQLText, _ next: () throws -> [SQLValue]?) throws -> Int {
    let name = try prepared(text)
    guard handle.enterPipeline() else { throw lost(text.text) }
    var changed = 0
    var parameters = PostgresParameters()
    var failure: (any Error)?
    var isAtEnd = false
    while !isAtEnd, failure == nil {
      var sent = 0
      while sent < Self.batch, !isAtEnd, failure == nil {
        do {
          guard let arguments = try next() else {
            isAtEnd = true
            continue
          }
          parameters.set(arguments)
          guard handle.sendPrepared(name, parameters) else { throw lost(text.text) }
          sent += 1
        } catch { failure = error }
      }
      guard handle.syncPipeline() else { throw lost(text.text) }
      let answers = readBatch(text.text)
      changed += answers.changed
      failure = answers.failure ?? failure
    }
    guard handle.exitPipeline() else { throw failure ?? lost(text.text) }
    if let failure { throw failure }
    return changed
  }

  /// Answers up to the synchronisation.
  private func readBatch(_ sql: String) -> (changed: Int, failure: DatabaseError?) {
    var changed = 0
    var failure: DatabaseError?
    while true {
      guard let answer = handle.nextAnswer() else {
        // Between the answers of two statements there is nothing; after a loss there is nothing more.
        if handle.isBroken { return (changed, failure ?? lost(sql)) }
        continue
      }
      switch answer.status {
      case .done: changed += answer.changedRows
      case .synchronised: return (changed, failure)
      case .failed: failure = failure ?? error(answer, sql)
      case .row, .skipped: break
      }
    }
  }

  func queryPlan(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> QueryPlan {
    let sql = "EXPLAIN (FORMAT JSON) " + text.text
    let rows = try Self.rows(try check(handle.run(sql, PostgresParameters(arguments)), sql))
    guard let plan = PostgresPlanReader.plan(try rows.first?.text(0) ?? "") else {
      throw .unknownKind("EXPLAIN")
    }
    return plan
  }

  private func prepared(_ text: SQLText) throws(DatabaseError) -> String {
    uses += 1
    if let known = statements[text.text] {
      statements[text.text] = (known.name, uses)
      return known.name
    }
    if statements.count >= Self.mostStatements,
      let oldest = statements.min(by: { $0.value.used < $1.value.used })
    {
      try command("DEALLOCATE " + oldest.value.name)
      statements[oldest.key] = nil
    }
    let name = "s\(uses)"
    try check(handle.prepare(name, text.text), text.text)
    statements[text.text] = (name, uses)
    return name
  }

  // MARK: Migrating

  /// Only one migrator at a time works on a schema. It must see what the one before it did, so this
  /// runs in a READ COMMITTED transaction.
  func prepareMigrating() throws(DatabaseError) {
    try command(
      "SELECT pg_advisory_xact_lock(hashtextextended('tragwerk migrate ' || current_schema(), 0))")
    let domain = try SQLText.of(
      """
      SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typname = 'bytetext' AND n.nspname = current_schema()
      """)
    if try rows(domain, []).isEmpty { try command("CREATE DOMAIN bytetext AS text COLLATE \"C\"") }
  }

  func translated(_ migration: String) -> String { migration }

  func hasTable(_ name: String) throws(DatabaseError) -> Bool {
    let text = try SQLText.of(
      "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1")
    return try !rows(text, [.text(name)]).isEmpty
  }

  // MARK: Errors

  @discardableResult
  private func check(_ result: consuming PostgresResult?, _ sql: String) throws(DatabaseError)
    -> PostgresResult
  {
    guard let result = result.take() else { throw lost(sql) }
    guard result.status != .failed else { throw error(result, sql) }
    return result
  }

  /// libpq could not go on; what state the connection is in nobody knows, so it is not used again.
  private func lost(_ sql: String) -> DatabaseError {
    isStale = true
    return .of(
      handle.isBroken ? .connectionLost : .defect, place, engineMessage: handle.words, sql: sql)
  }

  private func error(_ result: borrowing PostgresResult, _ sql: String) -> DatabaseError {
    let (state, words) = (result.state, result.words)
    let code: DatabaseError.Code
    if handle.isBroken || state.hasPrefix("57P") {
      code = .connectionLost
      isStale = true
    } else if state == "26000" || (state == "0A000" && words.contains("cached plan")) {
      // Somebody migrated since the statement was prepared: another connection knows no old plans.
      code = .serialization
      isStale = true
    } else {
      code = DatabaseError.Code(state: state)
    }
    return .of(code, place, engineMessage: words, engineCode: state, sql: sql)
  }
}
