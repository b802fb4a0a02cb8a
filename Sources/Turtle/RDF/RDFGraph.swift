// SPDX-License-Identifier: Apache-2.0

/// Statements over terms that are numbered, each term once.
///
/// Statements keep the order in which they came, and come as often as they were written. Texts of
/// terms are made when they are asked for.
public struct RDFGraph: Sendable {
  public internal(set) var triples: [RDFTriple] = []
  var table = RDFTermTable()

  public init() {}

  public var termCount: Int { table.count }

  public mutating func add(_ subject: RDFTerm, _ predicate: RDFTerm, _ object: RDFTerm) {
    let subject = number(subject)
    let predicate = number(predicate)
    triples.append(RDFTriple(subject: subject, predicate: predicate, object: number(object)))
  }

  public func term(_ id: RDFTermID) -> RDFTerm {
    let text = table.string(id.index)
    let qualifier = Int(table.qualifiers[id.index])
    return switch table.kinds[id.index] {
    case .iri, .language: .iri(text)
    case .blank: .blank(text)
    case .text: .literal(text, .language(table.string(qualifier)))
    case .typed: .literal(text, .datatype(table.string(qualifier)))
    }
  }

  /// The IRI, the label or the literal's text.
  public func string(_ id: RDFTermID) -> String { table.string(id.index) }

  /// The same as UTF-8; valid while the graph stays as it is.
  public func bytes(_ id: RDFTermID) -> ArraySlice<UInt8> { table.bytes(id.index) }

  public func isIRI(_ id: RDFTermID) -> Bool { table.kinds[id.index] == .iri }

  public func isBlank(_ id: RDFTermID) -> Bool { table.kinds[id.index] == .blank }

  public func isLiteral(_ id: RDFTermID) -> Bool { !isIRI(id) && !isBlank(id) }

  /// The language tag of a text, nil for everything else.
  public func language(_ id: RDFTermID) -> String? {
    guard table.kinds[id.index] == .text else { return nil }
    return table.string(Int(table.qualifiers[id.index]))
  }

  /// The number of an IRI, nil where no statement knows it.
  public func iri(_ text: String) -> RDFTermID? { table.find(.iri, 0, Array(text.utf8)) }

  /// The number of a term, which is added where it is new.
  mutating func number(_ term: RDFTerm) -> RDFTermID {
    switch term {
    case .iri(let text): return number(.iri, 0, text)
    case .blank(let label): return number(.blank, 0, label)
    case .literal(let text, .language(let tag)):
      return number(.text, number(.language, 0, tag).rawValue, text)
    case .literal(let text, .datatype(let type)):
      return number(.typed, number(.iri, 0, type).rawValue, text)
    }
  }

  private mutating func number(
    _ kind: RDFTermTable.Kind, _ qualifier: UInt32, _ text: String
  ) -> RDFTermID {
    let bytes = Array(text.utf8)
    return table.number(kind, qualifier, bytes, 0..<bytes.count)
  }
}

/// The statements of a graph by their subject, in the order they have in the graph. Linear.
public struct RDFSubjectIndex: Sendable {
  private let starts: [Int]
  private let numbers: [Int]
  /// Subjects in the order in which they first appear.
  public let subjects: [RDFTermID]

  public init(_ graph: RDFGraph) {
    var starts = [Int](repeating: 0, count: graph.termCount + 1)
    for triple in graph.triples { starts[triple.subject.index + 1] += 1 }
    for term in 0..<graph.termCount { starts[term + 1] += starts[term] }
    var next = starts
    var numbers = [Int](repeating: 0, count: graph.triples.count)
    var subjects: [RDFTermID] = []
    for (number, triple) in graph.triples.enumerated() {
      let subject = triple.subject.index
      if next[subject] == starts[subject] { subjects.append(triple.subject) }
      numbers[next[subject]] = number
      next[subject] += 1
    }
    self.starts = starts
    self.numbers = numbers
    self.subjects = subjects
  }

  /// The numbers of the statements about a term.
  public subscript(subject: RDFTermID) -> ArraySlice<Int> {
    numbers[starts[subject.index]..<starts[subject.index + 1]]
  }
}
