// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// One list on its way into the register.
public struct StoredImport: Sendable, Hashable {
  public var id: String
  public var source: String
  /// The file's name, for people.
  public var file: String
  /// A sum over the file, so that reading goes on in the same file only.
  public var fileSum: String
  public var mapping: String
  public var statedOn: CalendarDay
  /// Whether rows are compared with names and addresses, not by numbers alone.
  public var compares: Bool
  /// Whether what is missing in the list has not left the source.
  public var isPartial: Bool
  public var actor: String
  public var begunAt: String
  public var state: ImportState
  /// The act that brought it into the register.
  public var act: String?

  public init(
    id: String, source: String, file: String, fileSum: String, mapping: String,
    statedOn: CalendarDay, compares: Bool, isPartial: Bool, actor: String, begunAt: String,
    state: ImportState, act: String? = nil
  ) {
    self.id = id
    self.source = source
    self.file = file
    self.fileSum = fileSum
    self.mapping = mapping
    self.statedOn = statedOn
    self.compares = compares
    self.isPartial = isPartial
    self.actor = actor
    self.begunAt = begunAt
    self.state = state
    self.act = act
  }
}

public struct ImportTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  private static let columns = """
    id, source, file, file_sum, mapping, stated_on, compares, is_partial, actor, begun_at, state, act
    """

  public func all() throws -> [StoredImport] {
    try connection.rows("SELECT \(Self.columns) FROM import ORDER BY id").map(Self.row)
  }

  /// The import of an id; throws where there is none.
  public func existing(_ id: String) throws -> StoredImport {
    guard
      let found = try connection.rows(
        "SELECT \(Self.columns) FROM import WHERE id = $1", [.text(id)]
      ).first
    else { throw StorageError.noSuchImport(id) }
    return try Self.row(found)
  }

  /// The import of a source that is being read or waits to be committed.
  public func unfinished(of source: String) throws -> StoredImport? {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import
      WHERE source = $1 AND state IN ('reading', 'ready') ORDER BY id LIMIT 1
      """, [.text(source)]
    ).first.map(Self.row)
  }

  /// The imports of a source that came after one and are in the register.
  func committed(of source: String, after id: String) throws -> StoredImport? {
    try connection.rows(
      """
      SELECT \(Self.columns) FROM import
      WHERE source = $1 AND id > $2 AND state = 'committed' ORDER BY id DESC LIMIT 1
      """, [.text(source), .text(id)]
    ).first.map(Self.row)
  }

  /// Adds an import, giving it its id.
  public func add(_ new: StoredImport) throws -> StoredImport {
    var new = new
    new.id = try SequenceTable(connection: connection).id("i", "import")
    _ = try connection.execute(
      """
      INSERT INTO import (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      """,
      [
        .text(new.id), .text(new.source), .text(new.file), .text(new.fileSum), .text(new.mapping),
        .text(new.statedOn.description), .integer(new.compares ? 1 : 0),
        .integer(new.isPartial ? 1 : 0), .text(new.actor), .text(new.begunAt),
        .text(new.state.rawValue), SQLValue(new.act),
      ])
    return new
  }

  public func setState(_ state: ImportState, of id: String) throws {
    _ = try connection.execute(
      "UPDATE import SET state = $1 WHERE id = $2", [.text(state.rawValue), .text(id)])
  }

  /// Notes that an act belongs to an import; the first is the one that brought it in.
  func addAct(_ act: String, to importID: String, isFirst: Bool) throws {
    _ = try connection.execute(
      "INSERT INTO import_act (act, import) VALUES ($1, $2)", [.text(act), .text(importID)])
    if isFirst {
      _ = try connection.execute(
        "UPDATE import SET act = $1 WHERE id = $2", [.text(act), .text(importID)])
    }
  }

  func acts(of importID: String) throws -> Set<String> {
    Set(
      try connection.rows("SELECT act FROM import_act WHERE import = $1", [.text(importID)])
        .map { try $0.text(0) })
  }

  private static func row(_ row: SQLRow) throws -> StoredImport {
    StoredImport(
      id: try row.text(0), source: try row.text(1), file: try row.text(2),
      fileSum: try row.text(3), mapping: try row.text(4), statedOn: try day(try row.text(5)),
      compares: try row.integer(6) != 0, isPartial: try row.integer(7) != 0,
      actor: try row.text(8), begunAt: try row.text(9), state: try stored(try row.text(10)),
      act: try row.optionalText(11))
  }
}
