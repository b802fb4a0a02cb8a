// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Matching
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

@Suite struct NeedTests {
  @Test("Every field of a need is kept as it was", arguments: TestEngine.available)
  func everyField(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let buyer = try NeedSample.organisations(["Alpha"], connection)[0]
      let full = try register.enter(NeedSample.full(buyer: buyer), NeedSample.deed())
      #expect(full.id == "n00000001" && full.version == 1 && full.state == .draft)
      #expect(try NeedTable(connection).existing(full.id) == full)
      #expect(full.says(theSameAs: NeedSample.full(buyer: buyer)))
      let plain = try register.enter(NeedSample.plain(), NeedSample.deed())
      #expect(try NeedTable(connection).existing(plain.id) == plain)
      let file = try register.needFile(full.id)
      #expect(file.need == full && file.versions.map(\.need) == [full])
      #expect(file.names == [buyer.text: "Alpha"])
      #expect(file.history.map(\.to) == [.draft] && file.history[0].from == nil)
      #expect(throws: StorageError.need(.noSuchNeed("n99999999"))) {
        try register.needFile("n99999999")
      }
    }
  }

  @Test(
    "A change is a new version and publishes an open need anew", arguments: TestEngine.available)
  func versions(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let draft = try register.enter(NeedSample.plain(), NeedSample.deed())
      var content = draft
      content.radius = 50
      content.place = GeoPoint(latitude: 50, longitude: 7)
      content.required = ["ISO9001"]
      let second = try #require(
        try register.change(draft.id, from: 1, to: content, NeedSample.deed(by: "Zweiter")))
      #expect(second.version == 2 && second.state == .draft)
      #expect(try register.change(draft.id, from: 2, to: second, NeedSample.deed()) == nil)
      try register.move(draft.id, to: .published, NeedSample.deed())
      try register.move(draft.id, to: .matched, NeedSample.deed())
      content.required = []
      let third = try #require(
        try register.change(draft.id, from: 2, to: content, NeedSample.deed(note: "geändert")))
      #expect(third.version == 3 && third.state == .published && third.required.isEmpty)
      let file = try register.needFile(draft.id)
      #expect(file.versions.map(\.need.required) == [[], ["ISO9001"], []])
      #expect(file.versions.map(\.actor) == ["Prüferin", "Zweiter", "Prüferin"])
      #expect(file.history.map(\.to) == [.draft, .published, .matched, .published])
      #expect(file.history.map(\.version) == [1, 2, 2, 3])
      #expect(file.history.last?.note == "geändert")
    }
  }

  @Test("Of two who change one version the second is told", arguments: TestEngine.available)
  func twoPeople(_ engine: TestEngine) async throws {
    try await withTestDatabase(engine, migrations: RegisterSchema.migrations) { database in
      let need = try await database.write {
        try Register($0).enter(NeedSample.plain(), NeedSample.deed())
      }
      // Both have seen version 1; whoever comes second, in whatever order, overwrites nothing.
      let outcomes = await withTaskGroup(of: Result<Need?, any Error>.self) { group in
        for name in ["Anna", "Bert"] {
          group.addTask {
            do {
              return .success(
                try await database.write { connection in
                  var content = need
                  content.title = "von \(name)"
                  return try Register(connection).change(
                    need.id, from: 1, to: content, NeedSample.deed(by: name))
                })
            } catch { return .failure(error) }
          }
        }
        var all: [Result<Need?, any Error>] = []
        for await one in group { all.append(one) }
        return all
      }
      let changed = outcomes.compactMap { try? $0.get() }
      #expect(changed.count == 1 && changed.first?.version == 2)
      let winner = String(try #require(changed.first).title.dropFirst(4))
      for case .failure(let error) in outcomes {
        #expect(
          error as? StorageError
            == .need(.changed(need.id, 2, winner, "2026-11-02T08:00:00Z")))
      }
      let file = try await database.read { try Register($0).needFile(need.id) }
      #expect(file.versions.map(\.need.title) == ["Abdeckhauben", "von \(winner)"])
    }
  }

  @Test("What is covered is published again as a new version", arguments: TestEngine.available)
  func again(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let need = try register.enter(NeedSample.plain(), NeedSample.deed())
      #expect(throws: StorageError.need(.noWay(need.id, .draft, .covered))) {
        try register.move(need.id, to: .covered, NeedSample.deed())
      }
      try register.move(need.id, to: .published, NeedSample.deed())
      try register.move(need.id, to: .covered, NeedSample.deed())
      #expect(throws: StorageError.need(.closed(need.id, .covered))) {
        try register.change(need.id, from: 1, to: NeedSample.full(), NeedSample.deed())
      }
      #expect(throws: StorageError.need(.changed(need.id, 1, "Prüferin", "2026-11-02T08:00:00Z"))) {
        try register.move(need.id, to: .published, from: 7, NeedSample.deed())
      }
      let again = try register.move(need.id, to: .published, NeedSample.deed())
      #expect(again.version == 2 && again.state == .published)
      #expect(try register.needFile(need.id).versions.count == 2)
      #expect(try register.needCounts().map(\.state) == [.published])
    }
  }

  @Test(
    "A need that expired is told, and stands again when renewed", arguments: TestEngine.available)
  func expiry(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      var content = NeedSample.plain()
      content.expiresOn = Sample.day("2026-11-30")
      let need = try register.enter(content, NeedSample.deed())
      #expect(throws: StorageError.need(.expired(need.id, Sample.day("2026-11-30")))) {
        try register.move(need.id, to: .published, NeedSample.deed("2026-12-01"))
      }
      try register.move(need.id, to: .published, NeedSample.deed("2026-11-30"))
      let line = try #require(try register.needs(.published, limit: 5).first)
      #expect(!line.isExpired(on: Sample.day("2026-11-30")))
      #expect(line.isExpired(on: Sample.day("2026-12-01")))
      content.expiresOn = Sample.day("2027-01-31")
      _ = try register.change(need.id, from: 1, to: content, NeedSample.deed("2026-12-01"))
      let renewed = try #require(try register.needs(limit: 5).first)
      #expect(!renewed.isExpired(on: Sample.day("2027-01-31")) && renewed.version == 2)
    }
  }

  @Test("Sources know their needs again; buyers are organisations", arguments: TestEngine.available)
  func sourcesAndBuyers(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let ids = try NeedSample.organisations(["Alpha", "Beta"], connection)
      let source = NeedSource(source: "bbk", key: "N01")
      var content = NeedSample.plain()
      content.buyer = ids[1]
      let need = try register.enter(content, from: source, NeedSample.deed())
      #expect(try NeedTable(connection).need(source)?.id == need.id)
      #expect(try NeedTable(connection).need(NeedSource(source: "bbk", key: "N02")) == nil)
      #expect(try NeedTable(connection).keys(of: "bbk").map(\.id) == [need.id])
      #expect(try NeedTable(connection).source(of: need.id) == source)
      try register.merge(ids[0], ids[1], by: "x", at: "2026-11-03T00:00:00Z", note: "")
      for id in ids {
        #expect(try register.needs(of: id).map(\.id) == [need.id])
      }
      let nobody = EntityID(.organisation, 4711)
      content.buyer = nobody
      #expect(throws: StorageError.noSuchEntity(nobody.text)) {
        try register.enter(content, NeedSample.deed())
      }
      let site = try #require(
        try register.file(of: ids[0]).parts.first { $0.profile.id.kind == .site }
      ).profile.id
      content.buyer = site
      #expect(throws: StorageError.need(.notAnOrganisation(site))) {
        try register.enter(content, NeedSample.deed())
      }
    }
  }

  @Test("Lists of needs come page by page", arguments: TestEngine.available)
  func pages(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      for number in 1...7 {
        let need = try register.enter(NeedSample.plain("Bedarf \(number)"), NeedSample.deed())
        if number.isMultiple(of: 2) {
          try register.move(need.id, to: .published, NeedSample.deed())
        }
      }
      let first = try register.needs(limit: 4)
      let rest = try register.needs(after: try #require(first.last).id, limit: 4)
      #expect((first + rest).map(\.title) == (1...7).map { "Bedarf \($0)" })
      #expect(try register.needs(.published, limit: 9).map(\.title).count == 3)
      #expect(try register.needCounts().map(\.count) == [4, 3])
    }
  }
}
