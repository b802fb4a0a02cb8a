// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// One of the pool's connections while a transaction has it.
///
/// With ``SQLiteStatement`` the only place that meets SQLite's own functions: GRDB opens, queues,
/// begins and commits, statements are stepped here without its conversions.
@safe final class SQLiteConnection: EngineConnection {
  private let database: GRDB.Database
  private let place: String
  private var statements: [String: SQLiteStatement] = [:]
  private var watched: Cancellation?

  /// Virtual machine steps between two looks at the cancellation; some ten microseconds.
  private static let stepsBetweenLooks: Int32 = 4_000

  init(_ database: GRDB.Database, _ place: String) {
    self.database = database
    self.place = place
  }

  // MARK: Statements

  func execute(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> Int {
    let statement = try statement(text)
    defer { statement.reset() }
    try statement.bind(arguments)
    while try statement.step() {}
    return statement.changes(text)
  }

  func rows(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
    try rows(of: try statement(text), arguments)
  }

  func forEach(_ text: SQLText, _ arguments: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
    let statement = try statement(text)
    defer { statement.reset() }
    try statement.bind(arguments)
    // The first step prepares anew where tables have changed, so the columns are known only then.
    guard try statement.step() else { return }
    let columns = statement.columns()
    repeat { try body(try statement.row(columns)) } while try statement.step()
  }

  func executeMany(_ text: SQLText, _ next: () throws -> [SQLValue]?) throws -> Int {
    let statement = try statement(text)
    defer { statement.reset() }
    var changed = 0
    while let arguments = try next() {
      try statement.bind(arguments)
      while try statement.step() {}
      changed += statement.changes(text)
      statement.reset()
    }
    return changed
  }

  func queryPlan(_ text: SQLText, _ arguments: [SQLValue]) throws(DatabaseError) -> QueryPlan {
    let schema = try rows(try SQLText.of(SQLitePlanReader.schemaQuery), [])
    let program = try uncachedRows("EXPLAIN " + text.text, arguments)
    let words = try uncachedRows("EXPLAIN QUERY PLAN " + text.text, arguments)
    return try SQLitePlanReader(schema: schema).plan(program: program, words: words)
  }

  private func uncachedRows(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseError)
    -> [SQLRow]
  {
    try rows(
      of: try SQLiteStatement(prepared { try database.makeStatement(sql: sql) }, place), arguments)
  }

  private func rows(of statement: SQLiteStatement, _ arguments: [SQLValue]) throws(DatabaseError)
    -> [SQLRow]
  {
    defer { statement.reset() }
    try statement.bind(arguments)
    guard try statement.step() else { return [] }
    let columns = statement.columns()
    var rows: [SQLRow] = []
    repeat { rows.append(try statement.row(columns)) } while try statement.step()
    return rows
  }

  private func statement(_ text: SQLText) throws(DatabaseError) -> SQLiteStatement {
    if let known = statements[text.text] { return known }
    let statement = try SQLiteStatement(
      prepared { try database.cachedStatement(sql: text.text) }, place)
    statements[text.text] = statement
    return statement
  }

  private func prepared(_ prepare: () throws -> Statement) throws(DatabaseError) -> Statement {
    do { return try prepare() } catch { throw DatabaseError(error, place) }
  }

  // MARK: Migrating

  /// The write transaction keeps others out, and SQLite takes BYTETEXT as text compared by bytes.
  func prepareMigrating() {}

  func translated(_ migration: String) -> String { SQLiteDialect.migration(migration) }

  func hasTable(_ name: String) throws(DatabaseError) -> Bool {
    let text = try SQLText.of("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1")
    return try !rows(text, [.text(name)]).isEmpty
  }

  // MARK: Waiting and stopping

  func setBusyTimeout(_ timeout: Duration) {
    unsafe sqlite3_busy_timeout(database.sqliteConnection, Int32(timeout.seconds * 1000))
  }

  /// Lets SQLite look at the cancellation while it works, until ``unwatch()``.
  func watch(_ cancellation: Cancellation) {
    watched = cancellation
    unsafe sqlite3_progress_handler(
      database.sqliteConnection, Self.stepsBetweenLooks,
      { context in
        guard let context = unsafe context else { return 0 }
        // `watched` keeps it for as long as the handler is set.
        return unsafe Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue().isAsked
          ? 1 : 0
      }, Unmanaged.passUnretained(cancellation).toOpaque())
  }

  func unwatch() {
    unsafe sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil)
    watched = nil
  }
}
