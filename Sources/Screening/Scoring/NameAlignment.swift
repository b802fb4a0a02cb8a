// SPDX-License-Identifier: Apache-2.0

/// Which words of two names stand for each other, and which are left over.
struct NameAlignment: Sendable {
  /// A run of words on one side and one on the other that are taken for the same.
  struct Pair: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      case equal
      case spelling
      /// Two numbers that differ: another of the same series.
      case numbers
      /// `J.` and `Joachim`.
      case initial
      /// `ICBC` and the words it abbreviates.
      case acronym
    }

    let kind: Kind
    let first: Range<Int>
    let second: Range<Int>
    /// Distance in half letters.
    let halfLetters: Int
  }

  let pairs: [Pair]
  /// Words of the first name that nothing stands for.
  let firstRest: [Int]
  let secondRest: [Int]
}

/// Aligns names. Holds working memory; one value a task.
struct NameAligner {
  private var spelling = SpellingDistance()
  private var candidates: [Candidate] = []

  private struct Candidate {
    let pair: NameAlignment.Pair
    let length: Int
    /// The words themselves in an order of their own, so that ties do not depend on places.
    let key: [UInt8]
  }

  /// Takes the closest words for each other first, never one twice; runs of up to three words may
  /// stand for one (`Rosneft Oil`, `RosneftOil`). Symmetric, and without joined words independent of
  /// their order. Linear in the product of the numbers of words.
  mutating func align(_ a: ScreeningName, _ b: ScreeningName) -> NameAlignment {
    candidates.removeAll(keepingCapacity: true)
    let byConsonants = a.isSkeletal != b.isSkeletal
    for i in a.shapes.indices {
      for j in b.shapes.indices {
        if byConsonants {
          addSkeletons(a, i, b, j)
        } else if a.shapes[i].canEqual(b.shapes[j])
          || a.style == .person && (a.shapes[i].length == 1 || b.shapes[j].length == 1)
        {
          add(a, i, b, j)
        }
      }
    }
    if !byConsonants {
      addJoined(a, b, isSwapped: false)
      addJoined(b, a, isSwapped: true)
      addAcronym(a, b, isSwapped: false)
      addAcronym(b, a, isSwapped: true)
    }
    return chosen(a, b)
  }

  // MARK: Candidates

  /// How many half letters words of a length may differ by and still be taken for the same.
  static func allowance(_ length: Int) -> Int {
    switch length {
    case ...2: 0
    case 3: 2
    case 4...7: 4
    case 8...11: 6
    default: 8
    }
  }

  private mutating func add(_ a: ScreeningName, _ i: Int, _ b: ScreeningName, _ j: Int) {
    let (x, y) = (a.tokens[i], b.tokens[j])
    let length = max(x.letters.count, y.letters.count)
    func pair(_ kind: NameAlignment.Pair.Kind, _ halfLetters: Int) -> NameAlignment.Pair {
      .init(kind: kind, first: i..<i + 1, second: j..<j + 1, halfLetters: halfLetters)
    }
    if x.letters == y.letters {
      append(pair(.equal, 0), length, x.letters, y.letters)
    } else if let first = x.number, let second = y.number {
      let isEqual = first == second
      append(pair(isEqual ? .equal : .numbers, isEqual ? 0 : 2), length, x.letters, y.letters)
    } else if a.style == .person, x.letters.count == 1 || y.letters.count == 1 {
      if x.letters[0] == y.letters[0] { append(pair(.initial, 1), length, x.letters, y.letters) }
    } else {
      let limit = x.hasDigit || y.hasDigit ? min(2, Self.allowance(length)) : Self.allowance(length)
      guard limit > 0, a.shapes[i].canEqual(b.shapes[j]),
        let distance = spelling.halfLetters(x.letters, y.letters, limit: limit)
      else { return }
      append(pair(.spelling, distance), length, x.letters, y.letters)
    }
  }

