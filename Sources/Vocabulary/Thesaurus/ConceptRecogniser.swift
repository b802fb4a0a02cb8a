// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// Finds the concepts of a thesaurus in texts. Keeps what it found out about words: one a task.
public struct ConceptRecogniser: ~Copyable {
  public let spellings: ConceptSpellings
  private var german = Stemmer(.german)
  private var english = Stemmer(.english)
  private var known: [TextLanguage: [[UInt8]: WordReading]] = [:]
  /// Beyond that many words the memory is emptied.
  private static let mostKnown = 200_000

  public init(_ spellings: ConceptSpellings) { self.spellings = spellings }

  /// What a word by itself names.
  struct WordReading {
    var stem: [UInt8]
    /// The stem in the other language, for words borrowed from it.
    var otherStem: [UInt8]
    var concepts: [(concept: Int, form: ConceptMention.Form)]
  }

  /// Every mention in the order of the text; at a place the spelling of most words wins, and where
  /// a word has several meanings each is a mention. About 2 µs a word.
  public mutating func mentions(in text: TextWords) -> [ConceptMention] {
    let stopWords = StopWords.all(of: text.language)
    let content = text.words.indices.filter { !stopWords.contains(text.words[$0].folded) }
    let readings = content.map { reading(of: text.words[$0].folded, text.language) }
    var mentions: [ConceptMention] = []
    var at = 0
    while at < content.count {
      if let phrase = longestPhrase(readings, at, text.language) {
        let words = content[at]..<content[at + phrase.length - 1] + 1
        if text.words[words.lowerBound].clause == text.words[words.upperBound - 1].clause {
          mentions += phrase.concepts.map {
            ConceptMention(concept: $0, words: words, form: .whole)
          }
          at += phrase.length
          continue
        }
      }
      let hyphenated = hyphenated(text, content, at)
      if hyphenated.length > 1, !hyphenated.concepts.isEmpty {
        let words = content[at]..<content[at + hyphenated.length - 1] + 1
        mentions += hyphenated.concepts.map {
          ConceptMention(concept: $0, words: words, form: .whole)
        }
        at += hyphenated.length
        continue
      }
      mentions += readings[at].concepts.map {
        ConceptMention(concept: $0.concept, words: content[at]..<content[at] + 1, form: $0.form)
      }
      at += 1
    }
    return mentions
  }

  private func longestPhrase(
    _ readings: [WordReading], _ at: Int, _ language: TextLanguage
  ) -> (concepts: [Int], length: Int)? {
    for (candidate, other) in [(language, false), (Self.other(language), true)] {
      let stem = { (reading: WordReading) in other ? reading.otherStem : reading.stem }
      var found: (concepts: [Int], length: Int)?
      for phrase in spellings.phrases(from: stem(readings[at]), candidate) {
        let length = phrase.stems.count
        if let found, found.length > length { break }
        guard at + length <= readings.count,
          (1..<length).allSatisfy({ phrase.stems[$0] == stem(readings[at + $0]) })
        else { continue }
        found = ((found?.concepts ?? []) + [phrase.concept], length)
      }
      if let found { return found }
    }
    return nil
  }

  /// `Hochdruck-Reiniger` is spelled `Hochdruckreiniger` too.
  private mutating func hyphenated(
    _ text: TextWords, _ content: [Int], _ at: Int
  ) -> (concepts: [Int], length: Int) {
    var length = 1
    while at + length < content.count, text.words[content[at + length]].isJoined { length += 1 }
    guard length > 1, length < 5, !text.words[content[at]].isJoined else { return ([], 1) }
    let joined = content[at..<at + length].flatMap { text.words[$0].folded }
    let stem = text.language == .german ? german.stem(joined) : english.stem(joined)
    return (spellings.concepts(stem, text.language), length)
  }

  private mutating func reading(of word: [UInt8], _ language: TextLanguage) -> WordReading {
    if let reading = known[language]?[word] { return reading }
    let germanStem = german.stem(word)
    let englishStem = english.stem(word)
    let (own, foreign) = language == .german ? (germanStem, englishStem) : (englishStem, germanStem)
    var reading = WordReading(stem: own, otherStem: foreign, concepts: [])
    var whole = spellings.concepts(own, language)
    if whole.isEmpty, word.count > 3 { whole = spellings.concepts(foreign, Self.other(language)) }
    if whole.isEmpty { whole = derived(word, language) }
    if whole.isEmpty {
      reading.concepts = parts(of: word, language)
    } else {
      reading.concepts = whole.map { ($0, .whole) }
    }
    if known[language, default: [:]].count >= Self.mostKnown { known[language] = [:] }
    known[language, default: [:]][word] = reading
    return reading
  }

  /// `gedreht` and `Dreherei` are of `drehen`; Snowball keeps them apart.
  private mutating func derived(_ word: [UInt8], _ language: TextLanguage) -> [Int] {
    guard language == .german else { return [] }
    var stems: [[UInt8]] = []
    for ending in ["erei", "ereien"] where word.count > ending.utf8.count + 3 {
      if word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        stems.append(german.stem(Array(word.dropLast(ending.utf8.count)) + Array("en".utf8)))
      }
    }
    if word.count > 6, word.starts(with: Array("ge".utf8)) {
      for ending in ["t", "te", "ten", "ter", "tes", "tem"]
      where word.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        stems.append(
          german.stem(Array(word.dropFirst(2).dropLast(ending.utf8.count)) + Array("en".utf8)))
      }
    }
    for stem in stems {
      let concepts = spellings.concepts(stem, .german)
        .filter { spellings.thesaurus.concepts[$0].kind == .process }
      if !concepts.isEmpty { return concepts }
    }
    return []
  }

  /// Shorter endings of words with an unknown beginning are chance.
  private static let shortestEnding = 5

  private mutating func parts(
    of word: [UInt8], _ language: TextLanguage
  ) -> [(concept: Int, form: ConceptMention.Form)] {
    guard word.count >= 7 else { return [] }
    let ranges = spellings.splitter.ranges(of: word)
    guard !ranges.isEmpty else { return [] }
    let isKnown = spellings.splitter.isKnown(Array(word[ranges[0]]))
    var found: [(concept: Int, form: ConceptMention.Form)] = []
    var head = ranges.count
    for (number, range) in ranges.enumerated().dropFirst() {
      let ending = Array(word[range.lowerBound...])
      if !isKnown, ending.count < Self.shortestEnding { break }
      let concepts = spellings.concepts(german.stem(ending), .german)
      if !concepts.isEmpty {
        found += concepts.map { ($0, .head) }
        head = number
        break
      }
    }
    // Before the head, or before the unknown end: the longest stretches that mean something.
    var start = 0
    while start < head {
      var end = head
      while end > start {
        let stretch = Array(word[ranges[start].lowerBound..<ranges[end - 1].upperBound])
        let concepts =
          end - start == ranges.count ? [] : spellings.concepts(german.stem(stretch), .german)
        if !concepts.isEmpty {
          found += concepts.map { ($0, .modifier) }
          break
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    return found
  }

  private static func other(_ language: TextLanguage) -> TextLanguage {
    language == .german ? .english : .german
  }
}
