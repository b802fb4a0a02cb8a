// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import Retrieval

/// The index beside BM25F as it is written down, on random documents that come and go.
@Suite struct TextIndexTwinTests {
  @Test(arguments: 0..<4) func findsWhatTheTwinFinds(_ setting: Int) {
    var random = RandomTexts(seed: UInt64(setting) + 1)
    for round in 0..<12 {
      let settings = RandomTexts.settings[setting]
      var index = TextIndex(settings)
      var twin = ObviousIndex(settings)
      for _ in 0..<(round * 12) {
        let key = "k\(Int.random(in: 0..<60, using: &random.generator))"
        if random.generator.chance(oneIn: 4) {
          let was = twin.documents.removeValue(forKey: key) != nil
          let removed = index.remove(key)
          #expect(removed == was)
        } else {
          let texts = settings.fields.map { _ in random.text() }
          index.put(key, texts)
          twin.documents[key] = texts
        }
      }
      #expect(index.count == twin.documents.count)
      for _ in 0..<8 {
        let query = TextQuery([
          .init(random.text()), .init(random.text(), weight: 0.5), .init("Blech", weight: 0),
        ])
        compare(index, twin, query)
      }
    }
  }

  private func compare(_ index: TextIndex, _ twin: ObviousIndex, _ query: TextQuery) {
    let expected = twin.search(query)
    let all = index.search(query, limit: 1000)
    #expect(Set(all.map(\.key)) == Set(expected.map(\.key)))
    let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.key, $0.score) })
    for hit in all {
      let score = scores[hit.key] ?? 0
      #expect(abs(hit.score - score) <= 1e-3 * max(1, score))
    }
    // The few best are the beginning of all, ties included, and the dense scores are the same.
    for limit in [1, 3, 10] {
      #expect(index.search(query, limit: limit) == Array(all.prefix(limit)))
    }
    let dense = zip(index.keys, index.scores(query)).filter { $0.1 > 0 }
    #expect(
      Dictionary(uniqueKeysWithValues: dense.map { ($0.0, $0.1) })
        == Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0.score) }))
  }

  /// Many windows, so that lists are left out and looked up.
  @Test func fewBestAreThoseOfAllInManyWindows() {
    var random = RandomTexts(seed: 9)
    var index = TextIndex(RandomTexts.settings[1])
    index.put(
      (0..<30_000).map { .init("k\($0)", [random.text()]) })
    for _ in 0..<20 {
      let query = TextQuery(random.text(20))
      let all = index.search(query, limit: 100_000)
      for limit in [1, 20] {
        #expect(index.search(query, limit: limit) == Array(all.prefix(limit)))
      }
    }
  }

  /// Documents one by one from their own terms, beside all lists added up; numbers have moved.
  @Test(arguments: 0..<4) func documentsScoreTheSameByTheirOwnTerms(_ setting: Int) {
    var random = RandomTexts(seed: 40 + UInt64(setting))
    let settings = RandomTexts.settings[setting]
    var index = TextIndex(settings)
    for number in 0..<4000 {
      index.put("k\(number % 1500)", settings.fields.map { _ in random.text() })
    }
    for _ in 0..<20 {
      let query = TextQuery([.init(random.text(30)), .init(random.text(), weight: 0.3)])
      let weighed = WeighedQuery(query, index)
      let scorer = DocumentScorer(weighed.terms)
      let documents = index.documents
      let own = documents.isAlive.indices.filter { documents.isAlive[$0] }.map { document in
        Double(
          scorer.points(
            of: document, documents.termStarts.span, documents.terms.span, documents.impacts.span))
          / Double(weighed.scale)
      }
      #expect(own == index.scores(query))
    }
  }

  @Test(arguments: 0..<4) func orderOfComingChangesNothing(_ setting: Int) {
    var random = RandomTexts(seed: 21)
    let settings = RandomTexts.settings[setting]
    let documents = (0..<2500).map { number in
      TextIndex.Document("k\(number)", settings.fields.map { _ in random.text() })
    }
    var fresh = TextIndex(settings)
    fresh.put(documents)
    // Shuffled, with others before that are removed or replaced; enough of them to compact.
    var busy = TextIndex(settings)
    for document in documents.shuffled(using: &random.generator) {
      busy.put(document.key, settings.fields.map { _ in random.text() })
      busy.put("gone", [random.text()])
      busy.put(document.key, document.texts)
    }
    let removals = [busy.remove("gone"), busy.remove("gone")]
    #expect(removals == [true, false])
    #expect(fresh.count == busy.count)
    for _ in 0..<20 {
      let query = TextQuery(random.text())
      #expect(fresh.search(query, limit: 30) == busy.search(query, limit: 30))
      for hit in fresh.search(query, limit: 2) {
        #expect(fresh.explanation(hit.key, query) == busy.explanation(hit.key, query))
      }
    }
  }

  @Test func randomBytesDoNoHarm() {
    var generator = SeededGenerator(seed: 5)
    for settings in RandomTexts.settings {
      var index = TextIndex(settings)
      for round in 0..<300 {
        let count = Int.random(in: 0..<(round % 10 == 0 ? 3000 : 60), using: &generator)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let text = String(decoding: bytes, as: UTF8.self)
        index.put("k\(round % 50)", [text, String(text.reversed())])
        for hit in index.search(TextQuery(text), limit: 3) {
          #expect(hit.score > 0 && hit.score.isFinite)
          #expect(!index.explanation(hit.key, TextQuery(text)).isEmpty)
        }
      }
    }
  }
}
