// SPDX-License-Identifier: Apache-2.0
import Vocabulary

extension ConceptVectorBuilder {
  /// How much what is made counts of the ways it is usually made, the first, the second …
  static let makingShares: [Double] = [1, 0.7, 0.5, 0.4, 0.3]
  /// Bought in is not made, but known.
  static let boughtInShare = 0.25

  /// What the texts name, and what making it takes.
  ///
  /// A process named in words goes with the materials named in the same sentence, else with any of
  /// the text. A material named in words is preferred to the one a product is usually of.
  ///
  /// - Parameter cues: how much properties count, which only hint at how a thing is made.
  public mutating func add(_ profile: TextProfile, weight: Double = 1, cues: Double = 1) {
    let materials = profile.named.filter { thesaurus.concepts[$0.concept].kind == .material }
    for named in profile.named {
      let concept = thesaurus.concepts[named.concept]
      var strength = weight * named.strength * (named.isBoughtIn ? Self.boughtInShare : 1)
      if concept.kind == .property { strength *= cues }
      switch concept.kind {
      case .process:
        let near = materials.filter { $0.sentence == named.sentence }
        let fitting = near.isEmpty ? materials : near
        if fitting.isEmpty {
          add(process: named.concept, material: nil, weight: strength)
        } else {
          for material in fitting {
            add(
              process: named.concept, material: material.concept,
              weight: strength * (near.isEmpty ? 0.6 : 1) / Double(fitting.count).squareRoot())
          }
        }
      case .material:
        add(process: nil, material: named.concept, weight: strength)
      case .product, .component, .service, .test, .property:
        add(product: named.concept, weight: strength)
        addMakings(of: named.concept, strength: strength)
      }
    }
  }

  /// The product's own makings, else those of the nearest wider product.
  private mutating func addMakings(of product: Int, strength: Double) {
    guard
      let (from, steps) = thesaurus.ancestors[product].first(where: {
        !thesaurus.concepts[$0.concept].makings.isEmpty
      })
    else { return }
    let makings = thesaurus.concepts[from].makings
    for (making, share) in zip(makings, Self.makingShares) {
      guard let process = thesaurus.index(of: making.process) else { continue }
      let material = making.material.flatMap { thesaurus.index(of: $0) }
      add(
        process: process, material: material,
        weight: strength * share * (steps == 0 ? 0.8 : 0.5))
    }
  }
}
