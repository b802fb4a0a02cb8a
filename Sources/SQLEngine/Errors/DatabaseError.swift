// SPDX-License-Identifier: Apache-2.0
import Localization

/// What went wrong with a database, the same for both engines.
///
/// `message` and `description` say what, why and what to do, and hold neither passwords nor values
/// of anybody's data. `debugDescription` adds the statement and the engine's own words; it is for
/// logs that only operators read.
public struct DatabaseError: Error, Sendable {
  /// A kind of error. The list grows; unknown ones are treated as ``defect``.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// The server cannot be reached, or is going down or starting.
    public static let unreachable = Code(description: "unreachable")
    /// The server does not accept the name, the password or the database.
    public static let loginRefused = Code(description: "loginRefused")
    /// The encrypted connection asked for cannot be had.
    public static let insecure = Code(description: "insecure")
    /// The server is too old or keeps texts in another encoding.
    public static let unsuitable = Code(description: "unsuitable")
    /// The account may not do what a statement does.
    public static let notAllowed = Code(description: "notAllowed")
    /// The disk or its driver reports an error.
    public static let inputOutput = Code(description: "inputOutput")
    /// The words that name the database cannot be read.
    public static let location = Code(description: "location")
    /// The file should exist and does not.
    public static let missing = Code(description: "missing")
    /// The file or its folder cannot be opened.
    public static let cannotOpen = Code(description: "cannotOpen")
    public static let readOnly = Code(description: "readOnly")
    /// No space is left, or the limit of the file's size is reached.
    public static let full = Code(description: "full")
    /// Somebody else holds what is needed for longer than was waited.
    public static let busy = Code(description: "busy")
    /// Two transactions stood in each other's way, also after several tries.
    public static let serialization = Code(description: "serialization")
    /// The connection broke; nothing was kept.
    public static let connectionLost = Code(description: "connectionLost")
    /// The connection broke while changes were being kept: nobody here knows whether they were.
    public static let outcomeUnknown = Code(description: "outcomeUnknown")
    /// The task was cancelled; nothing was kept.
    public static let interrupted = Code(description: "interrupted")
    /// The database was closed.
    public static let closed = Code(description: "closed")
    /// Migrations are missing.
    public static let schemaTooOld = Code(description: "schemaTooOld")
    /// A newer version of Tragwerk has been here.
    public static let schemaTooNew = Code(description: "schemaTooNew")
    /// A migration that was applied reads differently now, or in another order.
    public static let schemaChanged = Code(description: "schemaChanged")
    /// The file is no database.
    public static let notADatabase = Code(description: "notADatabase")
    public static let corrupt = Code(description: "corrupt")
    /// A statement is wrong: a defect of ours.
    public static let syntax = Code(description: "syntax")
    /// A value that cannot be kept, or is of another kind than asked for.
    public static let value = Code(description: "value")
    public static let defect = Code(description: "defect")

    public static func constraint(_ kind: ConstraintKind) -> Code {
      Code(description: "constraint.\(kind.rawValue)")
    }
  }

  /// Which rule of a table was broken.
  public enum ConstraintKind: String, Sendable, CaseIterable {
    case unique, foreignKey, check, notNull, other
  }

  public let code: Code
  public let message: LocalizedText
  /// The engine's own words; may hold values.
  public let engineMessage: String
  /// SQLSTATE of PostgreSQL or the extended result code of SQLite.
  public let engineCode: String
  public internal(set) var sql: String?

  init(
    _ code: Code, _ message: LocalizedText, engineMessage: String = "", engineCode: String = "",
    sql: String? = nil
  ) {
    self.code = code
    self.message = message
    self.engineMessage = engineMessage
    self.engineCode = engineCode
    self.sql = sql
  }

  /// Which rule of a table was broken; nil for other errors.
  public var constraint: ConstraintKind? {
    ConstraintKind.allCases.first { code == .constraint($0) }
  }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { message.english }

  public var debugDescription: String {
    var text = "DatabaseError(\(code)): \(message.english)"
    if !engineCode.isEmpty { text += "\n  engine code: \(engineCode)" }
    if !engineMessage.isEmpty { text += "\n  engine: \(engineMessage)" }
    if let sql { text += "\n  statement: \(sql)" }
    return text
  }
}
