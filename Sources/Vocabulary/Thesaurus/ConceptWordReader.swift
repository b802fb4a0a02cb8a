// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// What single words name, remembered.
struct ConceptWordReader: ~Copyable {
  struct Reading {
    /// The numbers of its stems in the spellings of either language, -1 where none has it.
    let german: Int
    let english: Int
    /// That of the noun it is a form of, where Snowball's stemmer keeps the two apart; -1 otherwise.
    let noun: Int
    var concepts: [(concept: Int, form: ConceptMention.Form)]

    func has(_ stem: Int, _ language: Language) -> Bool {
      language == .german ? stem == german || stem == noun : stem == english
    }

    /// Those that spellings have.
    func stems(_ language: Language) -> [Int] {
      (language == .german ? [german, noun] : [english]).filter { $0 >= 0 }
    }
  }

  /// How the writer of a text writes.
  struct Writing: Hashable {
    let language: Language
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

  struct Key: Hashable {
    let word: [UInt8]
    let writing: Writing
    let hasUmlauts: Bool
    let isCapital: Bool

    var language: Language { writing.language }

    /// Whether it may be a noun, which has a capital where the writer uses them.
    var isNoun: Bool { isCapital || !writing.usesCapitals }
  }

  let spellings: ConceptSpellings
  var german = ConceptStems(.german)
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
      english: spellings.number(ofStem: englishStem, .english), noun: nounStem(key, germanStem),
      concepts: [])
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
  mutating func wholeConcepts(_ word: [UInt8], _ language: Language) -> [Int] {
    let stem = language == .german ? german.stem(word) : english.stem(word)
    let concepts = spellings.singles(stem, language).map(\.concept)
    return concepts.isEmpty && language == .german ? nouns(word) : concepts
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
      let nouns = key.isNoun ? nouns(key.word, key) : []
      if !nouns.isEmpty { return nouns }
    }
    // Borrowed words must be spelled alike; short ones are chance.
    guard key.word.count > 4 else { return [] }
    return spellings.singles(other, key.language.other)
      .filter {
        $0.length == key.word.count || key.language == .german && $0.length + 1 == key.word.count
      }
      .map(\.concept)
  }

  /// `Stück` is no `Stuck`; who writes umlauts means `Raum` by `Raum`, not `Räumer`; `wiegen` is no
  /// `Wiege` where nouns have capitals; and a `Speicher` has no `Speiche`, since no case of a noun in
  /// `-e` ends in `-er`.
  private func fits(_ single: ConceptSpellings.Single, _ key: Key) -> Bool {
    guard key.language == .german else { return true }
    if single.isNoun, !key.isNoun { return false }
    if Self.isOtherNoun(key.word, single) { return false }
    if single.hasUmlauts == key.hasUmlauts { return true }
    // Umlauts come with endings: `Schlauch`, `Schläuche`; but `Ofen`, `Öfen`.
    if key.hasUmlauts {
      return key.word.count > single.length
        || single.isNoun && key.word.count == single.length
          && GermanNounForms.hasPluralByUmlaut(key.word)
    }
    return !key.writing.usesUmlauts
  }

  /// `Speicher`, of the stem of `Speiche`: an `r` more is no ending of a noun in `-e`.
  static func isOtherNoun(_ word: [UInt8], _ single: ConceptSpellings.Single) -> Bool {
    single.isNoun && word.count == single.length + 1 && word.hasEnding(er)
  }

  private static let er = Array("er".utf8)

  /// Concepts with a spelling that is, letter by letter, a noun of which the word is a form; those
  /// that fit where the word stands as it is in the text.
  private mutating func nouns(_ word: [UInt8], _ key: Key? = nil) -> [Int] {
    for noun in GermanNounForms.nominatives(of: word) where !OrdinaryWords.all.contains(noun) {
      let concepts = spellings.singles(german.stem(noun), .german)
        .filter { single in
          single.isNoun && single.length == noun.count && key.map { fits(single, $0) } ?? true
        }.map(\.concept)
      if !concepts.isEmpty { return concepts }
    }
    return []
  }

  /// Phrases know nouns by their stems too: `geschweißte Systeme`.
  private mutating func nounStem(_ key: Key, _ stem: [UInt8]) -> Int {
    guard key.language == .german, key.isNoun else { return -1 }
    for noun in GermanNounForms.nominatives(of: key.word) where spellings.splitter.isKnown(noun) {
      let other = german.stem(noun)
      let number = other == stem ? -1 : spellings.number(ofStem: other, .german)
      if number >= 0 { return number }
    }
    return -1
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
}
