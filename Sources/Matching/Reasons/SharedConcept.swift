// SPDX-License-Identifier: Apache-2.0
import Localization
import Vocabulary

/// What a need and a supplier share most, and the words it was read from on both sides.
struct SharedConcept {
  let feature: ConceptVector.Feature
  let label: LocalizedText
  let needed: TextProfile.Named?
  let offered: TextProfile.Named
  /// Whether the words of the supplier name the concept itself or a kind of it.
  let isNamed: Bool

  /// Sharing a material alone does not tell what a firm can do.
  var isTelling: Bool { [.process, .making, .product].contains(feature.kind) }

  /// Kinds by how much they say of what a firm can do.
  private static let worth: [ConceptVector.Feature.Kind: Double] = [
    .making: 1.6, .process: 1.2, .product: 1, .material: 0.15, .other: 0.1,
  ]

  /// The strongest three that rest on words of the supplier; if none of them tells what it can do, also
  /// one that does.
  static func strongest(_ reading: FeatureReading, _ supplier: SupplierProfile) -> [SharedConcept] {
    let index = reading.index
    let thesaurus = index.spellings.thesaurus
    let needed = Dictionary(
      uniqueKeysWithValues: reading.need.vector.features.map { ($0.feature, $0.weight) })
    let shared = supplier.vector.features.compactMap { feature, weight in
      needed[feature].map { other in
        let rarity = index.rarity(feature)
        return (feature, other * weight * rarity * rarity * (worth[feature.kind] ?? 0))
      }
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    guard !shared.isEmpty else { return [] }
    let sources = MentionVectors(supplier.named, thesaurus)
    var found: [SharedConcept] = []
    for (feature, _) in shared.prefix(24) {
      if found.count >= 3, found.contains(where: \.isTelling) { break }
      guard let offered = sources.source(of: feature) else { continue }
      if found.contains(where: { $0.offered.surface == offered.surface }) { continue }
      found.append(
        SharedConcept(
          feature: feature, label: label(feature, thesaurus),
          needed: reading.mentions.source(of: feature), offered: offered,
          isNamed: thesaurus.ancestors[offered.concept].contains {
            $0.concept == Int(feature.concept)
          }))
    }
    // What tells what a firm can do goes before a material it works with.
    return found.filter(\.isTelling) + found.filter { !$0.isTelling }
  }

  private static func label(
    _ feature: ConceptVector.Feature, _ thesaurus: Thesaurus
  ) -> LocalizedText {
    let concept = thesaurus.concepts[Int(feature.concept)].label
    guard feature.material >= 0 else { return concept }
    let material = thesaurus.concepts[Int(feature.material)].label
    return LocalizedText(
      de: "\(concept.german) (\(material.german))", en: "\(concept.english) (\(material.english))")
  }
}

/// What each mention of a text brings by itself, to find the words a feature of a vector came from.
struct MentionVectors: Sendable {
  private let mentions: [(named: TextProfile.Named, vector: ConceptVector)]

  init(_ named: [TextProfile.Named], _ thesaurus: Thesaurus) {
    mentions = named.map { mention in
      var builder = ConceptVectorBuilder(thesaurus)
      builder.add(TextProfile(named: [mention], quantities: [], language: .german))
      return (mention, builder.vector())
    }
  }

  /// The mention that brings most of a feature. A making may rest on two mentions: then the one that
  /// brings its process is the source.
  func source(of feature: ConceptVector.Feature) -> TextProfile.Named? {
    var best: (named: TextProfile.Named, weight: Double)?
    for (mention, vector) in mentions {
      var weight = 0.0
      for (other, worth) in vector.features {
        if other == feature {
          weight = worth
          break
        }
        if other.kind == .process, other.concept == feature.concept { weight = worth * 0.5 }
      }
      if weight > best?.weight ?? 0 { best = (mention, weight) }
    }
    return best?.named
  }
}
