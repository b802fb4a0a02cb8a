// SPDX-License-Identifier: Apache-2.0

/// Reads RDF 1.1 Turtle (W3C Recommendation 2014), the whole grammar, from UTF-8.
///
/// One pass over the bytes, about 30 ns a byte or less. Behind a fault reading goes on at the next
/// statement, so that a file is mended in one go.
public struct TurtleReader: Sendable {
  /// What input from outside may ask for.
  public struct Limits: Sendable {
    /// Bytes of a file.
    public var bytes = 256 << 20
    /// How deep property lists and collections nest.
    public var depth = 128
    public var prefixes = 1000
    /// Faults told of one file.
    public var faults = 50

    public init() {}
  }

  public var limits = Limits()
  /// What relative IRIs are resolved against until the file says otherwise.
  public var base: String?

  public init(base: String? = nil, limits: Limits = Limits()) {
    self.base = base
    self.limits = limits
  }

  /// - Throws: every fault found, at least one, in the order of the file.
  public func read(_ bytes: [UInt8]) throws(TurtleError) -> TurtleDocument {
    guard bytes.count <= limits.bytes, bytes.count < Int(UInt32.max) else {
      throw TurtleError([TurtleFault(line: 1, column: 1, .tooLarge(limit: limits.bytes))])
    }
    if let broken = TurtleCharacters.firstBrokenByte(bytes) {
      throw TurtleError([TurtleLines(bytes).fault(TurtleProblem(broken, .notText))])
    }
    var parser = TurtleParser(bytes, base: base, limits)
    let problems = parser.document()
    guard problems.isEmpty else {
      let lines = TurtleLines(bytes)
      throw TurtleError(problems.map(lines.fault))
    }
    return parser.result()
  }
}

/// What a Turtle file says.
public struct TurtleDocument: Sendable {
  public let graph: RDFGraph
  /// Prefixes in the order of their names.
  public let prefixes: [(name: String, iri: String)]
  /// Of each statement where its object begins, in bytes.
  private let offsets: [UInt32]
  private let bytes: [UInt8]

  init(
    _ graph: RDFGraph, _ prefixes: [(name: String, iri: String)], _ offsets: [UInt32],
    _ bytes: [UInt8]
  ) {
    self.graph = graph
    self.prefixes = prefixes
    self.offsets = offsets
    self.bytes = bytes
  }

  /// The line, from 1, in which the object of each statement begins. Linear in the file.
  public func lines() -> [Int] {
    let lines = TurtleLines(bytes)
    return offsets.map { lines.place(Int($0)).line }
  }
}

/// Where lines begin.
struct TurtleLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (at, byte) in bytes.enumerated() where byte == 10 { starts.append(at + 1) }
    self.starts = starts
  }

  /// Line and column in characters, both from 1.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes[starts[low]..<min(offset, bytes.count)].count { $0 & 0xC0 != 0x80 }
    return (low + 1, column + 1)
  }

  func fault(_ problem: TurtleProblem) -> TurtleFault {
    let (line, column) = place(problem.offset)
    return TurtleFault(line: line, column: column, problem.kind)
  }
}
