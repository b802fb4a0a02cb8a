// SPDX-License-Identifier: Apache-2.0
import Foundation
import Registry
import Screening
import Storage
import Testing
import TragwerkTesting

@testable import Platform

@Suite struct RegisterScreeningTests {
  @Test("Decisions stay until what they rest on changes", arguments: TestEngine.available)
  func rescreening(_ engine: TestEngine) async throws {
    try await withRegister(engine) { access, folder in
      let list =
        "Nr;Firma;PLZ;Ort\n1;Nordmeer Reederei Kontor GmbH;24103;Kiel\n2;Blumenhof Süd eG;99084;Erfurt\n"
      let members = folder.path("m.csv")
      try list.write(toFile: members, atomically: true, encoding: .utf8)
      let staged = try await StageList(
        path: members, source: Source(name: "v", kind: .list, title: "V")
      ).run(access)
      _ = try await CommitImport(importID: try #require(staged.importID)).run(access)

      func screen(_ rows: String) async throws -> Rescreening {
        let path = folder.path("list.csv")
        try ("id,name,schema,country\n" + rows).write(
          toFile: path, atomically: true, encoding: .utf8)
        return try await ScreenRegister(path: path, list: "eu").run(access).rescreening
      }
      let entry = "E1,Nordmeer Reederei Kontor GmbH,Organization,DE\n"
      let first = try await screen(entry + "E2,Ganz Andere Werke AG,Organization,DE\n")
      #expect(first.new.map(\.key.entry) == ["E1"])
      let open = try await ReviewHits().run(access)
      #expect(open.map(\.name) == ["Nordmeer Reederei Kontor GmbH"])
      let key = try #require(open.first).hit.key
      try await DecideHit(key: key, outcome: .dismissed, why: "anderes Register").run(access)
      #expect(try await ReviewHits().run(access).isEmpty)

      // The same list again asks nothing.
      let second = try await screen(entry)
      #expect(second.new.isEmpty && second.unchanged.count == 1 && second.reopened.isEmpty)
      #expect(try await ReviewHits().run(access).isEmpty)

      // The entry changed in what says who is meant: asked again, with the decision that was.
      let third = try await screen("E1,Nordmeer Reederei Kontor GmbH,Organization,RU\n")
      #expect(third.reopened.map(\.before.outcome) == [.dismissed])
      #expect(try await ReviewHits().run(access).count == 1)

      // The entry is gone: closed, and every decision is still known.
      let fourth = try await screen("E9,Ganz Andere Werke AG,Organization,DE\n")
      #expect(fourth.closed.map(\.closure) == [.entryGone])
      #expect(try await ReviewHits().run(access).isEmpty)
      let log = try await access.read { connection in
        try HitTable(connection).decisions(about: EntityID(stored: key.subject)).map {
          "\($0.list) \($0.entry) \($0.decision.outcome.rawValue) \($0.decision.why)"
        }
      }
      #expect(log == ["eu E1 dismissed anderes Register"])
      await #expect(throws: PlatformError.self) {
        try await DecideHit(key: key, outcome: .confirmed, why: "zu spät").run(access)
      }
    }
  }
}
