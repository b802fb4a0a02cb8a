// SPDX-License-Identifier: Apache-2.0
import TragwerkTesting
import ValueChains

/// Random small chains with everything section 4 knows, in small whole numbers: optima are
/// degenerate, and some chains cannot meet a required demand.
struct RandomRampChain {
  struct Shape: Sendable {
    /// Whether options may have a fixed cost or a fewest number of modules (whole columns follow).
    var hasSwitches = true
    var hasStarLinks = true
    /// Whether stocks may have a maximum or a holding cost.
    var hasStorageLimits = true
  }

  private let shape: Shape
  private var random: SeededGenerator
  private var chain: ValueChain
  private var siteCount = 0
  /// Materials of each tier; tier 0 is what is demanded, the last is bought.
  private var tiers: [[String]] = []
  /// Where a material is made or bought, and where it is used or demanded.
  private var made: [(site: String, material: String)] = []
  private var used: [(site: String, material: String)] = []

  static func make(seed: Int, _ shape: Shape = Shape()) -> ValueChain {
    var maker = RandomRampChain(seed, shape)
    maker.addPlaces()
    maker.addLines()
    maker.addSupplies()
    maker.addDemands()
    maker.addLinks()
    maker.addStocks()
    maker.addGroup()
    maker.addOptions()
    maker.addBudget()
    return maker.chain
  }

  private init(_ seed: Int, _ shape: Shape) {
    self.shape = shape
    random = SeededGenerator(seed: UInt64(seed))
    chain = ValueChain(name: "ramp-\(seed)", currency: "EUR")
  }

  // MARK: Dice

