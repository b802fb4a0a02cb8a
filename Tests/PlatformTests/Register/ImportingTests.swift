// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Registry
import Storage
import Testing
import TragwerkTesting

@testable import Platform

@Suite struct ImportingTests {
  @Test("A member list: linked, new, refused, announced first", arguments: TestEngine.available)
  func memberList(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let staged = try await stage(MemberList.rows, access, folder) {
        $0.association = "Verband Beispiel"
      }
      #expect(staged.counts.rows == 5 && staged.counts.refused == 1 && staged.counts.new == 3)
      #expect(staged.counts.linked + staged.counts.asked == 1)
      #expect(
        try await organisations(access).isEmpty, "announced before anything reaches the register")
      #expect(staged.notices.contains { $0.line == 6 && $0.isRefusal })
      let summary = try await commit(staged, access)
      #expect(summary.new == 3)
      let found = try await FindOrganisations(text: "DE 136 695 976").run(access)
      #expect(found.map(\.name) == ["Beta Filtertechnik AG"])
      let beta = try #require(found.first).id
      let (_, file) = try await ShowOrganisation(id: beta).run(access)
      let membership = file.parts.first { $0.profile.id.kind == .membership }
      #expect(membership?.profile["association"] == "Verband Beispiel")
    }
  }

  @Test("The same list again: nothing new, nothing asked again", arguments: TestEngine.available)
  func again(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      _ = try await commit(try await stage(MemberList.rows, access, folder), access)
      let before = try await organisations(access)
      let staged = try await stage(MemberList.rows, access, folder)
      #expect(staged.counts.new == 0 && staged.counts.changed == 0 && staged.counts.left == 0)
      _ = try await commit(staged, access)
      #expect(try await organisations(access) == before)
    }
  }

  @Test("A list without numbers is known again by what it says")
  func withoutNumbers() async throws {
    try await withRegister(.sqlite) { access, folder in
      let list =
        "Firma;PLZ;Ort\nAlpha GmbH;99084;Erfurt\nBeta AG;50667;Köln\nAlpha GmbH;99084;Erfurt\n"
      let first = try await stage(list, access, folder)
      #expect(first.counts.new == 2 && first.counts.repeated == 1)
      _ = try await commit(first, access)
      let changed = "Firma;PLZ;Ort\nBeta AG;50667;Köln\nDelta KG;20095;Hamburg\n"
      let second = try await stage(changed, access, folder)
      #expect(second.counts.unchanged == 1 && second.counts.new == 1 && second.counts.left == 2)
      #expect(second.leavers.map(\.1) == ["Alpha GmbH", "Alpha GmbH"])
    }
  }

  @Test("Numbers decide: an equal one links, different register entries never do")
  func numbers() async throws {
    try await withRegister(.sqlite) { access, folder in
      let first = """
        Nr;Firma;PLZ;Ort;Registernummer
        1;Nordlicht Energie GmbH;24103;Kiel;HRB 4711 Amtsgericht Kiel

        """
      _ = try await commit(try await stage(first, access, folder), access)
      let second = """
        Nr;Firma;PLZ;Ort;Registernummer
        a;Ganz anderer Name SE;10115;Berlin;Amtsgericht Kiel, HRB 4711
        b;Nordlicht Energie GmbH;24103;Kiel;HRB 8123 Amtsgericht Kiel

        """
      let other = Source(name: "messe", kind: .list, title: "Messe")
      let staged = try await stage(second, access, folder, named: "b.csv", from: other)
      #expect(staged.counts.linked == 1 && staged.counts.asked == 1 && staged.counts.new == 0)
      #expect(staged.questions.map(\.row.line) == [3])
    }
  }

  @Test("Answers are kept, used, and not asked for again", arguments: TestEngine.available)
  func answers(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let first = """
        Nr;Firma;PLZ;Ort;Registernummer
        1;Nordlicht Energie GmbH;24103;Kiel;HRB 4711 Amtsgericht Kiel

        """
      _ = try await commit(try await stage(first, access, folder), access)
      let nord = try #require(try await FindOrganisations(text: "nordlicht").run(access).first).id
      let second = """
        Nr;Firma;PLZ;Ort;Registernummer
        b;Nordlicht Energie GmbH;24103;Kiel;HRB 8123 Amtsgericht Kiel

        """
      let other = Source(name: "messe", kind: .list, title: "Messe")
      let staged = try await stage(second, access, folder, named: "b.csv", from: other)
      let id = try #require(staged.importID)
      let open = try await CommitImport(importID: id).run(access)
      #expect(open.open == 1 && open.new == 0)
      let questions = try await ReviewImport(importID: id).run(access)
      #expect(questions.map(\.row.line) == [2])
      #expect(questions.first?.candidates.first?.candidate.target == .organisation(nord))
      let table = QuestionTable.csv(questions, .german)
      #expect(table.contains("Nordlicht Energie GmbH"))

      // Read again while the question is open: it stays one question, and nothing is new.
      let again = try await stage(second, access, folder, named: "b.csv", from: other)
      #expect(again.counts.asked == 1 && again.counts.new == 0)
      let id2 = try #require(again.importID)
      _ = try await CommitImport(importID: id2).run(access)
      #expect(try await ReviewImport(importID: id).run(access).isEmpty)

      let answered = try await AnswerRows(importID: id2, answers: [(2, .new)]).run(access)
      #expect(answered?.new == 1)
      #expect(try await organisations(access).count == 2)
      // Told apart once, the two are no duplicates of the register either.
      #expect(try await FindDuplicates().run(access).isEmpty)

      // A third list with the same words: the decision is remembered.
      let third = Source(name: "katalog", kind: .list, title: "Katalog")
      let remembered = try await stage(second, access, folder, named: "c.csv", from: third)
      #expect(remembered.counts.asked == 0 && remembered.counts.new == 0)

      await #expect(throws: PlatformError.self) {
        try await AnswerRows(importID: id2, answers: [(2, .new)]).run(access)
      }
    }
  }

  @Test(
    "An interrupted reading goes on and ends as an undisturbed one", arguments: TestEngine.available
  )
  func resuming(_ engine: TestEngine) async throws {
    var list = "Nr;Firma;Straße;PLZ;Ort\n"
    var random = SeededGenerator(seed: 7)
    func word() -> String {
      String((0..<9).map { _ in "abcdefghiklmnoprstuvw".randomElement(using: &random) ?? "x" })
    }
    let firms = (0..<1_000).map { _ in
      let postcode = Int.random(in: 10_000...90_000, using: &random)
      return "\(word()) \(word()) GmbH;\(word())weg 1;\(postcode);\(word())"
    }
    for number in 0..<1_300 { list += "\(number);\(firms[number % 1_000])\n" }
    var outcomes: [[String]] = []
    for isInterrupted in [false, true] {
      try await withRegister(engine) { access, folder in
        if isInterrupted {
          let path = folder.path("a.csv")
          try list.write(toFile: path, atomically: true, encoding: .utf8)
          let task = Task {
            var stage = StageList(path: path, source: MemberList.source)
            stage.statedOn = CalendarDay("2026-11-01")
            return try await stage.run(access) { rows in
              if rows >= 1_000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
          }
          await #expect(throws: (any Error).self) { try await task.value }
          #expect(try await organisations(access).isEmpty)
          let imports = try await ListImports().run(access)
          #expect(imports.map(\.0.state) == [.reading])
          #expect((imports.first?.1.rows ?? 0) >= 1_000)
        }
        let staged = try await stage(list, access, folder)
        #expect(staged.counts.rows == 1_300)
        _ = try await commit(staged, access)
        outcomes.append(try await organisations(access))
      }
    }
    #expect(outcomes[0] == outcomes[1])
    #expect(outcomes[0].count == 1_000)
  }

  @Test("A dry run writes nothing, not even to the waiting room")
  func dryRun() async throws {
    try await withRegister(.sqlite) { access, folder in
      let staged = try await stage(MemberList.rows, access, folder) { $0.isDryRun = true }
      #expect(staged.importID == nil && staged.counts.rows == 5 && staged.counts.refused == 1)
      #expect(try await ListImports().run(access).isEmpty)
      #expect(try await access.read { try SourceTable($0).all() }.isEmpty)
    }
  }

  @Test("Another list of a source waits until the first is done")
  func oneAtATime() async throws {
    try await withRegister(.sqlite) { access, folder in
      _ = try await stage(MemberList.rows, access, folder)
      let error = await #expect(throws: PlatformError.self) {
        try await stage("Firma;PLZ\nX GmbH;1\n", access, folder, named: "other.csv")
      }
      #expect(error?.message.german.contains("register commit") == true)
    }
  }
}
