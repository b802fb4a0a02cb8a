// SPDX-License-Identifier: Apache-2.0

extension TurtleParser {
  /// `prefix:name`; nil where no such name begins here.
  mutating func prefixedName() throws(TurtleProblem) -> RDFTermID? {
    let start = at
    let colon = endOfPrefixName(at)
    guard byte(colon) == UInt8(ascii: ":") else { return nil }
    guard let prefix = prefix(start..<colon) else {
      throw TurtleProblem(
        start, .unknownPrefix(String(decoding: bytes[start..<colon], as: UTF8.self)))
    }
    scratch.removeAll(keepingCapacity: true)
    scratch += prefixes[prefix].iri
    at = colon + 1
    if !takePlainName() { try localName() }
    return graph.table.number(.iri, 0, scratch, 0..<scratch.count)
  }

  private func prefix(_ range: Range<Int>) -> Int? {
    for number in prefixes.indices where prefixes[number].name.count == range.count {
      let name = prefixes[number].name
      var isEqual = true
      for offset in 0..<range.count where name[offset] != bytes[range.lowerBound + offset] {
        isEqual = false
        break
      }
      if isEqual { return number }
    }
    return nil
  }

  /// The usual local name: ASCII letters, digits, `_`, `-` and colons, and no dot but that of the
  /// statement.
  private mutating func takePlainName() -> Bool {
    var end = at
    while end < bytes.count, bytes[end] < 0x80,
      TurtleCharacters.name[Int(bytes[end])] || bytes[end] == UInt8(ascii: ":")
    {
      end += 1
    }
    let next = byte(end)
    let isOver =
      next < 0x80 && next != UInt8(ascii: ".") && next != UInt8(ascii: "%")
      && next != UInt8(ascii: "\\")
    guard isOver, end == at || bytes[at] != UInt8(ascii: "-") else { return false }
    scratch += bytes[at..<end]
    at = end
    return true
  }

  /// PN_LOCAL, appended to `scratch` with its escapes resolved.
  private mutating func localName() throws(TurtleProblem) {
    let start = at
    /// Behind the last character that is no dot; dots at the end belong to no name.
    var end = at
    var letters = scratch.count
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "."):
        guard at > start else { return }
        scratch.append(byte)
        at += 1
        continue
      case UInt8(ascii: ":"):
        scratch.append(byte)
        at += 1
      case UInt8(ascii: "%"):
        guard TurtleCharacters.hexValue(self.byte(at + 1)) != nil,
          TurtleCharacters.hexValue(self.byte(at + 2)) != nil
        else { throw TurtleProblem(at, .badEscape(excerpt(at, limit: 3))) }
        scratch += bytes[at..<at + 3]
        at += 3
      case UInt8(ascii: "\\"):
        guard TurtleCharacters.escapedInNames.contains(self.byte(at + 1)) else {
          throw TurtleProblem(at, .badEscape(excerpt(at, limit: 2)))
        }
        scratch.append(bytes[at + 1])
        at += 2
      case 0..<0x80:
        let allowed = at == start ? TurtleCharacters.nameStart : TurtleCharacters.name
        guard allowed[Int(byte)] else {
          finishName(end, letters)
          return
        }
        scratch.append(byte)
        at += 1
      default:
        let (scalar, length) = TurtleCharacters.scalar(bytes, at)
        guard
          at == start ? TurtleCharacters.isNameStart(scalar) : TurtleCharacters.isName(scalar)
        else {
          finishName(end, letters)
          return
        }
        scratch += bytes[at..<at + length]
        at += length
      }
      end = at
      letters = scratch.count
    }
    finishName(end, letters)
  }

  private mutating func finishName(_ end: Int, _ letters: Int) {
    at = end
    scratch.removeLast(scratch.count - letters)
  }

  /// `_:label`.
  mutating func blankNode() throws(TurtleProblem) -> RDFTermID {
    guard byte(at + 1) == UInt8(ascii: ":") else { throw expected(.subject) }
    let start = at + 2
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        let isDot = byte == UInt8(ascii: ".") && end > start
        let allowed = end == start ? TurtleCharacters.nameStart : TurtleCharacters.name
        guard allowed[Int(byte)] || isDot else { break }
        end += 1
      } else {
        let (scalar, length) = TurtleCharacters.scalar(bytes, end)
        guard end == start ? TurtleCharacters.isNameStart(scalar) : TurtleCharacters.isName(scalar)
        else { break }
        end += length
      }
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > start else { throw expected(.subject) }
    at = end
    return graph.table.number(.blank, 0, bytes, start..<end)
  }

  /// `<…>` as a term.
  mutating func iriReference() throws(TurtleProblem) -> RDFTermID {
    let start = at + 1
    var end = start
    // The usual case: nothing to resolve.
    while end < bytes.count, Self.isPlainInIRI[Int(bytes[end])] { end += 1 }
    if byte(end) == UInt8(ascii: ">"), IRIReference.isAbsolute(bytes, start..<end) {
      at = end + 1
      return graph.table.number(.iri, 0, bytes, start..<end)
    }
    let iri = try resolvedIRI()
    return graph.table.number(.iri, 0, iri, 0..<iri.count)
  }

  /// `<…>` with escapes resolved, made absolute.
  mutating func resolvedIRI() throws(TurtleProblem) -> [UInt8] {
    let start = at
    at += 1
    scratch.removeAll(keepingCapacity: true)
    while true {
      guard at < bytes.count, bytes[at] != 10, bytes[at] != 13 else {
        throw TurtleProblem(start, .openIRI)
      }
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\\") {
        let escape = at
        let scalar = try unicodeEscape()
        guard scalar.value > 0x20, scalar.value >= 0x80 || Self.isPlainInIRI[Int(scalar.value)]
        else { throw TurtleProblem(escape, .badIRICharacter(String(Character(scalar)))) }
        scratch += Array(String(scalar).utf8)
      } else {
        guard Self.isPlainInIRI[Int(byte)] else {
          throw TurtleProblem(
            at, .badIRICharacter(String(decoding: bytes[at...at], as: UTF8.self)))
        }
        scratch.append(byte)
        at += 1
      }
    }
    at += 1
    if IRIReference.isAbsolute(scratch, 0..<scratch.count) { return scratch }
    guard let base else {
      throw TurtleProblem(
        start, .relativeWithoutBase(String(String(decoding: scratch, as: UTF8.self).prefix(60))))
    }
    return IRIReference.resolve(scratch, base: base)
  }

  private static let isPlainInIRI: [Bool] = (0..<256).map { code in
    code > 0x20 && !"<>\"{}|^`\\".utf8.contains(UInt8(code))
  }
}
