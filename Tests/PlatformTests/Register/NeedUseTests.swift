// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Matching
import Registry
import SQLEngine
import Storage
import Testing
import TragwerkTesting
import ValueChains

@testable import Platform

@Suite struct NeedUseTests {
  private static let list = """
    need,title,description,required,quantity,latitude,longitude,radius_km
    N1,Hauben,Aus Feinblech,ISO9001,2500,50.357,7.589,
    N2,Gerippe,Aus Leichtmetall,,300,,,
    N3,Köpfe,Gefräst,EN9100,,48.1,11.3,80

    """

  private func take(
    _ text: String, _ access: RegisterAccess, _ folder: TemporaryFolder,
    _ change: (inout ImportNeeds) -> Void = { _ in }
  ) async throws -> ImportNeeds.Outcome {
    try folder.write(text, to: "needs.csv")
    var work = ImportNeeds(path: folder.path("needs.csv"), source: "bbk")
    change(&work)
    return try await work.run(access)
  }

  @Test("A list again: unchanged, changed, new, absent, closed", arguments: TestEngine.available)
  func again(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let dry = try await take(Self.list, access, folder) { $0.isDryRun = true }
      #expect(dry.rows.map(\.fate) == [.new, .new, .new] && dry.rows.allSatisfy { $0.id == nil })
      #expect(try await ListNeeds().run(access).needs.isEmpty)
      let first = try await take(Self.list, access, folder)
      #expect(first.rows.map(\.id) == ["n00000001", "n00000002", "n00000003"])
      #expect(try await ListNeeds().run(access).counts.map(\.state) == [.draft])
      #expect(
        try await take(Self.list, access, folder).rows.map(\.fate)
          == [.unchanged, .unchanged, .unchanged])
      for id in ["n00000001", "n00000002", "n00000003"] {
        _ = try await MoveNeed(id: id, to: .published).run(access)
      }
      _ = try await MoveNeed(id: "n00000001", to: .matched).run(access)
      _ = try await MoveNeed(id: "n00000002", to: .covered).run(access)
      let changed = """
        need,title,description,required,radius_km
        N1,Hauben,Aus Feinblech,,60
        N2,Gerippe,Aus Stahl,,
        N4,Neu,Etwas Neues,,

        """
      let second = try await take(changed, access, folder) { $0.publishesNew = true }
      #expect(
        second.rows.map(\.fate)
          == [.changed([.required, .radius]), .closed(.covered), .new])
      #expect(second.absent.map(\.key) == ["N3"])
      let one = try await ShowNeed(id: "n00000001").run(access)
      // Columns the list does not have say nothing: quantity and place stay.
      #expect(one.need.amount?.quantity == 2500 && one.need.place != nil)
      #expect(one.need.required.isEmpty && one.need.radius == 60)
      #expect(one.need.version == 2 && one.need.state == .published)
      let two = try await ShowNeed(id: "n00000002").run(access)
      #expect(two.need.description == "Aus Leichtmetall" && two.versions.count == 1)
      #expect(try await ShowNeed(id: "n00000004").run(access).need.state == .published)
    }
  }

  @Test(
    "What people changed stands until the list says something new", arguments: TestEngine.available)
  func peopleAndLists(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      _ = try await take(Self.list, access, folder)
      _ = try await ChangeNeed(
        id: "n00000001", NeedFacts([("quantity", "9"), ("radius_km", "70")])
      ).run(access)
      let same = try await take(Self.list, access, folder)
      #expect(
        same.rows.map(\.fate) == [.changedHere([.quantity, .radius]), .unchanged, .unchanged])
      let news = Self.list.replacing("Aus Feinblech", with: "Aus Edelstahl")
        .replacing("2500", with: "2600")
      let second = try await take(news, access, folder)
      #expect(second.rows.first?.fate == .changed([.description, .quantity]))
      let need = try await ShowNeed(id: "n00000001").run(access).need
      #expect(need.radius == 70 && need.amount?.quantity == 2600 && need.version == 3)
      // What people and the list say alike is nobody's change.
      _ = try await ChangeNeed(id: "n00000002", NeedFacts([("quantity", "400")])).run(access)
      let alike = try await take(news.replacing(",300,", with: ",400,"), access, folder)
      #expect(alike.rows[1].fate == .unchanged)
    }
  }

  @Test("One error, and nothing of a list is taken", arguments: TestEngine.available)
  func nothingHalf(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let broken = Self.list.replacing("Gefräst,EN9100", with: ",EN9100")
      let error = await #expect(throws: PlatformError.self) {
        try await take(broken, access, folder)
      }
      #expect(error?.code == .data && error?.findings.map(\.row) == [4])
      // What only shows beside the register, or beside the earlier version, is located as well.
      let unknown = """
        need,title,description,buyer,expires
        N1,a,b,o0000zzzz,
        N2,a,b,,2020-01-01

        """
      let second = await #expect(throws: PlatformError.self) {
        try await take(unknown, access, folder) { $0.publishesNew = true }
      }
      #expect(second?.findings.map { "\($0.row):\($0.column)" } == ["2:buyer", "3:expires"])
      #expect(try await ListNeeds().run(access).counts.isEmpty)
      _ = try await take(
        "need,title,description,from\nN1,a,b,2027-05-01\n", access, folder)
      let third = await #expect(throws: PlatformError.self) {
        try await take("need,title,description,until\nN1,a,b,2027-04-01\n", access, folder)
      }
      #expect(third?.findings.map(\.column) == ["until"])
      #expect(try await ShowNeed(id: "n00000001").run(access).versions.count == 1)
    }
  }

  @Test("Entering, changing, a change built on an old version", arguments: TestEngine.available)
  func entering(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, _ in
      let need = try await EnterNeed(
        NeedFacts([("title", "Blasen"), ("Beschreibung", "Faltbar"), ("Menge", "500")])
      ).run(access)
      #expect(need.state == .draft && need.amount?.quantity == 500)
      let (changed, fields) = try await ChangeNeed(
        id: need.id, NeedFacts([("quantity", ""), ("expires", "2026-11-20")])
      ).run(access)
      #expect(fields == [.quantity, .expires] && changed.version == 2)
      var late = ChangeNeed(id: need.id, NeedFacts([("title", "anders")]))
      late.version = 1
      let error = await #expect(throws: PlatformError.self) { try await late.run(access) }
      #expect(error?.code == .request && error?.message.german.contains("Version 2") == true)
      let same = try await ChangeNeed(id: need.id, NeedFacts([("title", "Blasen")])).run(access)
      #expect(same.fields.isEmpty && same.need.version == 2)
      // Today is 2026-11-18.
      _ = try await MoveNeed(id: need.id, to: .published).run(access)
      var expired = ListNeeds()
      expired.onlyExpired = true
      #expect(try await expired.run(access).needs.isEmpty)
      let bad = await #expect(throws: PlatformError.self) {
        try await EnterNeed(NeedFacts([("titel", "x"), ("colour", "red"), ("mass_kg", "viel")]))
          .run(access)
      }
      #expect(bad?.findings.map(\.column) == ["colour", "mass_kg"])
      let document = NeedDocument.json(
        try await ShowNeed(id: need.id).run(access), today: access.today)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(document.rendered().utf8)) as? [String: Any])
      #expect((json["versions"] as? [Any])?.count == 2)
      #expect(((json["need"] as? [String: Any])?["quantity"] as? NSNull) != nil)
    }
  }

  @Test("Feedback reaches the register with its words", arguments: TestEngine.available)
  func feedback(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      try folder.write("Firma;PLZ;Ort\nAlpha GmbH;99084;Erfurt\n", to: "a.csv")
      let staged = try await StageList(
        path: folder.path("a.csv"), source: Source(name: "v", kind: .list, title: "v")
      ).run(access)
      _ = try await CommitImport(importID: try #require(staged.importID)).run(access)
      let alpha = try #require(try await FindOrganisations(text: "alpha").run(access).first).id
      var enter = EnterNeed(NeedFacts([("title", "A"), ("description", "B")]))
      enter.isPublished = true
      let id = try await enter.run(access).id
      let (need, name) = try await RecordFeedback(need: id, supplier: alpha, .invited).run(access)
      #expect(need.state == .inDialogue && name == "Alpha GmbH")
      var declined = RecordFeedback(need: id, supplier: alpha, .declined(.noCapacity))
      declined.note = "bis Mai"
      _ = try await declined.run(access)
      _ = try await RecordFeedback(need: id, supplier: alpha, .outcome(.order, .document))
        .run(access)
      let file = try await ShowNeed(id: id).run(access)
      #expect(file.feedback.map(\.feedback.kind) == [.invited, .declined, .outcome])
      #expect(file.feedback[1].feedback.note == "bis Mai")
      let counts = try await access.read { connection in
        try Register(connection).feedbackCounts(since: CalendarDay(number: 0))
      }
      #expect(counts[alpha]?.served == 1 && counts[alpha]?.askedOn == [access.today])
      var future = RecordFeedback(need: id, supplier: alpha, .dismissed(nil))
      future.day = CalendarDay(number: access.today.number + 1)
      await #expect(throws: PlatformError.self) { try await future.run(access) }
    }
  }
}
