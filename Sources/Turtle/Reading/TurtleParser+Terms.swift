// SPDX-License-Identifier: Apache-2.0

extension TurtleParser {
  mutating func object() throws(TurtleProblem) -> RDFTermID {
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal()
    case UInt8(ascii: "<"): return try iriReference()
    case UInt8(ascii: "["): return try propertyList()
    case UInt8(ascii: "("): return try collection()
    case UInt8(ascii: "_"): return try blankNode()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return try number()
    default:
      if let boolean = boolean() { return boolean }
      guard let name = try prefixedName() else { throw expected(.object) }
      return name
    }
  }

  private mutating func boolean() -> RDFTermID? {
    for (word, length) in [("true", 4), ("false", 5)]
    where peek == word.utf8.first && at + length <= bytes.count && isWordEnd(at + length)
      && bytes[at..<at + length].elementsEqual(word.utf8)
    {
      at += length
      return graph.table.number(
        .typed, names.boolean.rawValue, bytes, at - length..<at)
    }
    return nil
  }

  private mutating func number() throws(TurtleProblem) -> RDFTermID {
    let start = at
    if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
    let whole = skipDigits()
    var fraction = 0
    var type = names.integer
    // A dot behind a number ends the statement unless digits or an exponent follow.
    if peek == UInt8(ascii: "."),
      TurtleCharacters.isDigit(byte(at + 1)) || whole > 0 && isExponent(at + 1)
    {
      at += 1
      fraction = skipDigits()
      type = names.decimal
    }
    if whole + fraction > 0, isExponent(at) {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      _ = skipDigits()
      type = names.double
    }
    let next = byte(at)
    let isOver =
      next < 0x80 && !TurtleCharacters.isLetter(next) && next != UInt8(ascii: "_")
      && next != UInt8(ascii: ":")
    guard whole + fraction > 0, isOver else {
      throw TurtleProblem(start, .badNumber(excerpt(start)))
    }
    return graph.table.number(.typed, type.rawValue, bytes, start..<at)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while TurtleCharacters.isDigit(peek) { at += 1 }
    return at - start
  }

  /// `e5`, `E-5`.
  private func isExponent(_ offset: Int) -> Bool {
    guard byte(offset) | 0x20 == UInt8(ascii: "e") else { return false }
    let sign = byte(offset + 1)
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    return TurtleCharacters.isDigit(byte(offset + (isSigned ? 2 : 1)))
  }

  /// `[ … ]`: a new node with what is said of it.
  mutating func propertyList() throws(TurtleProblem) -> RDFTermID {
    try enter()
    at += 1
    let node = newBlankNode()
    skipBlanks()
    if peek != UInt8(ascii: "]") { try predicateObjectList(node) }
    try expect("]", .closingBracket)
    depth -= 1
    return node
  }

  /// `( … )`: a list, linked by `rdf:first` and `rdf:rest`.
  mutating func collection() throws(TurtleProblem) -> RDFTermID {
    try enter()
    at += 1
    var head = names.empty
    var last: RDFTermID?
    skipBlanks()
    while peek != UInt8(ascii: ")") {
      guard at < bytes.count else { throw expected(.closingBracket) }
      let offset = at
      let item = try object()
      let cell = newBlankNode()
      if let last { add(last, names.rest, cell, offset) } else { head = cell }
      add(cell, names.first, item, offset)
      last = cell
      skipBlanks()
    }
    if let last { add(last, names.rest, names.empty, at) }
    at += 1
    depth -= 1
    return head
  }

  private mutating func enter() throws(TurtleProblem) {
    depth += 1
    if depth > limits.depth { throw TurtleProblem(at, .tooDeep(limit: limits.depth)) }
  }
}
