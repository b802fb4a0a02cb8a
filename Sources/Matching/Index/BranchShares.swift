// SPDX-License-Identifier: Apache-2.0
import Vocabulary

/// Which branches usually make things in a way: of each making the WZ divisions of the products that
/// are made so, relative to how many products the division has at all (a location quotient).
public struct BranchShares: Sendable {
  private var counts: [ConceptVector.Feature: [Int: Double]] = [:]
  private var totals: [Int: Double] = [:]
  private var total = 0.0

  /// Learns from the products of a thesaurus and their codes.
  init(_ thesaurus: Thesaurus) {
    for concept in thesaurus.concepts where !concept.makings.isEmpty {
      let divisions = Set((concept.codes[.wz] ?? []).compactMap(Division.number)).sorted()
      guard !divisions.isEmpty else { continue }
      var builder = ConceptVectorBuilder(thesaurus)
      for (making, share) in zip(concept.makings, ConceptVectorBuilder.makingShares) {
        guard let process = thesaurus.index(of: making.process) else { continue }
        builder.add(
          process: process, material: making.material.flatMap { thesaurus.index(of: $0) },
          weight: share)
      }
      let part = 1 / Double(divisions.count)
      // Each feature has its own sum, so their order does not matter.
      for (feature, weight) in builder.weights where feature.kind == .making {
        for division in divisions {
          counts[feature, default: [:]][division, default: 0] += weight * part
        }
      }
      for division in divisions { totals[division, default: 0] += part }
      total += 1
    }
  }

  /// Of each division how likely it makes what a need takes, the likeliest 1.
  func fit(_ need: ConceptVector, rarity: (ConceptVector.Feature) -> Double) -> [Int: Double] {
    var sums: [Int: Double] = [:]
    for (feature, weight) in need.features where feature.kind == .making {
      guard let divisions = counts[feature] else { continue }
      let all = divisions.sorted { $0.key < $1.key }
      let mass = all.reduce(0) { $0 + $1.value } + Self.smoothing
      for (division, count) in all {
        let usual = Self.usualShare + (totals[division] ?? 0) / max(1, total)
        sums[division, default: 0] += weight * rarity(feature) * count / mass / usual
      }
    }
    let most = sums.values.max() ?? 0
    return most > 0 ? sums.mapValues { ($0 / most).squareRoot() } : [:]
  }

  private static let smoothing = 2.0
  private static let usualShare = 0.02
}
