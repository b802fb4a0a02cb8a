// SPDX-License-Identifier: Apache-2.0

extension TurtleParser {
  /// `@prefix`, `@base`, and both as SPARQL writes them; false where something else stands there.
  mutating func directive() throws(TurtleProblem) -> Bool {
    if peek == UInt8(ascii: "@") {
      if takeWord("@prefix") {
        try prefixDirective()
      } else if takeWord("@base") {
        try baseDirective()
      } else {
        throw expected(.subject)
      }
      try expect(".", .dot)
      return true
    }
    if takeWord("prefix", anyCase: true) {
      try prefixDirective()
      return true
    }
    if takeWord("base", anyCase: true) {
      try baseDirective()
      return true
    }
    return false
  }

  private mutating func takeWord(_ word: StaticString, anyCase: Bool = false) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count, isWordEnd(at + count) else { return false }
    let found = String(decoding: bytes[at..<at + count], as: UTF8.self)
    guard (anyCase ? found.lowercased() : found) == "\(word)" else { return false }
    at += count
    return true
  }

  private mutating func prefixDirective() throws(TurtleProblem) {
    skipBlanks()
    let start = at
    let colon = endOfPrefixName(at)
    guard byte(colon) == UInt8(ascii: ":") else { throw expected(.prefixName) }
    let name = Array(bytes[start..<colon])
    at = colon + 1
    skipBlanks()
    guard peek == UInt8(ascii: "<") else { throw expected(.iri) }
    let iri = try resolvedIRI()
    if let known = prefixes.firstIndex(where: { $0.name == name }) {
      prefixes[known].iri = iri
    } else {
      guard prefixes.count < limits.prefixes else {
        throw TurtleProblem(start, .tooManyPrefixes(limit: limits.prefixes))
      }
      prefixes.append((name, iri))
    }
  }

  private mutating func baseDirective() throws(TurtleProblem) {
    skipBlanks()
    guard peek == UInt8(ascii: "<") else { throw expected(.iri) }
    base = try resolvedIRI()
  }

  /// Where the letters of a prefix end: behind PN_PREFIX, which may be empty.
  func endOfPrefixName(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte < 0x80 {
        guard TurtleCharacters.name[Int(byte)] || byte == UInt8(ascii: ".") else { break }
        // The first is a letter; the others may be digits, marks and dots.
        if end == start, !TurtleCharacters.isLetter(byte) { break }
        end += 1
      } else {
        let (scalar, length) = TurtleCharacters.scalar(bytes, end)
        guard
          end == start
            ? TurtleCharacters.isNameStart(scalar) : TurtleCharacters.isName(scalar)
        else { break }
        end += length
      }
    }
    // A dot cannot be the last.
    while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }
}
