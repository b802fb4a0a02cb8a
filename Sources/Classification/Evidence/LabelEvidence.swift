// SPDX-License-Identifier: Apache-2.0
import Retrieval
import TextAnalysis

/// What the words of a text say for each of some documents: runs of letters find related words,
/// stems and parts of compounds are surer of what they find.
struct LabelEvidence: Sendable {
  let grams: TextIndex
  let words: TextIndex

  /// - Parameter documents: with the same fields each.
  init(
    _ documents: [TextIndex.Document], fields: [IndexSettings.Field], splitter: CompoundSplitter
  ) {
    grams = TextIndex(
      IndexSettings(fields: fields, units: .grams(3...5)), measuring: documents)
    words = TextIndex(
      IndexSettings(fields: fields, units: .words(WordUnits(splitter: splitter))),
      measuring: documents)
  }

  /// By document. The best of each kind gets its whole weight, so that long texts say no more than
  /// short ones.
  func scores(_ text: TextToClassify, _ weights: ClassifierWeights) -> [Double] {
    var sums = [Double](repeating: 0, count: grams.count)
    for (part, weight) in [(text.title, 1), (text.rest, weights.rest)] where !part.isEmpty {
      let query = TextQuery(part)
      Self.add(grams.scores(query), weight, to: &sums)
      Self.add(words.scores(query), weight * weights.words, to: &sums)
    }
    return sums
  }

  static func add(_ scores: [Double], _ weight: Double, to sums: inout [Double]) {
    guard weight > 0, let most = scores.max(), most > 0 else { return }
    for at in scores.indices { sums[at] += weight * scores[at] / most }
  }
}
