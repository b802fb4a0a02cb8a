// SPDX-License-Identifier: Apache-2.0
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

@Suite struct IdentityTests {
  private static let at = "2026-11-02T00:00:00Z"

  @Test("A merge keeps both ids and is taken back whole", arguments: TestEngine.available)
  func mergeAndBack(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let register = Register(connection)
        _ = try Sample.commit(
          try Sample.stage(
            [
              (Sample.row(2, "Alpha", register: "de/jena/hrb 1"), .new, nil),
              (Sample.row(3, "Alfa", city: "Anderswo"), .new, nil),
            ], connection), connection)
        let before = try RegisterText.of(connection)
        let alpha = try #require(try register.find("alpha", limit: 1).first).id
        let alfa = try #require(try register.find("alfa", limit: 1).first).id
        try register.merge(alpha, alfa, by: "x", at: Self.at, note: "")
        #expect(try register.resolve(alfa) == .merged(into: alpha))
        #expect(try register.organisationCount() == 1)
        #expect(try register.find("alfa", limit: 5).map(\.id) == [alpha])
        let file = try register.file(of: alfa)
        #expect(file.id == alpha && file.parts.count == 2 && file.merged == [alfa])
        #expect(file.profile.contradictions.map(\.name).contains("city"))
        #expect(throws: StorageError.alreadyOne(alfa, alpha)) {
          try register.merge(alfa, alpha, by: "x", at: Self.at, note: "")
        }
        try register.unmerge(alfa, by: "x", at: Self.at, note: "")
        #expect(try RegisterText.of(connection) == before)
        #expect(throws: StorageError.notMerged(alfa)) {
          try register.unmerge(alfa, by: "x", at: Self.at, note: "")
        }
      }
    }
  }

  @Test("A split moves what the chosen records alone say", arguments: TestEngine.available)
  func split(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        let register = Register(connection)
        _ = try Sample.commit(
          try Sample.stage(
            [
              (Sample.row(2, "Alpha Nord", key: "1"), .new, nil),
              (Sample.row(3, "Alpha Süd", postcode: "80000", key: "2"), .linked, .line(2)),
            ], connection), connection)
        let alpha = try #require(try register.organisations(limit: 1).first).id
        let south = try #require(
          try register.file(of: alpha).records.first { $0.key == "2" })
        let new = try register.split(alpha, records: [south.id], by: "x", at: Self.at, note: "")
        #expect(try register.file(of: alpha).profile.all("legal_name") == ["Alpha Nord"])
        #expect(try register.file(of: new).profile.all("legal_name") == ["Alpha Süd"])
        #expect(try register.file(of: new).parts.map { $0.profile["postcode"] } == ["80000"])
        #expect(try register.resolve(alpha) == .current(alpha))
        #expect(throws: StorageError.nothingLeftBehind(new)) {
          try register.split(new, records: [south.id], by: "x", at: Self.at, note: "")
        }
        // Merging what was split gives one organisation again.
        try register.merge(alpha, new, by: "x", at: Self.at, note: "")
        #expect(
          try register.file(of: new).profile.all("legal_name") == ["Alpha Nord", "Alpha Süd"])
      }
    }
  }

  @Test("Any merges and their taking back resolve as the plain edges say", arguments: 0..<6)
  func randomMerges(_ seed: UInt64) async throws {
    try await withTestDatabase(.sqlite, migrations: RegisterSchema.migrations) { database in
      try await database.write { connection in
        var random = SeededGenerator(seed: seed)
        let register = Register(connection)
        let count = 12
        _ = try Sample.commit(
          try Sample.stage(
            (0..<count).map { (Sample.row($0 + 2, "Firma \($0)", key: "\($0)"), .new, nil) },
            connection), connection)
        let ids = try register.organisations(limit: 99).map(\.id).sorted()
        let before = try RegisterText.of(connection)
        /// The slow twin: what was merged into what, followed step by step.
        var into: [EntityID: EntityID] = [:]
        func end(_ id: EntityID) -> EntityID { into[id].map(end) ?? id }
        for _ in 0..<60 {
          let one = ids[Int.random(in: 0..<count, using: &random)]
          let other = ids[Int.random(in: 0..<count, using: &random)]
          if Bool.random(using: &random) {
            guard end(one) != end(other) else { continue }
            into[end(other)] = end(one)
            try register.merge(one, other, by: "x", at: Self.at, note: "")
          } else if into[one] != nil {
            into[one] = nil
            try register.unmerge(one, by: "x", at: Self.at, note: "")
          }
          for id in ids {
            let expected: Register.Resolution =
              end(id) == id ? .current(id) : .merged(into: end(id))
            #expect(try register.resolve(id) == expected)
          }
        }
        let profiles = try RegisterText.profiles(connection)
        try register.refresh(Set(ids.map(end)))
        #expect(try RegisterText.profiles(connection) == profiles)
        for id in ids where into[id] != nil {
          try register.unmerge(id, by: "x", at: Self.at, note: "")
        }
        #expect(try RegisterText.of(connection) == before)
      }
    }
  }
}
