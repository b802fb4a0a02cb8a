// SPDX-License-Identifier: Apache-2.0

/// Concepts with the ways between them.
public struct Thesaurus: Sendable {
  /// In the order given; indices of concepts refer to it.
  public let concepts: [Concept]
  private let indices: [String: Int]
  /// Of each concept the wider and the narrower ones.
  public let broader: [[Int]]
  public let narrower: [[Int]]
  /// Of each concept itself and all wider ones with the number of steps there, nearest first.
  public let ancestors: [[(concept: Int, steps: Int)]]

  /// - Parameter makingsIn: the thesaurus whose processes and materials the makings name, nil where
  ///   it is this one.
  /// - Throws: `ThesaurusError` naming every id that is used twice, every reference that leads
  ///   nowhere, and every concept that is wider than itself.
  public init(_ concepts: [Concept], makingsIn other: Thesaurus? = nil) throws(ThesaurusError) {
    var indices: [String: Int] = [:]
    var flaws: [ThesaurusError.Flaw] = []
    for (number, concept) in concepts.enumerated() {
      if indices.updateValue(number, forKey: concept.id) != nil {
        flaws.append(.duplicate(concept.id))
      }
    }
    for concept in concepts {
      for reference in concept.broader where indices[reference] == nil {
        flaws.append(.unknown(reference, in: concept.id))
      }
      for related in concept.related where indices[related.concept] == nil {
        flaws.append(.unknown(related.concept, in: concept.id))
      }
      for making in concept.makings {
        for reference in [making.process, making.material].compactMap(\.self)
        where other.map({ $0.index(of: reference) == nil }) ?? (indices[reference] == nil) {
          flaws.append(.unknown(reference, in: concept.id))
        }
      }
    }
    let broader = concepts.map { $0.broader.compactMap { indices[$0] } }
    let ancestors = broader.indices.map { Self.ancestors(of: $0, broader) }
    for (number, wider) in broader.enumerated()
    where wider.contains(where: { ancestors[$0].contains { $0.concept == number } }) {
      flaws.append(.cycle(concepts[number].id))
    }
    guard flaws.isEmpty else { throw ThesaurusError(flaws: flaws) }
    var narrower = [[Int]](repeating: [], count: concepts.count)
    for (number, wider) in broader.enumerated() {
      for other in wider { narrower[other].append(number) }
    }
    for (number, concept) in concepts.enumerated() {
      for id in concept.formerIDs where indices[id] == nil { indices[id] = number }
    }
    self.concepts = concepts
    self.indices = indices
    self.broader = broader
    self.narrower = narrower
    self.ancestors = ancestors
  }

  /// Also of an id that a concept had in earlier versions.
  public func index(of id: String) -> Int? { indices[id] }

  public subscript(id: String) -> Concept? { indices[id].map { concepts[$0] } }

  /// The concept and its wider ones, always by the first way up, the widest last.
  public func path(of id: String) -> [Concept] {
    guard var at = indices[id] else { return [] }
    var path = [concepts[at]]
    while let wider = broader[at].first {
      at = wider
      path.append(concepts[at])
    }
    return path
  }

  private static func ancestors(
    of concept: Int, _ broader: [[Int]]
  ) -> [(concept: Int, steps: Int)] {
    var found = [(concept: concept, steps: 0)]
    var at = 0
    while at < found.count {
      for wider in broader[found[at].concept]
      where !found.contains(where: { $0.concept == wider }) {
        found.append((wider, found[at].steps + 1))
      }
      at += 1
    }
    return found
  }
}

/// Why concepts make no thesaurus.
public struct ThesaurusError: Error, Sendable, Hashable {
  public enum Flaw: Sendable, Hashable {
    /// The id is used more than once.
    case duplicate(String)
    /// A concept refers to one that is not there.
    case unknown(String, in: String)
    /// A concept is wider than itself.
    case cycle(String)
  }

  public let flaws: [Flaw]

  public init(flaws: [Flaw]) { self.flaws = flaws }
}
