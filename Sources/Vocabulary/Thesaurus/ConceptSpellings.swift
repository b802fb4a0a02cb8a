// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// The spellings of a thesaurus by the stems of their words. Immutable and shared; a
/// `ConceptRecogniser` reads texts with it.
public struct ConceptSpellings: Sendable {
  struct Phrase: Sendable {
    let stems: [[UInt8]]
    let concept: Int
  }

  public let thesaurus: Thesaurus
  /// Concepts by language and stem of spellings of one word; the first has the stem as its label.
  private let single: [TextLanguage: [[UInt8]: [Int]]]
  /// Spellings of several words by their first stem, longest first.
  private let several: [TextLanguage: [[UInt8]: [Phrase]]]
  let splitter: CompoundSplitter

  /// Some 2 µs a spelling.
  public init(_ thesaurus: Thesaurus) {
    var single: [TextLanguage: [[UInt8]: [Int]]] = [:]
    var several: [TextLanguage: [[UInt8]: [Phrase]]] = [:]
    var parts = CompoundSplitter(words: [])
    for language in TextLanguage.allCases {
      var stemmer = Stemmer(language)
      let stopWords = StopWords.all(of: language)
      var singles: [[UInt8]: [Int]] = [:]
      var phrases: [[UInt8]: [Phrase]] = [:]
      for (number, concept) in thesaurus.concepts.enumerated() {
        for spelling in concept.spellings(in: language) {
          let words = FoldedText(spelling, umlauts: .merged).words
          if language == .german {
            for word in words where word.count > 3 {
              parts.insert(word)
              parts.insert(stemmer.stem(word))
            }
          }
          let stems = words.filter { !stopWords.contains($0) || words.count == 1 }
            .map { stemmer.stem($0) }
          guard let first = stems.first else { continue }
          if stems.count == 1 {
            if singles[first]?.contains(number) != true {
              singles[first, default: []].append(number)
            }
          } else {
            phrases[first, default: []].append(Phrase(stems: stems, concept: number))
          }
        }
      }
      single[language] = singles
      several[language] = phrases.mapValues { list in
        list.enumerated().sorted {
          ($1.element.stems.count, $0.offset) < ($0.element.stems.count, $1.offset)
        }.map(\.element)
      }
    }
    self.thesaurus = thesaurus
    self.single = single
    self.several = several
    splitter = parts
  }

  /// The concepts a word of that stem names.
  func concepts(_ stem: [UInt8], _ language: TextLanguage) -> [Int] {
    single[language]?[stem] ?? []
  }

  func phrases(from stem: [UInt8], _ language: TextLanguage) -> [Phrase] {
    several[language]?[stem] ?? []
  }
}
