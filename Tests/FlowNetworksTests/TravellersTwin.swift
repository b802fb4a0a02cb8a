// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What `*` links carry, slow and obvious: every link and every material, and what remains of it
/// after asking of each material whether it can be at the start and is of use at the end.
struct TravellersTwin {
  struct Place: Hashable {
    var site: String
    var material: String
  }

  struct Way: Hashable {
    var link: String
    var material: String
  }

  private let links: [(key: String, from: String, to: String, materials: [String])]
  private(set) var ways: Set<Way> = []

  init(_ chain: ValueChain) {
    let everything = Array(chain[.materials].text(.material))
    let table = chain[.links]
    links = (0..<table.count).map { row in
      let material = table.text(.material, row)
      return (
        table.key(row), table.text(.fromSite, row), table.text(.toSite, row),
        material == "*" ? everything : [material]
      )
    }
    func places(_ table: TableName) -> [Place] {
      (0..<chain[table].count).map { row in
        Place(site: chain[table].text(.site, row), material: chain[table].text(.material, row))
      }
    }
    let lines = Dictionary(
      uniqueKeysWithValues: (0..<chain[.lines].count).map {
        (chain[.lines].key($0), chain[.lines].text(.site, $0))
      })
    let recipes = (0..<chain[.recipes].count).map { row in
      (
        Place(
          site: lines[chain[.recipes].text(.line, row)] ?? "",
          material: chain[.recipes].text(.material, row)),
        chain[.recipes].number(.quantity, row) ?? 0
      )
    }
    // Whatever a row names can be there: a stock of 0 there may still be asked for its value.
    var there = Set(
      places(.supplies) + places(.stocks) + places(.arrivals) + places(.demands)
        + recipes.map { $0.0 })
    for link in links where link.materials != everything || everything.count == 1 {
      if chain[.links].text(.material, row(of: link.key, chain)) == "*" { continue }
      for material in link.materials {
        there.insert(Place(site: link.from, material: material))
        there.insert(Place(site: link.to, material: material))
      }
    }
    var ofUse = Set(places(.demands) + recipes.filter { $0.1 < 0 }.map { $0.0 })
    for _ in 0..<links.count + 1 {
      for link in links {
        for material in link.materials {
          let (from, to) = (
            Place(site: link.from, material: material), Place(site: link.to, material: material)
          )
          if there.contains(from) { there.insert(to) }
          if ofUse.contains(to) { ofUse.insert(from) }
        }
      }
    }
    for link in links {
      let isStar = chain[.links].text(.material, row(of: link.key, chain)) == "*"
      for material in link.materials {
        let from = Place(site: link.from, material: material)
        let to = Place(site: link.to, material: material)
        if !isStar || there.contains(from) && ofUse.contains(to) {
          ways.insert(Way(link: link.key, material: material))
        }
      }
    }
  }

  private func row(of key: String, _ chain: ValueChain) -> Int {
    chain[.links].text(.link).firstIndex(of: key) ?? 0
  }
}
