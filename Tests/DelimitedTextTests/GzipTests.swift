// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Testing

@Suite("Gzip")
struct GzipTests {
  /// "id,name\n1,Glas\n" packed.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4C, 0xD1, 0xC9,
    0x4B, 0xCC, 0x4D, 0xE5, 0x32, 0xD4, 0x71, 0xCF, 0x49, 0x2C, 0xE6, 0x02, 0x00, 0x2F,
    0xC7, 0xB5, 0xE4, 0x0F, 0x00, 0x00, 0x00,
  ]
  private static let text = Array("id,name\n1,Glas\n".utf8)

  @Test("is unpacked, also several members behind one another")
  func unpacking() throws {
    #expect(GzipText.isGzip(Self.packed))
    #expect(try GzipText.unpack(Self.packed) == Self.text)
    #expect(try GzipText.unpack(Self.packed + Self.packed) == Self.text + Self.text)
  }

  @Test("that is cut short, damaged or too large is refused")
  func refusing() {
    #expect(throws: GzipText.Failure.cutShort) {
      try GzipText.unpack(Array(Self.packed.dropLast(9)))
    }
    var damaged = Self.packed
    damaged[12] ^= 0xFF
    damaged[14] ^= 0xFF
    #expect(throws: GzipText.Failure.self) { try GzipText.unpack(damaged) }
    #expect(throws: GzipText.Failure.tooLarge(8)) { try GzipText.unpack(Self.packed, limit: 8) }
    #expect(throws: GzipText.Failure.self) { try GzipText.unpack([0x1F, 0x8B]) }
  }
}
