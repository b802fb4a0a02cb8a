// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TragwerkTesting

@testable import Retrieval

/// Texts of few words, so that everything meets everything.
struct RandomTexts {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  static let words = [
    "Blech", "Stahlblech", "Fräsen", "fraesen", "Drehteile", "milling", "parts", "of", "und", "für",
    "Kunststoffspritzguss", "Guss", "Stahlguss", "laser", "cutting", "316L", "Ölfilter", "Filter",
    "Gehäuse", "Gehaeuse", "housing", "housings", "bearing", "bearings", "x", "ß", "日本", "1.4301",
  ]

  mutating func text(_ most: Int = 12) -> String {
    (0..<Int.random(in: 0...most, using: &generator)).map { _ in
      // Early words more often.
      let at = min(
        Int.random(in: 0..<Self.words.count, using: &generator),
        Int.random(in: 0..<Self.words.count, using: &generator))
      return Self.words[at]
    }.joined(separator: generator.chance(oneIn: 4) ? ", " : " ")
  }

  static let splitter = CompoundSplitter(
    words: ["stahl", "blech", "kunststoff", "spritz", "guss", "filter", "ol", "teil", "teile"].map {
      Array($0.utf8)
    })

  /// Settings of every kind.
  static let settings: [IndexSettings] = [
    IndexSettings(),
    IndexSettings(units: .words(WordUnits(splitter: splitter))),
    IndexSettings(
      fields: [
        .init("title", weight: 2.5, dilution: 0.2, typicalLength: 4),
        .init("text", weight: 1, dilution: 0.8, typicalLength: 7), .init("unused", weight: 0),
      ], units: .words(WordUnits(splitter: splitter, partShare: 0.3)), saturation: 0.7),
    IndexSettings(
      fields: [.init("a", dilution: 0), .init("b", weight: 0.5)], units: .grams(3...5)),
  ]
}
