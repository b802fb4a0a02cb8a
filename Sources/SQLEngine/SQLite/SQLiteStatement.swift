// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// A prepared statement of SQLite. GRDB owns it and keeps it for the connection's next transactions.
@safe struct SQLiteStatement {
  /// Keeps the pointer valid.
  private let owner: Statement
  private let place: String
  /// Which argument each of SQLite's parameters takes: SQLite numbers `$2` and `$1` by appearance.
  private let arguments: [Int]

  private var pointer: OpaquePointer { unsafe owner.sqliteStatement }

  init(_ owner: Statement, _ place: String) {
    self.owner = owner
    self.place = place
    let pointer = unsafe owner.sqliteStatement
    let count = unsafe sqlite3_bind_parameter_count(pointer)
    var arguments: [Int] = []
    for index in 0..<count {
      guard let name = unsafe sqlite3_bind_parameter_name(pointer, index + 1),
        let number = unsafe Int(String(cString: name).dropFirst())
      else { preconditionFailure("SQLText admits only parameters of the form $n") }
      arguments.append(number - 1)
    }
    self.arguments = arguments
  }

  func bind(_ values: [SQLValue]) throws(DatabaseError) {
    for (position, argument) in arguments.enumerated() {
      let index = Int32(position + 1)
      let status: Int32 =
        switch values[argument] {
        case .null: unsafe sqlite3_bind_null(pointer, index)
        case .integer(let value): unsafe sqlite3_bind_int64(pointer, index, value)
        // Adding 0 makes −0 to 0.
        case .real(let value): unsafe sqlite3_bind_double(pointer, index, value + 0)
        case .text(let value): bind(value, index)
        }
      guard status == SQLITE_OK else { throw error() }
    }
  }

  private func bind(_ text: String, _ index: Int32) -> Int32 {
    // SQLITE_TRANSIENT: SQLite copies the text before the call returns.
    let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    var text = text
    return text.withUTF8 { bytes in
      // An empty buffer may have no address, which would mean NULL.
      guard let start = bytes.baseAddress else {
        return unsafe sqlite3_bind_text(pointer, index, "", 0, copies)
      }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe sqlite3_bind_text64(
          pointer, index, $0, UInt64(bytes.count), copies, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// Whether there is a row.
  func step() throws(DatabaseError) -> Bool {
    switch unsafe sqlite3_step(pointer) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    default: throw error()
    }
  }

  func columns() -> SQLColumns {
    let count = unsafe sqlite3_column_count(pointer)
    return SQLColumns(
      (0..<count).map { index in
        unsafe sqlite3_column_name(pointer, index).map { unsafe String(cString: $0) } ?? ""
      })
  }

  func row(_ columns: SQLColumns) throws(DatabaseError) -> SQLRow {
    var values: [SQLValue] = []
    values.reserveCapacity(columns.names.count)
    for index in 0..<Int32(columns.names.count) { values.append(try value(index)) }
    return SQLRow(columns: columns, values: values)
  }

  private func value(_ index: Int32) throws(DatabaseError) -> SQLValue {
    switch unsafe sqlite3_column_type(pointer, index) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(pointer, index))
    case SQLITE_TEXT:
      guard let start = unsafe sqlite3_column_text(pointer, index) else { return .text("") }
      let count = unsafe Int(sqlite3_column_bytes(pointer, index))
      return .text(
        unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    default: throw .unknownKind("BLOB")
    }
  }

  /// Rows changed by the run that just ended.
  func changes(_ text: SQLText) -> Int {
    guard text.mayChangeRows, unsafe sqlite3_stmt_readonly(pointer) == 0 else { return 0 }
    return Int(unsafe sqlite3_changes64(sqlite3_db_handle(pointer)))
  }

  /// Ends a run; its result was told by ``step()`` already.
  func reset() {
    _ = unsafe sqlite3_reset(pointer)
    _ = unsafe sqlite3_clear_bindings(pointer)
  }

  private func error() -> DatabaseError {
    let connection = unsafe sqlite3_db_handle(pointer)
    let code = unsafe sqlite3_extended_errcode(connection)
    let words = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) } ?? ""
    return .of(
      DatabaseError.Code(sqlite: code), place, engineMessage: words, engineCode: "\(code)",
      sql: unsafe sqlite3_sql(pointer).map { unsafe String(cString: $0) })
  }
}
