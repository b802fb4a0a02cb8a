// SPDX-License-Identifier: Apache-2.0
import Localization
import Registry
import SQLEngine

/// What matching takes from the register about one organisation.
public struct SupplierFacts: Sendable {
  /// What stands, without records and history.
  public let file: OrganisationFile
  /// The days on which buyers asked it, or what was merged into it, in order.
  public let askedOn: [CalendarDay]
  /// Whether a person confirmed that it is on a screening list.
  public let isScreenedOut: Bool
}

extension Register {
  /// Organisations the register shows, by id, a page at a time: five queries a page.
  public func supplierFacts(after id: String = "", limit: Int) throws -> [SupplierFacts] {
    let ids = try connection.rows(
      "SELECT id FROM organisation WHERE id > $1 ORDER BY id LIMIT $2",
      [.text(id), SQLValue(limit)]
    ).map { try $0.text(0) }
    guard let last = ids.last else { return [] }
    return try SupplierReading(
      connection, "e.owner > $1 AND e.owner <= $2", [.text(id), .text(last)]
    ).facts(of: ids)
  }

  /// One organisation; nil where the register does not show it, or not any more under that id.
  public func supplierFacts(of id: EntityID) throws -> SupplierFacts? {
    let shown = try connection.row("SELECT id FROM organisation WHERE id = $1", [.text(id.text)])
    guard shown != nil else { return nil }
    return try SupplierReading(connection, "e.owner = $1", [.text(id.text)]).facts(of: [id.text])
      .first
  }
}

/// What stands about the organisations of a range of ids.
struct SupplierReading {
  private var owned: [EntityID: [StoredEntity]] = [:]
  private var standing: [EntityID: [Statement]] = [:]
  private var asked: [EntityID: [CalendarDay]] = [:]
  private var screenedOut: Set<EntityID> = []

  static func asked(_ range: String) -> String {
    """
    SELECT e.owner, f.on_day FROM entity e JOIN match_feedback f ON f.supplier = e.id
    WHERE \(range) AND f.kind = 'invited' ORDER BY f.on_day, f.number
    """
  }

  static func screenedOut(_ range: String) -> String {
    """
    SELECT DISTINCT e.owner FROM entity e JOIN screening_hit h ON h.organisation = e.id
    WHERE \(range) AND h.outcome = 'confirmed' AND h.closed_because IS NULL
    """
  }

  /// - Parameter range: a condition on `e.owner`.
  init(_ connection: SQLConnection, _ range: String, _ arguments: [SQLValue]) throws {
    var owner: [EntityID: EntityID] = [:]
    for entity in try EntityTable(connection).owned(in: range, arguments) {
      owned[entity.owner, default: []].append(entity)
      owner[entity.id] = entity.owner
    }
    let sources = try SourceNames(connection)
    for statement in try StatementTable(connection).standing(in: range, arguments, sources) {
      if let owner = owner[statement.subject] { standing[owner, default: []].append(statement) }
    }
    for row in try connection.rows(Self.asked(range), arguments) {
      asked[EntityID(stored: try row.text(0)), default: []].append(try day(try row.text(1)))
    }
    for row in try connection.rows(Self.screenedOut(range), arguments) {
      screenedOut.insert(EntityID(stored: try row.text(0)))
    }
  }

  func facts(of ids: [String]) -> [SupplierFacts] {
    ids.map { text in
      let id = EntityID(stored: text)
      return SupplierFacts(
        file: file(of: id), askedOn: asked[id] ?? [], isScreenedOut: screenedOut.contains(id))
    }
  }

  private func file(of id: EntityID) -> OrganisationFile {
    let entities = owned[id] ?? []
    let canonical = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.canonical) })
    let bySubject = Dictionary(grouping: standing[id] ?? []) {
      canonical[$0.subject] ?? $0.subject
    }
    func profile(_ id: EntityID) -> EntityProfile {
      EntityProfile(id: id, statements: bySubject[id] ?? [])
    }
    return OrganisationFile(
      id: id, profile: profile(id),
      parts: entities.filter {
        $0.id.kind != .organisation && $0.mergedInto == nil && bySubject[$0.id] != nil
      }.map { OrganisationFile.Part(profile: profile($0.id), parent: $0.parent) },
      records: [], history: [], acts: [:], merged: [])
  }
}
