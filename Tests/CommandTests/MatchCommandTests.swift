// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@Suite struct MatchCommandTests {
  private static let firms = """
    Nr;Firma;PLZ;Ort;Branche;Breitengrad;Längengrad;Leistungen;Zertifikate
    1;Kabeltechnik Harz GmbH;38855;Wernigerode;27.32;51,83;10,78;Kabelsätze konfektionieren;ISO 9001
    2;Apparatebau Lausitz KG;03046;Cottbus;25.29;51,76;14,33;WIG-Schweißen von Edelstahl;
    3;Leitungen Süd GmbH;80331;München;27.32;48,14;11,58;Kabelsätze konfektionieren;

    """

  @Test("Suppliers of a need, needs of a supplier, in both languages", arguments: ["de", "en"])
  func register(_ language: String) throws {
    let folder = TemporaryFolder()
    let isGerman = language == "de"
    let common = ["--database", folder.path("r.sqlite"), "--language", language]
    func run(_ words: [String], _ code: Int32 = 0) throws -> String {
      let result = try Command.run(words + common)
      #expect(result.code == code, "\(words): \(result.code) \(result.error)")
      return result.out + result.error
    }
    try folder.write(Self.firms, to: "firms.csv")
    _ = try run(["register", "import", folder.path("firms.csv"), "--source", "v", "--quiet"])
    _ = try run([
      "need", "enter", "title=Kabelsätze", "description=Konfektionierte Leitungsbäume, 400 V",
      "required=ISO9001", "quantity=2400", "per_year=1", "latitude=51", "longitude=11", "--publish",
    ])
    let day = ["--as-of", "2026-11-23"]
    let text = try run(
      ["match", "n00000001", "--bundles", "--json", folder.path("m.json")] + day)
    for words in [
      "Kabelsätze", "Kabeltechnik Harz GmbH", "o00000001", "2026-11-23", "█",
      isGerman ? "bereit" : "ready", isGerman ? "Lücke" : "gap", isGerman ? "Monaten" : "months",
      isGerman ? "Verbünde" : "Bundles",
    ] {
      #expect(text.contains(words), "\(words): \(text)")
    }
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    let first = try String(contentsOfFile: folder.path("m.json"), encoding: .utf8)
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
    #expect(value["asOf"] as? String == "2026-11-23" && value["need"] as? String == "n00000001")
    #expect((value["matches"] as? [Any])?.count == 3 && value["bundles"] != nil)
    _ = try run(["match", "n00000001", "--bundles", "--json", folder.path("m.json")] + day)
    #expect(try String(contentsOfFile: folder.path("m.json"), encoding: .utf8) == first)

    let seen = try run(["match", "n00000001", "--as", "everyone"] + day)
    #expect(!seen.contains("Kabelsätze konf") && seen.contains(isGerman ? "Sicht" : "seen by"))
    let other = try run(["match", "--for", "o00000001"] + day)
    #expect(other.contains("n00000001") && other.contains("Kabeltechnik Harz GmbH"))

    try folder.write("need,title,description\nX,Kessel,Geschweißt aus Edelstahl\n", to: "n.csv")
    #expect(try run(["match", folder.path("n.csv"), "--top", "1"] + day).contains("Apparatebau"))
  }

  @Test("Two files, no database")
  func files() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "firm,name,text\nf1,Alpha,Fräsen von Aluminium\nf2,Beta,Nähen von Zelten\n", to: "f.csv")
    try folder.write("need,title,description\nn1,Zelte,Genähte Zelte\n", to: "n.csv")
    let words = [
      "match", "--firms", folder.path("f.csv"), "--needs", folder.path("n.csv"), "--as-of",
      "2026-11-23", "--language", "en", "--out",
    ]
    let result = try Command.run(words + [folder.path("o.csv"), "--json", folder.path("o.json")])
    #expect(result.code == 0 && result.out.contains("o.csv"), "\(result.error)")
    let lines = try String(contentsOfFile: folder.path("o.csv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.first == "need,rank,firm,score,state,reasons,gap")
    #expect(lines.count == 3 && lines[1].hasPrefix("n1,1,f2,"))
    #expect(try Command.run(words + ["-"]).out.hasPrefix("need,rank"))
  }

  @Test("What is wrong has its exit code and words")
  func wrong() throws {
    let folder = TemporaryFolder()
    let common = ["--database", folder.path("r.sqlite"), "--language", "en"]
    _ = try Command.run(["need", "enter", "title=a", "description=b"] + common)
    try folder.write("need,title,description\nA,b,c\nB,c,d\n", to: "two.csv")
    try folder.write("need,title,description\nA,b,\n", to: "bad.csv")
    let cases: [(words: [String], code: Int32, says: String)] = [
      ([], 64, "--for"),
      (["n00000001", "--for", "o00000001"], 64, "exactly one"),
      (["n00000001", "--top", "0"], 64, "--top"),
      (["n00000001", "--as", "anybody"], 64, "anybody"),
      (["n00000001", "--as-of", "23.11."], 64, "23.11."),
      (["n00000001", "--out", "x"], 64, "--firms"),
      (["--firms", "a.csv"], 64, "--needs"),
      (["--for", "o00000001", "--bundles"], 64, "--bundles"),
      (["n00000009"], 66, "n00000009"),
      (["--for", "o0000zzzz"], 66, "o0000zzzz"),
      ([folder.path("none.csv")], 66, "none.csv"),
      ([folder.path("two.csv")], 65, "two.csv"),
      ([folder.path("bad.csv")], 65, "bad.csv:2:description: error"),
    ]
    for (words, code, says) in cases {
      let result = try Command.run(["match"] + words + common)
      #expect(result.code == code, "\(words): \(result.code) \(result.error)")
      #expect(result.error.contains(says), "\(words): \(result.error)")
    }
    let missing = try Command.run(
      ["match", "n00000001", "--database", folder.path("none.sqlite"), "--language", "en"])
    #expect(missing.code == 66)
  }
}
