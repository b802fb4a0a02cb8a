// SPDX-License-Identifier: Apache-2.0
import Foundation
import Matching
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

@Suite struct SuggestionTests {
  private func published(
    _ register: Register, buyer: EntityID? = nil, expires: String? = nil
  ) throws -> Need {
    var new = NeedSample.plain()
    new.buyer = buyer
    new.expiresOn = expires.map(Sample.day)
    let need = try register.enter(new, NeedSample.deed())
    return try register.move(need.id, to: .published, NeedSample.deed())
  }

  private func scored(_ ids: [EntityID], _ scores: [Double]) -> [ScoredSupplier] {
    zip(ids, scores).map { ScoredSupplier(id: $0.text, score: $1) }
  }

  @Test("What was shown is kept, settled and weighed", arguments: TestEngine.available)
  func kept(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let firms = try NeedSample.organisations(["Alpha", "Beta", "Gamma", "Käufer"], connection)
      let need = try published(register, buyer: firms[3])
      let list = scored(Array(firms.prefix(3)), [60, 30, 10])
      let moved = try register.suggest(list, shown: 2, for: need, NeedSample.deed())
      #expect(moved.state == .matched)
      // By hand: merits 0.6, 0.3, 0.1; attention 1 and 1 ÷ log₂ 3 of their sum.
      let share = 1 / log2(3.0)
      let file = try register.needFile(need.id)
      #expect(file.suggestions.map(\.supplier) == firms.prefix(2).map(\.text))
      #expect(file.suggestions.map(\.place) == [1, 2])
      #expect(file.names[firms[0].text] == "Alpha")
      #expect(try register.settled(of: need) == Set(firms.prefix(2).map(\.text)))
      let day = Sample.day("2026-11-02")
      let ledger = try register.exposure(of: firms, since: day)
      let expected = [0.6 - 1 / (1 + share), 0.3 - share / (1 + share), 0.1, 0]
      for (firm, deficit) in zip(firms, expected) {
        #expect(abs(ledger.deficit(of: firm.text, on: day) - deficit) < 1e-12)
      }
      let later = try register.exposure(of: firms, since: Sample.day("2026-11-03"))
      #expect(later.balances.isEmpty)
    }
  }

  @Test("A buyer's suggestions count over all its needs", arguments: TestEngine.available)
  func week(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let firms = try NeedSample.organisations(["Alpha", "Beta", "Käufer"], connection)
      let list = scored(Array(firms.prefix(2)), [50, 40])
      let needs = try (0..<2).map { _ in try published(register, buyer: firms[2]) }
      let other = try published(register)
      try register.suggest(list, shown: 2, for: needs[0], NeedSample.deed("2026-11-02"))
      try register.suggest(list, shown: 1, for: needs[1], NeedSample.deed("2026-11-04"))
      try register.suggest(list, shown: 1, for: other, NeedSample.deed("2026-11-04"))
      let monday = Sample.day("2026-11-02")
      let days = try register.suggestedDays(for: needs[0], since: monday)
      #expect(days.map(\.description) == ["2026-11-02", "2026-11-02", "2026-11-04"])
      #expect(try register.suggestedDays(for: other, since: monday).count == 1)
      #expect(
        try register.suggestedDays(for: needs[0], since: Sample.day("2026-11-03")).count == 1)
    }
  }

  @Test("Who declined or was dropped is settled for the version", arguments: TestEngine.available)
  func settled(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let firms = try NeedSample.organisations(["Alpha", "Beta", "Gamma"], connection)
      let need = try published(register)
      for (firm, kind) in zip(firms, [MatchFeedback.Kind.invited, .declined]) {
        _ = try register.record(
          MatchFeedback(
            need: need.id, supplier: firm.text, kind: kind, on: Sample.day("2026-11-02")),
          NeedSample.deed())
      }
      #expect(try register.settled(of: need) == Set(firms.prefix(2).map(\.text)))
      #expect(try register.invitation(to: need, of: firms[0]) == Sample.day("2026-11-02"))
      #expect(try register.invitation(to: need, of: firms[1]) == nil)
      // A new version begins anew.
      var content = NeedSample.plain("Andere Hauben")
      content.required = ["ISO9001"]
      let changed = try #require(
        try register.change(need.id, from: need.version, to: content, NeedSample.deed()))
      #expect(try register.settled(of: changed).isEmpty)
    }
  }

  @Test("Drafts, expired and changed needs are refused and nothing is kept")
  func refused() async throws {
    try await withNeeds(.sqlite) { register, connection in
      let firms = try NeedSample.organisations(["Alpha"], connection)
      let list = scored(firms, [50])
      let draft = try register.enter(NeedSample.plain(), NeedSample.deed())
      #expect(throws: StorageError.need(.notPublished(draft.id))) {
        try register.suggest(list, shown: 1, for: draft, NeedSample.deed())
      }
      let expiring = try published(register, expires: "2026-11-03")
      #expect(throws: StorageError.need(.expired(expiring.id, Sample.day("2026-11-03")))) {
        try register.suggest(list, shown: 1, for: expiring, NeedSample.deed("2026-11-04"))
      }
      var old = try published(register)
      _ = try register.change(
        old.id, from: 1, to: NeedSample.plain("Anders"), NeedSample.deed(by: "Andere"))
      old.version = 1
      #expect(throws: StorageError.self) {
        try register.suggest(list, shown: 1, for: old, NeedSample.deed())
      }
      #expect(try connection.row("SELECT COUNT(*) FROM suggestion")?.integer(0) == 0)
    }
  }
}
