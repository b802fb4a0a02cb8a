// SPDX-License-Identifier: Apache-2.0
import TragwerkTesting
import ValueChains

/// Small random chains without errors, with many links for everything.
enum RandomNetwork {
  static func chain(_ random: inout SeededGenerator) -> ValueChain {
    var chain = ValueChain(name: "random")
    let sites = Int.random(in: 2...6, using: &random)
    let materials = Int.random(in: 1...5, using: &random)
    func site(_ random: inout SeededGenerator) -> Cell {
      "s\(Int.random(in: 0..<sites, using: &random))"
    }
    func material(_ random: inout SeededGenerator) -> Cell {
      "m\(Int.random(in: 0..<materials, using: &random))"
    }
    for at in 0..<sites { chain[.sites].append([.site: "s\(at)"]) }
    for at in 0..<materials {
      chain[.materials].append([.material: "m\(at)", .unit: "kg", .kgPerUnit: 2])
    }
    for at in 0..<Int.random(in: 0...3, using: &random) {
      chain[.lines].append([.line: "l\(at)", .site: site(&random)])
      chain[.recipes].append([.line: "l\(at)", .material: material(&random), .quantity: 1])
      chain[.recipes].append([.line: "l\(at)", .material: material(&random), .quantity: -1])
    }
    for at in 0..<Int.random(in: 0...9, using: &random) {
      let carried = random.chance(oneIn: 2) ? "*" : material(&random)
      chain[.links].append([
        .link: "k\(at)", .fromSite: site(&random), .toSite: site(&random), .material: carried,
      ])
    }
    for at in 0..<Int.random(in: 0...3, using: &random) {
      chain[.supplies].append([
        .supply: "u\(at)", .site: site(&random), .material: material(&random),
      ])
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      chain[.stocks].append([.site: site(&random), .material: material(&random), .onHand: 1])
      chain[.arrivals].append([.site: site(&random), .material: material(&random), .quantity: 1])
    }
    for at in 0..<Int.random(in: 1...3, using: &random) {
      chain[.demands].append([
        .demand: "d\(at)", .site: site(&random), .material: material(&random), .perDay: 1,
      ])
    }
    return chain
  }
}
