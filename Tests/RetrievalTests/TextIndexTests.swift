// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@testable import Retrieval

@Suite struct TextIndexTests {
  /// Two fields, three documents, by hand. `blech` is in two of three: rarity ln(1 + 1.5 / 2.5).
  /// a: title 2 · 1 / (0.5 + 0.5 · 1/2) = 8/3, so 2.2 · (8/3) / (1.2 + 8/3).
  /// b: text 1 · 2 / (0.5 + 0.5 · 4/4) = 2, so 2.2 · 2 / 3.2.
  @Test func scoresAreThoseByHand() {
    var index = TextIndex(
      IndexSettings(fields: [
        .init("title", weight: 2, dilution: 0.5, typicalLength: 2),
        .init("text", weight: 1, dilution: 0.5, typicalLength: 4),
      ]))
    index.put("a", ["Blech", ""])
    index.put("b", ["Guss", "Blech Draht Blech Rohr"])
    index.put("c", ["Holz", "Rohr"])
    let rarity = log(1 + 1.5 / 2.5)
    let hits = index.search(TextQuery("Bleche"), limit: 5)
    #expect(hits.map(\.key) == ["a", "b"])
    #expect(abs(hits[0].score - rarity * 2.2 * (8.0 / 3) / (1.2 + 8.0 / 3)) < 1e-4)
    #expect(abs(hits[1].score - rarity * 2.2 * 2 / 3.2) < 1e-4)
  }

  /// A whole word counts fully, the last part of a compound 0.6, another part 0.4, of sixteenths.
  @Test func partsOfCompoundsCountLess() {
    var index = TextIndex(
      IndexSettings(units: .words(WordUnits(splitter: RandomTexts.splitter))))
    index.put("whole", ["Blech"])
    index.put("head", ["Stahlblech"])
    index.put("part", ["Blechteil"])
    index.put("other", ["Holz"])
    #expect(index.search(TextQuery("Blech"), limit: 9).map(\.key) == ["whole", "head", "part"])
    let rarity = log(1 + 1.5 / 3.5)
    let hit = index.search(TextQuery("Blech"), limit: 9)[1]
    let frequency = (10.0 / 16) / (0.5 + 0.5 / 12)
    #expect(abs(hit.score - rarity * 2.2 * frequency / (1.2 + frequency)) < 1e-4)
  }

  @Test(arguments: [
    ("Gehäuse", "Gehaeuse"), ("Gehäuse", "Gehause"), ("FRÄSEN", "fräsen"), ("bearings", "bearing"),
    ("Bleche", "Blech"),
  ])
  func spellingsOfAWordAreOne(_ query: String, _ text: String) {
    var index = TextIndex()
    index.put("a", [text])
    #expect(index.search(TextQuery(query), limit: 1).map(\.key) == ["a"])
  }

  @Test func runsOfLettersFindRelatedWords() {
    var index = TextIndex(IndexSettings(units: .grams(3...5)))
    index.put("a", ["Kunststoffspritzgießerei"])
    index.put("b", ["Holzhandel"])
    #expect(index.search(TextQuery("Spritzguss"), limit: 5).map(\.key) == ["a"])
  }

  @Test func equalDocumentsAreInOrderOfTheirKeys() {
    var index = TextIndex()
    for key in ["d", "b", "e", "a", "c"] { index.put(key, ["Blech"]) }
    #expect(index.search(TextQuery("Blech"), limit: 3).map(\.key) == ["a", "b", "c"])
  }

  @Test func wordsThatSpokeAreNamedAsWritten() {
    var index = TextIndex(IndexSettings(fields: [.init("title", weight: 2), .init("text")]))
    index.put("a", ["Stahlguss", "fräsen"])
    index.put("b", ["fräsen", "fräsen"])
    let why = index.explanation("a", TextQuery("Fraesen von STAHLGUSS, und Holz"))
    #expect(why.map(\.word) == ["STAHLGUSS", "Fraesen"])
    #expect(why.map(\.fields) == [["title"], ["text"]])
    #expect(abs(why.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(index.explanation("c", TextQuery("Fraesen")).isEmpty)
    #expect(index.explanation("b", TextQuery("Holz")).isEmpty)
  }

  @Test func nothingIsFoundInNothing() {
    let index = TextIndex()
    #expect(index.search(TextQuery("Blech"), limit: 5).isEmpty)
    #expect(index.scores(TextQuery("Blech")).isEmpty)
    var one = TextIndex()
    one.put("a", ["", "more texts than fields"])
    #expect(one.search(TextQuery("more"), limit: 5).isEmpty)
    #expect(one.search(TextQuery(""), limit: 5).isEmpty)
    #expect(one.search(TextQuery([]), limit: 5).isEmpty)
    #expect(one.search(TextQuery([.init("more", weight: 0)]), limit: 0).isEmpty)
  }
}
