// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry
import Synchronization
import Testing
import TragwerkTesting

@testable import Platform

/// What people do with a register beyond taking lists in.
@Suite struct RegisterUseTests {
  @Test(
    "What is exported can be imported again and changes nothing", arguments: TestEngine.available)
  func exportAndImport(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      _ = try await commit(try await stage(MemberList.rows, access, folder), access)
      let written = Collected()
      try await ExportRegister(format: .csv).run(access) { written.add($0) }
      let other = Source(name: "export", kind: .list, title: "Export")
      let staged = try await stage(written.text, access, folder, named: "e.csv", from: other)
      #expect(staged.counts.new == 0 && staged.counts.asked == 0, "\(staged.counts)")
      let json = Collected()
      try await ExportRegister(format: .json).run(access) { json.add($0) }
      let parsed = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any]
      #expect((parsed?["organisations"] as? [Any])?.count == 3)
    }
  }

  @Test("People who did not agree are not given out")
  func consent() async throws {
    try await withRegister(.sqlite) { access, folder in
      _ = try await commit(try await stage(MemberList.rows, access, folder), access)
      let beta = try #require(try await FindOrganisations(text: "beta").run(access).first).id
      let own = Source(name: "beta", kind: .company, title: "Beta")
      let day = try #require(CalendarDay("2026-11-02"))
      try await StateFacts(
        organisation: beta,
        facts: [("contact.name", "Eva Beispiel"), ("contact.email", "eva@example.org")],
        source: own, day: day
      ).run(access)
      let before = Collected()
      try await ExportRegister(format: .json).run(access) { before.add($0) }
      #expect(!before.text.contains("Eva Beispiel") && !before.text.contains("eva@"))
      try await StateFacts(
        organisation: beta,
        facts: [("contact.email", "eva@example.org"), ("contact.consent", "register")],
        source: own, day: day
      ).run(access)
      let after = Collected()
      try await ExportRegister(format: .json).run(access) { after.add($0) }
      #expect(after.text.contains("eva@example.org"))
    }
  }

  @Test("A company's own word holds against the list; all faults of facts are told at once")
  func ownWord() async throws {
    try await withRegister(.sqlite) { access, folder in
      _ = try await commit(try await stage(MemberList.rows, access, folder), access)
      let beta = try #require(try await FindOrganisations(text: "beta").run(access).first).id
      let own = Source(name: "beta", kind: .company, title: "Beta")
      let day = try #require(CalendarDay("2020-01-01"))
      try await StateFacts(
        organisation: beta, facts: [("city", "Bonn")], source: own, day: day
      ).run(access)
      let (_, file) = try await ShowOrganisation(id: beta).run(access)
      #expect(file.profile["city"] == "Bonn")
      #expect(file.profile.contradictions.map(\.name) == ["city"])
      let error = await #expect(throws: PlatformError.self) {
        try await StateFacts(
          organisation: beta, facts: [("lei", "123"), ("nonsense", "x"), ("employees", "viele")],
          source: own, day: day
        ).run(access)
      }
      #expect(error?.findings.count == 3)
    }
  }

  @Test("Duplicates of the register are shown until somebody says they are none")
  func duplicates() async throws {
    try await withRegister(.sqlite) { access, folder in
      // By numbers alone the same firm comes in twice.
      let first = "Firma;Straße;PLZ;Ort\nKerpmann Glaswerke GmbH;Talstr. 1;54321;Altfelden\n"
      let again = "Firma;Straße;PLZ;Ort\nKerpmann Glaswerke;Talstraße 1;54321;Altfelden\n"
      _ = try await commit(try await stage(first, access, folder), access)
      let other = Source(name: "messe", kind: .list, title: "Messe")
      let staged = try await stage(again, access, folder, named: "b.csv", from: other) {
        $0.compares = false
      }
      _ = try await commit(staged, access)
      let pairs = try await FindDuplicates().run(access)
      let pair = try #require(pairs.first)
      #expect(pairs.count == 1 && pair.probability > 0.5)
      try await TellApart(pair.second.id, pair.first.id).run(access)
      #expect(try await FindDuplicates().run(access).isEmpty)
      try await MergeEntities(kept: pair.first.id, other: pair.second.id, note: "").run(access)
      await #expect(throws: PlatformError.self) {
        try await TellApart(pair.second.id, pair.first.id).run(access)
      }
    }
  }

  @Test("A predecessor must be an organisation of the register")
  func references() async throws {
    try await withRegister(.sqlite) { access, folder in
      _ = try await commit(try await stage(MemberList.rows, access, folder), access)
      let beta = try #require(try await FindOrganisations(text: "beta").run(access).first).id
      let own = Source(name: "beta", kind: .company, title: "Beta")
      let day = try #require(CalendarDay("2026-01-01"))
      func state(_ value: String) async throws {
        try await StateFacts(
          organisation: beta, facts: [("predecessor", value)], source: own, day: day
        ).run(access)
      }
      for wrong in ["Beta alt", "s00000001", "o00000zzz"] {
        await #expect(throws: PlatformError.self, "\(wrong)") { try await state(wrong) }
      }
      let alpha = try #require(try await FindOrganisations(text: "alpha").run(access).first).id
      try await state(alpha.text)
      let (_, file) = try await ShowOrganisation(id: beta).run(access)
      #expect(Organisation(file.profile)?.predecessors == [alpha])
    }
  }

  private final class Collected: Sendable {
    private let pieces = Mutex("")
    func add(_ piece: String) { pieces.withLock { $0 += piece } }
    var text: String { pieces.withLock { $0 } }
  }
}
