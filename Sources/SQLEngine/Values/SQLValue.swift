// SPDX-License-Identifier: Apache-2.0

/// One value as a database keeps it: the kinds that SQLite and PostgreSQL share.
///
/// Texts are UTF-8 without NUL; reals are finite, and −0 is kept as 0 (SQLite knows no −0). Anything
/// else is refused with a clear error before a statement runs.
public enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
  public init(_ value: Int64?) { self = value.map(Self.integer) ?? .null }
  public init(_ value: Double?) { self = value.map(Self.real) ?? .null }
  public init(_ value: String?) { self = value.map(Self.text) ?? .null }

  /// What the value is, for messages.
  var kind: String {
    switch self {
    case .null: "NULL"
    case .integer: "integer"
    case .real: "real"
    case .text: "text"
    }
  }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringInterpolation, ExpressibleByNilLiteral
{
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }
}
