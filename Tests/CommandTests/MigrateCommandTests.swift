// SPDX-License-Identifier: Apache-2.0
import Foundation
import SQLEngine
import Testing
import TragwerkTesting

@Suite struct MigrateCommandTests {
  @Test(arguments: TestEngine.available)
  func tablesAreMadeOnceAndADryRunOnlySaysSo(engine: TestEngine) async throws {
    try await withTestPlace(engine) { place in
      let arguments = ["migrate", "--database", place.text]
      let dry = try Command.run(arguments + ["--dry-run"])
      #expect(dry.code == 0, "\(dry.error)")
      #expect(dry.out.contains("pending: 0001-statements"))
      if let path = place.location.path {
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      let first = try Command.run(arguments)
      #expect(first.code == 0, "\(first.error)")
      #expect(first.out.contains("applied: 0001-statements"))
      let second = try Command.run(arguments + ["--language", "de"])
      #expect(second.code == 0, "\(second.error)")
      #expect(!second.out.contains("angewandt: "))
      #expect(second.out.contains(", 0 offen"))
      for text in [dry.out, first.out, second.out] {
        #expect(text.contains(place.location.description))
      }
    }
  }

  @Test func whatIsWrongHasItsExitCodeAndWordsInBothLanguages() throws {
    let folder = TemporaryFolder()
    try folder.write(String(repeating: "no database\n", count: 100), to: "list.csv")
    let cases: [(location: String, code: Int32, german: String, english: String)] = [
      ("postgresql://u:secret@127.0.0.1:1/db", 69, "nicht erreichbar", "cannot be reached"),
      ("mysql://u:secret@h/db", 64, "beginnt nicht mit", "does not begin with"),
      (folder.path("list.csv"), 65, "keine SQLite-Datenbank", "is not an SQLite database"),
      (folder.path("none/x.sqlite"), 73, "nicht geöffnet", "cannot be opened"),
    ]
    for (location, code, german, english) in cases {
      for (language, words) in [("de", german), ("en", english)] {
        let result = try Command.run(["migrate", "--database", location, "--language", language])
        #expect(result.code == code, "\(location): \(result.error)")
        #expect(result.error.contains(words), "\(location): \(result.error)")
        #expect(!result.error.contains("secret"))
      }
    }
    #expect(folder.names() == ["list.csv"])
  }
}
