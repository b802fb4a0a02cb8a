// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Testing
import TextAnalysis
import TragwerkTesting
import Turtle

@testable import Vocabulary

/// The quality of the thesauri compiled into the program.
@Suite struct BuiltInThesaurusTests {
  static let both = ThesaurusScheme.allCases

  @Test(arguments: both)
  func conceptsAreWhole(_ scheme: ThesaurusScheme) {
    let thesaurus = Thesaurus.builtIn(scheme)
    #expect(thesaurus.concepts.count >= 700)
    for concept in thesaurus.concepts {
      #expect(concept.id.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(concept.id)")
      for language in TextLanguage.allCases {
        let labels = concept.spellings(in: language)
        for label in labels {
          #expect(FoldedText(label).joined.count > 1, "\(concept.id): \(label)")
          #expect(label == label.trimmingCharacters(in: .whitespaces), "\(concept.id): \(label)")
        }
        #expect(Set(labels).count == labels.count, "\(concept.id): \(labels)")
      }
    }
  }

  /// A thing that nobody knows how to make is of no use for matching.
  @Test func everyThingHasAMaking() {
    let thesaurus = Thesaurus.builtIn
    for (number, concept) in thesaurus.concepts.enumerated()
    where concept.kind == .product || concept.kind == .component {
      let isMade = thesaurus.ancestors[number].contains {
        !thesaurus.concepts[$0.concept].makings.isEmpty
      }
      #expect(isMade, "\(concept.id)")
    }
  }

  @Test(arguments: both)
  func makingsNameProcessesAndMaterials(_ scheme: ThesaurusScheme) {
    for concept in Thesaurus.builtIn(scheme).concepts {
      for making in concept.makings {
        let process = Thesaurus.builtIn[making.process]
        let kinds: [Concept.Kind] = [.process, .service, .test]
        #expect(process.map { kinds.contains($0.kind) } == true, "\(concept.id): \(making)")
        if let material = making.material {
          #expect(Thesaurus.builtIn[material]?.kind == .material, "\(concept.id): \(material)")
        }
      }
    }
  }

  /// Each concept is found by its names, whatever else is found with it; of other spellings a part
  /// is tried, but for ordinary words.
  @Test func conceptsAreRecognisedByTheirLabels() {
    let spellings = ConceptSpellings.builtIn
    var recogniser = ConceptRecogniser(spellings)
    var missed: [String] = []
    for (number, concept) in spellings.thesaurus.concepts.enumerated() {
      for language in TextLanguage.allCases {
        let labels = concept.spellings(in: language)
        for label in number % 8 == 0 ? labels[...] : labels.prefix(1) where !label.contains(",") {
          let words = TextWords(label, language: language)
          if recogniser.mentions(in: words).contains(where: { $0.concept == number }) { continue }
          if words.words.count == 1, OrdinaryWords.all.contains(words.words[0].folded) { continue }
          missed.append("\(concept.id): \(label)")
        }
      }
    }
    #expect(missed.isEmpty)
  }

  /// The longest label wins, also over one that begins with a small word.
  @Test func smallWordsHideNothing() {
    var recogniser = ConceptRecogniser(.builtIn)
    let thesaurus = Thesaurus.builtIn
    for (text, expected) in [
      ("an all-terrain vehicle with a winch", "quad_atv"), ("all-terrain", "prop_off_road_capable"),
    ] {
      let mentions = recogniser.mentions(in: TextWords(text, language: .english))
      #expect(mentions.first.map { thesaurus.concepts[$0.concept].id } == expected)
    }
  }

  @Test(arguments: both)
  func filesAreThoseOfTheFolder(_ scheme: ThesaurusScheme) throws {
    let files = Thesaurus.files(of: scheme)
    let folder = Checkout.path("Sources/CThesaurus/\(scheme.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files.map(\.name) == names.map { "\(scheme.rawValue)/\($0)" })
    for file in files { #expect(file.bytes.count <= 256_000, "\(file.name)") }
  }

  /// Sorted, wrapped and ordered as the writer does it, so that changes are easy to read.
  @Test(arguments: both)
  func filesAreLaidOutWell(_ scheme: ThesaurusScheme) throws {
    for file in Thesaurus.files(of: scheme) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let header = text.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix { $0.hasPrefix("#") }.map { String($0.dropFirst($0.hasPrefix("# ") ? 2 : 1)) }
      #expect(header.first == "SPDX-License-Identifier: Apache-2.0")
      let written = ThesaurusWriter(scheme).layout(header)
        .text(of: try TurtleReader().read(file.bytes).graph)
      let lines = zip(written.split(separator: "\n"), text.split(separator: "\n"))
      let differing = lines.first { $0 != $1 }
      #expect(written == text, "\(file.name): \(differing.map { "\($0)" } ?? "")")
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let thesaurus = Thesaurus.procurement
    let reader = ThesaurusReader(
      try TurtleReader().read(Array(thesaurus.turtle(.procurement).utf8)), locating: true)
    #expect(reader.findings.isEmpty)
    let concepts = reader.drafts.compactMap(\.concept)
    #expect(concepts.sorted { $0.id < $1.id } == thesaurus.concepts.sorted { $0.id < $1.id })
  }

  /// Every term of ours is described, with its name in both languages.
  @Test func termsAreDescribed() throws {
    let bytes = [UInt8](
      try Data(contentsOf: URL(filePath: Checkout.path("Sources/CThesaurus/terms.ttl"))))
    let graph = try TurtleReader().read(bytes).graph
    let subjects = Set(graph.triples.map { graph.string($0.subject) })
    let expected =
      [ThesaurusTerms.making, ThesaurusTerms.process, ThesaurusTerms.material, ThesaurusTerms.rank]
      + [ThesaurusTerms.formerID] + Concept.Kind.allCases.map(ThesaurusTerms.className)
      + Concept.Relation.allCases.map(ThesaurusTerms.property) + Self.both.map(\.iri)
    #expect(subjects == Set(expected))
    let labels = graph.triples.filter { graph.string($0.predicate).lowercased().hasSuffix("label") }
    for language in ["de", "en"] {
      #expect(labels.count { graph.language($0.object) == language } == subjects.count)
    }
  }
}
