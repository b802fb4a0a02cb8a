// SPDX-License-Identifier: Apache-2.0
import CPostgres

/// An answer of the server, freed in `deinit`.
@safe struct PostgresResult: ~Copyable {
  enum Status {
    /// Done, without or with rows.
    case done
    /// One row of several; more answers follow.
    case row
    /// Everything sent before the last synchronisation is answered.
    case synchronised
    /// Not run because an earlier statement of the batch failed.
    case skipped
    case failed
  }

  private let result: OpaquePointer

  init(_ result: OpaquePointer) { unsafe self.result = result }

  deinit { unsafe PQclear(result) }

  var status: Status {
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: .done
    case PGRES_SINGLE_TUPLE: .row
    case PGRES_PIPELINE_SYNC: .synchronised
    case PGRES_PIPELINE_ABORTED: .skipped
    default: .failed
    }
  }

  /// SQLSTATE; empty where the error is libpq's own.
  var state: String {
    // PG_DIAG_SQLSTATE, a character constant that Swift does not import.
    unsafe PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { unsafe String(cString: $0) }
      ?? ""
  }

  var words: String { unsafe String(cString: PQresultErrorMessage(result)) }

  /// Rows inserted, changed or deleted; 0 for other statements.
  var changedRows: Int {
    let tag = unsafe String(cString: PQcmdStatus(result))
    guard ["INSERT", "UPDATE", "DELETE"].contains(where: tag.hasPrefix) else { return 0 }
    return Int(unsafe String(cString: PQcmdTuples(result))) ?? 0
  }

  /// What the server says it did: `COMMIT`, `ROLLBACK` …
  var tag: String { unsafe String(cString: PQcmdStatus(result)) }

  var rowCount: Int { Int(unsafe PQntuples(result)) }

  func shape() -> PostgresShape {
    let count = unsafe PQnfields(result)
    let columns = 0..<count
    return PostgresShape(
      columns: SQLColumns(columns.map { unsafe String(cString: PQfname(result, $0)) }),
      kinds: columns.map { PostgresShape.Kind(type: UInt32(unsafe PQftype(result, $0))) })
  }

  func row(_ row: Int, _ shape: PostgresShape) throws(DatabaseError) -> SQLRow {
    var values: [SQLValue] = []
    values.reserveCapacity(shape.kinds.count)
    for (column, kind) in shape.kinds.enumerated() {
      let (row, column) = (Int32(row), Int32(column))
      guard unsafe PQgetisnull(result, row, column) == 0,
        let start = unsafe PQgetvalue(result, row, column)
      else {
        values.append(.null)
        continue
      }
      let count = Int(unsafe PQgetlength(result, row, column))
      let text = unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) {
        unsafe String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
      }
      values.append(try kind.value(text))
    }
    return SQLRow(columns: shape.columns, values: values)
  }
}

/// Names and kinds of a result's columns.
struct PostgresShape {
  enum Kind {
    case integer, real, numeric, boolean, text, binary

    /// The type's number in PostgreSQL's catalogue, the same in all versions (`pg_type.dat`).
    init(type: UInt32) {
      switch type {
      case 20, 21, 23, 26: self = .integer
      case 700, 701: self = .real
      case 1700: self = .numeric
      case 16: self = .boolean
      case 17: self = .binary
      default: self = .text
      }
    }

    /// The value of a text as PostgreSQL writes it.
    func value(_ text: String) throws(DatabaseError) -> SQLValue {
      switch self {
      case .text: return .text(text)
      case .boolean: return .integer(text == "t" ? 1 : 0)
      case .integer:
        if let value = Int64(text) { return .integer(value) }
      case .real:
        if let value = Double(text) { return .real(value) }
      case .numeric:
        // A sum of whole numbers is numeric here and whole in SQLite.
        if let value = Int64(text) { return .integer(value) }
        if let value = Double(text) { return .real(value) }
      case .binary: throw .unknownKind("bytea")
      }
      throw .unknownKind(text)
    }
  }

  let columns: SQLColumns
  let kinds: [Kind]
}
