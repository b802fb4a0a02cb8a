// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TextAnalysis
import Vocabulary

/// `LabelWords` finds what `TextWords` finds.
@Suite struct LabelWordsTests {
  private func check(_ label: String, _ words: inout LabelWords) {
    words.read(label)
    let expected = TextWords(label, language: .german).words
    let isSame =
      words.ranges.map { Array(words.letters[$0]) } == expected.map(\.folded)
      && words.hasUmlauts == expected.map(\.hasUmlauts)
    // An expectation for each label would take longer than the words.
    if !isSame { Issue.record("\(label)") }
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

  /// Every label with anything but letters of ASCII and blanks; of the plain ones each eighth.
  @Test func allLabels() {
    var words = LabelWords()
    var plain = 0
    for scheme in ThesaurusScheme.allCases {
      for concept in Thesaurus.builtIn(scheme).concepts {
        for language in Language.allCases {
          for label in concept.spellings(in: language) {
            if label.utf8.allSatisfy({ $0 == 0x20 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) {
              plain += 1
              if plain % 8 != 0 { continue }
            }
            check(label, &words)
          }
        }
      }
    }
  }
}
