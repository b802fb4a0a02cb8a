// SPDX-License-Identifier: Apache-2.0

/// Compares two names word by word, whatever their order, allowing typing errors.
///
/// Soft TF-IDF in the sense of Cohen, Ravikumar, Fienberg 2003: each word finds its best partner,
/// words count by their weight. Holds its working memory; one value a task.
public struct WordOverlap: Sendable {
  /// From this similarity on two words may be the same with typing errors.
  public static let sameWord = 0.8

  private var editDistance = EditDistance()

  public init() {}

  /// Words in alphabetical order without blanks between, compared as one text: the token-sort ratio.
  public mutating func sorted(_ a: [[UInt8]], _ b: [[UInt8]]) -> Double {
    editDistance.similarity(Self.sortedText(a), Self.sortedText(b))
  }

  /// Weight of the words that have a partner over the weight of all words, both sides together:
  /// from 0 to 1, symmetric. Each word takes part in one pair; equal words pair first.
  public mutating func weighted(_ a: [[UInt8]], _ b: [[UInt8]], _ weights: WordWeights) -> Double {
    var isUsed = [Bool](repeating: false, count: b.count)
    var isPaired = [Bool](repeating: false, count: a.count)
    var shared = 0.0
    let all = (a + b).reduce(0) { $0 + weights[$1] }
    guard all > 0 else { return a == b ? 1 : 0 }
    for (i, word) in a.enumerated() {
      if let j = b.indices.first(where: { !isUsed[$0] && b[$0] == word }) {
        (isUsed[j], isPaired[i]) = (true, true)
        shared += 2 * weights[word]
      }
    }
    var close: [(similarity: Double, i: Int, j: Int)] = []
    for i in a.indices where !isPaired[i] {
      for j in b.indices where !isUsed[j] {
        let similarity = editDistance.similarity(a[i], b[j])
        if similarity >= Self.sameWord { close.append((similarity, i, j)) }
      }
    }
    // The closest first; ties by the words themselves, so that both directions agree.
    close.sort { one, other in
      if one.similarity != other.similarity { return one.similarity > other.similarity }
      let (first, second) = (Self.pair(a[one.i], b[one.j]), Self.pair(a[other.i], b[other.j]))
      return first.lexicographicallyPrecedes(second)
    }
    for pair in close where !isPaired[pair.i] && !isUsed[pair.j] {
      (isPaired[pair.i], isUsed[pair.j]) = (true, true)
      shared += pair.similarity * (weights[a[pair.i]] + weights[b[pair.j]])
    }
    return min(1, shared / all)
  }

  private static func pair(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    a.lexicographicallyPrecedes(b) ? a + [0] + b : b + [0] + a
  }

  private static func sortedText(_ words: [[UInt8]]) -> [UInt8] {
    Array(words.sorted { $0.lexicographicallyPrecedes($1) }.joined())
  }
}
