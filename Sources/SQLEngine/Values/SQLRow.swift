// SPDX-License-Identifier: Apache-2.0

/// A row of a result. Columns are asked for by position (from 0) or by name; a value of another kind
/// than asked for, or a column that is not there, is an error that says which.
public struct SQLRow: Sendable {
  /// A column of a result: `0`, `"name"`, or `.index(i)`.
  public enum Column: Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    case index(Int)
    case name(String)

    public init(integerLiteral value: Int) { self = .index(value) }
    public init(stringLiteral value: String) { self = .name(value) }
  }

  let columns: SQLColumns
  public let values: [SQLValue]

  public var columnNames: [String] { columns.names }

  public func value(_ column: Column) throws(DatabaseError) -> SQLValue {
    switch column {
    case .index(let index):
      guard values.indices.contains(index) else { throw .noColumn("\(index)", in: columns.names) }
      return values[index]
    case .name(let name):
      guard let index = columns.positions[name] else { throw .noColumn(name, in: columns.names) }
      return values[index]
    }
  }

  public func optionalText(_ column: Column) throws(DatabaseError) -> String? {
    switch try value(column) {
    case .text(let text): text
    case .null: nil
    case let other: throw .wrongKind(other, column, wanted: "text")
    }
  }

  public func optionalInteger(_ column: Column) throws(DatabaseError) -> Int64? {
    switch try value(column) {
    case .integer(let integer): integer
    case .null: nil
    case let other: throw .wrongKind(other, column, wanted: "integer")
    }
  }

  /// A whole number is a real as well where a `Double` holds it exactly.
  public func optionalReal(_ column: Column) throws(DatabaseError) -> Double? {
    switch try value(column) {
    case .real(let real): return real
    case .null: return nil
    case .integer(let integer):
      guard let real = Double(exactly: integer) else {
        throw .wrongKind(.integer(integer), column, wanted: "real")
      }
      return real
    case let other: throw .wrongKind(other, column, wanted: "real")
    }
  }

  public func text(_ column: Column) throws(DatabaseError) -> String {
    guard let text = try optionalText(column) else {
      throw .wrongKind(.null, column, wanted: "text")
    }
    return text
  }

  public func integer(_ column: Column) throws(DatabaseError) -> Int64 {
    guard let integer = try optionalInteger(column) else {
      throw .wrongKind(.null, column, wanted: "integer")
    }
    return integer
  }

  public func real(_ column: Column) throws(DatabaseError) -> Double {
    guard let real = try optionalReal(column) else {
      throw .wrongKind(.null, column, wanted: "real")
    }
    return real
  }
}

/// The columns of a result, shared by its rows. Of two columns with one name the first has it.
final class SQLColumns: Sendable {
  let names: [String]
  let positions: [String: Int]

  init(_ names: [String]) {
    self.names = names
    positions = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }
}
