// SPDX-License-Identifier: Apache-2.0
import Vocabulary

/// What a text or a declaration is about, as weights of features that two such vectors may share:
/// concepts with their wider ones, and pairs of process and material.
///
/// Sharing a wider concept counts less than sharing the concept itself, so that hierarchy needs no
/// search when vectors are compared. Features are sorted; weights are above 0.
public struct ConceptVector: Sendable, Hashable {
  public struct Feature: Sendable, Hashable, Comparable {
    public enum Kind: UInt8, Sendable, CaseIterable, Comparable {
      case process, material, making, product, other

      public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    public let kind: Kind
    /// The concept; of a making its process.
    public let concept: Int32
    /// Of a making its material, else -1.
    public let material: Int32

    public static func < (one: Self, other: Self) -> Bool {
      if one.kind != other.kind { return one.kind < other.kind }
      return one.concept != other.concept
        ? one.concept < other.concept : one.material < other.material
    }
  }

  public var features: [(feature: Feature, weight: Double)] = []

  public static func == (one: Self, other: Self) -> Bool {
    one.features.elementsEqual(other.features) {
      $0.feature == $1.feature && $0.weight == $1.weight
    }
  }

  public func hash(into hasher: inout Hasher) {
    for (feature, weight) in features {
      hasher.combine(feature)
      hasher.combine(weight)
    }
  }
}

/// Collects what a vector is made of.
public struct ConceptVectorBuilder {
  let thesaurus: Thesaurus
  let decay: Decay
  private(set) var weights: [ConceptVector.Feature: Double] = [:]

  /// How much of a weight is left a step up, and at an alternative.
  public struct Decay: Sendable {
    public init() {}
    public var process = 0.55
    public var material = 0.6
    public var product = 0.55
    public var alternative = 0.35
    /// Wider concepts further up are left out.
    public var mostSteps = 3
  }

  public init(_ thesaurus: Thesaurus, decay: Decay = Decay()) {
    self.thesaurus = thesaurus
    self.decay = decay
  }

  /// A process, a material, or one done to the other.
  public mutating func add(process: Int?, material: Int?, weight: Double) {
    let processes = process.map { spread($0, decay.process) } ?? []
    let materials = material.map { spread($0, decay.material) } ?? []
    for (concept, share) in processes { raise(.process, concept, -1, weight * share) }
    for (concept, share) in materials { raise(.material, concept, -1, weight * share) }
    for (concept, share) in processes {
      for (material, part) in materials {
        raise(.making, concept, material, weight * share * part)
      }
    }
  }

  public mutating func add(product: Int, weight: Double) {
    let kind: ConceptVector.Feature.Kind =
      switch thesaurus.concepts[product].kind {
      case .product, .component: .product
      case .process: .process
      case .material: .material
      case .service, .test, .property: .other
      }
    for (concept, share) in spread(product, decay.product) {
      raise(kind, concept, -1, weight * share)
    }
  }

  /// Two mentions of one thing say more than one, but not twice as much.
  private mutating func raise(
    _ kind: ConceptVector.Feature.Kind, _ concept: Int, _ material: Int, _ weight: Double
  ) {
    let feature = ConceptVector.Feature(
      kind: kind, concept: Int32(concept), material: Int32(material))
    let old = weights[feature] ?? 0
    weights[feature] = max(old, weight) + 0.25 * min(old, weight)
  }

  private func spread(_ concept: Int, _ decay: Double) -> [(Int, Double)] {
    var shares: [(Int, Double)] = []
    for (wider, steps) in thesaurus.ancestors[concept] where steps <= self.decay.mostSteps {
      var share = 1.0
      for _ in 0..<steps { share *= decay }
      shares.append((wider, share))
    }
    for related in thesaurus.concepts[concept].related where related.relation == .alternative {
      guard let other = thesaurus.index(of: related.concept),
        !shares.contains(where: { $0.0 == other })
      else { continue }
      shares.append((other, self.decay.alternative))
    }
    return shares
  }

  public func vector() -> ConceptVector {
    ConceptVector(
      features: weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
