// SPDX-License-Identifier: Apache-2.0
import Turtle

/// Concepts out of the statements of a Turtle file.
///
/// A concept is what has the type `skos:Concept`, a kind or a label. Concepts of our namespaces are
/// known by what follows it, others by their whole IRI. Labels count in German and English.
struct ThesaurusReader {
  private enum Property {
    case type, prefLabel, altLabel, broader, making, closeMatch, formerID, ignored
    case related(Concept.Relation)
  }

  private let graph: RDFGraph
  private let index: RDFSubjectIndex
  private let lines: [Int]
  private var properties: [Property?]
  private var kinds: [RDFTermID: Concept.Kind] = [:]
  private let concept: RDFTermID?
  private let makingParts: (process: RDFTermID?, material: RDFTermID?, rank: RDFTermID?)
  private let schemes: [(scheme: Concept.Scheme, namespace: [UInt8])]
  /// Ids of terms once they were asked for.
  private var ids: [String?]

  private(set) var drafts: [ConceptDraft] = []
  private(set) var findings: [ThesaurusFinding] = []

  /// - Parameter locating: whether lines are to be known; costs a pass over the file.
  init(_ document: TurtleDocument, locating: Bool) {
    graph = document.graph
    index = RDFSubjectIndex(graph)
    lines = locating ? document.lines() : []
    properties = [Property?](repeating: nil, count: graph.termCount)
    ids = [String?](repeating: nil, count: graph.termCount)
    concept = graph.iri(ThesaurusTerms.concept)
    makingParts = (
      graph.iri(ThesaurusTerms.process), graph.iri(ThesaurusTerms.material),
      graph.iri(ThesaurusTerms.rank)
    )
    schemes = Concept.Scheme.allCases.map { ($0, Array(ThesaurusTerms.namespace($0).utf8)) }
    for kind in Concept.Kind.allCases {
      if let id = graph.iri(ThesaurusTerms.className(kind)) { kinds[id] = kind }
    }
    var known: [(String, Property)] = [
      (RDFNames.type, .type), (ThesaurusTerms.prefLabel, .prefLabel),
      (ThesaurusTerms.altLabel, .altLabel), (ThesaurusTerms.skos + "hiddenLabel", .altLabel),
      (ThesaurusTerms.broader, .broader), (ThesaurusTerms.related, .related(.usedWith)),
      (ThesaurusTerms.making, .making), (ThesaurusTerms.closeMatch, .closeMatch),
      (ThesaurusTerms.formerID, .formerID), (ThesaurusTerms.inScheme, .ignored),
    ]
    known += Concept.Relation.allCases.map { (ThesaurusTerms.property($0), .related($0)) }
    known += ThesaurusTerms.ignored.sorted().map { ($0, .ignored) }
    for (iri, property) in known {
      if let id = graph.iri(iri) { properties[id.index] = property }
    }
    for subject in index.subjects where isConcept(subject) { read(subject) }
  }

  /// Schemes, classes and properties are described too; they are no concepts.
  private func isConcept(_ subject: RDFTermID) -> Bool {
    guard graph.isIRI(subject) else { return false }
    let bytes = graph.bytes(subject)
    for scheme in ThesaurusScheme.allCases where bytes.starts(with: scheme.namespace.utf8) {
      return true
    }
    return index[subject].contains { number in
      let triple = graph.triples[number]
      guard case .type = properties[triple.predicate.index] else { return false }
      return triple.object == concept || kinds[triple.object] != nil
    }
  }

