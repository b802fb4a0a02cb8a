// SPDX-License-Identifier: Apache-2.0
import Foundation

/// How much a word says: the rarer among the names of a register, the more.
public struct WordWeights: Sendable {
  private let counts: [[UInt8]: Int]
  /// How many names were counted.
  public let total: Int

  /// Counts each word once a name.
  public init(_ names: some Sequence<[[UInt8]]>) {
    var counts: [[UInt8]: Int] = [:]
    var total = 0
    for name in names {
      total += 1
      for word in Set(name) { counts[word, default: 0] += 1 }
    }
    (self.counts, self.total) = (counts, total)
  }

  /// How many names have the word.
  public func count(_ word: [UInt8]) -> Int { counts[word] ?? 0 }

  /// Inverse document frequency, at least 0: ln((N + 1) / (n + ½)). An unknown word weighs most.
  public subscript(word: [UInt8]) -> Double {
    Self.weight(count: count(word), of: total)
  }

  static func weight(count: Int, of total: Int) -> Double {
    max(0, log((Double(total) + 1) / (Double(count) + 0.5)))
  }
}
