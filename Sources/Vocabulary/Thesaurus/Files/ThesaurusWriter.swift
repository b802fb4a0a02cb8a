// SPDX-License-Identifier: Apache-2.0
import Turtle

extension Thesaurus {
  /// The concepts as SKOS in Turtle, in the order of their ids, laid out as in the repository.
  public func turtle(_ scheme: ThesaurusScheme) -> String {
    ThesaurusWriter(scheme).text(of: concepts, header: ThesaurusWriter.header(scheme))
  }
}

/// Concepts as Turtle.
struct ThesaurusWriter {
  private let scheme: ThesaurusScheme
  private var graph = RDFGraph()
  private var nodes = 0

  init(_ scheme: ThesaurusScheme) { self.scheme = scheme }

  static func header(_ scheme: ThesaurusScheme) -> [String] {
    let what =
      switch scheme {
      case .capabilities: "what industry does, works with, makes and checks"
      case .procurement: "what public buyers ask for, in their words"
      }
    return [
      "SPDX-License-Identifier: Apache-2.0", "",
      "The \(scheme.rawValue) thesaurus of Tragwerk:", what + ".",
    ]
  }

  func text(of concepts: [Concept], header: [String]) -> String {
    var writer = self
    for concept in concepts { writer.add(concept) }
    return layout(header).text(of: writer.graph)
  }

  /// How files of the thesaurus are laid out.
  func layout(_ header: [String]) -> TurtleWriter {
    TurtleWriter(prefixes: prefixes, header: header, propertyOrder: Self.propertyOrder)
  }

  private var prefixes: [(name: String, iri: String)] {
    var prefixes = [(name: "", iri: scheme.namespace)]
    if scheme == .procurement { prefixes.append(("c", ThesaurusScheme.capabilities.namespace)) }
    prefixes += [("tw", ThesaurusTerms.own), ("skos", ThesaurusTerms.skos)]
    return prefixes
      + Concept.Scheme.allCases.map { ($0.rawValue, ThesaurusTerms.namespace($0)) }
  }

  private static let propertyOrder =
    [
      ThesaurusTerms.inScheme, ThesaurusTerms.prefLabel, ThesaurusTerms.altLabel,
      ThesaurusTerms.broader, ThesaurusTerms.making,
    ] + Concept.Relation.allCases.map(ThesaurusTerms.property)
    + [
      ThesaurusTerms.closeMatch, ThesaurusTerms.formerID, ThesaurusTerms.process,
      ThesaurusTerms.material, ThesaurusTerms.rank,
    ]

  /// An id with a colon is an IRI of its own.
  private func iri(_ id: String, _ scheme: ThesaurusScheme) -> RDFTerm {
    .iri(id.contains(":") ? id : scheme.namespace + id)
  }

  private mutating func add(_ concept: Concept) {
    let subject = iri(concept.id, scheme)
    func state(_ property: String, _ object: RDFTerm) { graph.add(subject, .iri(property), object) }
    state(RDFNames.type, .iri(ThesaurusTerms.concept))
    state(RDFNames.type, .iri(ThesaurusTerms.className(concept.kind)))
    state(ThesaurusTerms.inScheme, .iri(scheme.iri))
    state(ThesaurusTerms.prefLabel, .text(concept.label.german, "de"))
    state(ThesaurusTerms.prefLabel, .text(concept.label.english, "en"))
    for label in concept.otherLabels[.german] ?? [] {
      state(ThesaurusTerms.altLabel, .text(label, "de"))
    }
    for label in concept.otherLabels[.english] ?? [] {
      state(ThesaurusTerms.altLabel, .text(label, "en"))
    }
    for id in concept.broader { state(ThesaurusTerms.broader, iri(id, scheme)) }
    for relation in Concept.Relation.allCases {
      for related in concept.related where related.relation == relation {
        state(ThesaurusTerms.property(relation), iri(related.concept, scheme))
      }
    }
    for scheme in Concept.Scheme.allCases {
      for code in concept.codes[scheme] ?? [] {
        state(ThesaurusTerms.closeMatch, .iri(ThesaurusTerms.namespace(scheme) + code))
      }
    }
    for id in concept.formerIDs { state(ThesaurusTerms.formerID, .string(id)) }
    for (number, making) in concept.makings.enumerated() {
      nodes += 1
      let node = RDFTerm.blank("m\(nodes)")
      state(ThesaurusTerms.making, node)
      graph.add(node, .iri(ThesaurusTerms.process), iri(making.process, .capabilities))
      if let material = making.material {
        graph.add(node, .iri(ThesaurusTerms.material), iri(material, .capabilities))
      }
      graph.add(node, .iri(ThesaurusTerms.rank), .integer(number + 1))
    }
  }
}
