// SPDX-License-Identifier: Apache-2.0

/// Writes graphs as Turtle that people read and version control compares: one statement group a
/// subject, subjects in the order of their names, properties in an order of one's own, values in the
/// order of the graph; lines up to 100 characters where words allow.
public struct TurtleWriter: Sendable {
  /// Prefixes in the order in which they are declared.
  public var prefixes: [(name: String, iri: String)]
  /// Lines of a comment at the top.
  public var header: [String]
  /// IRIs of properties that come first, in their order; `rdf:type` is always the first of all.
  public var propertyOrder: [String]
  /// Subjects that come before the others.
  public var leadingSubjects: [String]

  public init(
    prefixes: [(name: String, iri: String)] = [], header: [String] = [],
    propertyOrder: [String] = [], leadingSubjects: [String] = []
  ) {
    self.prefixes = prefixes
    self.header = header
    self.propertyOrder = propertyOrder
    self.leadingSubjects = leadingSubjects
  }

  /// The same text for the same graph. Statements made twice are written once.
  public func text(of graph: RDFGraph) -> String {
    var text = header.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    if !header.isEmpty { text += "\n" }
    for prefix in prefixes { text += "@prefix \(prefix.name): <\(prefix.iri)> .\n" }
    var writing = TurtleWriting(graph, self)
    writing.writeAll(into: &text)
    return text
  }
}

/// One graph being written.
struct TurtleWriting {
  static let width = 100

  let graph: RDFGraph
  let index: RDFSubjectIndex
  let terms: TurtleTermText
  private let leading: [RDFTermID]
  private let propertyRank: [RDFTermID: Int]
  /// Nodes written within the statement they are the value of.
  private var nested: Set<RDFTermID>
  private var isWritten: [Bool]
  private var labels: [RDFTermID: String] = [:]
  /// How many brackets are open; deeper nodes than `mostDepth` get labels.
  private var depth = 0
  private static let mostDepth = 32

  init(_ graph: RDFGraph, _ writer: TurtleWriter) {
    self.graph = graph
    index = RDFSubjectIndex(graph)
    terms = TurtleTermText(graph, writer.prefixes)
    leading = writer.leadingSubjects.compactMap(graph.iri)
    let order = ([RDFNames.type] + writer.propertyOrder).compactMap(graph.iri)
    propertyRank = Dictionary(zip(order, order.indices)) { first, _ in first }
    isWritten = [Bool](repeating: false, count: graph.termCount)
    var uses = [Int](repeating: 0, count: graph.termCount)
    for triple in Set(graph.triples) where graph.isBlank(triple.object) {
      uses[triple.object.index] += 1
    }
    nested = Set(
      (0..<graph.termCount).filter { uses[$0] == 1 }.map { RDFTermID($0) })
  }

  mutating func writeAll(into text: inout String) {
    let subjects = index.subjects
    let first = leading.filter { subjects.contains($0) }
    let named = subjects.filter { graph.isIRI($0) && !first.contains($0) }
      .map { ($0, graph.string($0)) }.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
    let blank = subjects.filter { graph.isBlank($0) && !nested.contains($0) }
    for subject in first + named.map(\.0) + blank { writeGroup(subject, into: &text) }
    // Nodes that are reached from each other alone.
    for subject in subjects where !isWritten[subject.index] {
      nested.remove(subject)
      writeGroup(subject, into: &text)
    }
  }

  private mutating func writeGroup(_ subject: RDFTermID, into text: inout String) {
    isWritten[subject.index] = true
    text += "\n" + name(subject)
    for (number, property) in properties(of: subject).enumerated() {
      text += number == 0 ? " " : " ;\n  "
      write(property, indent: 2, into: &text)
    }
    text += " .\n"
  }

  /// A property with its values, as many on a line as fit.
  private mutating func write(
    _ property: (predicate: RDFTermID, objects: [RDFTermID]), indent: Int, into text: inout String
  ) {
    let lead = terms.predicate(property.predicate)
    text += lead
    var column = Self.column(of: text)
    for (number, object) in property.objects.enumerated() {
      let value = self.text(of: object)
      let last = value.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
      let isShort = last.count == value.count
      if number > 0 { text += "," }
      // Behind the value stands a comma, or a blank and the mark of the end.
      if number > 0, column + value.count + 3 > Self.width || !isShort {
        text += "\n" + String(repeating: " ", count: indent + 2) + value
        column = isShort ? indent + 2 + value.count : last.count
      } else {
        text += " " + value
        column = isShort ? column + 1 + value.count + (number > 0 ? 1 : 0) : last.count
      }
    }
  }

  private static func column(of text: String) -> Int {
    text.utf8.suffix(400).reversed().prefix { $0 != 10 }.count { $0 & 0xC0 != 0x80 }
  }

  private mutating func name(_ term: RDFTermID) -> String {
    guard graph.isBlank(term) else { return terms.text(term) }
    if let label = labels[term] { return label }
    let label = "_:b\(labels.count + 1)"
    labels[term] = label
    return label
  }

  private mutating func text(of object: RDFTermID) -> String {
    guard graph.isBlank(object), nested.contains(object), !isWritten[object.index] else {
      return name(object)
    }
    guard depth < Self.mostDepth else {
      nested.remove(object)
      return name(object)
    }
    depth += 1
    defer { depth -= 1 }
    isWritten[object.index] = true
    if let items = items(from: object) {
      return "( " + items.map { text(of: $0) }.joined(separator: " ") + " )"
    }
    let properties = properties(of: object).map { property in
      terms.predicate(property.predicate) + " "
        + property.objects.map { text(of: $0) }.joined(separator: ", ")
    }
    return properties.isEmpty ? "[]" : "[ " + properties.joined(separator: " ; ") + " ]"
  }

  /// The items of a well-formed list nobody else refers into; nil where it is none.
  private mutating func items(from head: RDFTermID) -> [RDFTermID]? {
    guard let first = graph.iri(RDFNames.first), let rest = graph.iri(RDFNames.rest) else {
      return nil
    }
    var items: [RDFTermID] = []
    var cells = [head]
    while let cell = cells.last {
      let statements = properties(of: cell)
      guard statements.count == 2, let item = statements.first(where: { $0.predicate == first }),
        let next = statements.first(where: { $0.predicate == rest }), item.objects.count == 1,
        next.objects.count == 1
      else { return nil }
      items.append(item.objects[0])
      if next.objects[0] == graph.iri(RDFNames.empty) { break }
      guard nested.contains(next.objects[0]), !isWritten[next.objects[0].index],
        !cells.contains(next.objects[0])
      else { return nil }
      cells.append(next.objects[0])
    }
    for cell in cells { isWritten[cell.index] = true }
    return items
  }

  /// What is said of a subject, each property once.
  private func properties(
    of subject: RDFTermID
  ) -> [(predicate: RDFTermID, objects: [RDFTermID])] {
    var found: [(predicate: RDFTermID, objects: [RDFTermID])] = []
    for number in index[subject] {
      let triple = graph.triples[number]
      if let at = found.firstIndex(where: { $0.predicate == triple.predicate }) {
        if !found[at].objects.contains(triple.object) { found[at].objects.append(triple.object) }
      } else {
        found.append((triple.predicate, [triple.object]))
      }
    }
    return found.sorted { one, other in
      let ranks = (propertyRank[one.predicate] ?? .max, propertyRank[other.predicate] ?? .max)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      return graph.string(one.predicate).utf8.lexicographicallyPrecedes(
        graph.string(other.predicate).utf8)
    }
  }
}