  private mutating func read(_ subject: RDFTermID) {
    let statements = index[subject]
    var draft = ConceptDraft(id(subject), line: line(statements.first))
    var makings: [(rank: Int, making: Concept.Making)] = []
    var isDescribed = false
    for number in statements {
      let object = graph.triples[number].object
      guard let property = properties[graph.triples[number].predicate.index] else {
        notice(unknown: graph.triples[number].predicate, number, draft.id)
        continue
      }
      switch property {
      case .ignored: break
      case .type:
        if let kind = kinds[object] { draft.kind = kind }
        guard object == concept else { break }
        if isDescribed {
          findings.append(ThesaurusFinding(.duplicateID, draft.id, line: line(number)))
        }
        isDescribed = true
      case .prefLabel, .altLabel: label(object, property, number, &draft)
      case .closeMatch: code(object, number, &draft)
      case .formerID:
        if graph.isLiteral(object) { draft.formerIDs.append(graph.string(object)) }
      case .making:
        if let making = making(object, number, draft.id) { makings.append(making) }
      case .broader, .related:
        guard graph.isIRI(object) else {
          findings.append(ThesaurusFinding(.noReference, draft.id, line: line(number)))
          break
        }
        if case .related(let relation) = property {
          draft.related.append(Concept.Related(concept: id(object), relation: relation))
        } else {
          draft.broader.append(id(object))
        }
      }
    }
    draft.makings = makings.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.making)
    drafts.append(draft)
  }

  private mutating func label(
    _ object: RDFTermID, _ property: Property, _ number: Int, _ draft: inout ConceptDraft
  ) {
    let isPreferred = if case .prefLabel = property { true } else { false }
    guard let language = graph.language(object)?.lowercased().prefix(while: { $0 != "-" }) else {
      findings.append(ThesaurusFinding(.labelWithoutLanguage, draft.id, line: line(number)))
      return
    }
    let text = graph.string(object)
    switch (language, isPreferred) {
    case ("de", true) where draft.german == nil: draft.german = text
    case ("en", true) where draft.english == nil: draft.english = text
    case ("de", true), ("en", true):
      findings.append(ThesaurusFinding(.secondLabel(text), draft.id, line: line(number)))
    case ("de", false): draft.otherGerman.append(text)
    case ("en", false): draft.otherEnglish.append(text)
    default: break
    }
  }

  private mutating func code(_ object: RDFTermID, _ number: Int, _ draft: inout ConceptDraft) {
    let bytes = graph.bytes(object)
    for (scheme, namespace) in schemes where bytes.starts(with: namespace) {
      let code = String(decoding: bytes.dropFirst(namespace.count), as: UTF8.self)
      draft.codes[scheme, default: []].append(code)
      return
    }
  }

  private mutating func making(
    _ node: RDFTermID, _ number: Int, _ id: String
  ) -> (rank: Int, making: Concept.Making)? {
    var process: String?
    var material: String?
    var rank = Int.max
    for statement in index[node] {
      let triple = graph.triples[statement]
      switch triple.predicate {
      case makingParts.process: process = self.id(triple.object)
      case makingParts.material: material = self.id(triple.object)
      case makingParts.rank: rank = Int(graph.string(triple.object)) ?? .max
      default: notice(unknown: triple.predicate, statement, id)
      }
    }
    guard let process else {
      findings.append(ThesaurusFinding(.makingWithoutProcess, id, line: line(number)))
      return nil
    }
    return (rank, Concept.Making(process: process, material: material))
  }

  /// A property of SKOS or of ours that nobody knows is a slip; others are other people's business.
  private mutating func notice(unknown property: RDFTermID, _ number: Int, _ id: String) {
    let iri = graph.string(property)
    guard iri.hasPrefix(ThesaurusTerms.skos) || iri.hasPrefix(ThesaurusTerms.own) else { return }
    findings.append(ThesaurusFinding(.unknownProperty(iri), id, line: line(number)))
  }

  private func line(_ number: Int?) -> Int {
    guard let number, number < lines.count else { return 0 }
    return lines[number]
  }

  /// Without the namespace where it is one of ours.
  private mutating func id(_ term: RDFTermID) -> String {
    if let id = ids[term.index] { return id }
    let bytes = graph.bytes(term)
    var id: String?
    for scheme in ThesaurusScheme.allCases where bytes.starts(with: scheme.namespace.utf8) {
      id = String(decoding: bytes.dropFirst(scheme.namespace.utf8.count), as: UTF8.self)
    }
    let text = id ?? graph.string(term)
    ids[term.index] = text
    return text
  }
}
