// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

/// A list that says the same on another day changes nothing, but where the day itself matters.
@Suite struct MovedDaysTests {
  /// Firms, what list A says of them, and what list B says of the same firms; nil where B has none.
  private static let firms:
    [(name: String, a: [ListRow.Part], b: (city: String, [ListRow.Part])?, follows: Bool)] = [
      ("Eine", [], nil, false),
      ("Frei", [Sample.part(.capacity, [("unit", "h"), ("free", "40")])], nil, true),
      ("Gesamt", [Sample.part(.capacity, [("unit", "h"), ("total", "60")])], nil, true),
      (
        "Datiert",
        [Sample.part(.capacity, [("free", "40"), ("stated_on", "2026-10-01")])], nil, false
      ),
      ("Einig", [], ("Musterstadt", []), false),
      ("Uneins", [], ("Anderstadt", []), true),
    ]

  private static func row(_ at: Int, _ city: String, _ more: [ListRow.Part]) -> ListRow {
    Sample.row(at + 2, firms[at].name, city: city, key: "\(at)", more: more)
  }

  private static func a(_ at: Int) -> ListRow { row(at, "Musterstadt", firms[at].a) }

  /// What organisations look like, and that making all profiles anew gives the same.
  private func profiles(_ connection: SQLConnection) throws -> String {
    let written = try RegisterText.profiles(connection)
    let register = Register(connection)
    let changes = try RegisterText.table("organisation_change", connection)
    try register.refresh(Set(try register.organisations(limit: 100).map(\.id)))
    #expect(try RegisterText.profiles(connection) == written)
    // Looking leaves no trace.
    try connection.execute("DELETE FROM organisation_change")
    for line in changes {
      try connection.execute("INSERT INTO organisation_change VALUES ($1, $2)", line)
    }
    return written
  }

  @Test("Confirming a list and taking that back", arguments: TestEngine.available)
  func confirming(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let all = Self.firms.indices
        let first = try Sample.stage(all.map { (Self.a($0), .new, nil) }, connection)
        _ = try Sample.commit(first, connection)
        let register = Register(connection)
        let ids = try all.map { at in
          try #require(try register.find(Self.firms[at].name, limit: 1).first).id
        }
        let other = Source(name: "messe", kind: .list, title: "Aussteller")
        let second = try Sample.stage(
          all.compactMap { at in
            Self.firms[at].b.map {
              (Self.row(at, $0.city, $0.1), .linked, .organisation(ids[at]))
            }
          }, from: other, on: Sample.day("2026-11-10"), connection)
        _ = try Sample.commit(second, connection)
        let before = try profiles(connection)
        #expect(before.contains("Anderstadt"))

        let changes = OrganisationChangeTable(connection)
        func again(on day: String) throws -> (String, [EntityID]) {
          let seen = try changes.latest()
          let id = try Sample.stage(
            all.map { (Self.a($0), .unchanged, .organisation(ids[$0])) }, on: Sample.day(day),
            connection)
          #expect(try Sample.commit(id, connection).unchanged == all.count)
          return (id, try changes.changed(after: seen))
        }
        // Later than before, but not than list B: only capacities are younger.
        let (third, noted) = try again(on: "2026-11-05")
        #expect(noted == [ids[1], ids[2]])
        let between = try profiles(connection)
        #expect(between != before && between.contains("2026-11-05"))
        // Now A is the younger of two that disagree.
        let (fourth, more) = try again(on: "2026-12-01")
        #expect(more == all.filter { Self.firms[$0].follows }.map { ids[$0] })
        let after = try profiles(connection)
        #expect(after != between)
        // The same day again is nothing at all.
        let (fifth, none) = try again(on: "2026-12-01")
        #expect(none.isEmpty)
        #expect(try profiles(connection) == after)

        func undo(_ id: String) throws -> [EntityID] {
          let seen = try changes.latest()
          _ = try register.undo(id, by: "x", at: "2026-12-02T00:00:00Z")
          return try changes.changed(after: seen)
        }
        #expect(try undo(fifth).isEmpty)
        #expect(try undo(fourth) == more)
        #expect(try profiles(connection) == between)
        #expect(try undo(third) == noted)
        #expect(try profiles(connection) == before)
      }
    }
  }

  @Test("A record of a split organisation speaks of a site that stayed", arguments: [false, true])
  func splitSite(_ isChanged: Bool) async throws {
    try await withTestDatabase(.sqlite, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let register = Register(connection)
        func site(_ name: String) -> ListRow.Part {
          Sample.part(
            .site,
            [("street", "Ring 1"), ("postcode", "1"), ("country", "DE"), ("name", name)])
        }
        func row(_ source: String, _ name: String) -> ListRow {
          ListRow(
            line: 2, key: "1",
            organisation: Sample.part(.organisation, [("legal_name", "Firma \(source)")]),
            parts: [site(name)])
        }
        let other = Source(name: "messe", kind: .list, title: "Aussteller")
        let first = try Sample.stage([(row("A", "Halle"), .new, nil)], connection)
        _ = try Sample.commit(first, connection)
        let owner = try #require(try register.organisations(limit: 1).first).id
        let second = try Sample.stage(
          [(row("B", "Werk"), .linked, .organisation(owner))], from: other,
          on: Sample.day("2026-11-10"), connection)
        _ = try Sample.commit(second, connection)
        let record = try #require(
          try RecordTable(connection).all(of: owner).first { $0.source == Sample.list.name })
        let new = try register.split(
          owner, records: [record.id], by: "x", at: "2026-11-11T00:00:00Z", note: "")
        #expect(try register.file(of: owner).parts.first?.profile["name"] == "Werk")
        let seen = try OrganisationChangeTable(connection).latest()
        let again = try Sample.stage(
          [
            (
              row("A", isChanged ? "Lager" : "Halle"), isChanged ? .linked : .unchanged,
              .organisation(new)
            )
          ], on: Sample.day("2026-12-01"), connection)
        _ = try Sample.commit(again, connection)
        #expect(try profiles(connection).contains(isChanged ? "Lager" : "Halle"))
        #expect(try OrganisationChangeTable(connection).changed(after: seen).contains(owner))
      }
    }
  }
}
