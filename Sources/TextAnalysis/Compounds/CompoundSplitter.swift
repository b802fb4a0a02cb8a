// SPDX-License-Identifier: Apache-2.0

/// Takes German compounds apart along known words: `Abdeckhaubenblech` is `abdeck`, `hauben`,
/// `blech`.
///
/// Among all ways the one with the fewest parts wins, then the one with the longer last part, since
/// the last part says what the thing is. Between two parts `s`, `es`, `n`, `en`, `er` and `e` may
/// link. An unknown stretch is accepted at the beginning alone, so that names do no harm:
/// `Vogtlandkessel` ends in `kessel`. Quadratic in the length of the word, some microseconds.
public struct CompoundSplitter: Sendable {
  /// Words by their fingerprint; a word is up to `longestWord` letters.
  private var known = FingerprintSet()
  private var longest = 0

  public static let shortestPart = 3
  public static let longestWord = 60
  private static let links: [[UInt8]] = ["s", "es", "n", "en", "er", "e"].map { Array($0.utf8) }

  /// - Parameter words: what compounds are made of, folded with umlauts merged; shorter ones than
  ///   `shortestPart` are left out.
  public init(words: some Sequence<[UInt8]>) {
    for word in words { insert(word) }
  }

  public mutating func insert(_ word: [UInt8]) {
    guard word.count >= Self.shortestPart, word.count <= Self.longestWord else { return }
    known.insert(Self.fingerprint(word[...]))
    longest = max(longest, word.count)
  }

  public func isKnown(_ word: [UInt8]) -> Bool { known.contains(Self.fingerprint(word[...])) }

  /// The parts of a word in their order, links left out; none where it is no compound of known words.
  public func parts(of word: [UInt8]) -> [[UInt8]] { ranges(of: word).map { Array(word[$0]) } }

  /// Where the parts of a word stand in it.
  public func ranges(of word: [UInt8]) -> [Range<Int>] {
    guard word.count >= 2 * Self.shortestPart, word.count <= Self.longestWord,
      word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
    else { return [] }
    // From the end: the cheapest way to divide what begins at each letter.
    let count = word.count
    var best = [Way?](repeating: nil, count: count + 1)
    best[count] = Way(cost: 0, end: count, next: count)
    for start in stride(from: count - Self.shortestPart, through: 0, by: -1) {
      best[start] = bestWay(word, start, best)
    }
    if best[0] == nil { best[0] = wayAfterUnknown(word, best) }
    guard var way = best[0], way.next != count else { return [] }
    var ranges = [0..<way.end]
    while way.next != count, let next = best[way.next] {
      ranges.append(way.next..<next.end)
      way = next
    }
    return ranges
  }

  private struct Way {
    var cost: Int
    /// Where the first part ends, and where the next begins behind a link.
    var end: Int
    var next: Int
  }

  private func bestWay(_ word: [UInt8], _ start: Int, _ best: [Way?]) -> Way? {
    var found: Way?
    var print = Self.offset
    for end in start + 1...min(word.count, start + longest) {
      print = Self.step(print, word[end - 1])
      guard end - start >= Self.shortestPart, known.contains(print) else { continue }
      // Short parts are often chance.
      let cost = end - start < 4 ? 3 : 2
      for next in continuations(word, end) {
        guard let rest = best[next] else { continue }
        let total = cost + rest.cost
        // Later ends come last: of equal ways the one with the longer later parts stays.
        if found.map({ total < $0.cost }) ?? true { found = Way(cost: total, end: end, next: next) }
      }
    }
    return found
  }

  /// Where the next part may begin behind a part that ends there.
  private func continuations(_ word: [UInt8], _ end: Int) -> [Int] {
    if end == word.count { return [end] }
    return [end]
      + Self.links.compactMap { link in
        let next = end + link.count
        return next < word.count && word[end..<next].elementsEqual(link) ? next : nil
      }
  }

  private func wayAfterUnknown(_ word: [UInt8], _ best: [Way?]) -> Way? {
    var found: Way?
    guard word.count >= Self.shortestPart + 4 else { return nil }
    for start in Self.shortestPart...word.count - 4 {
      guard let way = best[start] else { continue }
      if found.map({ way.cost < $0.cost }) ?? true {
        found = Way(cost: way.cost, end: start, next: start)
      }
    }
    return found
  }

  /// FNV-1a.
  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func step(_ print: UInt64, _ byte: UInt8) -> UInt64 {
    (print ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  private static func fingerprint(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(offset, step)
  }
}
