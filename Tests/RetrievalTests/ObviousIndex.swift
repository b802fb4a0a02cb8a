// SPDX-License-Identifier: Apache-2.0
import Foundation
import TextAnalysis

@testable import Retrieval

/// BM25F as it is written down, document by document: slow, and obvious.
struct ObviousIndex {
  let settings: IndexSettings
  var documents: [String: [String]] = [:]

  init(_ settings: IndexSettings) { self.settings = settings }

  /// Occurrences of each unit in a text, and its length.
  private func counts(_ text: String) -> (units: [[UInt8]: Double], words: Int) {
    var maker = UnitMaker(settings.units)
    let reader = WordReader(text)
    var units: [[UInt8]: Double] = [:]
    for word in reader.words {
      for unit in maker.units(of: word, reader.language) {
        units[unit.bytes, default: 0] += Double(unit.share) / 16
      }
    }
    return (units, reader.words.count)
  }

  private func frequencies(_ texts: [String]) -> [[UInt8]: Double] {
    var sums: [[UInt8]: Double] = [:]
    for (field, text) in zip(settings.fields, texts) where field.weight > 0 {
      let (units, words) = counts(text)
      let dilution = Double(field.dilution)
      let divisor = 1 - dilution + dilution * Double(words) / Double(field.typicalLength)
      for (unit, count) in units {
        sums[unit, default: 0] += Double(field.weight) * count / divisor
      }
    }
    return sums
  }

  /// Every document that has a unit of the query, best first.
  func search(_ query: TextQuery) -> [(key: String, score: Double)] {
    let all = documents.mapValues(frequencies)
    var weights: [[UInt8]: Double] = [:]
    for part in query.parts where part.weight > 0 {
      for (unit, count) in counts(part.text).units {
        let most = Double(settings.querySaturation)
        weights[unit, default: 0] += Double(part.weight) * count * (1 + most) / (count + most)
      }
    }
    let saturation = Double(settings.saturation)
    var scores: [String: Double] = [:]
    for (unit, weight) in weights.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let having = all.filter { $0.value[unit] != nil }
      let count = Double(having.count)
      let rarity = log(1 + (Double(all.count) - count + 0.5) / (count + 0.5))
      for (key, units) in having {
        let frequency = units[unit] ?? 0
        scores[key, default: 0] +=
          weight * rarity * (1 + saturation) * frequency / (saturation + frequency)
      }
    }
    return scores.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
