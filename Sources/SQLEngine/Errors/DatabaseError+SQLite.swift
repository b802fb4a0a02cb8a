// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

extension DatabaseError.Code {
  /// What an extended result code of SQLite means (https://www.sqlite.org/rescode.html).
  init(sqlite code: Int32) {
    switch code {
    case Broken.unique, Broken.primaryKey, Broken.rowid: self = .constraint(.unique)
    case Broken.foreignKey: self = .constraint(.foreignKey)
    case Broken.check: self = .constraint(.check)
    case Broken.kind: self = .value
    case Broken.notNull: self = .constraint(.notNull)
    default:
      switch code & 0xFF {
      case SQLITE_CONSTRAINT: self = .constraint(.other)
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
      case SQLITE_READONLY: self = .readOnly
      case SQLITE_FULL: self = .full
      case SQLITE_CANTOPEN, SQLITE_PERM: self = .cannotOpen
      case SQLITE_NOTADB: self = .notADatabase
      case SQLITE_CORRUPT: self = .corrupt
      case SQLITE_INTERRUPT: self = .interrupted
      case SQLITE_MISMATCH, SQLITE_TOOBIG: self = .value
      case SQLITE_IOERR: self = .inputOutput
      case SQLITE_ERROR: self = .syntax
      default: self = .defect
      }
    }
  }
}

/// Extended result codes of broken constraints, SQLITE_CONSTRAINT | (n << 8): SQLite defines them by
/// macros that Swift does not import.
private enum Broken {
  static let check: Int32 = 19 | 1 << 8
  static let foreignKey: Int32 = 19 | 3 << 8
  static let notNull: Int32 = 19 | 5 << 8
  static let primaryKey: Int32 = 19 | 6 << 8
  static let unique: Int32 = 19 | 8 << 8
  static let rowid: Int32 = 19 | 10 << 8
  /// A value of another kind than its column in a STRICT table.
  static let kind: Int32 = 19 | 12 << 8
}

extension DatabaseError {
  /// An error of GRDB, which opens, begins and commits.
  init(_ error: any Error, _ place: String) {
    switch error {
    case let error as DatabaseError: self = error
    case let error as GRDB.DatabaseError:
      self = .of(
        Code(sqlite: error.extendedResultCode.rawValue), place,
        engineMessage: error.message ?? "", engineCode: "\(error.extendedResultCode.rawValue)",
        sql: error.sql)
    case is CancellationError: self = .of(.interrupted, place)
    default: self = .of(.defect, place, engineMessage: "\(error)")
    }
  }
}
