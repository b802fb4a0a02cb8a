// SPDX-License-Identifier: Apache-2.0

/// Where words end: at blanks, at dots unless they stand behind initials, at elided articles.
enum WordSplitting {
  private static let blank = UInt8(ascii: " ")
  private static let dot = UInt8(ascii: ".")
  private static let apostrophe = UInt8(ascii: "'")

  /// Words with one blank between them, from letters, blanks, `.` and `'`.
  static func words(_ letters: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(letters.count)
    var start = 0
    /// Whether the word written last consists of initials that another one may join.
    var endsWithInitial = false
    while start < letters.count {
      var end = start
      while end < letters.count, letters[end] != blank, letters[end] != dot { end += 1 }
      if end > start {
        let isInitial = end - start == 1 && isLetter(letters[start])
        if !words.isEmpty, !(isInitial && endsWithInitial) { words.append(blank) }
        append(letters[start..<end], to: &words)
        endsWithInitial = isInitial && end < letters.count && letters[end] == dot
      } else {
        endsWithInitial = false
      }
      start = end + 1
    }
    while words.last == blank { words.removeLast() }
    return words
  }

  /// A word whose apostrophes vanish; behind an elided article (`d'`, `l'`) a new word begins.
  private static func append(_ word: ArraySlice<UInt8>, to words: inout [UInt8]) {
    var written = 0
    for at in word.indices {
      if word[at] != apostrophe {
        words.append(word[at])
        written += 1
      } else if written == 1, let last = words.last, "dlcjnst".utf8.contains(last),
        at + 2 < word.endIndex
      {
        words.append(blank)
        written = 2
      }
    }
    if written == 0 { while words.last == blank { words.removeLast() } }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }
}
