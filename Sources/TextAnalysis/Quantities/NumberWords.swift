// SPDX-License-Identifier: Apache-2.0

/// Numbers written as words, folded: `sechseinhalb`, `vierzigtausend`, `twenty five`.
enum NumberWords {
  /// The value of a German number word, nil for other words.
  static func german(_ word: [UInt8]) -> Double? {
    guard word.count >= 3, word.count <= 60 else { return nil }
    if let value = germanFixed[word] { return value }
    for ending in germanEndings
    where word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(ending) {
      if let value = germanWhole(word.dropLast(ending.count)) { return value }
    }
    // `sechseinhalb` is six and a half.
    let half = Array("einhalb".utf8)
    if word.count > half.count, word.suffix(half.count).elementsEqual(half) {
      return germanWhole(word.dropLast(half.count)).map { $0 + 0.5 }
    }
    return germanWhole(word[...])
  }

  private static let germanFixed: [[UInt8]: Double] = bytes([
    "anderthalb": 1.5, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5, "dutzend": 12,
    "einer": 1, "hunderten": 100, "tausenden": 1000, "million": 1e6, "millionen": 1e6,
    "milliarde": 1e9, "milliarden": 1e9,
  ])
  private static let germanEndings = ["er", "en", "e"].map { Array($0.utf8) }

  /// A whole number: factors before `tausend` and `hundert`, ones before `und`.
  private static func germanWhole(_ word: ArraySlice<UInt8>) -> Double? {
    if word.isEmpty { return nil }
    for (name, factor) in [("tausend", 1000.0), ("hundert", 100.0)] {
      let name = Array(name.utf8)
      guard let at = first(name, in: word) else { continue }
      let before = word[word.startIndex..<at]
      var after = word[(at + name.count)...]
      if after.starts(with: Array("und".utf8)) { after = after.dropFirst(3) }
      guard let times = before.isEmpty ? 1 : germanWhole(before) else { return nil }
      guard let rest = after.isEmpty ? 0 : germanWhole(after), times < 1000, rest < factor else {
        return nil
      }
      return times * factor + rest
    }
    if let value = germanSmall[Array(word)] { return value }
    let and = Array("und".utf8)
    guard let at = first(and, in: word),
      let ones = germanSmall[Array(word[word.startIndex..<at])], ones < 10,
      let tens = germanSmall[Array(word[(at + and.count)...])], tens >= 20
    else { return nil }
    return tens + ones
  }

  private static let germanSmall: [[UInt8]: Double] = bytes([
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "dreizehn": 13,
    "vierzehn": 14, "funfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
    "zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
  ])

  /// English words multiply or add to what stands before them: see `QuantityReader`.
  enum English {
    case add(Double)
    case times(Double)
  }

  static func english(_ word: [UInt8]) -> English? {
    if let value = englishSmall[word] { return .add(value) }
    if let factor = englishFactors[word] { return .times(factor) }
    return nil
  }

  private static let englishSmall: [[UInt8]: Double] = bytes([
    "half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ])
  private static let englishFactors: [[UInt8]: Double] = bytes([
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9,
    "hundreds": 100, "thousands": 1000, "millions": 1e6,
  ])

  private static func bytes(_ words: [String: Double]) -> [[UInt8]: Double] {
    Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.utf8), $0.value) })
  }

  private static func first(_ name: [UInt8], in word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= name.count else { return nil }
    return (word.startIndex...word.endIndex - name.count).first {
      word[$0..<$0 + name.count].elementsEqual(name)
    }
  }
}
