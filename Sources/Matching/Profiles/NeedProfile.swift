// SPDX-License-Identifier: Apache-2.0
import Registry
import TextAnalysis
import Vocabulary

/// A need prepared for matching.
public struct NeedProfile: Sendable {
  public let need: Need
  public let vector: ConceptVector
  let named: [TextProfile.Named]
  let envelope: NeededEnvelope
  /// Standards required and desired, as the catalogue calls them.
  let required: [Standard]
  let desired: [Standard]
  let buyerDivisions: Set<Int>

  var text: String { need.title + "\n" + need.description }
}

extension ProfileReader {
  /// The title says what is wanted, the description how.
  static let titleWeight = 1.5
  /// Chosen concepts are no guess.
  static let chosenWeight = 2.0

  public mutating func profile(of need: Need) -> NeedProfile {
    var builder = ConceptVectorBuilder(thesaurus)
    var named: [TextProfile.Named] = []
    let chosen = (need.concepts + [need.material].compactMap(\.self)).compactMap { id in
      thesaurus.index(of: id).map { index in
        TextProfile.Named(
          concept: index, strength: 1, surface: thesaurus.concepts[index].label.german,
          sentence: -1,
          isBoughtIn: false)
      }
    }
    if !chosen.isEmpty {
      builder.add(
        TextProfile(named: chosen, quantities: [], language: .german), weight: Self.chosenWeight)
      named += chosen
    }
    let title = profile(of: need.title)
    let description = profile(of: need.description)
    builder.add(title, weight: Self.titleWeight)
    builder.add(description)
    named += title.named + description.named
    if let material = need.material, thesaurus.index(of: material) == nil {
      let profile = profile(of: material)
      builder.add(profile, weight: Self.chosenWeight)
      named += profile.named
    }
    return NeedProfile(
      need: need, vector: builder.vector(), named: named,
      envelope: NeededEnvelope(need, title.quantities + description.quantities),
      required: need.required.map { Standard($0) }, desired: need.desired.map { Standard($0) },
      buyerDivisions: Set(need.buyerBranches.compactMap(Division.number)))
  }
}
