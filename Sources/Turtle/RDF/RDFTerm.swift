// SPDX-License-Identifier: Apache-2.0

/// What statements are made of (RDF 1.1 Concepts and Abstract Syntax, W3C Recommendation 2014).
public enum RDFTerm: Sendable, Hashable {
  case iri(String)
  /// A node without a name; the label means something within its graph alone.
  case blank(String)
  case literal(String, RDFLiteralType)

  /// A text in a language.
  public static func text(_ text: String, _ language: String) -> Self {
    .literal(text, .language(language))
  }

  public static func integer(_ value: Int) -> Self {
    .literal(String(value), .datatype(RDFNames.xsd + "integer"))
  }

  public static func string(_ text: String) -> Self {
    .literal(text, .datatype(RDFNames.xsd + "string"))
  }
}

/// What a literal is: a text in a language, or a value of a type.
public enum RDFLiteralType: Sendable, Hashable {
  /// A language tag (BCP 47) as written.
  case language(String)
  /// The type's IRI; `xsd:string` where none was written.
  case datatype(String)
}

/// A term's number in its graph, from 0 up in the order in which terms appeared.
public struct RDFTermID: Sendable, Hashable, Comparable {
  public let rawValue: UInt32

  init(_ index: Int) { rawValue = UInt32(index) }

  public var index: Int { Int(rawValue) }

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// A statement.
public struct RDFTriple: Sendable, Hashable {
  public let subject: RDFTermID
  public let predicate: RDFTermID
  public let object: RDFTermID
}

/// Names that Turtle itself uses.
public enum RDFNames {
  public static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  public static let xsd = "http://www.w3.org/2001/XMLSchema#"
  public static let type = rdf + "type"
  public static let first = rdf + "first"
  public static let rest = rdf + "rest"
  public static let empty = rdf + "nil"
}
