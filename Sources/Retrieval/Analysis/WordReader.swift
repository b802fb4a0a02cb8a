// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// The words of a text that an index counts: folded, umlauts merged, without small words.
struct WordReader {
  /// A word and how it is cached: its language before it, since stems depend on it.
  let words: [[UInt8]]
  let language: Language

  /// Longer texts are read up to here, about forty pages; nobody describes a need at greater length.
  static let longestText = 1 << 17

  init(_ text: String) {
    let utf8 =
      text.utf8.count > Self.longestText ? text.utf8.prefix(Self.longestText) : text.utf8[...]
    let all = FoldedText(utf8: Array(utf8), umlauts: .merged).words
    let language = Language(guessing: all)
    self.language = language
    let small = StopWords.all(of: language)
    words = all.compactMap { word in
      guard word.count > 1, !small.contains(word) else { return nil }
      return word.count > TermDictionary.longest ? Array(word.prefix(TermDictionary.longest)) : word
    }
  }
}
