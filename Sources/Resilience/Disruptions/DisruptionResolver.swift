// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

/// Finds what the hits of disruptions strike in one network.
///
/// Indexes are built once; resolving a disruption takes time in proportion to what it hits, except
/// for codes (country, region, sector), which are compared with every site and supply.
package struct DisruptionResolver {
  private let network: FlowNetwork
  private let keys: [Disruption.Kind: KeyIndex]
  private let siteOrganisation: [Int32]
  private let supplyOrganisation: [Int32]
  private let organisationParent: [Int32]
  private let linesOfSite: (rows: Compressed, entries: [Int32])
  private let suppliesOfSite: (rows: Compressed, entries: [Int32])
  private let linksFromSite: (rows: Compressed, entries: [Int32])
  private let linksToSite: (rows: Compressed, entries: [Int32])
  private let passages: [String: [Int]]

  package init(_ network: FlowNetwork) {
    self.network = network
    let chain = network.chain
    keys = [
      .site: chain.keys(of: .sites), .line: chain.keys(of: .lines), .link: chain.keys(of: .links),
      .supply: chain.keys(of: .supplies), .organisation: chain.keys(of: .organisations),
      .material: chain.keys(of: .materials),
    ]
    let organisations = chain.keys(of: .organisations)
    siteOrganisation = organisations.rows(of: chain[.sites].text(.organisation))
    supplyOrganisation = organisations.rows(of: chain[.supplies].text(.organisation))
    organisationParent = organisations.rows(of: chain[.organisations].text(.group))
    linesOfSite = Compressed.grouping(network.lines.site, rows: network.siteCount)
    let supplySites = chain.keys(of: .sites).rows(of: chain[.supplies].text(.site))
    suppliesOfSite = Compressed.grouping(supplySites, rows: network.siteCount)
    linksFromSite = Compressed.grouping(network.links.from, rows: network.siteCount)
    linksToSite = Compressed.grouping(network.links.to, rows: network.siteCount)
    var passages: [String: [Int]] = [:]
    for (link, cell) in chain[.links].text(.passages).enumerated() where !cell.isEmpty {
      for name in Set(PassageList.names(cell)) { passages[name, default: []].append(link) }
    }
    self.passages = passages
  }

  /// What is hit, with the smallest share that remains where something is hit more than once, and a
  /// finding for each unlimited capacity that a partial hit leaves unlimited.
  package func resolve(_ disruption: Disruption) -> (effect: DisruptionEffect, findings: [Finding])
  {
    var strike = Strike()
    for hit in disruption.hits { apply(hit, to: &strike) }
    var effect = DisruptionEffect()
    effect.lines = strike.lines.sorted()
    effect.links = strike.links.sorted()
    effect.supplies = strike.supplies.sorted()
    effect.arcs = strike.arcs.sorted()
    effect.emptiedSites = strike.emptied.sorted()
    effect.recoveryDays =
      disruption.hits.compactMap(\.recoveryDays).max() ?? strike.ownRecovery
    return (effect, unlimitedFindings(effect))
  }

  // MARK: Hits

  private struct Strike {
    var lines = Remaining()
    var links = Remaining()
    var supplies = Remaining()
    var arcs = Remaining()
    var emptied: Set<Int> = []
    var ownRecovery: Double?

    mutating func noteRecovery(_ days: Double?) {
      if let days { ownRecovery = max(ownRecovery ?? 0, days) }
    }
  }

  private struct Remaining {
    private var shares: [Int: Double] = [:]

    mutating func hit(_ id: Int, _ remaining: Double) {
      shares[id] = min(shares[id] ?? 1, remaining)
    }

    func sorted() -> [(id: Int, remaining: Double)] {
      shares.sorted { $0.key < $1.key }.map { (id: $0.key, remaining: $0.value) }
    }
  }

  private func apply(_ hit: Disruption.Hit, to strike: inout Strike) {
    let chain = network.chain
    switch hit.kind {
    case .site: if let site = keys[.site]?[hit.target] { self.hit(site: site, hit, &strike) }
    case .line:
      guard let line = keys[.line]?[hit.target] else { return }
      strike.lines.hit(line, hit.remaining)
      strike.noteRecovery(chain[.lines].number(.recoveryDays, line))
    case .link:
      guard let link = keys[.link]?[hit.target] else { return }
      strike.links.hit(link, hit.remaining)
      strike.noteRecovery(chain[.links].number(.recoveryDays, link))
    case .supply:
      if let supply = keys[.supply]?[hit.target] { self.hit(supply: supply, hit, &strike) }
    case .organisation:
      guard let organisation = keys[.organisation]?[hit.target] else { return }
      self.hit(organisations: [organisation], hit, &strike)
    case .group: self.hit(organisations: organisations(below: hit.target), hit, &strike)
    case .sector:
      let sectors = chain[.organisations].text(.sector)
      let inSector = sectors.indices.filter {
        Classification.code(sectors[$0], isWithin: hit.target)
      }
      self.hit(organisations: Set(inSector), hit, &strike)
    case .country:
      let country = hit.target.uppercased()
      hitWhere(.country, { $0.uppercased() == country }, hit, &strike)
    case .region:
      hitWhere(.region, { Classification.code($0, isWithin: hit.target) }, hit, &strike)
    case .material:
      if let material = keys[.material]?[hit.target] { self.hit(material: material, hit, &strike) }
    case .passage:
      for link in passages[hit.target.lowercased()] ?? [] { strike.links.hit(link, hit.remaining) }
    case .mode:
      let modes = chain[.links].text(.mode)
      for link in modes.indices where modes[link] == hit.target {
        strike.links.hit(link, hit.remaining)
      }
    }
  }

  /// A site's lines and supplies, and every link touching it.
  private func hit(site: Int, _ hit: Disruption.Hit, _ strike: inout Strike) {
    for entry in linesOfSite.rows[site] {
      strike.lines.hit(Int(linesOfSite.entries[entry]), hit.remaining)
    }
    for entry in suppliesOfSite.rows[site] {
      strike.supplies.hit(Int(suppliesOfSite.entries[entry]), hit.remaining)
    }
    for group in [linksFromSite, linksToSite] {
      for entry in group.rows[site] { strike.links.hit(Int(group.entries[entry]), hit.remaining) }
    }
    if hit.stockLost { strike.emptied.insert(site) }
    strike.noteRecovery(network.chain[.sites].number(.recoveryDays, site))
  }

  private func hit(supply: Int, _ hit: Disruption.Hit, _ strike: inout Strike) {
    strike.supplies.hit(supply, hit.remaining)
    strike.noteRecovery(network.chain[.supplies].number(.recoveryDays, supply))
  }

  private func hit(
    organisations: Set<Int>, _ hit: Disruption.Hit, _ strike: inout Strike
  ) {
    for (site, owner) in siteOrganisation.enumerated()
    where owner >= 0 && organisations.contains(Int(owner)) {
      self.hit(site: site, hit, &strike)
    }
    for (supply, owner) in supplyOrganisation.enumerated()
    where owner >= 0 && organisations.contains(Int(owner)) {
      self.hit(supply: supply, hit, &strike)
    }
  }

  /// Sites and supplies whose own column says so.
  private func hitWhere(
    _ column: ColumnName, _ isMeant: (String) -> Bool, _ hit: Disruption.Hit,
    _ strike: inout Strike
  ) {
    for (site, code) in network.chain[.sites].text(column).enumerated() where isMeant(code) {
      self.hit(site: site, hit, &strike)
    }
    for (supply, code) in network.chain[.supplies].text(column).enumerated() where isMeant(code) {
      self.hit(supply: supply, hit, &strike)
    }
  }

  /// Every line that makes or uses it, every supply and link carrying it; of a link that carries
  /// everything only this material's part.
  private func hit(material: Int, _ hit: Disruption.Hit, _ strike: inout Strike) {
    let pairs = network.pairs
    func isMeant(_ pair: Int32) -> Bool {
      pair >= 0 && pairs.material[Int(pair)] == Int32(material)
    }
    for line in 0..<network.lines.count
    where network.lines.recipe[line].contains(where: { isMeant(network.lines.recipePair[$0]) }) {
      strike.lines.hit(line, hit.remaining)
    }
    for supply in 0..<network.supplies.count where isMeant(network.supplies.pair[supply]) {
      strike.supplies.hit(supply, hit.remaining)
    }
    for arc in 0..<network.arcs.count where isMeant(network.arcs.from[arc]) {
      let link = Int(network.arcs.link[arc])
      if network.links.carriesEverything[link] {
        strike.arcs.hit(arc, hit.remaining)
      } else {
        strike.links.hit(link, hit.remaining)
      }
    }
  }

  /// The organisation of that name, if it is one, and every organisation below it.
  private func organisations(below target: String) -> Set<Int> {
    let groups = network.chain[.organisations].text(.group)
    var members = Set(groups.indices.filter { groups[$0] == target })
    if let parent = keys[.organisation]?[target] { members.insert(parent) }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (organisation, parent) in organisationParent.enumerated()
      where parent >= 0 && members.contains(Int(parent)) && members.insert(organisation).inserted {
        hasGrown = true
      }
    }
    return members
  }

  // MARK: Findings

  private func unlimitedFindings(_ effect: DisruptionEffect) -> [Finding] {
    func finding(_ table: TableName, _ column: ColumnName, _ row: Int) -> Finding {
      let contents = network.chain[table]
      return Finding(
        .unlimitedStaysUnlimited, .warning, table: table.rawValue, row: Int(contents.lines[row]),
        column: column.rawValue, key: contents.key(row),
        LocalizedText(
          de:
            "Die Kapazität ist nicht angegeben, also nicht begrenzt; eine Störung, die einen Teil übrig lässt, ändert daran nichts.",
          en:
            "The capacity is not stated, hence not limited; a disruption that leaves a part of it changes nothing."
        ))
    }
    let lines = effect.lines.filter {
      $0.remaining > 0 && network.lines.runsPerDay[$0.id] == .infinity
    }.map { finding(.lines, .runsPerDay, $0.id) }
    let links = effect.links.filter {
      $0.remaining > 0 && network.links.perDay[$0.id] == .infinity
    }.map { finding(.links, .perDay, $0.id) }
    let supplies = effect.supplies.filter {
      $0.remaining > 0 && network.supplies.perDay[$0.id] == .infinity
    }.map { finding(.supplies, .perDay, $0.id) }
    let parts = effect.arcs.filter { $0.remaining > 0 }.map { Int(network.arcs.link[$0.id]) }
    let shared = Set(parts).sorted().filter { network.links.perDay[$0] == .infinity }
      .map { finding(.links, .perDay, $0) }
    return lines + links + shared + supplies
  }
}
