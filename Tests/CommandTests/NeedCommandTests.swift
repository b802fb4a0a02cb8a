// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@Suite struct NeedCommandTests {
  private static let list = Command.checkout + "/Examples/needs/bedarfe.csv"

  @Test("From a list to an order, in both languages", arguments: ["de", "en"])
  func wholeWay(_ language: String) throws {
    let folder = TemporaryFolder()
    let common = [
      "--database", folder.path("r.sqlite"), "--language", language, "--by", "Prüferin",
    ]
    let isGerman = language == "de"
    func run(_ words: [String], _ code: Int32 = 0) throws -> String {
      let result = try Command.run(words + common)
      #expect(result.code == code, "\(words): \(result.code) \(result.error)")
      return result.out + result.error
    }
    func need(_ words: [String], _ code: Int32 = 0) throws -> String {
      try run(["need"] + words, code)
    }
    try folder.write("Firma;PLZ;Ort\nPlanen Nord GmbH;18055;Rostock\n", to: "firms.csv")
    _ = try run(["register", "import", folder.path("firms.csv"), "--source", "v", "--quiet"])

    let dry = try need(["import", Self.list, "--source", "thw", "--dry-run"])
    #expect(dry.contains(isGerman ? "Nichts wurde geschrieben" : "Nothing was written"))
    #expect(try need(["list"]).contains(isGerman ? "Noch kein Bedarf" : "No need yet"))
    #expect(
      try need(["import", Self.list, "--source", "thw"]).contains(isGerman ? "3 neu" : "3 new"))
    #expect(
      try need(["import", Self.list, "--source", "thw", "--json", folder.path("i.json")])
        .contains(isGerman ? "3 unverändert" : "3 unchanged"))
    #expect(
      try String(contentsOfFile: folder.path("i.json"), encoding: .utf8).contains("unchanged"))

    #expect(try need(["invite", "n00000001", "o00000001"], 64).contains("need publish n00000001"))
    _ = try need(["publish", "N00000001"])
    let suggested = try need(["suggest", "n00000001", "--json", "-"])
    #expect(suggested.contains("\"suggestions\""))
    let invited = try need(["invite", "n00000001", "o00000001"])
    #expect(invited.contains("Planen Nord GmbH"))
    #expect(invited.contains(isGerman ? "im Gespräch" : "in dialogue"))
    _ = try need(["invite", "n00000001", "o00000001"], 64)
    let outcome = try need([
      "outcome", "n00000001", "o00000001", "order", "--evidence", "document", "--note", "B-4711",
    ])
    #expect(outcome.contains("need cover n00000001"))
    _ = try need(["decline", "n00000001", "o00000001", "--reason", "no_capacity"])
    _ = try need(["dismiss", "n00000001", "o00000001", "--on", "2026-01-05"])
    _ = try need(["cover", "n00000001"])
    #expect(
      try need(["change", "n00000001", "menge=3"], 64).contains("need publish n00000001"))

    let changed = try need([
      "change", "n00000002", "Menge=200", "--note", "mehr", "--based-on", "1",
    ])
    #expect(changed.contains(isGerman ? "Menge" : "Quantity"))
    #expect(
      try need(["change", "n00000002", "menge=1", "--based-on", "1"], 64).contains("Prüferin"))
    _ = try need(["move", "n00000002", "published"])
    _ = try need(["move", "n00000002", "covered"])
    _ = try need(["move", "n00000003", "in-dialogue"], 64)
    _ = try need(["withdraw", "n00000003"])
    let entered = try need(["enter", "title=Zelte", "description=Wetterfest", "--publish"])
    #expect(entered.contains("n00000004"))

    let shown = try need(["show", "n00000001"])
    for words in ["B-4711", "Prüferin", "Planen Nord GmbH", isGerman ? "Auftrag" : "order"] {
      #expect(shown.contains(words), "\(words)")
    }
    let json = try Command.run(["need", "show", "n00000002", "--json", "-"] + common)
    let value = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any]
    #expect((value?["versions"] as? [Any])?.count == 2)
    let all = try Command.run(["need", "list", "--json", "-"] + common)
    let needs = try JSONSerialization.jsonObject(with: Data(all.out.utf8)) as? [String: Any]
    #expect((needs?["needs"] as? [Any])?.count == 4)
    #expect(try need(["list", "--state", "withdrawn"]).contains("W-3"))
    let fields = try Command.run(["need", "fields", "--language", language])
    #expect(fields.code == 0 && fields.out.contains("radius_km"))
  }

  @Test("What is wrong has its exit code and words")
  func wrong() throws {
    let folder = TemporaryFolder()
    let common = ["--database", folder.path("r.sqlite"), "--language", "en"]
    #expect(try Command.run(["need", "list"] + common).code == 66)
    try folder.write("need,title,description,mass_kg\nA,b,,NaN\nA,b,c,\n", to: "bad.csv")
    try folder.write("", to: "empty.csv")
    _ = try Command.run(["need", "enter", "title=a", "description=b"] + common)
    let cases: [(words: [String], code: Int32, says: String)] = [
      (["import", folder.path("none.csv"), "--source", "s"], 66, "none.csv"),
      (["import", folder.path("bad.csv"), "--source", "s"], 65, "bad.csv:2:mass_kg: error"),
      (["import", folder.path("bad.csv"), "--source", "s"], 65, "bad.csv:2:description: error"),
      (["import", folder.path("bad.csv"), "--source", "s"], 65, "bad.csv:3:need: error"),
      (["import", folder.path("empty.csv"), "--source", "s"], 65, "nothing in the file"),
      (["import", folder.path("empty.csv")], 64, "--source"),
      (["enter"], 64, "FIELD=VALUE"),
      (["enter", "title"], 64, "FIELD=VALUE"),
      (["enter", "title=x"], 65, "Description"),
      (["enter", "title=x", "description=y", "buyer=o0000zzzz"], 66, "o0000zzzz"),
      (["change", "n00000001", "colour=red"], 65, "need fields"),
      (["change", "n00000009", "title=red"], 66, "n00000009"),
      (["show", "n00000009"], 66, "need list"),
      (["show", "needs.csv"], 64, "needs.csv"),
      (["move", "n00000001", "covered"], 64, "published"),
      (["move", "n00000001", "nowhere"], 64, "in_dialogue"),
      (["outcome", "n00000001", "o00000001", "order"], 64, "--evidence"),
      (["decline", "n00000001", "o00000001", "--reason", "weather"], 64, "no_capacity"),
      (["list", "--limit", "0"], 64, "--limit"),
      (["from-chain", folder.path("none"), "--element", "line:x"], 66, "none"),
      (
        ["from-chain", Command.checkout + "/Examples/field-hospital", "--element", "country:DE"],
        64, "line, supply, link, site, material"
      ),
    ]
    for (words, code, says) in cases {
      let result = try Command.run(["need"] + words + common)
      #expect(result.code == code, "\(words): \(result.code) \(result.error)")
      #expect(result.error.contains(says), "\(words): \(result.error)")
    }
  }

  @Test("An element of a chain becomes a draft, once")
  func fromChain() throws {
    let folder = TemporaryFolder()
    let words = [
      "need", "from-chain", Command.checkout + "/Examples/field-hospital", "--element",
      "line:container-vechta", "--database", folder.path("r.sqlite"), "--language", "de",
    ]
    let dry = try Command.run(words + ["--dry-run"])
    #expect(dry.code == 0 && dry.out.contains("Sanitätscontainer"), "\(dry.error)")
    #expect(!folder.names().contains("r.sqlite"), "a dry run makes no database")
    let first = try Command.run(words)
    #expect(first.out.contains("n00000001") && first.out.contains("hält die Kette"))
    let second = try Command.run(words + ["--json", folder.path("n.json")])
    #expect(second.out.contains("gibt es schon"))
    let json = try String(contentsOfFile: folder.path("n.json"), encoding: .utf8)
    #expect(json.contains("\"known\": true"))
  }
}
