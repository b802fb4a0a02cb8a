// SPDX-License-Identifier: Apache-2.0

/// What two names have in common and what tells them apart.
struct NameComparison: Sendable {
  /// Weight of the words with a partner over the weight of all words, both sides together.
  var overlap = 0.0
  /// The same over the lighter side: 1 where one name contains the other.
  var containment = 0.0
  /// 1 − typing errors / length, words in their order without blanks.
  var spelling = 0.0
  /// Dice of three-letter pieces.
  var pieces = 0.0
  /// Weight of the words with a partner.
  var sharedWeight = 0.0
  /// Weight of the heaviest word that has a partner.
  var heaviestShared = 0.0
  /// Weight of the heaviest word without a partner, on the side where it is lighter and heavier.
  var lighterRest = 0.0
  var heavierRest = 0.0
  /// Whether the first words are partners.
  var firstWordsAgree = false
  var isExact = false
  /// Whether one name, without blanks, begins with the whole other.
  var isBeginning = false
  /// Both names have numbers, and different ones.
  var numbersDiffer = false
  /// Only one name has numbers.
  var oneHasNumbers = false
  var numbersAgree = false
  /// How far apart equal words would be if typing errors were not: partners that are not equal.
  var misspelled = 0
  /// Rest words that are towns of either address.
  var placesInRest = 0
  /// Rest words that are other towns of the register.
  var townsInRest = 0
}

/// Compares names word by word; holds its working memory, one value a task.
struct NameComparer: Sendable {
  private var editDistance = EditDistance()
  private var partnerOfA: [Int] = []
  private var partnerOfB: [Int] = []
  private var credit: [Double] = []

  /// - Parameter places: words of the towns of both addresses; a firm that adds its town to its
  ///   name says nothing new by it.
  mutating func compare(
    _ a: PreparedName, _ b: PreparedName, places: [Word], _ statistics: WordStatistics
  )
    -> NameComparison
  {
    var result = NameComparison()
    result.numbersAgree = !a.numbers.isEmpty && a.numbers == b.numbers
    result.numbersDiffer = !a.numbers.isEmpty && !b.numbers.isEmpty && a.numbers != b.numbers
    result.oneHasNumbers = a.numbers.isEmpty != b.numbers.isEmpty
    if a.joinedKey == b.joinedKey {
      (result.overlap, result.containment, result.spelling, result.pieces) = (1, 1, 1, 1)
      // A blank in the wrong place makes words nobody has; the commoner split is the right one.
      result.sharedWeight = min(Self.sum(a.words), Self.sum(b.words))
      result.heaviestShared = min(Self.heaviest(a.words), Self.heaviest(b.words))
      (result.firstWordsAgree, result.isExact, result.isBeginning) = (true, true, true)
      return result
    }
    pair(a.words, b.words)
    measure(a.words, b.words, places, statistics, &result)
    result.spelling = editDistance.similarity(a.joined, b.joined)
    result.pieces = a.grams.similarity(b.grams)
    let (short, long) =
      a.joined.count < b.joined.count ? (a.joined, b.joined) : (b.joined, a.joined)
    result.isBeginning = short.count >= 4 && long.starts(with: short)
    return result
  }

  private static func sum(_ words: [Word]) -> Double {
    words.reduce(0) { $0 + Double($1.weight) }
  }

  private static func heaviest(_ words: [Word]) -> Double {
    words.reduce(0) { max($0, Double($1.weight)) }
  }

  /// Finds each word's partner: equal words first, then compounds, then misspelled and shortened.
  private mutating func pair(_ a: [Word], _ b: [Word]) {
    partnerOfA = [Int](repeating: -1, count: a.count)
    partnerOfB = [Int](repeating: -1, count: b.count)
    credit = [Double](repeating: 1, count: a.count)
    for i in a.indices {
      for j in b.indices where partnerOfB[j] < 0 && a[i].key == b[j].key {
        (partnerOfA[i], partnerOfB[j]) = (j, i)
        break
      }
    }
    pairCompounds(a, b, &partnerOfA, &partnerOfB)
    pairCompounds(b, a, &partnerOfB, &partnerOfA)
    var close: [(credit: Double, i: Int, j: Int)] = []
    for i in a.indices where partnerOfA[i] < 0 {
      for j in b.indices where partnerOfB[j] < 0 {
        let credit = self.credit(a[i], b[j])
        if credit > 0 { close.append((credit, i, j)) }
      }
    }
    if close.count > 1 {
      close.sort { one, other in
        if one.credit != other.credit { return one.credit > other.credit }
        let first = a[one.i].weight + b[one.j].weight
        let second = a[other.i].weight + b[other.j].weight
        if first != second { return first > second }
        return (one.i + one.j, one.i, one.j) < (other.i + other.j, other.i, other.j)
      }
    }
    for pair in close where partnerOfA[pair.i] < 0 && partnerOfB[pair.j] < 0 {
      (partnerOfA[pair.i], partnerOfB[pair.j]) = (pair.j, pair.i)
      credit[pair.i] = pair.credit
    }
  }

