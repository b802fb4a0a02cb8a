// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Retrieval
import Vocabulary

/// Holds one need against suppliers of an index.
struct FeatureReading {
  let index: MatchIndex
  let need: NeedProfile
  let day: CalendarDay
  private let needNorm: Double
  private let rarities: [Double]
  private let branchFit: [Int: Double]
  let wanted: ProcessSpace.Wanted
  private let text: [String: Double]
  let hits: [TextHit]
  /// What each mention of the need brings.
  let mentions: MentionVectors

  init(_ index: MatchIndex, _ need: NeedProfile, on day: CalendarDay) {
    self.index = index
    self.need = need
    self.day = day
    mentions = MentionVectors(need.named, index.spellings.thesaurus)
    rarities = need.vector.features.map { index.rarity($0.feature) }
    needNorm = Self.norm(need.vector, rarities)
    branchFit = index.branches.fit(need.vector) { index.rarity($0) }
    wanted = ProcessSpace.Wanted(need.vector, index.processes) { index.rarity($0) }
    hits = index.words.search(TextQuery(need.text), limit: max(2000, 1))
    let best = hits.first?.score ?? 1
    text = Dictionary(uniqueKeysWithValues: hits.map { ($0.key, $0.score / max(best, 1e-9)) })
  }

  private static func norm(_ vector: ConceptVector, _ rarities: [Double]) -> Double {
    var sum = 0.0
    for (at, feature) in vector.features.enumerated() {
      let worth = feature.weight * rarities[at]
      sum += worth * worth
    }
    return max(1e-9, sum.squareRoot())
  }

  func features(_ supplier: SupplierProfile) -> MatchFeatures {
    var features = MatchFeatures()
    let shared = sharedConcepts(supplier)
    for (kind, name) in Self.kinds { features[name] = (shared[kind] ?? 0).squareRoot() }
    features[.relatedness] = wanted.nearness(supplier.vector)
    features[.text] = text[supplier.supplier.id] ?? 0
    let divisions = supplier.divisions
    features[.branch] = divisions.map { branchFit[$0] ?? 0 }.max() ?? Self.unknownBranch
    features[.maker] =
      divisions.isEmpty ? 0.8 : divisions.contains(where: Division.makesThings) ? 1 : 0
    features[.qualification] = QualificationState.all(need, supplier, on: day).share
    features[.capacity] = supplier.capacity.fit(yearly: need.envelope.yearly, on: day)
    features[.scale] = ScaleFit(need.envelope, supplier).fit
    features[.distance] = distanceFit(supplier)
    features[.attention] =
      SupplierLoad(
        askedOn: supplier.supplier.askedOn, employees: supplier.supplier.employees, on: day
      ).value
    return features
  }

  private static let unknownBranch = 0.4
  private static let kinds: [(ConceptVector.Feature.Kind, MatchFeatures.Name)] = [
    (.process, .process), (.material, .material), (.making, .making), (.product, .product),
  ]
  /// How soon a stronger statement of a firm stops counting more.
  private static let saturation = 0.5

  /// The cosine of both vectors, by kind of feature; the two lists are sorted alike.
  func sharedConcepts(
    _ supplier: SupplierProfile
  ) -> [ConceptVector.Feature.Kind: Double] {
    let mine = need.vector.features
    let theirs = supplier.vector.features
    var sums: [ConceptVector.Feature.Kind: Double] = [:]
    var norm = 0.0
    var at = 0
    for (feature, weight) in theirs {
      let rarity = index.rarity(feature)
      let worth = weight / (weight + Self.saturation) * rarity
      norm += worth * worth
      while at < mine.count, mine[at].feature < feature { at += 1 }
      if at < mine.count, mine[at].feature == feature {
        sums[feature.kind, default: 0] += mine[at].weight * rarity * worth
      }
    }
    let scale = needNorm * pow(max(norm, 1).squareRoot(), 0.5) * Self.typicalRoot
    return sums.mapValues { $0 / scale }
  }

  /// Puts the cosine, whose norm of the firm counts by its root alone, into 0…1.
  private static let typicalRoot = 3.5

  /// Kilometres from the nearest site; nil where either place is unknown.
  func distance(_ supplier: SupplierProfile) -> Double? {
    guard let place = need.need.place else { return nil }
    return supplier.supplier.places.map { place.distance(to: $0) }.min()
  }

  /// Falls by half every 800 km; 0 outside a radius.
  private func distanceFit(_ supplier: SupplierProfile) -> Double {
    guard let distance = distance(supplier) else { return 0.7 }
    if let radius = need.need.radius, distance > radius { return 0 }
    return pow(0.5, distance / 800)
  }
}
