// SPDX-License-Identifier: Apache-2.0
import TragwerkTesting
import ValueChains

/// Random questions about random chains.
enum RandomRampQuestion {
  struct Shape: Sendable {
    var mayBeWhole = true
    var mayBeDisrupted = true
  }

  /// Settings for a chain; periods of one to seven days, also of two and a half.
  static func make(seed: Int, about chain: ValueChain, _ shape: Shape = Shape())
    -> ObviousPlan.Settings
  {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1_000_003)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var settings = ObviousPlan.Settings()
    settings.periods = .random(in: 2...7, using: &random)
    settings.periodDays = random.pick([1, 1, 2, 2.5, 3, 7])
    settings.goal = chance(65) ? .leastCost : .mostOutput
    settings.wholeModules = shape.mayBeWhole && chance(30)
    settings.backlog = chance(30)
    settings.requireDemand = chance(15)
    settings.budget = chance(25) ? Double(Int.random(in: 0...60, using: &random)) : nil
    if shape.mayBeDisrupted, chance(40) { settings.disruption = disruption(chain, &random) }
    return settings
  }

  private static func disruption(_ chain: ValueChain, _ random: inout SeededGenerator)
    -> ObviousPlan.Disruption
  {
    func shares(_ table: TableName, _ key: ColumnName) -> [String: Double] {
      var shares: [String: Double] = [:]
      for name in chain[table].text(key) where random.chance(oneIn: 4) {
        shares[name] = random.pick([0, 0, 0.5, 0.25])
      }
      return shares
    }
    var disruption = ObviousPlan.Disruption()
    disruption.lines = shares(.lines, .line)
    disruption.links = shares(.links, .link)
    disruption.supplies = shares(.supplies, .supply)
    for (link, name) in chain[.links].text(.link).enumerated()
    where chain[.links].text(.material, link) == "*" && disruption.links[name] == nil {
      for material in chain[.materials].text(.material) where random.chance(oneIn: 6) {
        disruption.parts[.init(link: name, material: material)] = random.pick([0, 0.5])
      }
    }
    for site in chain[.sites].text(.site) where random.chance(oneIn: 5) {
      disruption.emptiedSites.insert(site)
    }
    return disruption
  }
}
