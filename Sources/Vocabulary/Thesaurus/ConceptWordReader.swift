// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// What single words name, remembered.
struct ConceptWordReader: ~Copyable {
  struct Reading {
    /// The numbers of its stems in the spellings of either language, -1 where none has it.
    let german: Int
    let english: Int
    var concepts: [(concept: Int, form: ConceptMention.Form)]
  }

  /// How the writer of a text writes.
  struct Writing: Hashable {
    let language: TextLanguage
    /// Whether umlauts are at hand, and whether nouns have capitals.
    let usesUmlauts: Bool
    let usesCapitals: Bool

    init(_ text: TextWords) {
      language = text.language
      usesUmlauts = text.words.contains(where: \.hasUmlauts)
      usesCapitals =
        text.language == .german
        && text.words.contains { $0.surface.first?.isUppercase ?? false }
    }
  }

  private struct Key: Hashable {
    let word: [UInt8]
    let writing: Writing
    let hasUmlauts: Bool
    let isCapital: Bool

    var language: TextLanguage { writing.language }
  }

  private let spellings: ConceptSpellings
  private var german = ConceptStems(.german)
  private var english = ConceptStems(.english)
  private var known: [Key: Reading] = [:]
  /// Beyond that many words the memory is emptied.
  private static let mostKnown = 200_000

  init(_ spellings: ConceptSpellings) { self.spellings = spellings }

  mutating func reading(of word: TextWords.Word, _ writing: Writing) -> Reading {
    let key = Key(
      word: word.folded, writing: writing, hasUmlauts: word.hasUmlauts,
      isCapital: word.surface.first?.isUppercase ?? false)
    if let reading = known[key] { return reading }
    let germanStem = german.stem(word.folded)
    let englishStem = english.stem(word.folded)
    var reading = Reading(
      german: spellings.number(ofStem: germanStem, .german),
      english: spellings.number(ofStem: englishStem, .english), concepts: [])
    if !OrdinaryWords.all.contains(word.folded) {
      let isGerman = writing.language == .german
      let whole = whole(
        key, isGerman ? germanStem : englishStem, other: isGerman ? englishStem : germanStem)
      reading.concepts = whole.isEmpty ? parts(key) : whole.map { ($0, .whole) }
    }
    if known.count >= Self.mostKnown { known = [:] }
    known[key] = reading
    return reading
  }

  /// The concepts a word spelled without its hyphens names.
  mutating func wholeConcepts(_ word: [UInt8], _ language: TextLanguage) -> [Int] {
    let stem = language == .german ? german.stem(word) : english.stem(word)
    return spellings.singles(stem, language).map(\.concept)
  }

  /// - Parameter other: the stem in the other language, for words borrowed from it.
  private mutating func whole(_ key: Key, _ stem: [UInt8], other: [UInt8]) -> [Int] {
    let own = spellings.singles(stem, key.language).filter { fits($0, key) }
    if !own.isEmpty { return own.map(\.concept) }
    if key.language == .english {
      let verbs = spellings.verbs(english.verbStem(key.word)).map(\.concept)
      if !verbs.isEmpty, isVerbForm(key.word) { return verbs }
    } else {
      let derived = derived(key.word)
      if !derived.isEmpty { return derived }
    }
    // Borrowed words must be spelled alike; short ones are chance.
    guard key.word.count > 4 else { return [] }
    return spellings.singles(other, key.language.other)
      .filter {
        $0.length == key.word.count || key.language == .german && $0.length + 1 == key.word.count
      }
      .map(\.concept)
  }

  /// `Stück` is no `Stuck`; who writes umlauts means `Raum` by `Raum`, not `Räumer`; and `wiegen` is
  /// no `Wiege` where nouns have capitals.
  private func fits(_ single: ConceptSpellings.Single, _ key: Key) -> Bool {
    guard key.language == .german else { return true }
    if single.isNoun, key.writing.usesCapitals, !key.isCapital { return false }
    if single.hasUmlauts == key.hasUmlauts { return true }
    // Umlauts come with endings: `Schlauch`, `Schläuche`.
    if key.hasUmlauts { return key.word.count > single.length }
    return !key.writing.usesUmlauts
  }

  private func isVerbForm(_ word: [UInt8]) -> Bool {
    ["ing", "ed", "er", "ers", "d", "t"].contains {
      word.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// `gedreht` and `Dreherei` are of `drehen`; Snowball keeps them apart.
  private mutating func derived(_ word: [UInt8]) -> [Int] {
    var bases: [[UInt8]] = []
    for ending in ["erei", "ereien"] where word.count > ending.utf8.count + 3 {
      if word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        bases.append(Array(word.dropLast(ending.utf8.count)))
      }
    }
    if word.count > 6, word.starts(with: Array("ge".utf8)) {
      for ending in ["t", "te", "ten", "ter", "tes", "tem"]
      where word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        bases.append(Array(word.dropFirst(2).dropLast(ending.utf8.count)))
      }
    }
    for base in bases {
      let concepts = spellings.singles(german.stem(base + Array("en".utf8)), .german)
        .map(\.concept).filter { spellings.thesaurus.concepts[$0].kind == .process }
      if !concepts.isEmpty { return concepts }
    }
    return []
  }

  /// Shorter stems are chance, behind an unknown beginning and elsewhere.
  private static let shortestEnding = 5
  private static let shortestPart = 4

  private mutating func parts(_ key: Key) -> [(concept: Int, form: ConceptMention.Form)] {
    let word = key.word
    guard key.language == .german, word.count >= 7 else { return [] }
    let ranges = spellings.splitter.ranges(of: word)
    guard !ranges.isEmpty else { return [] }
    let isKnown = spellings.splitter.isKnown(Array(word[ranges[0]]))
    // An unknown beginning is accepted of nouns alone.
    guard isKnown || key.isCapital else { return [] }
    var found: [(concept: Int, form: ConceptMention.Form)] = []
    var head = ranges.count
    for (number, range) in ranges.enumerated().dropFirst() {
      let ending = Array(word[range.lowerBound...])
      guard ending.count >= Self.shortestPart else { break }
      let stem = german.stem(ending)
      if !isKnown, stem.count < Self.shortestEnding { break }
      let concepts = singles(stem, key, nouns: true)
      if !concepts.isEmpty {
        found += concepts.map { ($0, .head) }
        head = number
        break
      }
    }
    // Before the head, or before the unknown end: the longest stretches that mean something.
    let hasHead = head < ranges.count
    var start = isKnown ? 0 : 1
    while start < head {
      var end = head
      while end > start {
        let stretch = ranges[start].lowerBound..<ranges[end - 1].upperBound
        if stretch.count >= Self.shortestPart, stretch.count < word.count {
          let concepts = singles(german.stem(Array(word[stretch])), key, nouns: false)
            .filter { hasHead || spellings.thesaurus.concepts[$0].kind.isOfMaking }
          if !concepts.isEmpty {
            found += concepts.map { ($0, .modifier) }
            break
          }
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return found
  }

  /// Of a part of a compound; an umlaut anywhere in the word may be the part's, and a part in front
  /// has no capital.
  private func singles(_ stem: [UInt8], _ key: Key, nouns: Bool) -> [Int] {
    spellings.singles(stem, .german).filter { single in
      if nouns, single.isNoun, key.writing.usesCapitals, !key.isCapital { return false }
      return !single.hasUmlauts || key.hasUmlauts || !key.writing.usesUmlauts
    }.map(\.concept)
  }
}

extension Concept.Kind {
  /// Whether it says how or of what things are made.
  var isOfMaking: Bool { self == .process || self == .material }
}
