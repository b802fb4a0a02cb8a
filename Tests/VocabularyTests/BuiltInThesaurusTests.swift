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
    // An expectation for each label would take longer than everything else here.
    var flawed: [String] = []
    for concept in thesaurus.concepts {
      if !Self.isSnakeCase(concept.id) { flawed.append(concept.id) }
      for language in Language.allCases {
        let labels = concept.spellings(in: language)
        for label in labels where !Self.isSound(label) { flawed.append("\(concept.id): \(label)") }
        if Set(labels).count != labels.count { flawed.append("\(concept.id): \(labels)") }
      }
    }
    #expect(flawed.isEmpty)
  }

  private static func isSnakeCase(_ id: String) -> Bool {
    let isLower = { (byte: UInt8) in byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    return id.utf8.first.map(isLower) == true
      && id.utf8.allSatisfy { byte in
        isLower(byte) || byte == UInt8(ascii: "_")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      }
  }

  /// Two letters or digits at least, no blanks around them.
  private static func isSound(_ label: String) -> Bool {
    guard let first = label.first, let last = label.last, !first.isWhitespace, !last.isWhitespace
    else { return false }
    // Two letters of ASCII are enough; anything else is folded.
    let letters = label.utf8.lazy.filter { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return letters.prefix(2).count == 2 || FoldedText(label).joined.count > 1
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
      for language in Language.allCases {
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
      if written == text { continue }
      let lines = zip(written.split(separator: "\n"), text.split(separator: "\n"))
      let differing = lines.first { $0 != $1 }
      Issue.record("\(file.name): \(differing.map { "\($0)" } ?? "")")
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
