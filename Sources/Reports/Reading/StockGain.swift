// SPDX-License-Identifier: Apache-2.0
import Resilience
import ValueChains

/// What more stock of a material at a site would bring, over all disruptions.
struct StockGain {
  let site: Int
  let material: Int
  /// How many disruptions it extends.
  let disruptions: Int
  /// The most urgent of them.
  let first: RankedDisruption
  /// Days gained per unit there.
  let daysPerUnit: Double
  /// Days gained by one day's need of the whole chain; nil where the need is not known.
  let daysPerDayOfNeed: Double?

  /// Those that extend the most urgent disruptions first; empty where values were not asked for.
  static func all(_ context: ReportContext) -> [StockGain] {
    struct Place: Hashable {
      let site: String
      let material: String
    }
    var order: [Place] = []
    var found: [Place: (count: Int, first: RankedDisruption, value: Double)] = [:]
    for ranked in context.ranking.limited {
      for value in ranked.survival.stockValues ?? [] where value.right > 0 {
        let place = Place(site: value.site, material: value.material)
        if let old = found[place] {
          found[place] = (old.count + 1, old.first, old.value)
        } else {
          order.append(place)
          found[place] = (1, ranked, value.right)
        }
      }
    }
    return order.compactMap { place in
      guard let entry = found[place], let site = context.names.row(.sites, place.site),
        let material = context.names.row(.materials, place.material)
      else { return nil }
      let need = context.basis.need[material]
      return StockGain(
        site: site, material: material, disruptions: entry.count, first: entry.first,
        daysPerUnit: entry.value, daysPerDayOfNeed: need.map { $0 * entry.value })
    }
  }
}
