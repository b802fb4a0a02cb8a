// SPDX-License-Identifier: Apache-2.0
import Foundation
import Geodesy
import Localization
import Matching
import Registry
import Storage
import Testing
import TragwerkTesting
import Vocabulary

@testable import Platform

/// Whatever happens to the register, the live index says what one made anew says.
@Suite struct LiveMatchIndexTests {
  private static let words = [
    "Fräsen von Aluminium", "Drehen von Stahl", "Spritzguss aus PA66", "Kabelkonfektion",
    "Schweißen von Edelstahl", "Nähen von Zelten", "Eloxieren", "Leiterplatten bestücken",
  ]

  /// - Parameter changed: of each so many firms another text.
  private static func list(_ count: Int, changed: Int? = nil) -> String {
    var text = "Nr;Firma;PLZ;Ort;Branche;Breitengrad;Längengrad;Leistungen;Tätigkeit\n"
    for number in 1...count {
      let at = changed.map { number % $0 == 0 ? number + 3 : number } ?? number
      text += "\(number);\(RandomNames.name(number)) GmbH;\(10_000 + number);Ort \(number);"
      text += "\(number % 7 == 0 ? "46.72" : "25.62");\(47 + number % 8),5;\(6 + number % 9),25;"
      text += "\(words[at % 8]);Werk für \(words[(at / 8) % 8]), Serie \(at)\n"
    }
    return text
  }

  private static let needs = [
    Need(
      id: "a", title: "Gefräste Gehäuse", description: "Aus Aluminium gefräst und eloxiert.",
      required: ["ISO9001"], place: GeoPoint(latitude: 50, longitude: 9)),
    Need(id: "b", title: "Kabelsätze", description: "Konfektioniert, mit Steckern."),
    Need(
      id: "c", title: "Zelte", description: "Genähte Zelte aus Gewebe",
      amount: Need.Amount(quantity: 500, perYear: 1)),
  ]

  private static func text(_ index: MatchIndex) -> String {
    let options = MatchOptions(day: CalendarDay(number: 20_775), limit: 12)
    var text = ""
    for need in needs { dump(index.matches(for: need, options), to: &text) }
    return text
  }

  @Test("Imports, entries, undoing, merges, invitations, hits", arguments: TestEngine.available)
  func following(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let live = LiveMatchIndex(access, page: 7)
      let register = RegisterSteps(access: access, folder: folder)
      /// What the last refresh did, after every supplier, and where asked every match, was held
      /// against what the register says anew.
      func refreshed(_ step: String, matching: Bool = false) async throws
        -> LiveMatchIndex.Refreshed
      {
        let done = try await live.refresh()
        let kept = try await live.current()
        let anew = try await register.suppliers()
        #expect(kept.count == anew.count, "\(step)")
        #expect(anew.allSatisfy { kept[$0.id] == $0 }, "\(step)")
        if matching {
          let built = try await LiveMatchIndex(access).current()
          #expect(Self.text(kept) == Self.text(built), "\(step)")
        }
        return done
      }
      typealias Done = LiveMatchIndex.Refreshed
      #expect(try await refreshed("empty") == Done())
      _ = try await register.take(Self.list(30), "verband", on: "2026-11-01")
      // The first refresh made an index of nothing; all 30 are news.
      #expect(try await refreshed("import") == Done(put: 30))
      #expect(try await refreshed("nothing") == Done())
      #expect(try await live.current().count == 30)

      let changed = try await register.take(
        Self.list(30, changed: 6), "verband", on: "2026-11-02")
      // Five firms say something else; of all others only the day moved.
      #expect(try await refreshed("changed list") == Done(put: 5))
      _ = try await UndoImport(importID: changed).run(access)
      #expect(try await refreshed("undone list", matching: true) == Done(put: 5))

      let (first, second) = (EntityID(.organisation, 7), EntityID(.organisation, 20))
      try await register.state(
        first, ["capability.term": "Zeltnähen", "qualification.standard": "ISO9001"])
      #expect(try await refreshed("entry") == Done(put: 1))
      try await register.state(first, ["capacity.free": "40", "capacity.unit": "Stück im Monat"])
      #expect(try await refreshed("capacity") == Done(put: 1))
      #expect(try await live.current()[first.text]?.capacity.first?.free == 40)
      _ = try await register.take(Self.list(30), "verband", on: "2026-11-08")
      #expect(try await refreshed("the same list") == Done())
      try await register.state(first, ["qualification.standard": ""])
      #expect(try await refreshed("taken back") == Done(put: 1))

      let new = try await register.take(
        "Nr;Firma;PLZ;Ort;Leistungen\nx;Zeltwerk Neuland KG;99999;Neuland;Zelte nähen\n", "neu")
      #expect(try await refreshed("new firm") == Done(put: 1))
      _ = try await UndoImport(importID: new).run(access)
      #expect(try await refreshed("withdrawn firm") == Done(removed: 1))

      try await MergeEntities(kept: first, other: second, note: "").run(access)
      #expect(try await refreshed("merged") == Done(put: 1, removed: 1))
      try await UnmergeEntity(id: second, note: "").run(access)
      #expect(try await refreshed("unmerged", matching: true) == Done(put: 2))

      var enter = EnterNeed(NeedFacts([("title", "Zelte"), ("description", "Genäht")]))
      enter.isPublished = true
      let need = try await enter.run(access).id
      _ = try await RecordFeedback(need: need, supplier: second, .invited).run(access)
      #expect(try await refreshed("invited") == Done(put: 1))
      #expect(try await live.current()[second.text]?.askedOn == [access.today])
      _ = try await RecordFeedback(need: need, supplier: second, .declined(nil)).run(access)
      #expect(try await refreshed("declined") == Done())

      try await register.screenOut(RandomNames.name(20) + " GmbH")
      _ = try await refreshed("confirmed hit", matching: true)
      #expect(try await live.current()[second.text]?.isScreenedOut == true)
      let seen = try await LiveMatchIndex(access, for: .registeredBuyer).current()
      #expect(seen[second.text] == nil && seen.count == 29)
    }
  }

  @Test("Refreshing side by side does each change once")
  func sideBySide() async throws {
    try await withRegister(.sqlite) { access, folder in
      let register = RegisterSteps(access: access, folder: folder)
      _ = try await register.take(Self.list(40), "verband")
      let live = LiveMatchIndex(access, page: 8)
      let put = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<6 { group.addTask { try await live.refresh().put } }
        return try await group.reduce(0, +)
      }
      #expect(put == 40)
      let cancelled = LiveMatchIndex(access, page: 8)
      await #expect(throws: PlatformError.self) {
        try await cancelled.refresh(isCancelled: { true })
      }
      #expect(try await cancelled.current().count == 40)
    }
  }
}

