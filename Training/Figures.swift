// SPDX-License-Identifier: Apache-2.0

/// How good probabilities are against the truth.
struct Figures {
  var precision = 0.0
  var recall = 0.0
  var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// Counts pairs with a probability of at least `cut`; the best of each first record only where
  /// the set says so.
  init(_ judgements: Judgements, _ probabilities: [Double], cut: Double = 0.5) {
    var hits = 0
    var taken = 0
    for at in Self.counted(judgements, probabilities) where probabilities[at] >= cut {
      taken += 1
      if judgements.pairs[at].isSame { hits += 1 }
    }
    precision = taken > 0 ? Double(hits) / Double(taken) : 0
    recall = Double(hits) / Double(judgements.truths)
  }

  /// Positions of the pairs that count.
  static func counted(_ judgements: Judgements, _ probabilities: [Double]) -> [Int] {
    guard judgements.isBestOnly else { return Array(probabilities.indices) }
    var best: [String: Int] = [:]
    for (at, pair) in judgements.pairs.enumerated() {
      if let other = best[pair.first], probabilities[other] >= probabilities[at] { continue }
      best[pair.first] = at
    }
    return best.values.sorted()
  }
}
