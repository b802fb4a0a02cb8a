// SPDX-License-Identifier: Apache-2.0
import Testing
import TextAnalysis

@Suite("Compounds")
struct CompoundSplitterTests {
  private let splitter = CompoundSplitter(
    words: [
      "kessel", "koch", "sitz", "bezug", "bezuge", "arbeit", "schutz", "kleidung",
      "blech", "haube",
    ]
    .map { Array($0.utf8) })

  @Test(
    "are divided along known words",
    arguments: [
      ("kochkessel", "koch kessel"), ("arbeitsschutzkleidung", "arbeit schutz kleidung"),
      ("sitzbezug", "sitz bezug"), ("haubenblech", "haube blech"),
      ("vogtlandkessel", "vogtland kessel"), ("kessel", ""), ("trompete", ""), ("", ""),
      ("kesselkessel", "kessel kessel"), ("aberkochtopf", ""),
    ])
  func divided(_ word: String, _ parts: String) {
    let found = splitter.parts(of: Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(found.joined(separator: " ") == parts)
  }

  @Test("of any letters come apart without loss of the end")
  func anyLetters() {
    for length in 0..<80 {
      let word = (0..<length).map { UInt8(ascii: "a") + UInt8(($0 * 7) % 26) }
      let parts = splitter.parts(of: word + Array("kessel".utf8))
      if length >= 3, length + 6 <= CompoundSplitter.longestWord {
        #expect(parts.last == Array("kessel".utf8))
      }
    }
  }
}