  private mutating func whole(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Cell { .number(Double(whole(range))) }
  private mutating func chance(_ percent: Int) -> Bool { whole(0...99) < percent }

  private mutating func maybe(_ percent: Int, _ range: ClosedRange<Int>) -> Cell {
    chance(percent) ? number(range) : .empty
  }

  /// Seldom not limited, seldom nothing.
  private mutating func capacity(upTo most: Int) -> Cell {
    chance(12) ? .empty : chance(6) ? 0 : number(1...most)
  }

  private mutating func anySite() -> String { "s\(whole(0...siteCount - 1))" }

  // MARK: Tables

  private mutating func addPlaces() {
    siteCount = whole(2...4)
    for site in 0..<siteCount {
      let hasWorkers = chance(40)
      chain[.sites].append([
        .site: Cell("s\(site)"), .country: site.isMultiple(of: 2) ? "DE" : "FR",
        .workers: hasWorkers ? number(1...9) : .empty,
        .hiresPerDay: hasWorkers ? maybe(80, 0...2) : .empty, .costPerHire: maybe(60, 0...4),
      ])
    }
    for tier in 0..<whole(2...4) {
      tiers.append((0..<whole(1...2)).map { "m\(tier)\($0)" })
      for material in tiers[tier] {
        chain[.materials].append([
          .material: Cell(material), .unit: "t", .kgPerUnit: maybe(80, 1...3),
        ])
      }
    }
    chain[.materials].append([.material: "rest", .unit: "t", .kgPerUnit: 1])
  }

  private mutating func addLines() {
    for tier in tiers.indices.dropLast() {
      for material in tiers[tier] {
        for _ in 0..<whole(1...2) {
          let (line, site) = ("l\(chain[.lines].count)", anySite())
          chain[.lines].append([
            .line: Cell(line), .site: Cell(site), .runsPerDay: capacity(upTo: 6),
            .leadDays: maybe(60, 0...4), .costPerRun: maybe(60, 0...2),
            .workersPerDailyRun: maybe(50, 0...2),
          ])
          addRecipe(line, site, material, tier)
        }
      }
    }
  }

  /// One output, at times a second one, and inputs of the next tier.
  private mutating func addRecipe(_ line: String, _ site: String, _ material: String, _ tier: Int) {
    var outputs = [material]
    if chance(25) { outputs.append("rest") }
    if chance(25), let other = tiers[tier].first(where: { $0 != material }) {
      outputs.append(other)
    }
    for output in outputs {
      chain[.recipes].append([
        .line: Cell(line), .material: Cell(output), .quantity: number(1...2),
      ])
      made.append((site, output))
    }
    let first = random.pick(tiers[tier + 1])
    for input in tiers[tier + 1] where input == first || chance(40) {
      chain[.recipes].append([
        .line: Cell(line), .material: Cell(input), .quantity: .number(-Double(whole(1...2))),
      ])
      used.append((site, input))
    }
  }

  private mutating func addSupplies() {
    for material in tiers[tiers.count - 1] {
      for _ in 0..<whole(1...2) {
        let site = anySite()
        chain[.supplies].append([
          .supply: Cell("e\(chain[.supplies].count)"), .site: Cell(site),
          .material: Cell(material), .perDay: capacity(upTo: 9), .costPerUnit: maybe(60, 0...3),
          .country: "CN", .fromDay: maybe(25, 1...6), .toDay: maybe(25, 6...20),
        ])
        made.append((site, material))
      }
    }
  }

  private mutating func addDemands() {
    for _ in 0..<whole(1...3) {
      let (site, material) = (anySite(), chance(85) ? random.pick(tiers[0]) : "rest")
      chain[.demands].append([
        .demand: Cell("d\(chain[.demands].count)"), .site: Cell(site),
        .material: Cell(material), .perDay: capacity(upTo: 5), .valuePerUnit: maybe(95, 1...30),
        .fromDay: maybe(30, 1...6), .toDay: maybe(30, 6...15),
      ])
      used.append((site, material))
    }
  }

  private mutating func addLinks() {
    for (from, material) in made {
      for (to, wanted) in used where wanted == material && to != from && chance(80) {
        let isStar = shape.hasStarLinks && chance(25)
        chain[.links].append([
          .link: Cell("k\(chain[.links].count)"), .fromSite: Cell(from), .toSite: Cell(to),
          .material: isStar ? "*" : Cell(material), .perDay: maybe(50, 0...9),
          .leadDays: maybe(50, 0...4), .costPerUnit: maybe(40, 0...2),
        ])
      }
    }
  }

  private mutating func addStocks() {
    var seen: Set<String> = []
    for place in made + used where seen.insert("\(place.site)|\(place.material)").inserted {
      // A second output that nobody wants must be kept or its line stands still.
      guard chance(place.material == "rest" ? 80 : 50) else { continue }
      let isLimited = shape.hasStorageLimits && chance(35)
      let maximum = chance(30) ? 0 : whole(4...20)
      // Seldom more than may be kept: then it must go at once, or there is no plan.
      let most = isLimited && !chance(8) ? min(maximum, 10) : 10
      chain[.stocks].append([
        .site: Cell(place.site), .material: Cell(place.material), .onHand: maybe(70, 0...most),
        .inTransit: isLimited ? .empty : maybe(20, 0...3),
        .holdingCostPerDay: shape.hasStorageLimits ? maybe(40, 0...2) : .empty,
        .maximum: isLimited ? .number(Double(maximum)) : .empty,
      ])
      if isLimited && !chance(10) { continue }
      guard chance(30) else { continue }
      chain[.arrivals].append([
        .site: Cell(place.site), .material: Cell(place.material), .day: number(1...25),
        .quantity: number(1...8),
      ])
    }
  }

  private mutating func addGroup() {
    guard chance(60) else { return }
    chain[.groups].append([.group: "g", .perDay: capacity(upTo: 9)])
    for line in chain[.lines].text(.line) where chance(60) {
      chain[.groupMembers].append([.group: "g", .line: Cell(line), .use: maybe(60, 1...2)])
    }
  }

  private mutating func addOptions() {
    for _ in 0..<whole(0...6) {
      let kinds = ["line", "conversion", "supplier", "link"]
      let kind = chain[.links].isEmpty ? random.pick(kinds.dropLast()) : random.pick(kinds)
      let (table, key): (TableName, ColumnName) =
        switch kind {
        case "supplier": (.supplies, .supply)
        case "link": (.links, .link)
        default: (.lines, .line)
        }
      let target = chain[table].text(key, whole(0...chain[table].count - 1))
      let donors = kind == "conversion" ? chain[.lines].text(.line).filter { $0 != target } : []
      let isSwitched = shape.hasSwitches && chance(30)
      chain[.options].append([
        .option: Cell("o\(chain[.options].count)"), .kind: Cell(kind), .target: Cell(target),
        .modulePerDay: number(1...3), .maxModules: isSwitched ? number(1...4) : maybe(80, 1...4),
        .costPerModule: maybe(90, 1...12), .buildDays: maybe(60, 0...5),
        .buildWorkers: maybe(40, 0...2), .donor: donors.isEmpty ? "" : Cell(random.pick(donors)),
        .donorLossPerDay: donors.isEmpty ? .empty : number(0...2), .fromDay: maybe(30, 1...8),
        .fixedCost: isSwitched ? maybe(60, 0...15) : .empty,
        .minModules: isSwitched ? maybe(60, 0...3) : .empty,
      ])
    }
  }

  private mutating func addBudget() {
    guard chance(50) else { return }
    var (day, money) = (0, 0)
    for _ in 0..<whole(1...3) {
      day += whole(1...9)
      money += whole(0...25)
      chain[.budget].append([.day: .number(Double(day)), .cumulative: .number(Double(money))])
    }
  }
}
