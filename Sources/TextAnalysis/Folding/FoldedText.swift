// SPDX-License-Identifier: Apache-2.0

/// What people write, in the one spelling that is compared: lower-case ASCII words with one blank
/// between them.
///
/// European Latin, Greek and Cyrillic letters are transliterated; letters of other scripts stay, in
/// lower case. Punctuation separates words, except that dotted initials are one word (`G.m.b.H.` is
/// `gmbh`), an apostrophe within a word joins (`Canon's` is `canons`) unless it elides an article
/// (`d'Orves` is `d orves`), and soft hyphens and other invisible marks vanish.
/// Folding a folded text changes nothing. Linear in the length of the text.
public struct FoldedText: Sendable, Hashable {
  /// What becomes of letters that German and Nordic writers spell out where they lack the key.
  public enum Umlauts: Sendable, CaseIterable {
    /// `ä` is `ae`, `ø` is `oe`, `å` is `aa`: how Germans and Danes spell it out.
    case spelledOut
    /// `ä` is `a`: how everybody else drops the dots.
    case bare
    /// `ä`, `ae` and `a` are all `a`, so that every way of writing it is the same.
    case merged
  }

  /// The folded text, UTF-8.
  public let bytes: [UInt8]

  public init(_ text: some StringProtocol, umlauts: Umlauts = .spelledOut) {
    self.init(utf8: Array(text.utf8), umlauts: umlauts)
  }

  /// - Parameter utf8: well-formed UTF-8; broken bytes separate words.
  public init(utf8: [UInt8], umlauts: Umlauts = .spelledOut) {
    let words = WordSplitting.words(Self.letters(utf8, umlauts))
    bytes = umlauts == .merged ? Self.merged(words) : words
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The words, in their order.
  public var words: [[UInt8]] {
    bytes.split(separator: UInt8(ascii: " ")).map(Array.init)
  }

  /// The words without blanks between them.
  public var joined: [UInt8] { bytes.filter { $0 != UInt8(ascii: " ") } }

  /// Letters and digits folded; dots and apostrophes kept as `.` and `'`, all other marks blank.
  private static func letters(_ utf8: [UInt8], _ umlauts: Umlauts) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(utf8.count + 8)
    var at = 0
    while at < utf8.count {
      let byte = utf8[at]
      if byte < 0x80 {
        letters.append(FoldingTable.ascii[Int(byte)])
        at += 1
      } else {
        let (scalar, length) = scalar(utf8, at)
        append(scalar, to: &letters, umlauts)
        at += length
      }
    }
    return letters
  }

  private static func append(_ scalar: UInt32, to letters: inout [UInt8], _ umlauts: Umlauts) {
    switch scalar {
    case 0x0308:  // A diaeresis behind its letter: a + ¨ is ä.
      if umlauts == .spelledOut, let last = letters.last, "aou".utf8.contains(last) {
        letters.append(UInt8(ascii: "e"))
      }
    case 0x0300...0x036F, 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF:
      break  // Other combining marks, and what nobody sees.
    case 0x2018, 0x2019, 0x00B4, 0x02BC, 0x02B9:
      letters.append(UInt8(ascii: "'"))
    case 0xFF01...0xFF5E:
      letters.append(FoldingTable.ascii[Int(scalar - 0xFEE0)])
    default:
      letters += FoldingTable.letters(for: scalar, umlauts)
    }
  }

  /// `ae`, `oe`, `ue`, `aa` become their first letter, but for words of up to three letters, which
  /// are often abbreviations: `AEG` is not `AG`.
  private static func merged(_ words: [UInt8]) -> [UInt8] {
    var merged: [UInt8] = []
    merged.reserveCapacity(words.count)
    for word in words.split(separator: UInt8(ascii: " ")) {
      if !merged.isEmpty { merged.append(UInt8(ascii: " ")) }
      merged += mergedWord(Array(word))
    }
    return merged
  }

  /// A word folded with umlauts spelled out as it is folded with umlauts merged.
  public static func mergedWord(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3 else { return word }
    var merged: [UInt8] = []
    merged.reserveCapacity(word.count)
    for letter in word {
      if let last = merged.last {
        if letter == UInt8(ascii: "e"), isSpelledOutVowel(last) { continue }
        if letter == UInt8(ascii: "a"), last == letter { continue }
      }
      merged.append(letter)
    }
    return merged
  }

  private static func isSpelledOutVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
  }

  private static func scalar(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
    let first = bytes[at]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + length <= bytes.count else { return (0x20, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for next in bytes[at + 1..<at + length] {
      guard next & 0xC0 == 0x80 else { return (0x20, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }
}
