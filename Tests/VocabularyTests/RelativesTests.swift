// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import Vocabulary

@Suite struct RelativesTests {
  private static let thesaurus: Thesaurus = {
    func concept(
      _ id: String, _ kind: Concept.Kind = .product, broader: [String] = [],
      makings: [Concept.Making] = [], related: [Concept.Related] = []
    ) -> Concept {
      Concept(
        id: id, kind: kind, label: LocalizedText(de: id.uppercased(), en: id), broader: broader,
        makings: makings, related: related)
    }
    let turned = Concept.Making(process: "turning", material: "brass")
    let concepts = [
      concept("turning", .process), concept("milling", .process), concept("brass", .material),
      concept("steel", .material),
      concept("fitting"),
      concept(
        "valve", broader: ["fitting"], makings: [turned],
        related: [.init(concept: "cock", relation: .alternative)]),
      concept("cock", broader: ["fitting"], makings: [turned]),
      concept("nipple", broader: ["fitting"], makings: [turned]),
      concept("shaft", makings: [.init(process: "turning", material: "steel")]),
      concept("elbow", broader: ["fitting"], makings: [.init(process: "milling")]),
      concept("handle", related: [.init(concept: "valve", relation: .partOf)]),
      concept(
        "polishing", .process, related: [.init(concept: "turning", relation: .precedes)]),
    ]
    do { return try Thesaurus(concepts) } catch { preconditionFailure("\(error)") }
  }()

  private func found(_ id: String) -> [String] {
    let thesaurus = Self.thesaurus
    return thesaurus.relatives(of: id).map {
      "\(thesaurus.concepts[$0.concept].id): " + thesaurus.sentence($0, of: id).english
    }
  }

  @Test func theBestReasonComesFirst() {
    #expect(
      found("valve") == [
        "cock: “cock” can stand in for “valve”.", "handle: “handle” is part of “valve”.",
        "nipple: “valve” and “nipple” are made the same way: “turning”, “brass”.",
        "shaft: “valve” and “shaft” take the same process: “turning”.",
        "elbow: “valve” and “elbow” belong to “fitting”.",
      ])
    #expect(found("turning") == ["polishing: “polishing” usually comes after “turning”."])
    #expect(found("polishing") == ["turning: “turning” usually comes before “polishing”."])
    #expect(found("no such").isEmpty)
    #expect(Self.thesaurus.relatives(of: "valve", limit: 2).count == 2)
  }

  @Test func sentencesAreGermanToo() {
    let thesaurus = Self.thesaurus
    let texts = thesaurus.relatives(of: "valve").map { thesaurus.sentence($0, of: "valve").german }
    #expect(texts[0] == "„COCK“ kann „VALVE“ ersetzen.")
    #expect(texts[3] == "„VALVE“ und „SHAFT“ brauchen dasselbe Verfahren: „TURNING“.")
  }

  @Test func theBuiltInThesaurusHasRelatives() {
    let thesaurus = Thesaurus.builtIn
    let relatives = thesaurus.relatives(of: "milling")
    #expect(!relatives.isEmpty)
    for relative in relatives {
      let sentence = thesaurus.sentence(relative, of: "milling")
      #expect(sentence.german != sentence.english)
    }
  }
}
