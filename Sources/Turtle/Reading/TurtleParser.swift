// SPDX-License-Identifier: Apache-2.0

/// Statements of a Turtle text, read by recursive descent.
struct TurtleParser: ~Copyable {
  let bytes: [UInt8]
  let limits: TurtleReader.Limits
  var at = 0
  var graph = RDFGraph()
  var offsets: [UInt32] = []
  /// Names of prefixes with what they stand for.
  var prefixes: [(name: [UInt8], iri: [UInt8])] = []
  var base: [UInt8]?
  var depth = 0
  private var blankNodes = 0
  /// Letters of the term at hand where they differ from those in the text.
  var scratch: [UInt8] = []
  let names: Names

  /// Terms the grammar itself uses.
  struct Names {
    let type, first, rest, empty: RDFTermID
    let string, integer, decimal, double, boolean: RDFTermID

    init(_ graph: inout RDFGraph) {
      type = graph.number(.iri(RDFNames.type))
      first = graph.number(.iri(RDFNames.first))
      rest = graph.number(.iri(RDFNames.rest))
      empty = graph.number(.iri(RDFNames.empty))
      string = graph.number(.iri(RDFNames.xsd + "string"))
      integer = graph.number(.iri(RDFNames.xsd + "integer"))
      decimal = graph.number(.iri(RDFNames.xsd + "decimal"))
      double = graph.number(.iri(RDFNames.xsd + "double"))
      boolean = graph.number(.iri(RDFNames.xsd + "boolean"))
    }
  }

  /// - Parameter bytes: well-formed UTF-8.
  init(_ bytes: [UInt8], base: String?, _ limits: TurtleReader.Limits) {
    self.bytes = bytes
    self.base = base.map { Array($0.utf8) }
    self.limits = limits
    names = Names(&graph)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// Reads everything; what breaks the grammar is left out and told.
  mutating func document() -> [TurtleProblem] {
    var problems: [TurtleProblem] = []
    skipBlanks()
    while at < bytes.count, problems.count < limits.faults {
      let start = at
      do throws(TurtleProblem) {
        try statement()
      } catch {
        problems.append(error)
        depth = 0
        goToNextStatement(from: start)
      }
      skipBlanks()
    }
    return problems
  }

  consuming func result() -> TurtleDocument {
    let prefixes = prefixes.map {
      (name: String(decoding: $0.name, as: UTF8.self), iri: String(decoding: $0.iri, as: UTF8.self))
    }
    return TurtleDocument(graph, prefixes.sorted { $0.name < $1.name }, offsets, bytes)
  }

  /// Behind a fault: the next line that begins a statement, which is one without blanks before it,
  /// behind a line that ends one.
  private mutating func goToNextStatement(from start: Int) {
    var endsStatement = false
    var isLineStart = false
    at = max(at, start + 1)
    // The rest of the fault's own line tells whether it ended its statement.
    while at < bytes.count {
      let byte = bytes[at]
      if isLineStart, endsStatement, byte > 0x20, byte != UInt8(ascii: "#") { return }
      if byte == 10 {
        isLineStart = true
      } else {
        isLineStart = false
        if byte > 0x20 { endsStatement = byte == UInt8(ascii: ".") }
      }
      at += 1
    }
  }

  // MARK: Statements

  private mutating func statement() throws(TurtleProblem) {
    if try directive() { return }
    let subject: RDFTermID
    if peek == UInt8(ascii: "[") {
      subject = try propertyList()
      skipBlanks()
      if peek != UInt8(ascii: ".") { try predicateObjectList(subject) }
    } else {
      subject = try self.subject()
      try predicateObjectList(subject)
    }
    try expect(".", .dot)
  }

  private mutating func subject() throws(TurtleProblem) -> RDFTermID {
    switch peek {
    case UInt8(ascii: "("): return try collection()
    case UInt8(ascii: "_"): return try blankNode()
    case UInt8(ascii: "<"): return try iriReference()
    default:
      guard let name = try prefixedName() else { throw expected(.subject) }
      return name
    }
  }

  /// Ends before what is no part of the list.
  mutating func predicateObjectList(_ subject: RDFTermID) throws(TurtleProblem) {
    skipBlanks()
    var predicate = try self.predicate()
    while true {
      try objectList(subject, predicate)
      skipBlanks()
      guard peek == UInt8(ascii: ";") else { return }
      while peek == UInt8(ascii: ";") {
        at += 1
        skipBlanks()
      }
      // A semicolon may end the list.
      if peek == UInt8(ascii: ".") || peek == UInt8(ascii: "]") { return }
      predicate = try self.predicate()
    }
  }

  private mutating func predicate() throws(TurtleProblem) -> RDFTermID {
    if peek == UInt8(ascii: "<") { return try iriReference() }
    if peek == UInt8(ascii: "a"), isWordEnd(at + 1) {
      at += 1
      return names.type
    }
    guard let name = try prefixedName() else { throw expected(.predicate) }
    return name
  }

  private mutating func objectList(
    _ subject: RDFTermID, _ predicate: RDFTermID
  ) throws(TurtleProblem) {
    while true {
      skipBlanks()
      let offset = at
      let object = try self.object()
      add(subject, predicate, object, offset)
      skipBlanks()
      guard peek == UInt8(ascii: ",") else { return }
      at += 1
    }
  }

  mutating func add(
    _ subject: RDFTermID, _ predicate: RDFTermID, _ object: RDFTermID, _ offset: Int
  ) {
    graph.triples.append(RDFTriple(subject: subject, predicate: predicate, object: object))
    offsets.append(UInt32(offset))
  }

  /// Labels begin with a dot, which none in a text does.
  mutating func newBlankNode() -> RDFTermID {
    blankNodes += 1
    return graph.number(.blank("." + String(blankNodes)))
  }

  // MARK: Bytes

  /// The byte at hand, 0 at the end.
  var peek: UInt8 { at < bytes.count ? bytes[at] : 0 }

  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Blanks, line ends and comments.
  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "#"):
        while at < bytes.count, bytes[at] != 10, bytes[at] != 13 { at += 1 }
      default: return
      }
    }
  }

  /// Whether a word of letters ends before an offset.
  func isWordEnd(_ offset: Int) -> Bool {
    let next = byte(offset)
    return next < 0x80 && !TurtleCharacters.name[Int(next)] && next != UInt8(ascii: ":")
      && !(next == UInt8(ascii: ".") && continuesName(offset + 1))
  }

  private func continuesName(_ offset: Int) -> Bool {
    let next = byte(offset)
    return next >= 0x80 || TurtleCharacters.name[Int(next)] || next == UInt8(ascii: ":")
  }

  mutating func expect(
    _ character: Unicode.Scalar, _ expectation: TurtleFault.Expectation
  ) throws(TurtleProblem) {
    skipBlanks()
    guard peek == UInt8(ascii: character), at < bytes.count else { throw expected(expectation) }
    at += 1
  }

  func expected(_ expectation: TurtleFault.Expectation) -> TurtleProblem {
    TurtleProblem(at, .expected(expectation, found: excerpt(at)))
  }

  /// What stands somewhere, up to the next blank.
  func excerpt(_ start: Int, limit: Int = 24) -> String {
    guard start < bytes.count else { return "" }
    let text = bytes[start..<min(bytes.count, start + limit * 4)]
    let word = text.prefix { $0 > 0x20 }
    return String(
      String(decoding: word.isEmpty ? text.prefix(1) : word, as: UTF8.self).prefix(limit))
  }
}
