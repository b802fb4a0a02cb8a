// SPDX-License-Identifier: Apache-2.0
import Vocabulary

/// Words that are legal forms but for a typing error, which the table of forms cannot find.
struct MisspelledForms {
  private var editDistance = EditDistance()

  /// Umlauts merged. Each with how many errors still mean it.
  private static let spellings: [(word: [UInt8], errors: Int)] = [
    ("gmbh", 1), ("gesellschaft", 2), ("beschrankter", 2), ("haftung", 1),
    ("aktiengesellschaft", 3), ("kommanditgesellschaft", 3), ("limited", 1),
  ].map { (Array(String($0.0).utf8), $0.1) }

  /// The words without misspelled forms; all of them where nothing else would be left.
  mutating func removed(from words: [[UInt8]]) -> [[UInt8]] {
    guard words.count > 1 else { return words }
    var kept: [[UInt8]] = []
    for (at, word) in words.enumerated() {
      if at > 0, isForm(word) { continue }
      kept.append(word)
    }
    // `mit` stood between `Gesellschaft` and `Haftung`.
    if kept.count < words.count, kept.count > 1 {
      kept.removeAll { $0 == Array("mit".utf8) }
    }
    return kept.isEmpty ? words : kept
  }

  private mutating func isForm(_ word: [UInt8]) -> Bool {
    guard word.count >= 4 else { return false }
    for (form, errors) in Self.spellings where abs(form.count - word.count) <= errors {
      if editDistance.damerau(form, word) <= errors { return true }
    }
    return false
  }
}
