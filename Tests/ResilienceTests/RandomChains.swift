// SPDX-License-Identifier: Apache-2.0
import TragwerkTesting
import ValueChains

/// Random small chains with everything sections 1 and 2 know.
enum RandomChains {
  struct Shape {
    /// Whether a material may have several makers, links limits, lines several outputs.
    var hasChoice = true
    var hasStarLinks = false
    var hasCycle = false
  }

  static func make(seed: Int, _ shape: Shape) -> ValueChain {
    var generator = SeededGenerator(seed: UInt64(seed))
    var chain = ValueChain(name: "random-\(seed)", currency: "EUR")
    let materials = Int.random(in: 2...7, using: &generator)
    let sites = Int.random(in: 2...6, using: &generator)
    func rounded(_ range: ClosedRange<Double>) -> Double {
      (Double.random(in: range, using: &generator) * 100).rounded() / 100
    }
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
    for site in 0..<sites {
      chain[.sites].append([
        .site: "s\(site)", .country: site.isMultiple(of: 2) ? "DE" : "FR",
        .recoveryDays: .number(rounded(1...40)),
      ])
    }
    for material in 0..<materials {
      chain[.materials].append([
        .material: "m\(material)", .unit: "t",
        .kgPerUnit: chance(80) ? .number(rounded(0.1...5)) : .empty,
      ])
    }
    // Material 0 is the product; a material is made from higher ones only, so there is no cycle.
    var line = 0
    for material in 0..<materials {
      let makers = shape.hasChoice ? Int.random(in: 1...2, using: &generator) : 1
      for _ in 0..<makers {
        let site = (material + line) % sites
        if material == materials - 1 || chance(25) {
          chain[.supplies].append([
            .supply: "e\(line)", .site: Cell("s\(site)"), .material: Cell("m\(material)"),
            .perDay: chance(80) ? .number(rounded(0...30)) : .empty, .country: "CN",
          ])
        } else {
          chain[.lines].append([
            .line: Cell("l\(line)"), .site: Cell("s\(site)"),
            .runsPerDay: chance(80) ? .number(rounded(0.5...12)) : .empty,
          ])
          chain[.recipes].append([
            .line: Cell("l\(line)"), .material: Cell("m\(material)"),
            .quantity: .number(rounded(0.5...2)),
          ])
          for input in material + 1..<materials where chance(60) || input == material + 1 {
            chain[.recipes].append([
              .line: Cell("l\(line)"), .material: Cell("m\(input)"),
              .quantity: .number(-rounded(0.2...2)),
            ])
          }
        }
        line += 1
      }
    }
    addLinks(&chain, sites, materials, shape, &generator)
    addStocks(&chain, sites, materials, &generator)
    for demand in 0..<Int.random(in: 1...3, using: &generator) {
      chain[.demands].append([
        .demand: Cell("d\(demand)"), .site: Cell("s\(demand % sites)"),
        .material: Cell("m\(min(demand, 1))"), .perDay: .number(rounded(0.5...4)),
        .valuePerUnit: .number(rounded(1...100)),
      ])
    }
    addGroups(&chain, &generator)
    return chain
  }

  private static func addLinks(
    _ chain: inout ValueChain, _ sites: Int, _ materials: Int, _ shape: Shape,
    _ generator: inout SeededGenerator
  ) {
    var made: [Int: Int] = [:]
    let lines = chain[.lines]
    let supplies = chain[.supplies]
    var places: [(site: String, material: String)] = []
    for row in 0..<chain[.recipes].count where chain[.recipes].number(.quantity, row) ?? 0 > 0 {
      let line = chain[.recipes].text(.line, row)
      let at = (0..<lines.count).first { lines.text(.line, $0) == line } ?? 0
      places.append((lines.text(.site, at), chain[.recipes].text(.material, row)))
    }
    for row in 0..<supplies.count {
      places.append((supplies.text(.site, row), supplies.text(.material, row)))
    }
    var number = 0
    for place in places {
      let material = Int(place.material.dropFirst()) ?? 0
      for site in 0..<sites where "s\(site)" != place.site {
        // Without choice a pair gets at most one way in.
        if !shape.hasChoice {
          guard made[material * 100 + site] == nil,
            !places.contains(where: { $0.site == "s\(site)" && $0.material == place.material })
          else { continue }
          made[material * 100 + site] = 1
        } else if Int.random(in: 0..<100, using: &generator) < 30 {
          continue
        }
        let limit = Double.random(in: 0.5...15, using: &generator)
        let isLimited = Int.random(in: 0..<100, using: &generator) < 30
        let isStar =
          shape.hasStarLinks && shape.hasChoice && Int.random(in: 0..<100, using: &generator) < 40
        chain[.links].append([
          .link: Cell("k\(number)"), .fromSite: Cell(place.site), .toSite: Cell("s\(site)"),
          .material: Cell(isStar ? "*" : place.material),
          .perDay: isLimited ? .number((limit * 100).rounded() / 100) : .empty,
          .mode: number.isMultiple(of: 2) ? "road" : "sea",
          .passages: number.isMultiple(of: 3) ? "suez;gibraltar" : "",
        ])
        number += 1
      }
    }
  }

  private static func addStocks(
    _ chain: inout ValueChain, _ sites: Int, _ materials: Int, _ generator: inout SeededGenerator
  ) {
    for site in 0..<sites {
      for material in 0..<materials where Int.random(in: 0..<100, using: &generator) < 40 {
        chain[.stocks].append([
          .site: Cell("s\(site)"), .material: Cell("m\(material)"),
          .onHand: .number(Double(Int.random(in: 0...60, using: &generator))),
          .inTransit: .number(Double(Int.random(in: 0...5, using: &generator))),
        ])
      }
    }
    chain[.arrivals].append([
      .site: "s0", .material: Cell("m\(materials - 1)"), .day: 3,
      .quantity: .number(Double(Int.random(in: 0...20, using: &generator))),
    ])
  }

  private static func addGroups(_ chain: inout ValueChain, _ generator: inout SeededGenerator) {
    guard chain[.lines].count >= 2 else { return }
    chain[.groups].append([
      .group: "g", .perDay: .number(Double(Int.random(in: 1...12, using: &generator))),
    ])
    for row in 0..<2 {
      chain[.groupMembers].append([
        .group: "g", .line: Cell(chain[.lines].text(.line, row)),
        .use: row == 0 ? 1 : .number(1.5),
      ])
    }
  }
}
