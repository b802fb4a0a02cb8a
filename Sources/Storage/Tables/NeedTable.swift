// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine

/// What a need is called where it came from; the same list may come again.
public struct NeedSource: Sendable, Hashable {
  /// A source of the register.
  public var source: String
  /// Unique within the source.
  public var key: String

  public init(source: String, key: String) {
    self.source = source
    self.key = key
  }
}

/// The row of a need: which version counts and where it stands.
struct NeedRow {
  var id: String
  var version: Int
  var state: NeedState
  var source: NeedSource?
}

/// Every need there ever was, a row each.
public struct NeedTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns = "id, version, state, source, key"

  /// The current version of a need with its state; nil where there is none of that id.
  public func need(_ id: String) throws -> Need? {
    guard let row = try row(id) else { return nil }
    return try NeedVersionTable(connection).version(row.version, of: row)
  }

  /// The current version of a need with its state; throws where there is none of that id.
  public func existing(_ id: String) throws -> Need {
    guard let need = try need(id) else { throw StorageError.need(.noSuchNeed(id)) }
    return need
  }

  /// The need that a source calls by a key; nil where it never did.
  public func need(_ source: NeedSource) throws -> Need? {
    guard
      let id = try connection.row(
        Self.bySource, [.text(source.source), .text(source.key)])?.text(0)
    else { return nil }
    return try existing(id)
  }

  static let bySource = "SELECT id FROM need WHERE source = $1 AND key = $2"

  /// Where a need came from; nil where it was entered.
  public func source(of id: String) throws -> NeedSource? { try existingRow(id).source }

  /// What the list a need comes from said of it last; nil where no list did.
  public func stated(of id: String) throws -> NeedValues? {
    let text = try connection.row("SELECT stated FROM need WHERE id = $1", [.text(id)])?
      .optionalText(0)
    return try text.map { text in
      guard let values = NeedValues(encoded: text) else {
        throw StorageError.unknownChoice("NeedValues", text)
      }
      return values
    }
  }

  /// Notes what the list said of a need.
  public func setStated(_ values: NeedValues, of id: String) throws {
    try connection.execute(
      "UPDATE need SET stated = $1 WHERE id = $2", [.text(values.encoded), .text(id)])
  }

  /// The keys and ids of all needs of a source, by key.
  public func keys(of source: String) throws -> [(key: String, id: String)] {
    try connection.rows(
      "SELECT key, id FROM need WHERE source = $1 ORDER BY key", [.text(source)]
    ).map { (try $0.text(0), try $0.text(1)) }
  }

  func row(_ id: String) throws -> NeedRow? {
    try connection.row("SELECT \(Self.columns) FROM need WHERE id = $1", [.text(id)])
      .map(Self.row)
  }

  func existingRow(_ id: String) throws -> NeedRow {
    guard let row = try row(id) else { throw StorageError.need(.noSuchNeed(id)) }
    return row
  }

  func add(_ need: Need, from source: NeedSource?) throws {
    try connection.execute(
      """
      INSERT INTO need (\(Self.columns), buyer, expires_on)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .text(need.id), SQLValue(need.version), .text(need.state.rawValue),
        SQLValue(source?.source), SQLValue(source?.key), SQLValue(need.buyer?.text),
        SQLValue(need.expiresOn?.description),
      ])
  }

  /// Makes a version the current one, provided that `earlier` still is; says whether it was.
  func advance(to need: Need, from earlier: Int) throws -> Bool {
    try connection.execute(
      """
      UPDATE need SET version = $1, state = $2, buyer = $3, expires_on = $4
      WHERE id = $5 AND version = $6
      """,
      [
        SQLValue(need.version), .text(need.state.rawValue), SQLValue(need.buyer?.text),
        SQLValue(need.expiresOn?.description), .text(need.id), SQLValue(earlier),
      ]) == 1
  }

  private static func row(_ row: SQLRow) throws -> NeedRow {
    let key = try row.optionalText(4)
    return NeedRow(
      id: try row.text(0), version: Int(try row.integer(1)), state: try stored(try row.text(2)),
      source: try row.optionalText(3).flatMap { source in
        key.map { NeedSource(source: source, key: $0) }
      })
  }
}
