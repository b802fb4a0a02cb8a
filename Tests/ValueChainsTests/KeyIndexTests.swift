// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import ValueChains

/// The indexes against the dictionaries of the standard library.
struct KeyIndexTests {
  static func column(_ texts: [String]) -> TextColumn {
    var column = TextColumn()
    for text in texts { column.append(text) }
    return column
  }

  @Test func smallOnes() {
    let index = KeyIndex(Self.column(["a", "", "b", "a", "long enough for two words", "a"]))
    #expect(index["a"] == 0)
    #expect(index["b"] == 2)
    #expect(index["long enough for two words"] == 4)
    #expect(index[""] == nil)
    #expect(index["c"] == nil)
    #expect(index.repeated.map(\.row) == [3, 5])
    #expect(index.repeated.map(\.first) == [0, 0])
    #expect(index.rows(of: Self.column(["b", "", "none", "a"])) == [2, -1, -1, 0])
    #expect(KeyIndex(TextColumn())["a"] == nil)
    #expect(KeyIndex(TextColumn()).rows(of: Self.column(["a", ""])) == [-1, -1])
    #expect(KeyIndex(Self.column(["a"])).rows(of: TextColumn()) == [])
  }

  @Test func asADictionary() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<200 {
      let texts = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        String((0..<Int.random(in: 0...18, using: &random)).map { _ in random.pick("ab") })
      }
      let index = KeyIndex(Self.column(texts))
      let first = Dictionary(
        texts.enumerated().filter { !$0.element.isEmpty }.map { ($0.element, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      for text in texts + ["ababab", "b", ""] { #expect(index[text] == first[text]) }
      #expect(index.rows(of: Self.column(texts)) == texts.map { Int32(first[$0] ?? -1) })
      #expect(index.repeated.count == texts.count { !$0.isEmpty } - first.count)
    }
  }

  /// In a table, and hashed.
  @Test(arguments: [100, 100_000_000])
  func pairsAsADictionary(sites: Int) {
    var random = SeededGenerator(seed: 42)
    var index = PairIndex(sites: sites, materials: 100, expecting: 10)
    var ids: [[Int32]: Int] = [:]
    for _ in 0..<20_000 {
      let pair = [
        Int32.random(in: 0...99, using: &random), Int32.random(in: 0...99, using: &random),
      ]
      #expect(index.id(pair[0], pair[1]) == ids[pair])
      if ids[pair] == nil { ids[pair] = ids.count }
      let id = index.add(pair[0], pair[1])
      #expect(id == ids[pair])
      #expect(index.site(id) == pair[0])
      #expect(index.material(id) == pair[1])
    }
    #expect(index.count == ids.count)
  }
}
