// SPDX-License-Identifier: Apache-2.0
import Localization

extension Language {
  /// The language whose small words a text uses more of; German where it uses none, since labels
  /// and phrases of German classifications have no small words.
  ///
  /// - Parameter words: folded, umlauts merged.
  public init(guessing words: [[UInt8]]) { self = Self(stated: words) ?? .german }

  /// The language whose small words a text uses more of; nil where neither.
  public init?(stated words: [[UInt8]]) {
    var german = 0
    var english = 0
    for word in words {
      if StopWords.onlyGerman.contains(word) { german += 1 }
      if StopWords.onlyEnglish.contains(word) { english += 1 }
    }
    if english == german { return nil }
    self = english > german ? .english : .german
  }
}
