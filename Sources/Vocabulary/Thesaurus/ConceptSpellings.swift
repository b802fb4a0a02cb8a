// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// The spellings of a thesaurus by the stems of their words. Immutable and shared; a
/// `ConceptRecogniser` reads texts with it.
public struct ConceptSpellings: Sendable {
  struct Phrase: Sendable {
    let stems: [[UInt8]]
    let concept: Int
  }

  /// A spelling of one word.
  struct Single: Sendable {
    let concept: Int
    /// Letters of the word as folded, and whether it is written with umlauts: `Stück` is no `Stuck`.
    let length: Int
    let hasUmlauts: Bool
    /// Whether it is a noun of German, written with a capital, that is no process.
    let isNoun: Bool
  }

  public let thesaurus: Thesaurus
  private let single: [TextLanguage: [[UInt8]: [Single]]]
  /// Processes by the stem of their verb: `welded` is of `welding`, but `lined` of no `lining`.
  private let verbs: [[UInt8]: [Single]]
  /// Spellings of several words by their first stem, longest first.
  private let several: [TextLanguage: [[UInt8]: [Phrase]]]
  let splitter: CompoundSplitter

  /// Some 2 µs a spelling.
  public init(_ thesaurus: Thesaurus) {
    var builder = ConceptSpellingsBuilder()
    for language in TextLanguage.allCases {
      var stems = ConceptStems(language)
      for (number, concept) in thesaurus.concepts.enumerated() {
        for spelling in concept.spellings(in: language) {
          builder.add(spelling, number, concept.kind, &stems)
        }
      }
    }
    self.thesaurus = thesaurus
    single = builder.single
    verbs = builder.verbs
    several = builder.several.mapValues { phrases in
      phrases.mapValues { list in
        list.enumerated().sorted {
          ($1.element.stems.count, $0.offset) < ($0.element.stems.count, $1.offset)
        }.map(\.element)
      }
    }
    splitter = builder.parts
  }

  /// Spellings of one word with that stem.
  func singles(_ stem: [UInt8], _ language: TextLanguage) -> [Single] {
    single[language]?[stem] ?? []
  }

  func verbs(_ stem: [UInt8]) -> [Single] { verbs[stem] ?? [] }

  func phrases(from stem: [UInt8], _ language: TextLanguage) -> [Phrase] {
    several[language]?[stem] ?? []
  }
}

/// Collects spellings while a table is made.
private struct ConceptSpellingsBuilder {
  var single: [TextLanguage: [[UInt8]: [ConceptSpellings.Single]]] = [:]
  var verbs: [[UInt8]: [ConceptSpellings.Single]] = [:]
  var several: [TextLanguage: [[UInt8]: [ConceptSpellings.Phrase]]] = [:]
  var parts = CompoundSplitter(words: [])

  mutating func add(
    _ spelling: String, _ concept: Int, _ kind: Concept.Kind, _ stems: inout ConceptStems
  ) {
    let language = stems.language
    let words = TextWords(spelling, language: language).words
    if language == .german {
      for word in words where word.folded.count > 3 {
        parts.insert(word.folded)
        let stem = stems.stem(word.folded)
        if stem.count > 3 { parts.insert(stem) }
      }
    }
    let stopWords = StopWords.all(of: language)
    var content = words.count == 1 ? words : words.filter { !stopWords.contains($0.folded) }
    // `aus dem Vollen` is a phrase with its small words; without them it would be `voll`.
    if content.count < 2 { content = words }
    guard let first = content.first else { return }
    guard content.count == 1 else {
      let phrase = content.map { stems.stem($0.folded) }
      several[language, default: [:]][phrase[0], default: []].append(
        ConceptSpellings.Phrase(stems: phrase, concept: concept))
      return
    }
    let entry = ConceptSpellings.Single(
      concept: concept, length: first.folded.count, hasUmlauts: first.hasUmlauts,
      isNoun: language == .german && kind != .process
        && first.surface.first?.isUppercase ?? false)
    Self.append(entry, &single[language, default: [:]][stems.stem(first.folded), default: []])
    if language == .english, kind == .process {
      Self.append(entry, &verbs[stems.verbStem(first.folded), default: []])
    }
  }

  private static func append(
    _ entry: ConceptSpellings.Single, _ list: inout [ConceptSpellings.Single]
  ) {
    if !list.contains(where: { $0.concept == entry.concept }) { list.append(entry) }
  }
}

/// Stems as spellings are compared by: Snowball's for German; of English words the plural alone is
/// cut, since Snowball makes `lining` a `line` and `coat` a `coating` (S-stemmer, D. Harman, "How
/// effective is suffixing?", 1991).
struct ConceptStems: ~Copyable {
  let language: TextLanguage
  private var stemmer: Stemmer

  init(_ language: TextLanguage) {
    self.language = language
    stemmer = Stemmer(language)
  }

  mutating func stem(_ word: [UInt8]) -> [UInt8] {
    language == .german ? stemmer.stem(word) : Self.singular(word)
  }

  /// The stem of a verb in any form.
  mutating func verbStem(_ word: [UInt8]) -> [UInt8] { stemmer.stem(word) }

  static func singular(_ word: [UInt8]) -> [UInt8] {
    let s = UInt8(ascii: "s")
    guard word.count > 3, word.last == s else { return word }
    let before = word[word.count - 2]
    if before == s || before == UInt8(ascii: "u") || before == UInt8(ascii: "i") { return word }
    if word.suffix(3).elementsEqual("ies".utf8), word.count > 4 {
      return Array(word.dropLast(3)) + [UInt8(ascii: "y")]
    }
    let hissing = ["ches", "shes", "sses", "xes", "zes"]
    if hissing.contains(where: { word.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      return Array(word.dropLast(2))
    }
    return Array(word.dropLast())
  }
}
