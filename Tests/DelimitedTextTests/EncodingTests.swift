// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

struct EncodingTests {
  static let text = "site,name\nS1,Köln – 7″ 😀\n"

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test(arguments: [
    (Array(text.utf8), TextEncoding.utf8),
    ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
    (utf16(text, bigEndian: false, mark: true), .utf16LittleEndian),
    (utf16(text, bigEndian: true, mark: true), .utf16BigEndian),
    (utf16(text, bigEndian: false, mark: false), .utf16LittleEndian),
    (utf16(text, bigEndian: true, mark: false), .utf16BigEndian),
  ])
  func everyEncodingGivesTheSameText(bytes: [UInt8], encoding: TextEncoding) {
    let decoded = DecodedText(bytes)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.text)
    #expect(decoded.encoding == encoding)
    #expect(decoded.isValid)
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func nothingButAMarkIsEmptyText(bytes: [UInt8]) {
    #expect(DecodedText(bytes).bytes.isEmpty)
    #expect(DecodedText(bytes).isValid)
  }

  @Test func windows1252IsReadWhereAllowed() {
    let bytes: [UInt8] = [0x4B, 0xF6, 0x6C, 0x6E, 0x20, 0x80, 0x20, 0x96, 0x20, 0x9F]
    let decoded = DecodedText(bytes, allowsWindows1252: true)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Köln € – Ÿ")
    #expect(decoded.encoding == .windows1252)
    #expect(decoded.isValid)
    let strict = DecodedText(bytes)
    #expect(strict.encoding == .utf8)
    #expect(!strict.isValid)
    #expect(strict.bytes == bytes)
  }

  @Test func everyWindows1252ByteIsText() {
    let bytes = [0xC3] + Array(UInt8(0x80)...0xFF)
    let decoded = DecodedText(bytes, allowsWindows1252: true)
    #expect(decoded.isValid)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).unicodeScalars.count == bytes.count)
  }

  @Test func utf8StaysUTF8WhereWindows1252IsAllowed() {
    let decoded = DecodedText(Array("Köln".utf8), allowsWindows1252: true)
    #expect(decoded.encoding == .utf8)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "Köln")
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC3, 0x28], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80],
      [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0x41, 0x00, 0x42], [0x00],
    ] as [[UInt8]])
  func brokenBytesAreNotText(bytes: [UInt8]) {
    // In front of a letter, so that none is taken for a mark or for UTF-16.
    let decoded = DecodedText([0x61] + bytes)
    #expect(!decoded.isValid)
    #expect(decoded.bytes == [0x61] + bytes)
    #expect(!DecodedText.isText(bytes, 0..<bytes.count))
  }

  @Test(arguments: ["a", "ä", "€", "😀", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}"])
  func wellFormedTextIsText(text: String) {
    let bytes = Array(text.utf8)
    #expect(DecodedText.isText(bytes, 0..<bytes.count))
    if bytes.count > 1 { #expect(!DecodedText.isText(bytes, 0..<bytes.count - 1)) }
  }

  @Test func brokenUTF16IsNoticed() {
    let odd: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x62]
    #expect(!DecodedText(odd).isValid)
    #expect(DecodedText(odd).bytes == [0x61])
    let loneSurrogate: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00]
    #expect(!DecodedText(loneSurrogate).isValid)
    #expect(String(decoding: DecodedText(loneSurrogate).bytes, as: UTF8.self) == "a\u{FFFD}b")
    let zero: [UInt8] = [0xFE, 0xFF, 0x00, 0x00]
    #expect(!DecodedText(zero).isValid)
  }
}
