// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// Finds the concepts of a thesaurus in texts. Keeps what it found out about words: one a task.
public struct ConceptRecogniser: ~Copyable {
  public let spellings: ConceptSpellings
  private var reader: ConceptWordReader

  public init(_ spellings: ConceptSpellings) {
    self.spellings = spellings
    reader = ConceptWordReader(spellings)
  }

  /// Every mention in the order of the text; at a place the spelling of most words wins, and where
  /// a word has several meanings each is a mention. 2 to 4 µs a word.
  public mutating func mentions(in text: TextWords) -> [ConceptMention] {
    let stopWords = StopWords.all(of: text.language)
    let writing = ConceptWordReader.Writing(text)
    let readings = text.words.map { reader.reading(of: $0, writing) }
    let content = text.words.indices.filter { !stopWords.contains(text.words[$0].folded) }
    var mentions: [ConceptMention] = []
    var next = 0
    /// The first word of content that is not behind.
    var ahead = 0
    for at in text.words.indices where at >= next {
      while ahead < content.count, content[ahead] < at { ahead += 1 }
      let following = content[ahead...]
      let isContent = following.first == at
      let phrase =
        (isContent ? longestPhrase(text, Array(following.prefix(8)), readings) : nil)
        ?? phraseWithSmallWords(text, at, following, readings)
        ?? (isContent ? hyphenated(text, Array(following.prefix(8))) : nil)
      if let phrase {
        next = phrase.end
        mentions += phrase.concepts.map {
          ConceptMention(concept: $0, words: at..<phrase.end, form: .whole)
        }
      } else if isContent {
        mentions += readings[at].concepts.map {
          ConceptMention(concept: $0.concept, words: at..<at + 1, form: $0.form)
        }
      }
    }
    return mentions
  }

  /// The spelling of most words that stands at the beginning of the words given.
  private func longestPhrase(
    _ text: TextWords, _ words: [Int], _ readings: [ConceptWordReader.Reading]
  ) -> (concepts: [Int], end: Int)? {
    guard let start = words.first else { return nil }
    for language in [text.language, text.language.other] {
      var found: (concepts: [Int], length: Int)?
      for first in readings[start].stems(language) {
        for phrase in spellings.phrases(from: first, language) {
          let length = phrase.stems.count
          if let found, found.length > length { break }
          guard length <= words.count,
            (1..<length).allSatisfy({
              readings[words[$0]].has(phrase.stems[$0], language)
            }),
            text.words[start].clause == text.words[words[length - 1]].clause
          else { continue }
          let longer = found.map { $0.length == length ? $0.concepts : [] } ?? []
          found = (longer + [phrase.concept], length)
        }
      }
      if let found { return (found.concepts, words[found.length - 1] + 1) }
    }
    return nil
  }

  /// A spelling that begins with the word itself, small as it may be. It gives way to a longer one
  /// that begins behind its small words: `all-terrain vehicle` is no `all-terrain`.
  private func phraseWithSmallWords(
    _ text: TextWords, _ at: Int, _ following: ArraySlice<Int>,
    _ readings: [ConceptWordReader.Reading]
  ) -> (concepts: [Int], end: Int)? {
    guard
      let phrase = longestPhrase(text, Array(at..<min(at + 8, text.words.count)), readings)
    else { return nil }
    var content = following.drop { $0 == at }
    while let start = content.first, start < phrase.end {
      let longer = longestPhrase(text, Array(content.prefix(8)), readings)
      if let longer, longer.end > phrase.end { return nil }
      content = content.dropFirst()
    }
    return phrase
  }

  /// `Hochdruck-Reiniger` is spelled `Hochdruckreiniger` too.
  private mutating func hyphenated(
    _ text: TextWords, _ words: [Int]
  ) -> (concepts: [Int], end: Int)? {
    guard let start = words.first, !text.words[start].isJoined else { return nil }
    var end = start + 1
    while end < text.words.count, end < start + 5, text.words[end].isJoined { end += 1 }
    guard end > start + 1 else { return nil }
    let joined = text.words[start..<end].flatMap(\.folded)
    let concepts = reader.wholeConcepts(joined, text.language)
    return concepts.isEmpty ? nil : (concepts, end)
  }
}

extension Language {
  var other: Language { self == .german ? .english : .german }
}
