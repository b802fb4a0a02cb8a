// SPDX-License-Identifier: Apache-2.0

extension TurtleParser {
  /// A text in quotes, with its language or type.
  mutating func literal() throws(TurtleProblem) -> RDFTermID {
    let range = try quoted()
    // Texts without escapes are taken as they stand.
    let text = range == nil ? scratch : []
    switch peek {
    case UInt8(ascii: "@"):
      let tag = try languageTag()
      return number(.text, tag.rawValue, range, text)
    case UInt8(ascii: "^") where byte(at + 1) == UInt8(ascii: "^"):
      at += 2
      skipBlanks()
      let type: RDFTermID
      if peek == UInt8(ascii: "<") {
        type = try iriReference()
      } else {
        guard let name = try prefixedName() else { throw expected(.iri) }
        type = name
      }
      return number(.typed, type.rawValue, range, text)
    default: return number(.typed, names.string.rawValue, range, text)
    }
  }

  private mutating func number(
    _ kind: RDFTermTable.Kind, _ qualifier: UInt32, _ range: Range<Int>?, _ text: [UInt8]
  ) -> RDFTermID {
    if let range { return graph.table.number(kind, qualifier, bytes, range) }
    return graph.table.number(kind, qualifier, text, 0..<text.count)
  }

  /// Reads a quoted text: where its letters stand, or nil where escapes were resolved into `scratch`.
  private mutating func quoted() throws(TurtleProblem) -> Range<Int>? {
    let start = at
    let quote = bytes[at]
    let isLong = byte(at + 1) == quote && byte(at + 2) == quote
    if !isLong, byte(at + 1) == quote {
      at += 2
      return at - 1..<at - 1
    }
    at += isLong ? 3 : 1
    let first = at
    var hasEscapes = false
    var copied = first
    while at < bytes.count {
      let byte = bytes[at]
      if byte == quote {
        if !isLong || self.byte(at + 1) == quote && self.byte(at + 2) == quote {
          let end = at
          at += isLong ? 3 : 1
          guard hasEscapes else { return first..<end }
          scratch += bytes[copied..<end]
          return nil
        }
        at += 1
      } else if byte == UInt8(ascii: "\\") {
        if !hasEscapes { scratch.removeAll(keepingCapacity: true) }
        hasEscapes = true
        scratch += bytes[copied..<at]
        try escape()
        copied = at
      } else if !isLong, byte == 10 || byte == 13 {
        break
      } else {
        at += 1
      }
    }
    throw TurtleProblem(start, .openText)
  }

  /// `\n`, `\u00E4`: appended to `scratch`.
  private mutating func escape() throws(TurtleProblem) {
    let letter = byte(at + 1)
    let meant: UInt8? =
      switch letter {
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "r"): 13
      case UInt8(ascii: "f"): 12
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): letter
      default: nil
      }
    if let meant {
      scratch.append(meant)
      at += 2
    } else {
      scratch += Array(String(try unicodeEscape()).utf8)
    }
  }

  /// `\u` and four digits, `\U` and eight.
  mutating func unicodeEscape() throws(TurtleProblem) -> Unicode.Scalar {
    let start = at
    let length =
      switch byte(at + 1) {
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    var value: UInt32 = 0
    var isRight = length > 0
    for offset in start + 2..<start + 2 + length {
      guard let digit = TurtleCharacters.hexValue(byte(offset)), value < 0x1000_0000 else {
        isRight = false
        break
      }
      value = value << 4 | digit
    }
    guard isRight, let scalar = Unicode.Scalar(value) else {
      throw TurtleProblem(start, .badEscape(excerpt(start, limit: max(2, length + 2))))
    }
    at = start + 2 + length
    return scalar
  }

  private mutating func languageTag() throws(TurtleProblem) -> RDFTermID {
    let start = at + 1
    var end = start
    var partStart = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "-"), end > partStart {
        partStart = end + 1
      } else {
        let fits =
          TurtleCharacters.isLetter(byte) || partStart > start && TurtleCharacters.isDigit(byte)
        guard fits else { break }
      }
      end += 1
    }
    guard end > partStart else { throw expected(.languageTag) }
    at = end
    return graph.table.number(.language, 0, bytes, start..<end)
  }
}
