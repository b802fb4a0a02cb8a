// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine

/// Which organisations changed, in the order in which the changes were committed.
///
/// Numbers come from one row that a writing transaction holds to its end, so whoever has seen a number
/// has seen all smaller ones.
public struct OrganisationChangeTable {
  let connection: SQLConnection

  public init(_ connection: SQLConnection) { self.connection = connection }

  static let since = """
    SELECT c.organisation, e.canonical FROM organisation_change c
    JOIN entity e ON e.id = c.organisation WHERE c.number > $1 ORDER BY c.number, c.organisation
    """

  /// Notes that something of organisations changed that others look at: a row each, whatever their
  /// number of changes.
  func note(_ organisations: some Sequence<EntityID>) throws {
    let sorted = Set(organisations).sorted()
    guard !sorted.isEmpty else { return }
    let number = try SequenceTable(connection: connection).take(1, "organisation_change")
    var rest = sorted[...]
    _ = try connection.executeMany(
      """
      INSERT INTO organisation_change (organisation, number) VALUES ($1, $2)
      ON CONFLICT (organisation) DO UPDATE SET number = $2
      """
    ) { rest.popFirst().map { [.text($0.text), .integer(number)] } }
  }

  /// The number of the last change; 0 where nothing was noted yet.
  public func latest() throws -> Int64 {
    try connection.row("SELECT COALESCE(MAX(number), 0) FROM organisation_change")?.integer(0) ?? 0
  }

  /// The organisations that changed after a number, and those they are part of today, by id. Reads
  /// as many rows as it gives.
  public func changed(after number: Int64) throws -> [EntityID] {
    var changed: Set<EntityID> = []
    try connection.forEach(Self.since, [.integer(number)]) { row in
      changed.insert(EntityID(stored: try row.text(0)))
      changed.insert(EntityID(stored: try row.text(1)))
    }
    return changed.sorted()
  }
}
