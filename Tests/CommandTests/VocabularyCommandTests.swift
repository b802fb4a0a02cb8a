// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

/// `vocabulary` as scripts run it.
@Suite struct VocabularyCommandTests {
  private let folder = TemporaryFolder()

  private static let own = """
    @prefix my: <urn:example:> .
    @prefix c: <urn:tragwerk:concept:> .
    @prefix tw: <urn:tragwerk:term:> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

    my:squeaker a skos:Concept, tw:Product ;
      skos:prefLabel "Quietschpfeife"@de, "squeaker"@en ;
      tw:making [ tw:process c:turning ; tw:material c:brass ; tw:rank 1 ] .

    """

  @Test func conceptsAreFoundInAText() throws {
    let result = try Command.run([
      "vocabulary", "find", "Laserschneiden von Edelstahl", "--language", "de",
    ])
    #expect(result.code == 0, "\(result.error)")
    #expect(result.out.contains("[laser_cutting, Verfahren]"))
    #expect(result.out.contains("[stainless_steel, Werkstoff]"))
    let none = try Command.run(["vocabulary", "find", "xyzzy"])
    #expect(none.code == 0 && none.out == "The vocabulary knows nothing of it.\n")
  }

  @Test func foundConceptsAreJSON() throws {
    let result = try Command.run(["vocabulary", "find", "laser cutting", "--json", "-"])
    #expect(result.code == 0)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let mentions = try #require(json["mentions"] as? [[String: Any]])
    #expect(mentions.contains { $0["concept"] as? String == "laser_cutting" })
    #expect(mentions.allSatisfy { $0["label_de"] is String && $0["codes"] is [String: Any] })
  }

  @Test func ownConceptsAreAdded() throws {
    try folder.write(Self.own, to: "own.ttl")
    let words = ["vocabulary", "find", "Quietschpfeifen", "--vocabulary", folder.path("own.ttl")]
    let result = try Command.run(words + ["--language", "de"])
    #expect(result.code == 0, "\(result.error)")
    #expect(result.out.contains("[urn:example:squeaker, Erzeugnis]"))
    #expect(result.out.contains("braucht: Drehen, Messing"))
    #expect(try Command.run(["vocabulary", "find", "x", "--vocabulary", "/no/file"]).code == 66)
  }

  @Test func filesAreChecked() throws {
    try folder.write(Self.own, to: "own.ttl")
    let good = try Command.run(["vocabulary", "check", folder.path("own.ttl")])
    #expect(good.code == 0 && good.out == "1 concept, 0 errors, 0 warnings\n", "\(good.out)")
    try folder.write(Self.own.replacing("c:turning", with: "c:turnning"), to: "slip.ttl")
    let slip = try Command.run([
      "vocabulary", "check", folder.path("slip.ttl"), "--language", "de",
    ])
    #expect(slip.code == 65)
    #expect(slip.out.contains("slip.ttl:6:: Fehler: „turnning“ gibt es nicht."), "\(slip.out)")
    try folder.write("my:a a b", to: "broken.ttl")
    let broken = try Command.run(["vocabulary", "check", folder.path("broken.ttl")])
    #expect(broken.code == 65 && broken.error.contains("broken.ttl:1:1: error:"))
    let added = try Command.run([
      "vocabulary", "find", "x", "--vocabulary", folder.path("slip.ttl"),
    ])
    #expect(added.code == 65 && added.error.contains("turnning"))
  }

  @Test func theVocabularyIsExported() throws {
    let file = folder.path("out.ttl")
    let result = try Command.run([
      "vocabulary", "export", "--scheme", "procurement", "--out", file,
    ])
    #expect(result.code == 0, "\(result.error)")
    #expect(try folder.text(of: "out.ttl").hasPrefix("# SPDX-License-Identifier: Apache-2.0\n"))
    let checked = try Command.run(["vocabulary", "check", file, "--scheme", "procurement"])
    #expect(checked.code == 0, "\(checked.out.suffix(300))")
    #expect(try Command.run(["vocabulary", "export", "--out", "/no/such/out.ttl"]).code == 73)
    #expect(try Command.run(["vocabulary", "export", "--scheme", "all", "--out", file]).code == 64)
  }
}
