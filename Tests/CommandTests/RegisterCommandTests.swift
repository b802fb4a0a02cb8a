// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@Suite struct RegisterCommandTests {
  private static let example = Command.checkout + "/Examples/member-list"

  @Test("From two lists to answers, history and back", arguments: ["de", "en"])
  func wholeWay(_ language: String) throws {
    let folder = TemporaryFolder()
    let common = [
      "--database", folder.path("r.sqlite"), "--language", language, "--by", "Prüferin",
    ]
    func run(_ words: [String], _ code: Int32 = 0) throws -> String {
      let result = try Command.run(["register"] + words + common)
      #expect(result.code == code, "\(words): \(result.error)")
      return result.out + result.error
    }
    let isGerman = language == "de"
    let first = try run([
      "import", Self.example + "/mitglieder.csv", "--source", "verband", "--refused",
      folder.path("refused.csv"), "--save-mapping", folder.path("mapping.json"), "--quiet",
    ])
    #expect(first.contains(isGerman ? "6  neu" : "6  new"))
    let refused = try String(contentsOfFile: folder.path("refused.csv"), encoding: .utf8)
    #expect(refused.contains("1007") && refused.contains("reason"))
    let mapping = try String(contentsOfFile: folder.path("mapping.json"), encoding: .utf8)
    #expect(mapping.contains("organisation.legal_name"))

    let again = try run([
      "import", Self.example + "/mitglieder.csv", "--source", "verband", "--quiet", "--mapping",
      folder.path("mapping.json"),
    ])
    #expect(again.contains(isGerman ? "0 neu, 0 verbunden" : "0 new, 0 linked"))

    let fair = try run([
      "import", Self.example + "/messe.csv", "--source", "messe", "--quiet", "--json",
      folder.path("i.json"),
    ])
    #expect(fair.contains("register review i00000003"))
    let questions = try run(["review", "i00000003", "--out", folder.path("q.csv")])
    #expect(questions.contains(isGerman ? "verschiedene Nummern" : "different numbers"))
    // Answers go in through the file people fill in.
    let table = try String(contentsOfFile: folder.path("q.csv"), encoding: .utf8)
    let filled = table.replacing("80331 München,,", with: "80331 München,new,")
    try filled.write(toFile: folder.path("q.csv"), atomically: true, encoding: .utf8)
    _ = try run(["answer", "i00000003", "4=new", "5=o00000004"])
    let left = try run(["review", "i00000003"])
    #expect(left.contains("Medizintechnik Isar Service"))
    #expect(!left.contains("Zeltbau"))

    let found = try run(["find", "aquanorm"])
    #expect(found.contains("o00000001"))
    let shown = try run(["show", "o00000001", "--history"])
    #expect(shown.contains("Prüferin") && shown.contains("messe"))
    _ = try run(["merge", "o00000001", "o00000002", "--note", "Probe"])
    #expect(try run(["show", "o00000002"]).contains("o00000001"))
    _ = try run(["unmerge", "o00000002"])
    _ = try run(["state", "o00000001", "city=Neumünster", "--source", "own", "--kind", "company"])
    #expect(try run(["show", "o00000001"]).contains("Neumünster"))
    _ = try run(["export", "--out", folder.path("all.csv")])
    _ = try run(["export", "--out", folder.path("all.json")])
    let json = try Data(contentsOf: URL(fileURLWithPath: folder.path("all.json")))
    #expect(try JSONSerialization.jsonObject(with: json) is [String: Any])
    #expect(!folder.names().contains { $0.contains(".part-") })
    _ = try run(["undo", "i00000003"])
    _ = try run(["undo", "i00000001"], 64)
    #expect(try run(["imports"]).contains(isGerman ? "zurückgenommen" : "undone"))
  }

  @Test("What is wrong has its exit code and words")
  func wrong() throws {
    let folder = TemporaryFolder()
    let database = ["--database", folder.path("r.sqlite")]
    try folder.write("Firma;PLZ\nAlpha GmbH;99084\n", to: "a.csv")
    try folder.write("{\"columns\":[{\"column\":\"Firma\",\"field\":\"nonsense\"}]}", to: "m.json")
    try folder.write("PK\u{3}\u{4}broken", to: "a.xlsx")
    try folder.write("", to: "empty.csv")
    let a = folder.path("a.csv")
    let missing = try Command.run(["register", "find", "alpha"] + database)
    #expect(
      missing.code == 66, "a register that is not there is not made by looking: \(missing.error)")
    let cases: [(words: [String], code: Int32, says: String)] = [
      (["import", folder.path("no.csv"), "--source", "s"], 66, "no.csv"),
      (["import", a], 64, "--source"),
      (["import", a, "--source", "s", "--hold", "--dry-run"], 64, "--hold"),
      (["import", a, "--source", "s", "--mapping", folder.path("m.json")], 65, "nonsense"),
      (["import", a, "--source", "s", "--mapping", folder.path("none.json")], 66, "none.json"),
      (["import", folder.path("a.xlsx"), "--source", "s"], 65, "damaged"),
      (["import", folder.path("empty.csv"), "--source", "s"], 65, "nothing in the table"),
      (["commit", "i99999999"], 66, "i99999999"),
      (["undo", "nonsense"], 66, "nonsense"),
      (["show", "o00000099"], 66, "o00000099"),
      (["show", "x"], 64, "invalid"),
      (["answer", "i00000001"], 64, "--file"),
      (["state", "o00000099", "city", "--source", "s"], 64, "FIELD=VALUE"),
      (["export", "--out", folder.path("a.txt")], 64, ".json"),
    ]
    _ = try Command.run(["register", "import", a, "--source", "first"] + database)
    for (words, code, says) in cases {
      let result = try Command.run(["register"] + words + database + ["--language", "en"])
      #expect(result.code == code, "\(words): \(result.code) \(result.error)")
      #expect(result.error.contains(says), "\(words): \(result.error)")
    }
  }
}
