// SPDX-License-Identifier: Apache-2.0

/// Numbers and strings.
extension JSONReader {
  mutating func number(_ path: JSONPath) throws(Problem) -> Double {
    let start = at
    func digits() -> Int {
      var end = at
      while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
      return end - at
    }
    _ = take("-")
    let whole = digits()
    let leadsWithZero = whole > 1 && bytes[at] == UInt8(ascii: "0")
    at += whole
    guard whole > 0, !leadsWithZero else { throw unexpected(path) }
    if take(".") {
      let fraction = digits()
      guard fraction > 0 else { throw unexpected(path) }
      at += fraction
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      let exponent = digits()
      guard exponent > 0 else { throw unexpected(path) }
      at += exponent
    }
    return Double(String(decoding: bytes[start..<at], as: UTF8.self)) ?? .nan
  }

  mutating func string(_ path: JSONPath) throws(Problem) -> String {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 32 { throw unexpected(path) }
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard at < bytes.count else { throw cutOff(path) }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(10)
      case UInt8(ascii: "t"): text.append(9)
      case UInt8(ascii: "r"): text.append(13)
      case UInt8(ascii: "b"): text.append(8)
      case UInt8(ascii: "f"): text.append(12)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
      case UInt8(ascii: "u"): text += Array(String(try escaped(path)).utf8)
      default: throw unexpected(path)
      }
    }
    throw cutOff(path)
  }

  /// The character of `\u00e4`, or of two such escapes that belong together.
  private mutating func escaped(_ path: JSONPath) throws(Problem) -> Unicode.Scalar {
    let first = try unit(path)
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw unexpected(path) }
      return scalar
    }
    guard bytes[at...].starts(with: "\\u".utf8) else { throw unexpected(path) }
    at += 2
    let second = try unit(path)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw unexpected(path) }
    return scalar
  }

  private mutating func unit(_ path: JSONPath) throws(Problem) -> UInt32 {
    guard at + 4 <= bytes.count else { throw cutOff(path) }
    let text = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    guard text.utf8.allSatisfy({ $0 != 43 && $0 != 45 }), let unit = UInt32(text, radix: 16) else {
      throw unexpected(path)
    }
    at += 4
    return unit
  }
}
