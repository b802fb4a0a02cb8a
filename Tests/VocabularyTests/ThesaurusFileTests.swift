// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TextAnalysis
import Turtle
import Vocabulary

@Suite struct ThesaurusFileTests {
  private static let head = """
    @prefix : <urn:tragwerk:concept:> .
    @prefix my: <urn:example:> .
    @prefix tw: <urn:tragwerk:term:> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix wz: <urn:tragwerk:wz:> .

    """

  private func file(_ text: String) throws -> ThesaurusFile {
    try ThesaurusFile(Array((Self.head + text).utf8))
  }

  @Test func conceptsAreAdded() throws {
    let file = try file(
      """
      my:whistle a skos:Concept, tw:Product ;
        skos:prefLabel "Quietschpfeife"@de-DE, "pea whistle"@en ;
        skos:altLabel "Krähenpfeife"@de, "sifflet"@fr ;
        skos:broader :fam_toys ;
        tw:making [ tw:process :milling ; tw:rank 2 ],
          [ tw:process :turning ; tw:material :brass ; tw:rank 1 ] ;
        tw:follows :milling ;
        skos:closeMatch wz:32.30, <http://example.org/other> .
      :milling skos:altLabel "Frässchruppen"@de .
      """)
    #expect(file.findings() == [])
    let thesaurus = try Thesaurus(adding: [file])
    #expect(thesaurus.concepts.count == Thesaurus.builtIn.concepts.count + 1)
    let whistle = try #require(thesaurus["urn:example:whistle"])
    #expect(whistle.label == LocalizedText(de: "Quietschpfeife", en: "pea whistle"))
    #expect(whistle.makings.map(\.process) == ["turning", "milling"])
    #expect(whistle.related == [.init(concept: "milling", relation: .precedes)])
    #expect(whistle.codes == [.wz: ["32.30"]])
    #expect(whistle.otherLabels == [.german: ["Krähenpfeife"]])
    let spellings = ConceptSpellings(thesaurus)
    #expect(
      spellings.named(in: "Quietschpfeifen, Frässchruppen").map(\.id)
        == ["urn:example:whistle", "milling"])
    // What was there keeps its place.
    #expect(thesaurus.index(of: "milling") == Thesaurus.builtIn.index(of: "milling"))
  }

  @Test func whatIsWrongIsTold() throws {
    let file = try file(
      """
      my:a a skos:Concept, tw:Product ;
        skos:prefLabel "A-Ding"@de ;
        skos:broader my:b, my:nowhere .
      my:b a skos:Concept, tw:Product ;
        skos:prefLabel "B-Ding"@de, "b thing"@en, "second"@en ;
        skos:broader my:a ;
        skos:altlabel "Tippfehler"@de ;
        skos:altLabel "ohne Sprache" .
      my:c a skos:Concept ;
        skos:prefLabel "C-Ding"@de, "c thing"@en .
      my:d a skos:Concept, tw:Process .
      my:b a skos:Concept .
      my:e a skos:Concept, tw:Process ;
        skos:prefLabel "Fräsen"@de, "e thing"@en ;
        tw:making [ tw:material :brass ] ;
        skos:broader "milling" .
      """)
    let findings = file.findings()
    func has(_ kind: ThesaurusFinding.Kind, _ concept: String, _ line: Int) -> Bool {
      findings.contains(ThesaurusFinding(kind, "urn:example:" + concept, line: line + 5))
    }
    #expect(has(.labelMissing(.english), "a", 1))
    #expect(has(.unknownReference("urn:example:nowhere"), "a", 1))
    #expect(has(.cycle, "a", 1) && has(.cycle, "b", 4))
    #expect(has(.secondLabel("second"), "b", 5))
    #expect(has(.unknownProperty("http://www.w3.org/2004/02/skos/core#altlabel"), "b", 7))
    #expect(has(.labelWithoutLanguage, "b", 8))
    #expect(has(.duplicateID, "b", 12))
    #expect(has(.noKind, "c", 9))
    #expect(has(.noLabel, "d", 11))
    #expect(has(.labelUsedTwice("Fräsen", by: "milling"), "e", 13))
    #expect(has(.makingWithoutProcess, "e", 15))
    #expect(has(.noReference, "e", 16))
    #expect(findings.map(\.line) == findings.map(\.line).sorted())
    for finding in findings { #expect(finding.message.german != finding.message.english) }
    #expect(throws: ThesaurusError.self) { try Thesaurus(adding: [file]) }
  }

  @Test func anExportIsAFileWithoutErrors() throws {
    let base = Thesaurus.procurement
    let file = try ThesaurusFile(Array(base.turtle(.procurement).utf8))
    let findings = file.findings(over: base, makingsIn: .builtIn)
    #expect(findings.filter { $0.isError } == [])
    let again = try Thesaurus(adding: [file], to: base, makingsIn: .builtIn)
    #expect(again.concepts == base.concepts)
  }

  @Test func brokenTurtleIsRefused() {
    #expect(throws: TurtleError.self) { _ = try file("my:a a skos:Concept") }
  }
}