  /// Names without written vowels: consonants have to be the same, or one of at least four differs.
  private mutating func addSkeletons(_ a: ScreeningName, _ i: Int, _ b: ScreeningName, _ j: Int) {
    let x = ScriptRomanisation.skeleton(a.tokens[i].letters)
    let y = ScriptRomanisation.skeleton(b.tokens[j].letters)
    let length = max(x.count, y.count)
    guard length >= 2 else { return }
    let limit = length >= 4 ? 2 : 0
    guard let distance = spelling.halfLetters(x, y, limit: limit) else { return }
    append(
      .init(
        kind: .spelling, first: i..<i + 1, second: j..<j + 1, halfLetters: distance + 1),
      length, x, y)
  }

  /// Two or three neighbouring words on one side for one on the other, at most a letter apart.
  private mutating func addJoined(_ a: ScreeningName, _ b: ScreeningName, isSwapped: Bool) {
    guard a.shapes.count > 1 else { return }
    for j in b.shapes.indices where b.shapes[j].length >= 4 {
      let shape = b.shapes[j]
      for start in 0..<a.shapes.count - 1 {
        var length = a.shapes[start].length
        var mask = a.shapes[start].mask
        for end in start + 1..<min(start + 3, a.shapes.count) {
          length += a.shapes[end].length
          mask |= a.shapes[end].mask
          if length > shape.length + 2 { break }
          guard length + 2 >= shape.length, (mask ^ shape.mask).nonzeroBitCount <= 4 else {
            continue
          }
          let whole = b.tokens[j]
          let joined = Array(a.tokens[start...end].map(\.letters).joined())
          guard let distance = spelling.halfLetters(joined, whole.letters, limit: 2) else {
            continue
          }
          append(
            isSwapped
              ? .init(
                kind: .spelling, first: j..<j + 1, second: start..<end + 1, halfLetters: distance)
              : .init(
                kind: .spelling, first: start..<end + 1, second: j..<j + 1, halfLetters: distance),
            max(joined.count, whole.letters.count), joined, whole.letters)
        }
      }
    }
  }

  /// One word that holds the first letters of all words of the other name.
  private mutating func addAcronym(_ a: ScreeningName, _ b: ScreeningName, isSwapped: Bool) {
    guard !b.acronyms.isEmpty else { return }
    for i in a.tokens.indices where b.acronyms.contains(a.tokens[i].letters) {
      let all = b.tokens.indices
      append(
        isSwapped
          ? .init(kind: .acronym, first: all, second: i..<i + 1, halfLetters: 3)
          : .init(kind: .acronym, first: i..<i + 1, second: all, halfLetters: 3),
        a.tokens[i].letters.count, a.tokens[i].letters, a.tokens[i].letters)
    }
  }

  private mutating func append(
    _ pair: NameAlignment.Pair, _ length: Int, _ x: [UInt8], _ y: [UInt8]
  ) {
    let key = x.lexicographicallyPrecedes(y) ? x + [0] + y : y + [0] + x
    candidates.append(Candidate(pair: pair, length: length, key: key))
  }

  // MARK: Choice

  private mutating func chosen(_ a: ScreeningName, _ b: ScreeningName) -> NameAlignment {
    // Distance by length ascending, without dividing; then long before short, then by content.
    candidates.sort { x, y in
      let left = x.pair.halfLetters * y.length
      let right = y.pair.halfLetters * x.length
      if left != right { return left < right }
      if x.length != y.length { return x.length > y.length }
      if x.key != y.key { return x.key.lexicographicallyPrecedes(y.key) }
      let places = (
        x.pair.first.lowerBound + x.pair.second.lowerBound,
        y.pair.first.lowerBound + y.pair.second.lowerBound
      )
      return places.0 < places.1
    }
    var isFirstFree = [Bool](repeating: true, count: a.tokens.count)
    var isSecondFree = [Bool](repeating: true, count: b.tokens.count)
    var pairs: [NameAlignment.Pair] = []
    for candidate in candidates {
      let pair = candidate.pair
      guard pair.first.allSatisfy({ isFirstFree[$0] }), pair.second.allSatisfy({ isSecondFree[$0] })
      else { continue }
      for at in pair.first { isFirstFree[at] = false }
      for at in pair.second { isSecondFree[at] = false }
      pairs.append(pair)
    }
    return NameAlignment(
      pairs: pairs, firstRest: isFirstFree.indices.filter { isFirstFree[$0] },
      secondRest: isSecondFree.indices.filter { isSecondFree[$0] })
  }
}
