// SPDX-License-Identifier: Apache-2.0
import Turtle

/// Names of SKOS (W3C Recommendation 2009) and our own beyond them, as `terms.ttl` describes them.
enum ThesaurusTerms {
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let own = "urn:tragwerk:term:"

  static let concept = skos + "Concept"
  static let inScheme = skos + "inScheme"
  static let prefLabel = skos + "prefLabel"
  static let altLabel = skos + "altLabel"
  static let broader = skos + "broader"
  static let related = skos + "related"
  static let closeMatch = skos + "closeMatch"
  static let making = own + "making"
  static let process = own + "process"
  static let material = own + "material"
  static let rank = own + "rank"
  static let formerID = own + "formerID"

  /// Properties of SKOS that say nothing a thesaurus here is made of; they may stand in a file.
  static let ignored =
    Set(
      [
        "definition", "scopeNote", "note", "example", "changeNote", "editorialNote", "historyNote",
        "notation", "narrower", "topConceptOf", "hasTopConcept", "exactMatch", "broadMatch",
        "narrowMatch", "relatedMatch",
      ].map { skos + $0 })

  static func className(_ kind: Concept.Kind) -> String {
    own + kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }

  /// `A follows B` says of A that B precedes it: the statement is read from A, the relation of a
  /// concept names what the other one is to it.
  static func property(_ relation: Concept.Relation) -> String {
    switch relation {
    case .precedes: own + "follows"
    case .follows: own + "precedes"
    case .alternative: own + "alternative"
    case .partOf: own + "partOf"
    case .usedWith: own + "usedWith"
    }
  }

  static func namespace(_ scheme: Concept.Scheme) -> String { "urn:tragwerk:\(scheme.rawValue):" }
}

/// The thesauri there are.
public enum ThesaurusScheme: String, Sendable, CaseIterable {
  /// What industry does, works with, makes and checks.
  case capabilities
  /// What public buyers ask for.
  case procurement

  /// What the IRIs of its concepts begin with.
  public var namespace: String {
    switch self {
    case .capabilities: "urn:tragwerk:concept:"
    case .procurement: "urn:tragwerk:procurement:"
    }
  }

  var iri: String { ThesaurusTerms.own + rawValue }
}
