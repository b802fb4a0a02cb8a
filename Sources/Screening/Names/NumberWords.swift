// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import Vocabulary

/// Numbers within names, in words, digits or Roman numerals: `Brigade Forty-Four` is `Brigade 44`.
enum NumberWords {
  /// Words of a name with runs of number words made one: `forty`, `four` becomes `44`.
  static func joined(_ words: [[UInt8]]) -> [(letters: [UInt8], number: Int?)] {
    var joined: [(letters: [UInt8], number: Int?)] = []
    var mayTakeUnits = false
    for word in words {
      let value = cardinals[word] ?? smallNumber(word)
      if let value, value < 10, mayTakeUnits, let tens = joined.last?.number {
        joined[joined.count - 1] = (digits(tens + value), tens + value)
        mayTakeUnits = false
        continue
      }
      if let value = cardinals[word] {
        joined.append((digits(value), value))
        mayTakeUnits = value >= 20 && value % 10 == 0
      } else {
        joined.append((word, smallNumber(word) ?? roman[word]))
        mayTakeUnits = false
      }
    }
    return joined
  }

  /// A number of up to six digits; longer ones are numbers of something else.
  private static func smallNumber(_ word: [UInt8]) -> Int? {
    guard !word.isEmpty, word.count <= 6, word.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return word.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func digits(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  /// Up to thirty, as series go. A single letter counts as well: which it is shows in the comparison.
  private static let roman: [[UInt8]: Int] = {
    var roman: [[UInt8]: Int] = [:]
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    for number in 1...30 {
      let text = String(repeating: "x", count: number / 10) + units[number % 10]
      roman[Array(text.utf8)] = number
    }
    return roman
  }()

  private static let cardinals: [[UInt8]: Int] = {
    var cardinals: [[UInt8]: Int] = [:]
    let english = """
      one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
      seventeen eighteen nineteen
      """
    let german = """
      eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn \
      siebzehn achtzehn neunzehn
      """
    for list in [english, german] {
      for (at, word) in list.split(separator: " ").enumerated() {
        cardinals[FoldedText(word, umlauts: .merged).bytes] = at + 1
      }
    }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (at, word) in tens.split(separator: " ").enumerated() {
      cardinals[Array(word.utf8)] = (at + 2) * 10
    }
    // A common slip.
    cardinals[Array("fourty".utf8)] = 40
    for (word, number) in [("first", 1), ("second", 2), ("third", 3)] {
      cardinals[Array(word.utf8)] = number
    }
    return cardinals
  }()
}
