// SPDX-License-Identifier: Apache-2.0
import Localization
import Vocabulary

/// Which processes occur together in the suppliers of an index.
struct ProcessSpace: Sendable {
  /// Concepts of the thesaurus by capability.
  private let concepts: [Int]
  private let numbers: [Int32: Int]
  private(set) var capabilities: CapabilitySpace

  init(_ thesaurus: Thesaurus) {
    concepts = thesaurus.concepts.indices.filter { thesaurus.concepts[$0].kind == .process }
    numbers = Dictionary(
      uniqueKeysWithValues: concepts.enumerated().map { (Int32($0.element), $0.offset) })
    capabilities = CapabilitySpace(capabilityCount: concepts.count)
  }

  /// Wider processes than the one named, and those a product may take in place of others, count as
  /// long as this much of their weight is left.
  private static let leastWeight = 0.2

  /// The processes a supplier names or its products take, in ascending order.
  private func shown(_ vector: ConceptVector) -> [Int] {
    vector.features.compactMap {
      $0.feature.kind == .process && $0.weight >= Self.leastWeight
        ? numbers[$0.feature.concept] : nil
    }
  }

  mutating func insert(_ vector: ConceptVector) { capabilities.insert(shown(vector)) }

  mutating func remove(_ vector: ConceptVector) { capabilities.remove(shown(vector)) }

  /// Two processes of which a supplier shows the one, and a need takes the other.
  struct Way: Sendable, Hashable {
    /// Concepts of the thesaurus.
    let shown: Int
    let wanted: Int
  }

  /// Why the one makes the other likely; nil where nobody does both.
  func reason(_ way: Way, _ thesaurus: Thesaurus) -> LocalizedText? {
    guard let known = numbers[Int32(way.shown)], let other = numbers[Int32(way.wanted)] else {
      return nil
    }
    return capabilities.reason(known: known, other: other) {
      thesaurus.concepts[concepts[$0]].label
    }
  }

  /// What a need takes, held against what suppliers show.
  struct Wanted: Sendable {
    private let space: ProcessSpace
    /// What is wanted how much, in ascending order, and how near each capability is to it.
    private let wanted: [(capability: Int, weight: Double, proximities: [Double])]

    init(_ need: ConceptVector, _ space: ProcessSpace, rarity: (ConceptVector.Feature) -> Double) {
      self.space = space
      let capabilities = space.capabilities
      wanted = need.features.compactMap { feature, weight in
        guard feature.kind == .process, let number = space.numbers[feature.concept] else {
          return nil
        }
        let near = (0..<capabilities.capabilityCount).map { capabilities.proximity(number, $0) }
        return (number, weight * rarity(feature), near)
      }
    }

    /// 0…1: how near to each wanted process the nearest is that a supplier shows; 1 where it shows
    /// all of them, 0 where nothing is wanted.
    func nearness(_ supplier: ConceptVector) -> Double {
      let shown = space.shown(supplier)
      var (sum, all) = (0.0, 0.0)
      for (_, weight, proximities) in wanted {
        var best = 0.0
        for capability in shown { best = max(best, proximities[capability]) }
        sum += weight * best
        all += weight
      }
      return all > 0 ? sum / all : 0
    }

    /// The two processes, not the same, that bring a supplier nearest; nil where nothing does.
    func nearestWay(_ supplier: ConceptVector) -> Way? {
      let shown = space.shown(supplier)
      var best: (worth: Double, shown: Int, wanted: Int)?
      for (capability, weight, proximities) in wanted where !shown.contains(capability) {
        for other in shown where weight * proximities[other] > best?.worth ?? 0 {
          best = (weight * proximities[other], other, capability)
        }
      }
      return best.map { Way(shown: space.concepts[$0.shown], wanted: space.concepts[$0.wanted]) }
    }
  }
}