/// Names that no two firms share a word of, so that nothing is asked.
enum RandomNames {
  private static let syllables = ["ba", "ko", "li", "mur", "ne", "pol", "ra", "sti", "tu", "wen"]

  static func name(_ number: Int) -> String {
    var (rest, name) = (number &* 7919 + 100_003, "")
    while rest > 0 {
      name += syllables[rest % 10]
      rest /= 10
    }
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

/// What people do to a register, for tests.
struct RegisterSteps {
  let access: RegisterAccess
  let folder: TemporaryFolder

  /// All suppliers of the register, read at once.
  func suppliers() async throws -> [Supplier] {
    try await access.read { connection in
      try Register(connection).supplierFacts(limit: 10_000).compactMap {
        Supplier($0, ConceptSpellings.builtIn.thesaurus)
      }
    }
  }

  /// Takes a list in and gives the import's id.
  func take(_ text: String, _ source: String, on day: String = "2026-11-01") async throws
    -> String
  {
    try folder.write(text, to: "list.csv")
    var stage = StageList(
      path: folder.path("list.csv"), source: Source(name: source, kind: .list, title: source))
    stage.statedOn = CalendarDay(day)
    stage.compares = false
    let id = try #require(try await stage.run(access).importID)
    _ = try await CommitImport(importID: id).run(access)
    return id
  }

  func state(_ id: EntityID, _ facts: [String: String], kind: Source.Kind = .company) async throws {
    try await StateFacts(
      organisation: id, facts: facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      source: Source(name: "q-\(kind.rawValue)", kind: kind, title: "Q"),
      day: try #require(CalendarDay("2026-11-05"))
    ).run(access)
  }

  /// Puts a name on a list and confirms what is found.
  func screenOut(_ name: String) async throws {
    try folder.write(
      "id,name,schema,country\nE1,\(name),Organization,DE\n", to: "sanctions.csv")
    _ = try await ScreenRegister(path: folder.path("sanctions.csv"), list: "eu").run(access)
    let hits = try await ReviewHits().run(access)
    let hit = try #require(hits.first { $0.name == name }).hit
    try await DecideHit(key: hit.key, outcome: .confirmed, why: "geprüft").run(access)
  }
}
