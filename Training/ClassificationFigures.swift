// SPDX-License-Identifier: Apache-2.0
import Classification
import Foundation

/// How well rankings of codes serve a set of judged texts.
struct ClassificationFigures {
  /// The first code is of the right group; the right code is among the first twenty.
  var group = 0.0
  var recall = 0.0
  /// Normalised discounted gain of the first ten.
  var gain = 0.0
  var first = 0.0

  /// What training climbs.
  var goodness: Double { group + recall + gain }

  /// - Parameter scores: of each judged text, by code.
  init(_ set: ClassificationSet, _ texts: [JudgedText], _ scores: [[Double]]) {
    for (text, scores) in zip(texts, scores) {
      let best = Self.best(20, scores)
      let gains = best.prefix(10).map { set.gain(set.entries[$0].code, text) }
      if text.ideal > 0 { gain += Self.discounted(gains[...]) / text.ideal }
      if best.contains(where: { set.entries[$0].code == text.code }) { recall += 1 }
      guard let top = best.first.map({ set.entries[$0].code }) else { continue }
      if top == text.code { first += 1 }
      if top.prefix(set.groupLength) == text.code.prefix(set.groupLength) { group += 1 }
    }
    let count = Double(max(texts.count, 1))
    (group, recall) = (group / count, recall / count)
    (gain, first) = (gain / count, first / count)
  }

  /// The discounted gain of the best possible ten.
  static func ideal(_ set: ClassificationSet, _ text: JudgedText) -> Double {
    let gains = set.entries.map { set.gain($0.code, text) }.filter { $0 > 0 }.sorted(by: >)
    return discounted(gains.prefix(10))
  }

  private static func discounted(_ gains: ArraySlice<Double>) -> Double {
    gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset) + 2) }
  }

  /// Places of the highest scores above 0, the first of equal ones first.
  private static func best(_ limit: Int, _ scores: [Double]) -> [Int] {
    var best: [Int] = []
    for at in scores.indices where scores[at] > 0 {
      if best.count == limit, let last = best.last, scores[at] <= scores[last] { continue }
      let place = best.firstIndex { scores[$0] < scores[at] } ?? best.count
      best.insert(at, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  var text: String {
    String(
      format: "nDCG@10 %.3f  recall@20 %.3f  group@1 %.3f  code@1 %.3f", gain, recall, group,
      first)
  }
}
