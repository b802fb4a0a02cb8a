// SPDX-License-Identifier: Apache-2.0

/// How the bytes of a text file were written.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
}

/// A file's text as UTF-8 bytes, without a byte-order mark.
public struct DecodedText: Sendable {
  public var bytes: [UInt8]
  public var encoding: TextEncoding
  /// Whether every byte was text. If not, `bytes` still holds what was there (UTF-8), or U+FFFD in
  /// place of each broken unit (UTF-16), so that a reader can name the place.
  public var isValid: Bool

  /// Recognises UTF-8, UTF-16 (with a byte-order mark, or by its pattern of zero bytes) and, when
  /// `allowsWindows1252`, the Windows encoding of Western Europe for bytes that are not UTF-8.
  ///
  /// One pass over the bytes; UTF-8 without a mark is not copied.
  public init(_ raw: consuming [UInt8], allowsWindows1252: Bool = false) {
    if raw.starts(with: [0xFF, 0xFE]) {
      self = Self.utf16(raw.dropFirst(2), .utf16LittleEndian)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      self = Self.utf16(raw.dropFirst(2), .utf16BigEndian)
    } else if let guess = Self.guessUTF16(raw) {
      self = Self.utf16(raw[...], guess)
    } else {
      if raw.starts(with: [0xEF, 0xBB, 0xBF]) { raw.removeFirst(3) }
      let valid = Self.isText(raw, 0..<raw.count)
      if !valid, allowsWindows1252, !raw.contains(0) {
        self.init(bytes: Self.windows1252(raw), encoding: .windows1252, isValid: true)
      } else {
        self.init(bytes: raw, encoding: .utf8, isValid: valid)
      }
    }
  }

  private init(bytes: [UInt8], encoding: TextEncoding, isValid: Bool) {
    self.bytes = bytes
    self.encoding = encoding
    self.isValid = isValid
  }

  /// Whether a range holds well-formed UTF-8 without zero bytes.
  static func isText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 0 { return false }
        at += 1
        continue
      }
      let length: Int
      let lowest: UInt32
      var scalar: UInt32
      switch byte {
      case 0xC2...0xDF: (length, lowest, scalar) = (2, 0x80, UInt32(byte & 0x1F))
      case 0xE0...0xEF: (length, lowest, scalar) = (3, 0x800, UInt32(byte & 0x0F))
      case 0xF0...0xF4: (length, lowest, scalar) = (4, 0x10000, UInt32(byte & 0x07))
      default: return false
      }
      guard at + length <= range.upperBound else { return false }
      for next in at + 1..<at + length {
        guard bytes[next] & 0xC0 == 0x80 else { return false }
        scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
      }
      guard scalar >= lowest, Unicode.Scalar(scalar) != nil else { return false }
      at += length
    }
    return true
  }

  /// UTF-16 without a mark: Western text has a zero in nearly every second byte. A few characters
  /// (`Ā`, `😀`) have one in the other place.
  private static func guessUTF16(_ raw: [UInt8]) -> TextEncoding? {
    guard raw.count >= 4, raw.count.isMultiple(of: 2) else { return nil }
    let sample = raw.prefix(512)
    let evenZeros = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let oddZeros = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    let half = sample.count / 2
    if oddZeros * 10 >= half * 8, evenZeros * 10 <= half { return .utf16LittleEndian }
    if evenZeros * 10 >= half * 8, oddZeros * 10 <= half { return .utf16BigEndian }
    return nil
  }

  private static func utf16(_ raw: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Self {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    let units = stride(from: raw.startIndex, to: raw.endIndex - 1, by: 2).map { at in
      UInt16(raw[at + low]) | UInt16(raw[at + 1 - low]) << 8
    }
    var isValid = raw.count.isMultiple(of: 2) && !units.contains(0)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count)
    let hadErrors = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) { bytes.append($0) }
    if hadErrors { isValid = false }
    return Self(bytes: bytes, encoding: encoding, isValid: isValid)
  }

  private static func windows1252(_ raw: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in raw {
      let scalar = byte < 0x80 || byte >= 0xA0 ? UInt32(byte) : highControls[Int(byte) - 0x80]
      text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  /// Windows-1252 for 0x80…0x9F; the five unassigned bytes stay the control characters they are.
  private static let highControls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
