// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Those the register has facts from.
public struct SourceTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  public func all() throws -> [Source] {
    try connection.rows("SELECT name, kind, title FROM source ORDER BY name").map(Self.source)
  }

  public func source(named name: String) throws -> Source? {
    try connection.rows("SELECT name, kind, title FROM source WHERE name = $1", [.text(name)])
      .first.map(Self.source)
  }

  /// Adds a source or changes its title; the kind of a known source stays.
  public func save(_ source: Source) throws {
    _ = try connection.execute(
      """
      INSERT INTO source (name, kind, title) VALUES ($1, $2, $3)
      ON CONFLICT (name) DO UPDATE SET title = $4
      """,
      [.text(source.name), .text(source.kind.rawValue), .text(source.title), .text(source.title)])
  }

  /// The column mapping last used for the source, as text.
  public func mapping(of name: String) throws -> String? {
    try connection.rows("SELECT mapping FROM source WHERE name = $1", [.text(name)])
      .first?.optionalText(0)
  }

  public func saveMapping(_ mapping: String, of name: String) throws {
    _ = try connection.execute(
      "UPDATE source SET mapping = $1 WHERE name = $2", [.text(mapping), .text(name)])
  }

  private static func source(_ row: SQLRow) throws -> Source {
    Source(name: try row.text(0), kind: try stored(try row.text(1)), title: try row.text(2))
  }
}
