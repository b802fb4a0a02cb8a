// SPDX-License-Identifier: Apache-2.0
import Testing
import TextAnalysis
import TragwerkTesting

@Suite("Folded text")
struct FoldedTextTests {
  @Test(
    "is lower-case ASCII words",
    arguments: [
      ("Müller & Söhne", "mueller soehne"), ("STRAẞE Straße", "strasse strasse"),
      ("Ørsted Ålborg Æbelø", "oersted aalborg aebeloe"), ("Łódź", "lodz"),
      ("Würth", "wuerth"), ("u\u{308}ber", "ueber"), ("S.p.A.", "spa"), ("G.m.b.H.", "gmbh"),
      ("Sp. z o.o.", "sp z oo"), ("E.ON SE", "e on se"), ("Canon's Court", "canons court"),
      ("rue d’Estienne d'Orves", "rue d estienne d orves"), ("  a--b  ", "a b"), ("", ""),
      ("…", ""), ("'", ""), ("ΔΕΗ Α.Ε.", "dei ae"), ("Газпром", "gazprom"),
      ("ООО Щит", "ooo shchit"), ("Ⅷ", ""), ("ﬁrma", "firma"), ("ＡＢＣ１", "abc1"),
      ("Soft\u{AD}hyphen", "softhyphen"), ("中文 Co", "中文 co"), ("Nr.5/7", "nr 5 7"),
      ("Plzeň, a. s.", "plzen a s"), ("București Ţiriac Șoimul", "bucuresti tiriac soimul"),
    ])
  func folding(text: String, expected: String) {
    #expect(FoldedText(text).string == expected)
  }

  @Test(
    "in merged umlauts makes every spelling the same",
    arguments: [
      ("Müller", "Mueller"), ("Müller", "Muller"), ("Größe", "Groesse"), ("Ålborg", "Aalborg"),
      ("Ærø", "Aeroe"),
    ])
  func merged(one: String, other: String) {
    #expect(FoldedText(one, umlauts: .merged) == FoldedText(other, umlauts: .merged))
  }

  @Test("keeps short abbreviations apart though umlauts are merged")
  func shortWords() {
    #expect(FoldedText("AEG", umlauts: .merged).string == "aeg")
    #expect(FoldedText("Grün", umlauts: .bare).string == "grun")
  }

  @Test("of a folded text is itself", arguments: FoldedText.Umlauts.allCases)
  func idempotent(umlauts: FoldedText.Umlauts) {
    var random = SeededGenerator(seed: 7)
    let marks = Array("aeouäÄöüßøÅæœ.'’ -&/12ζΩшЩłŞ\u{308}\u{301}中😀x.y.")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in random.pick(marks) })
      let once = FoldedText(text, umlauts: umlauts)
      let twice = FoldedText(once.string, umlauts: umlauts)
      #expect(once == twice, "\(text)")
      #expect(once.words.allSatisfy { !$0.isEmpty })
    }
  }

  @Test("takes broken bytes as blanks and any length")
  func hostile() {
    #expect(FoldedText(utf8: [0x41, 0xFF, 0xC3, 0x42, 0xE2, 0x82]).string == "a b")
    #expect(FoldedText(String(repeating: "Ü.", count: 100_000)).bytes.count > 100_000)
  }
}
