// SPDX-License-Identifier: Apache-2.0
import Localization
import TextAnalysis

/// Something industry does, works with, makes or checks: a concept of the thesaurus (SKOS,
/// W3C Recommendation 2009).
public struct Concept: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case process, material, product, component, service, test
    /// What is asked of a thing, or a standard it follows, that betrays what making it takes:
    /// `verzinkt`, `EN 1090`.
    case property
  }

  /// One way of making a thing, or of rendering a service: a process, and the material it works on.
  public struct Making: Sendable, Hashable {
    public let process: String
    public let material: String?

    public init(process: String, material: String? = nil) {
      self.process = process
      self.material = material
    }
  }

  /// How two concepts that are neither wider nor narrower have to do with each other.
  public enum Relation: String, Sendable, CaseIterable {
    /// Can stand in for it.
    case alternative
    /// Is usually done before it, or after it.
    case precedes, follows
    case partOf = "part_of"
    case usedWith = "used_with"
  }

  public struct Related: Sendable, Hashable {
    public let concept: String
    public let relation: Relation

    public init(concept: String, relation: Relation) {
      self.concept = concept
      self.relation = relation
    }
  }

  /// Classifications the concept is mapped to; codes are facts.
  public enum Scheme: String, Sendable, CaseIterable {
    /// Common Procurement Vocabulary 2008, eight digits.
    case cpv
    /// WZ 2008, down to class level NACE Rev. 2.
    case wz
    /// NATO supply group, two digits.
    case nsg
  }

  /// Stable, in snake case, as in `laser_cutting`.
  public let id: String
  public let kind: Kind
  public let label: LocalizedText
  /// Synonyms and trade words.
  public let otherLabels: [Language: [String]]
  /// Wider concepts.
  public let broader: [String]
  /// What making it takes, the most usual way first.
  public let makings: [Making]
  public let related: [Related]
  public let codes: [Scheme: [String]]
  /// What it was called in earlier versions; records that hold them keep their meaning.
  public let formerIDs: [String]

  public init(
    id: String, kind: Kind, label: LocalizedText, otherLabels: [Language: [String]] = [:],
    broader: [String] = [], makings: [Making] = [], related: [Related] = [],
    codes: [Scheme: [String]] = [:], formerIDs: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.otherLabels = otherLabels
    self.broader = broader
    self.makings = makings
    self.related = related
    self.codes = codes
    self.formerIDs = formerIDs
  }

  /// Every spelling in a language, the preferred one first.
  public func spellings(in language: Language) -> [String] {
    [language == .german ? label.german : label.english] + (otherLabels[language] ?? [])
  }
}
