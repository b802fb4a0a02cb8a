// SPDX-License-Identifier: Apache-2.0
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
  /// a word has several meanings each is a mention. About 2 µs a word.
  public mutating func mentions(in text: TextWords) -> [ConceptMention] {
    let stopWords = StopWords.all(of: text.language)
    let content = text.words.indices.filter { !stopWords.contains(text.words[$0].folded) }
    let writing = ConceptWordReader.Writing(text)
    let readings = content.map { reader.reading(of: text.words[$0], writing) }
    var mentions: [ConceptMention] = []
    var at = 0
    while at < content.count {
      if let phrase = longestPhrase(text, content, readings, at) ?? hyphenated(text, content, at) {
        let words = content[at]..<content[at + phrase.length - 1] + 1
        mentions += phrase.concepts.map { ConceptMention(concept: $0, words: words, form: .whole) }
        at += phrase.length
      } else {
        let words = content[at]..<content[at] + 1
        mentions += readings[at].concepts.map {
          ConceptMention(concept: $0.concept, words: words, form: $0.form)
        }
        at += 1
      }
    }
    return mentions
  }

  private func longestPhrase(
    _ text: TextWords, _ content: [Int], _ readings: [ConceptWordReader.Reading], _ at: Int
  ) -> (concepts: [Int], length: Int)? {
    for language in [text.language, text.language.other] {
      let stem = { (reading: ConceptWordReader.Reading) in
        language == text.language ? reading.stem : reading.otherStem
      }
      var found: (concepts: [Int], length: Int)?
      for phrase in spellings.phrases(from: stem(readings[at]), language) {
        let length = phrase.stems.count
        if let found, found.length > length { break }
        guard at + length <= readings.count,
          (1..<length).allSatisfy({ phrase.stems[$0] == stem(readings[at + $0]) }),
          text.words[content[at]].clause == text.words[content[at + length - 1]].clause
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
  ) -> (concepts: [Int], length: Int)? {
    var length = 1
    while at + length < content.count, text.words[content[at + length]].isJoined { length += 1 }
    guard length > 1, length < 5, !text.words[content[at]].isJoined else { return nil }
    let joined = content[at..<at + length].flatMap { text.words[$0].folded }
    let concepts = reader.wholeConcepts(joined, text.language)
    return concepts.isEmpty ? nil : (concepts, length)
  }
}

extension TextLanguage {
  var other: TextLanguage { self == .german ? .english : .german }
}
