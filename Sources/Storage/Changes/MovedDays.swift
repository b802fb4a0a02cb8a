// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// Records that say what they said, on another day, and the organisations that look different for it.
///
/// A day decides which of several values holds where sources weigh the same (``Precedence``), and since
/// when a capacity holds where nobody wrote that. A list that comes again therefore changes next to
/// nothing, and nobody reads its organisations anew.
struct MovedDays {
  /// By owner: the records, each with its day before.
  private var before: [EntityID: [String: CalendarDay]] = [:]

  /// Owners of what a record speaks of, if there a day can matter: others speak of it too, or it has a
  /// capacity.
  static let owners = """
    SELECT DISTINCT o.owner FROM entity o
    WHERE o.id IN (
      SELECT organisation FROM record WHERE id = $1
      UNION SELECT entity FROM record_part WHERE record = $1
    ) AND EXISTS (
      SELECT 1 FROM entity e JOIN statement s ON s.subject = e.id
      WHERE e.owner = o.owner AND s.ended_by IS NULL
        AND (s.record <> $1 OR s.field IN ('free', 'total')))
    """

  /// Notes a record whose day moved; one query.
  mutating func add(_ record: StoredRecord, before day: CalendarDay, _ connection: SQLConnection)
    throws
  {
    guard record.statedOn != day else { return }
    for row in try connection.rows(Self.owners, [.text(record.id)]) {
      before[EntityID(stored: try row.text(0)), default: [:]][record.id] = day
    }
  }

  /// The organisations of which something else holds than on the days before; two queries each of
  /// those noted.
  ///
  /// - Parameter known: organisations nobody needs to ask about.
  func organisations(
    besides known: Set<EntityID>, _ sources: SourceNames, _ connection: SQLConnection
  ) throws -> Set<EntityID> {
    var changed: Set<EntityID> = []
    for (owner, days) in before.sorted(by: { $0.key < $1.key }) where !known.contains(owner) {
      let canonical = Dictionary(
        uniqueKeysWithValues: try EntityTable(connection).owned(by: owner).map {
          ($0.id, $0.canonical)
        })
      let now = try StatementTable(connection).standing(about: owner, sources)
      let then = now.map { statement in
        var statement = statement
        statement.statedOn = days[statement.record] ?? statement.statedOn
        return statement
      }
      if held(now, canonical) != held(then, canonical) { changed.insert(owner) }
    }
    return changed
  }

  /// What holds of an entity: of every field the values in their order.
  private struct Held: Equatable {
    let values: [String: [String]]
    let capacityStatedOn: CalendarDay?
  }

  private func held(_ statements: [Statement], _ canonical: [EntityID: EntityID]) -> [EntityID:
    Held]
  {
    var held: [EntityID: Held] = [:]
    for (id, said) in Dictionary(
      grouping: statements, by: { canonical[$0.subject] ?? $0.subject })
    {
      let profile = EntityProfile(id: id, statements: said)
      held[id] = Held(
        values: profile.entries.mapValues { $0.map(\.value) },
        capacityStatedOn: id.kind == .capacity ? Capacity(profile).statedOn : nil)
    }
    return held
  }
}
