// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TextAnalysis

@Suite("Stems and languages")
struct StemmerTests {
  @Test(
    "inflected words share their stem",
    arguments: [
      (Language.german, "Kessel", "Kessels"), (.german, "Präzisionsteil", "Praezisionsteile"),
      (.german, "Schweißen", "schweiße"), (.english, "welding", "welded"),
      (.english, "tank", "tanks"),
    ])
  func share(_ language: Language, _ one: String, _ other: String) {
    var stemmer = Stemmer(language)
    let stems = [one, other].map { stemmer.stem(FoldedText($0, umlauts: .merged).words[0]) }
    #expect(stems[0] == stems[1])
  }

  @Test("words with digits stay as they are")
  func digits() {
    var stemmer = Stemmer(.german)
    #expect(stemmer.stem(Array("1.4301s".utf8)) == Array("1.4301s".utf8))
  }

  @Test(
    "the language is that of the small words",
    arguments: [
      ("Wir bauen Pumpen für die Landwirtschaft", Language.german),
      ("We build pumps for the farm", .english), ("Pumpen", .german), ("", .german),
    ])
  func language(_ text: String, _ expected: Language) {
    #expect(Language(guessing: FoldedText(text, umlauts: .merged).words) == expected)
  }
}
