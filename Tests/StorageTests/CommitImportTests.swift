// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

@Suite struct CommitImportTests {
  @Test("A list becomes organisations, sites and statements", arguments: TestEngine.available)
  func commits(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let id = try Sample.stage(
          [
            (Sample.row(2, "Alpha Pumpen GmbH", register: "de/jena/hrb 1"), .new, nil),
            (Sample.row(3, "Beta Filter AG", postcode: "54321"), .new, nil),
          ], connection)
        let summary = try Sample.commit(id, connection)
        #expect(summary.new == 2 && summary.open == 0 && summary.left == 0)
        let register = Register(connection)
        #expect(
          try register.organisations(limit: 10).map(\.name)
            == ["Alpha Pumpen GmbH", "Beta Filter AG"])
        #expect(try register.find("pumpen alph", limit: 5).map(\.name) == ["Alpha Pumpen GmbH"])
        let number = Identifier(scheme: .register, normalised: "de/jena/hrb 1")
        let found = try #require(try register.organisations(with: number).first)
        let file = try register.file(of: found.id)
        #expect(file.profile["city"] == "Musterstadt")
        #expect(file.parts.map(\.profile.id.kind) == [.site])
        #expect(file.profile.entries["legal_name"]?.first?.statements.first?.source == Sample.list)
        #expect(file.acts.values.map(\.kind) == [.import])
      }
    }
  }

  @Test(
    "Profiles written at once are those made from the statements", arguments: TestEngine.available)
  func sameProfiles(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let more = [
          Sample.part(
            .capability, [("term", "milling"), ("kind", "process"), ("length_max", "800")]),
          Sample.part(
            .capacity, [("unit", "h/month"), ("free", "120"), ("stated_on", "2026-10-01")]),
          Sample.part(.qualification, [("standard", "ISO9001"), ("valid_until", "2027-03-31")]),
          Sample.part(.membership, [("association", "Verband der Pumpenbauer")]),
          Sample.part(.contact, [("name", "Eva Beispiel"), ("email", "eva@example.org")]),
        ]
        let id = try Sample.stage(
          [
            (Sample.row(2, "Alpha Pumpen GmbH", more: more), .new, nil),
            (Sample.row(3, "Alpha Pumpen", postcode: "99999"), .linked, .line(2)),
            (Sample.row(4, "Gamma", city: "Ürzig"), .new, nil),
          ], connection)
        _ = try Sample.commit(id, connection)
        let before = try RegisterText.profiles(connection)
        #expect(before.contains("milling") && !before.contains("Eva Beispiel"))
        let register = Register(connection)
        try register.refresh(Set(try register.organisations(limit: 100).map(\.id)))
        #expect(try RegisterText.profiles(connection) == before)
        #expect(try register.organisationCount() == 2)
      }
    }
  }

  @Test("The list again: unchanged, changed, left, new", arguments: TestEngine.available)
  func again(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let member = [Sample.part(.membership, [("association", "Verband")])]
        let first = try Sample.stage(
          [
            (Sample.row(2, "Alpha", key: "1", more: member), .new, nil),
            (Sample.row(3, "Beta", key: "2", more: member), .new, nil),
            (Sample.row(4, "Gamma", key: "3", more: member), .new, nil),
          ], connection)
        _ = try Sample.commit(first, connection)
        let register = Register(connection)
        let ids = try register.organisations(limit: 9).map(\.id)
        let second = try Sample.stage(
          [
            (Sample.row(2, "Alpha", key: "1", more: member), .unchanged, .organisation(ids[0])),
            (
              Sample.row(3, "Beta neu", street: "Neue Gasse 2", key: "2", more: member), .linked,
              .organisation(ids[1])
            ),
            (Sample.row(4, "Delta", key: "4", more: member), .new, nil),
          ], on: Sample.day("2026-12-01"), connection)
        let counts = try register.counts(of: second)
        #expect(
          counts.unchanged == 1 && counts.changed == 1 && counts.new == 1 && counts.left == 1)
        #expect(try register.leavers(of: second, limit: 5).map(\.1) == ["Gamma"])
        let summary = try Sample.commit(second, connection)
        #expect(
          summary.unchanged == 1 && summary.changed == 1 && summary.new == 1 && summary.left == 1)
        let beta = try register.file(of: ids[1])
        #expect(beta.profile["legal_name"] == "Beta neu")
        #expect(beta.profile["street"] == "Neue Gasse 2")
        // What was said before is still told, with the act that ended it.
        let old = beta.history.filter { $0.value == "Beta" && $0.endedBy != nil }
        #expect(old.count == 1)
        // Who left is no member any more, and is still there.
        let gamma = try register.file(of: ids[2])
        #expect(gamma.profile["legal_name"] == "Gamma")
        #expect(!gamma.parts.contains { $0.profile.id.kind == .membership })
      }
    }
  }

  @Test("Undoing brings the register back", arguments: TestEngine.available)
  func undo(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let register = Register(connection)
        let first = try Sample.stage(
          [
            (Sample.row(2, "Alpha", key: "1"), .new, nil),
            (Sample.row(3, "Beta", key: "2"), .new, nil),
          ], connection)
        let empty = try RegisterText.of(connection)
        _ = try Sample.commit(first, connection)
        let before = try RegisterText.of(connection)
        let ids = try register.organisations(limit: 9).map(\.id)
        let second = try Sample.stage(
          [
            (Sample.row(2, "Alpha umbenannt", key: "1"), .linked, .organisation(ids[0])),
            (Sample.row(3, "Neu", key: "7"), .new, nil),
            (
              Sample.row(4, "Alpha Werk 2", postcode: "77777", key: "8"), .linked,
              .organisation(ids[0])
            ),
          ], on: Sample.day("2026-12-01"), connection)
        _ = try Sample.commit(second, connection)
        #expect(try RegisterText.of(connection) != before)
        #expect(throws: StorageError.laterImport(first, second)) {
          try register.undo(first, by: "x", at: "2026-12-02T00:00:00Z")
        }
        let summary = try register.undo(second, by: "x", at: "2026-12-02T00:00:00Z")
        #expect(summary.withdrawn == 1)
        #expect(try RegisterText.of(connection) == before)
        #expect(throws: StorageError.importState(second, .undone)) {
          try register.undo(second, by: "x", at: "2026-12-02T00:00:00Z")
        }
        _ = try register.undo(first, by: "x", at: "2026-12-03T00:00:00Z")
        #expect(try RegisterText.of(connection) == empty)
        // The ids are known for ever.
        #expect(try register.resolve(ids[0]) == .withdrawn)
      }
    }
  }

  @Test("Rows that ask wait, with those that hang on them", arguments: TestEngine.available)
  func asking(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let register = Register(connection)
        let id = try Sample.stage(
          [
            (Sample.row(2, "Alpha", key: "1"), .new, nil),
            (Sample.row(3, "Alfa", key: "2"), .ask, nil),
            (Sample.row(4, "Alfa Werk", key: "3"), .linked, .line(3)),
          ], connection)
        let summary = try Sample.commit(id, connection)
        #expect(summary.new == 1 && summary.open == 2)
        let rows = ImportRowTable(connection)
        #expect(try rows.open(of: id).map(\.line) == [3, 4])
        let alpha = try #require(try register.find("alpha", limit: 1).first).id
        try rows.answer(.same(.organisation(alpha)), 3, of: id, by: "y")
        let answered = try Sample.commit(id, connection)
        #expect(answered.linked == 2 && answered.open == 0)
        #expect(try register.organisationCount() == 1)
        #expect(try register.file(of: alpha).records.count == 3)
        _ = try register.undo(id, by: "x", at: "2026-12-03T00:00:00Z")
        #expect(try register.organisationCount() == 0)
      }
    }
  }
}
