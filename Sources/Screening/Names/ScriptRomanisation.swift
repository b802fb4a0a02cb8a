// SPDX-License-Identifier: Apache-2.0

/// Letters of Arabic, Hebrew, Armenian, Georgian and Korean script in Latin ones.
///
/// Latin, Greek and Cyrillic are folded by `Vocabulary`. The tables give the commonest sound of each
/// letter (after the ALA-LC and BGN/PCGN systems, without their marks); Hangul is taken apart by the
/// arithmetic of Unicode (chapter 3.12) and written in the Revised Romanisation. Arabic and Hebrew
/// leave short vowels unwritten: names from them are called skeletal and compared by consonants.
/// Other scripts pass unchanged: they compare with themselves.
enum ScriptRomanisation {
  static func romanised(_ text: String) -> (text: String, isSkeletal: Bool) {
    guard text.utf8.contains(where: { $0 >= 0xD4 }) else { return (text, false) }
    var result = String.UnicodeScalarView()
    var isSkeletal = false
    for scalar in text.unicodeScalars {
      if let latin = abjad[scalar.value] {
        isSkeletal = true
        result.append(contentsOf: latin.unicodeScalars)
      } else if let latin = alphabets[scalar.value] {
        result.append(contentsOf: latin.unicodeScalars)
      } else if (0xAC00...0xD7A3).contains(scalar.value) {
        result.append(contentsOf: hangul(Int(scalar.value) - 0xAC00).unicodeScalars)
      } else if !isUnwritten(scalar.value) {
        result.append(scalar)
      }
    }
    return (String(result), isSkeletal)
  }

  /// Consonants of a romanised word as an abjad would write them: vowels gone, sounds that share a
  /// letter there made one, doubled letters single.
  static func skeleton(_ letters: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    for (at, letter) in letters.enumerated() {
      let sound: UInt8
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        continue
      case UInt8(ascii: "w"), UInt8(ascii: "h"):
        if at > 0 { continue }
        sound = letter
      case UInt8(ascii: "p"): sound = UInt8(ascii: "b")
      case UInt8(ascii: "v"): sound = UInt8(ascii: "f")
      case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "g"): sound = UInt8(ascii: "k")
      case UInt8(ascii: "z"): sound = UInt8(ascii: "s")
      default: sound = letter
      }
      if skeleton.last != sound { skeleton.append(sound) }
    }
    return skeleton
  }

  /// Vowel marks of Arabic and Hebrew, and the stroke that lengthens an Arabic word.
  private static func isUnwritten(_ scalar: UInt32) -> Bool {
    (0x064B...0x065F).contains(scalar) || scalar == 0x0670 || scalar == 0x0640
      || (0x0591...0x05C7).contains(scalar)
  }

  private static func hangul(_ syllable: Int) -> String {
    let initials = [
      "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
      "h",
    ]
    let vowels = [
      "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
      "wi", "yu", "eu", "ui", "i",
    ]
    let finals = [
      "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
      "t", "t", "ng", "t", "t", "k", "t", "p", "t",
    ]
    return initials[syllable / 588] + vowels[syllable % 588 / 28] + finals[syllable % 28]
  }

  private static let abjad = table([
    // Arabic, with the further letters of Persian, Urdu and Pashto.
    (
      "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y"
    ),
    (
      "آأإىئؤءةپچژگکیےہھںٹڈڑۀېڼښټډړږ",
      "a a i a y w - a p ch zh g k y y h h n t d r h e n sh t d r zh"
    ),
    // Hebrew, final forms last.
    ("אבגדהוזחטיכלמנסעפצקרשת", "a b g d h v z h t y k l m n s a p ts k r sh t"),
    ("ךםןףץ", "k m n f ts"),
  ])

  private static let alphabets = table([
    (
      "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
      "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
    ),
    (
      "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
      "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f"
    ),
    (
      "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ",
      "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f"
    ),
  ])

  private static func table(_ rows: [(letters: String, latin: String)]) -> [UInt32: String] {
    var table: [UInt32: String] = [:]
    for row in rows {
      let latin = row.latin.split(separator: " ")
      let letters = Array(row.letters.unicodeScalars)
      precondition(letters.count == latin.count, "Every letter of \(row.letters) has its sound")
      for (letter, sound) in zip(letters, latin) {
        table[letter.value] = sound == "-" ? "" : String(sound)
      }
    }
    return table
  }
}
