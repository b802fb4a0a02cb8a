// SPDX-License-Identifier: Apache-2.0

/// Which characters may stand where (Turtle grammar, productions 163s to 172s).
enum TurtleCharacters {
  /// PN_CHARS_U or a digit: what names may begin with behind the colon.
  static let nameStart: [Bool] = (0..<128).map { (code: UInt8) in
    isLetter(code) || isDigit(code) || code == UInt8(ascii: "_")
  }

  /// PN_CHARS.
  static let name: [Bool] = (0..<128).map { (code: UInt8) in
    isLetter(code) || isDigit(code) || code == UInt8(ascii: "_") || code == UInt8(ascii: "-")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }

  /// PN_CHARS_BASE beyond ASCII.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// PN_CHARS beyond ASCII.
  static func isName(_ scalar: UInt32) -> Bool {
    isNameStart(scalar) || scalar == 0xB7 || (0x300...0x36F).contains(scalar)
      || (0x203F...0x2040).contains(scalar)
  }

  /// What a backslash may stand before in a name (PN_LOCAL_ESC).
  static let escapedInNames = Set("_~.-!$&'()*+,;=/?#@%".utf8)

  /// The scalar that begins at a byte of well-formed UTF-8, and its length.
  static func scalar(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
    let first = bytes[at]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for next in bytes[at + 1..<min(bytes.count, at + length)] {
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }

  /// Where a text stops being UTF-8, nil where it is UTF-8 throughout.
  static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
