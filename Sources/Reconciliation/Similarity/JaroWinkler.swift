// SPDX-License-Identifier: Apache-2.0

/// Jaro–Winkler similarity (Winkler 1990): rewards equal beginnings, made for names.
///
/// Holds its working memory; one value a task. Quadratic in the window of half the longer word.
public struct JaroWinkler: Sendable {
  /// What each equal byte at the beginning, up to four, closes of the gap to 1.
  public static let prefixShare = 0.1

  private var isTaken: [Bool] = []
  private var matched: [UInt8] = []

  public init() {}

  /// From 0 (nothing in common) to 1 (equal); two empty words are equal.
  public mutating func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let jaro = jaro(a, b)
    let prefix = zip(a.prefix(4), b.prefix(4)).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * Self.prefixShare * (1 - jaro)
  }

  /// Jaro similarity: matching bytes within half the longer word, less half the transpositions.
  public mutating func jaro(_ first: [UInt8], _ second: [UInt8]) -> Double {
    // Greedy matching depends on the direction; the same order both ways makes it symmetric.
    let isOrdered =
      first.count != second.count
      ? first.count < second.count : !second.lexicographicallyPrecedes(first)
    let (a, b) = isOrdered ? (first, second) : (second, first)
    guard !a.isEmpty else { return b.isEmpty ? 1 : 0 }
    let window = max(0, b.count / 2 - 1)
    isTaken.removeAll(keepingCapacity: true)
    isTaken.append(contentsOf: repeatElement(false, count: b.count))
    matched.removeAll(keepingCapacity: true)
    for (i, byte) in a.enumerated() {
      let from = max(0, i - window)
      let to = min(b.count, i + window + 1)
      var j = from
      while j < to {
        if !isTaken[j], b[j] == byte {
          isTaken[j] = true
          matched.append(byte)
          break
        }
        j += 1
      }
    }
    guard !matched.isEmpty else { return 0 }
    var at = 0
    var displaced = 0
    for (j, byte) in b.enumerated() where isTaken[j] {
      if matched[at] != byte { displaced += 1 }
      at += 1
    }
    let count = Double(matched.count)
    return
      (count / Double(a.count) + count / Double(b.count)
      + (count - Double(displaced / 2)) / count) / 3
  }
}
