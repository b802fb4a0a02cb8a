// SPDX-License-Identifier: Apache-2.0
import Localization

/// A text as numbers, words and signs, for `QuantityReader`.
struct QuantityTokens {
  enum Token: Equatable {
    case number(Double)
    case word([UInt8])
    /// `x` or `×` between the sides of a thing.
    case times
    case plusMinus, atMost, atLeast
    /// `–` or `-`.
    case dash
    /// Marks after which something new begins.
    case stop
  }

  private(set) var tokens: [Token] = []
  private(set) var ranges: [Range<String.Index>] = []

  init(_ text: Substring, _ language: Language) {
    var at = text.startIndex
    while at < text.endIndex {
      let character = text[at]
      let next = text.index(after: at)
      if let (value, rest) = NumberText.leading(Self.stretch(text, at), language) {
        append(.number(value), at..<rest.startIndex)
        at = rest.startIndex
      } else if character.isLetter {
        let end = text[at...].firstIndex { !$0.isLetter && !$0.isNumber } ?? text.endIndex
        append(word: text[at..<end], at..<end)
        at = end
      } else {
        if let sign = Self.sign(character) { append(sign, at..<next) }
        at = next
      }
    }
  }

  private mutating func append(_ token: Token, _ range: Range<String.Index>) {
    tokens.append(token)
    ranges.append(range)
  }

  private mutating func append(word: Substring, _ range: Range<String.Index>) {
    if word == "x" || word == "X" { return append(.times, range) }
    // `²` and `³` fold to nothing; the unit needs them.
    let plain = word.map { $0 == "²" ? "2" : $0 == "³" ? "3" : $0 }
    for part in FoldedText(String(plain), umlauts: .merged).words { append(.word(part), range) }
  }

  /// What may be a number and the letters behind it.
  private static func stretch(_ text: Substring, _ at: String.Index) -> Substring {
    let end = text[at...].firstIndex { $0.isWhitespace } ?? text.endIndex
    return text[at..<end]
  }

  private static func sign(_ character: Character) -> Token? {
    switch character {
    case "×": .times
    case "±": .plusMinus
    case "≤", "<": .atMost
    case "≥", ">": .atLeast
    case "–", "-", "‑", "—": .dash
    case ",", ";", ":", "!", "?", "(", ")", ".", "\n": .stop
    default: nil
    }
  }
}