  /// `agro care` and `agrocare`: two neighbours that are one word on the other side.
  private func pairCompounds(
    _ parts: [Word], _ wholes: [Word], _ partnerOfPart: inout [Int], _ partnerOfWhole: inout [Int]
  ) {
    guard parts.count > 1 else { return }
    for i in 0..<parts.count - 1 where partnerOfPart[i] < 0 && partnerOfPart[i + 1] < 0 {
      for j in wholes.indices where partnerOfWhole[j] < 0 {
        let count = parts[i].bytes.count + parts[i + 1].bytes.count
        guard wholes[j].bytes.count == count, wholes[j].bytes.starts(with: parts[i].bytes),
          wholes[j].bytes.suffix(parts[i + 1].bytes.count) == parts[i + 1].bytes[...]
        else { continue }
        (partnerOfPart[i], partnerOfPart[i + 1], partnerOfWhole[j]) = (j, j, i)
        break
      }
    }
  }

  /// From 0 (other words) to 1: misspelled words by their similarity, shortened ones 0.8.
  private mutating func credit(_ a: Word, _ b: Word) -> Double {
    if a.number != nil || b.number != nil { return 0 }
    let (short, long) = a.bytes.count <= b.bytes.count ? (a.bytes, b.bytes) : (b.bytes, a.bytes)
    if short.count >= 3, long.starts(with: short) { return short.count >= 5 ? 0.85 : 0.7 }
    if short.count == 1, long[0] == short[0] { return 0.5 }
    guard short.count >= 3, long.count >= 4, long.count - short.count <= 2 else { return 0 }
    let errors = editDistance.damerau(short, long)
    let isClose = errors <= (long.count >= 8 ? 2 : 1)
    return isClose ? 1 - Double(errors) / Double(long.count) : 0
  }

  private func measure(
    _ a: [Word], _ b: [Word], _ places: [Word], _ statistics: WordStatistics,
    _ result: inout NameComparison
  ) {
    var (sharedA, sharedB, allA, allB) = (0.0, 0.0, 0.0, 0.0)
    var (restA, restB) = (0.0, 0.0)
    for (i, word) in a.enumerated() {
      let weight = Double(word.weight)
      allA += weight
      if partnerOfA[i] >= 0 {
        sharedA += weight * credit[i]
        result.heaviestShared = max(result.heaviestShared, weight * credit[i])
        if credit[i] < 1 { result.misspelled += 1 }
      } else if places.contains(word) {
        result.placesInRest += 1
        allA -= weight * 0.7
      } else {
        restA = max(restA, weight)
        if statistics.isTown(word.key) { result.townsInRest += 1 }
      }
    }
    for (j, word) in b.enumerated() {
      let weight = Double(word.weight)
      allB += weight
      if partnerOfB[j] >= 0 {
        sharedB += weight * credit[partnerOfB[j]]
        result.heaviestShared = max(result.heaviestShared, weight * credit[partnerOfB[j]])
      } else if places.contains(word) {
        result.placesInRest += 1
        allB -= weight * 0.7
      } else {
        restB = max(restB, weight)
        if statistics.isTown(word.key) { result.townsInRest += 1 }
      }
    }
    if allA + allB > 0 { result.overlap = (sharedA + sharedB) / (allA + allB) }
    if min(allA, allB) > 0 { result.containment = min(1, max(sharedA / allA, sharedB / allB)) }
    result.sharedWeight = (sharedA + sharedB) / 2
    (result.lighterRest, result.heavierRest) = (min(restA, restB), max(restA, restB))
    result.firstWordsAgree = !partnerOfA.isEmpty && partnerOfA[0] == 0
  }
}
