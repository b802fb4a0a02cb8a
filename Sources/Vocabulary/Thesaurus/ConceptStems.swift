// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// Stems as spellings are compared by: Snowball's for German; of English words the plural alone is
/// cut, since Snowball makes `lining` a `line` and `coat` a `coating` (S-stemmer, D. Harman, "How
/// effective is suffixing?", 1991).
struct ConceptStems: ~Copyable {
  let language: Language
  private var stemmer: Stemmer

  init(_ language: Language) {
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
    if hissing.contains(where: { word.hasEnding($0) }) { return Array(word.dropLast(2)) }
    return Array(word.dropLast())
  }

  private static let hissing = ["ches", "shes", "sses", "xes", "zes"].map { Array($0.utf8) }
}
