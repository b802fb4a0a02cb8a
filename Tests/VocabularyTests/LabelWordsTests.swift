// SPDX-License-Identifier: Apache-2.0
import Testing
import TextAnalysis
import Vocabulary

/// `LabelWords` finds what `TextWords` finds.
@Suite struct LabelWordsTests {
  private func check(_ label: String, _ words: inout LabelWords) {
    words.read(label)
    let expected = TextWords(label, language: .german).words
    #expect(words.ranges.map { Array(words.letters[$0]) } == expected.map(\.folded), "\(label)")
    #expect(words.hasUmlauts == expected.map(\.hasUmlauts), "\(label)")
  }

  @Test(arguments: [
    "", " ", "Fräsen", "CNC-Fräsen", "Groß- und Außenhandel", "3D-Druck", "EN-GJS-400-15", "1.4301",
    "G.m.b.H.", "d'Orves", "l’eau", "18/8", "Öl & Gas", "a×b÷c", "Crème brûlée", "Weiß", "ŁÓDŹ",
    "neue Maße", "m²", "a–b", "- a -", "Stück, 5 mm; rund", "(innen)", "naïve", "z. B. Blech",
  ])
  func twin(_ label: String) {
    var words = LabelWords()
    check(label, &words)
  }

  @Test func allLabels() {
    var words = LabelWords()
    for scheme in ThesaurusScheme.allCases {
      for concept in Thesaurus.builtIn(scheme).concepts {
        for language in TextLanguage.allCases {
          for label in concept.spellings(in: language) { check(label, &words) }
        }
      }
    }
  }
}
