// SPDX-License-Identifier: Apache-2.0

/// Reference designators as a list writes them: `C1-C5, C7`, `R1 R2`, `J1..J3`.
enum ReferenceList {
  /// A range names more than this many only by mistake.
  private static let longestRange = 5_000

  /// Every designator, ranges spelt out; nil where the text holds anything else.
  static func expand(_ text: String) -> [String]? {
    let normal = text.replacing("–", with: "-").replacing("—", with: "-")
      .replacing("...", with: "-").replacing("..", with: "-").replacing("…", with: "-")
    var designators: [String] = []
    var open: Designator?
    var isRange = false
    for token in tokens(normal) {
      if token == "-" || token == "to" || token == "bis" {
        guard open != nil else { return nil }
        isRange = true
        continue
      }
      guard token.utf8.count <= 24 else { return nil }
      if isRange, let from = open {
        guard let span = from.through(token) else { return nil }
        designators += span
        (open, isRange) = (nil, false)
      } else if let designator = Designator(token) {
        designators.append(designator.text)
        open = designator
      } else {
        return nil
      }
    }
    return isRange || designators.isEmpty ? nil : designators
  }

  static func looksLikeReferences(_ text: String) -> Bool {
    guard text.utf8.count <= ListRecords.longestCell else { return false }
    return expand(text) != nil
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    for character in text {
      if character == "-" || character == "," || character == ";" || character.isWhitespace {
        if !token.isEmpty { tokens.append(token) }
        token = ""
        if character == "-" { tokens.append("-") }
      } else {
        token.append(character)
      }
    }
    if !token.isEmpty { tokens.append(token) }
    return tokens
  }

  /// One to six letters, a number, perhaps a letter behind it: `C12`, `TP3`, `U1A`.
  private struct Designator {
    let letters: String
    let number: Int
    let text: String

    init?(_ text: String) {
      let letters = text.prefix { $0.isLetter || $0 == "_" }
      let digits = text.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
      let rest = text.dropFirst(letters.count + digits.count)
      guard (1...6).contains(letters.count), (1...6).contains(digits.count), rest.count <= 2,
        rest.allSatisfy({ $0.isLetter || $0 == "*" }), let number = Int(digits),
        letters.first?.isUppercase == true
      else { return nil }
      (self.letters, self.number, self.text) = (String(letters), number, text)
    }

    /// Everything after this one up to `C5`, or to `5`.
    func through(_ end: String) -> [String]? {
      let last: Int
      if let number = Int(end) {
        last = number
      } else if let other = Designator(end), other.letters == letters {
        last = other.number
      } else {
        return nil
      }
      guard last > number, last - number <= longestRange else { return nil }
      return (number + 1...last).map { "\(letters)\($0)" }
    }
  }
}
