// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Everything that was done to the register.
public struct ActTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  /// Records that something is done, and gives its id.
  public func begin(_ kind: Act.Kind, by actor: String, at: String, note: String) throws -> String {
    let id = try SequenceTable(connection: connection).id("a", "act")
    _ = try connection.execute(
      "INSERT INTO act (id, kind, actor, at, note) VALUES ($1, $2, $3, $4, $5)",
      [.text(id), .text(kind.rawValue), .text(actor), .text(at), .text(note)])
    return id
  }

  /// When an act was done.
  func time(of id: String) throws -> String {
    guard let act = try acts([id])[id] else { throw StorageError.unknownChoice("Act", id) }
    return act.at
  }

  /// The acts of those ids.
  func acts(_ ids: Set<String>) throws -> [String: Act] {
    var acts: [String: Act] = [:]
    for id in ids.sorted() {
      for row in try connection.rows(
        "SELECT id, kind, actor, at, note FROM act WHERE id = $1", [.text(id)])
      {
        acts[id] = try Self.act(row)
      }
    }
    return acts
  }

  private static func act(_ row: SQLRow) throws -> Act {
    Act(
      id: try row.text(0), kind: try stored(try row.text(1)), actor: try row.text(2),
      at: try row.text(3), note: try row.text(4))
  }
}
