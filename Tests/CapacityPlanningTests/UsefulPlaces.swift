// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Where a material is of use: a line or a demand takes it there, or a link leads on to such a place.
struct UsefulPlaces {
  private struct Place: Hashable {
    let site: String
    let material: String
  }

  private var places: Set<Place> = []

  init(_ chain: ValueChain) {
    let (lines, recipes, demands, links) =
      (chain[.lines], chain[.recipes], chain[.demands], chain[.links])
    for demand in 0..<demands.count {
      places.insert(
        Place(site: demands.text(.site, demand), material: demands.text(.material, demand)))
    }
    for line in 0..<lines.count {
      for recipe in 0..<recipes.count
      where recipes.text(.line, recipe) == lines.text(.line, line)
        && recipes.numbers(.quantity)[recipe] < 0
      {
        places.insert(
          Place(site: lines.text(.site, line), material: recipes.text(.material, recipe)))
      }
    }
    var hasGrown = links.count > 0
    while hasGrown {
      let before = places.count
      for link in 0..<links.count {
        let carried = links.text(.material, link)
        for place in places
        where place.site == links.text(.toSite, link)
          && (carried == "*" || carried == place.material)
        {
          places.insert(Place(site: links.text(.fromSite, link), material: place.material))
        }
      }
      hasGrown = places.count > before
    }
  }

  func isOfUse(_ material: String, at site: String) -> Bool {
    places.contains(Place(site: site, material: material))
  }
}
