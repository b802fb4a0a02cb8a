// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import HeapModule
import ValueChains

/// How much a material rests on few: Herfindahl–Hirschman indices of its sources' shares.
struct Concentration {
  let country: Double?
  let group: Double?
  let passage: Double?
  let unknownCountryShare: Double
}

/// Attributes of sources by which concentration is measured.
struct SourceAttributes {
  private let network: FlowNetwork
  private let siteCountry: [String]
  private let siteGroup: [String]
  private let supplyCountry: [String]
  private let supplyGroup: [String]
  private let passages: [[String]]
  private let linksOfMaterial: (rows: Compressed, entries: [Int32])
  private let users: (rows: Compressed, entries: [Int32])

  init(_ network: FlowNetwork) {
    self.network = network
    let chain = network.chain
    let organisations = chain.keys(of: .organisations)
    let roots = Self.groupRoots(chain, organisations)
    let countries = chain[.organisations].text(.country)
    func attributes(_ table: TableName) -> (country: [String], group: [String]) {
      let owners = organisations.rows(of: chain[table].text(.organisation))
      let own = chain[table].text(.country)
      return (
        owners.indices.map { row in
          own[row].isEmpty && owners[row] >= 0 ? countries[Int(owners[row])] : own[row]
        },
        owners.map { $0 >= 0 ? roots[Int($0)] : "" }
      )
    }
    (siteCountry, siteGroup) = attributes(.sites)
    (supplyCountry, supplyGroup) = attributes(.supplies)
    passages = chain[.links].text(.passages).map(PassageList.names)
    linksOfMaterial = Compressed.grouping(
      network.arcs.from.map { network.pairs.material[Int($0)] }, rows: network.materialCount)
    var userPairs = Set<Int32>()
    for entry in network.lines.recipePair.indices where network.lines.recipeQuantity[entry] < 0 {
      userPairs.insert(network.lines.recipePair[entry])
    }
    for pair in network.demands.pair where pair >= 0 { userPairs.insert(pair) }
    users = Compressed.grouping(
      network.pairs.material.indices.map {
        userPairs.contains(Int32($0)) ? network.pairs.material[$0] : -1
      }, rows: network.materialCount)
  }

  /// The highest parent of each organisation: a key, or a free name; itself where it has none.
  private static func groupRoots(_ chain: ValueChain, _ index: KeyIndex) -> [String] {
    let names = chain[.organisations].text(.organisation)
    let groups = chain[.organisations].text(.group)
    return names.indices.map { row in
      var at = row
      var seen: Set<Int> = [row]
      while !groups[at].isEmpty {
        guard let parent = index[groups[at]] else { return groups[at] }
        // Organisations that own each other in a circle are one group, named by the first of them.
        guard seen.insert(parent).inserted else { return names[seen.min() ?? row] }
        at = parent
      }
      return names[at]
    }
  }

  func concentration(of material: Int, _ sources: [MaterialSources.Source]) -> Concentration {
    guard !sources.isEmpty else {
      return Concentration(country: nil, group: nil, passage: nil, unknownCountryShare: 0)
    }
    let countries = sources.map { country($0) }
    let unknown = zip(sources, countries).filter { $1.isEmpty }.reduce(0) { $0 + $1.0.share }
    return Concentration(
      country: index(sources, countries), group: index(sources, sources.map { group($0) }),
      passage: passageIndex(material, sources), unknownCountryShare: unknown)
  }

  private func country(_ source: MaterialSources.Source) -> String {
    switch source.element {
    case .line: siteCountry[source.site].uppercased()
    case .supply(let supply): supplyCountry[supply].uppercased()
    }
  }

  private func group(_ source: MaterialSources.Source) -> String {
    switch source.element {
    case .line: siteGroup[source.site]
    case .supply(let supply): supplyGroup[supply]
    }
  }

  /// Sum of squared shares; sources without the attribute count as different from all others.
  private func index(_ sources: [MaterialSources.Source], _ attributes: [String]) -> Double? {
    var shares: [String: Double] = [:]
    var sum = 0.0
    for (source, attribute) in zip(sources, attributes) {
      if attribute.isEmpty { sum += source.share * source.share }
      shares[attribute, default: 0] += source.share
    }
    shares[""] = nil
    if shares.isEmpty { return nil }
    return shares.keys.sorted().reduce(sum) { $0 + shares[$1]! * shares[$1]! }
  }

  /// Sum of squared shares of the sources that come through the same passages on their quickest way
  /// to where the material is used; sources that need none do not count. 0: no passage matters.
  private func passageIndex(_ material: Int, _ sources: [MaterialSources.Source]) -> Double {
    let next = quickestLinks(material)
    var shares: [String: Double] = [:]
    for source in sources {
      var names: Set<String> = []
      var site = source.site
      while let link = next[site] {
        names.formUnion(passages[link])
        site = Int(network.links.to[link])
      }
      if !names.isEmpty {
        shares[names.sorted().joined(separator: ";"), default: 0] += source.share
      }
    }
    return shares.keys.sorted().reduce(0) { $0 + shares[$1]! * shares[$1]! }
  }

  private struct Step: Comparable {
    let days: Double
    let site: Int
    static func < (a: Step, b: Step) -> Bool { (a.days, a.site) < (b.days, b.site) }
  }

  /// The first link of the quickest way from each site to a user of the material (Dijkstra,
  /// backwards from the users).
  private func quickestLinks(_ material: Int) -> [Int: Int] {
    var inbound: [Int: [Int]] = [:]
    for entry in linksOfMaterial.rows[material] {
      let link = Int(network.arcs.link[Int(linksOfMaterial.entries[entry])])
      inbound[Int(network.links.to[link]), default: []].append(link)
    }
    var days: [Int: Double] = [:]
    var next: [Int: Int] = [:]
    var heap = Heap<Step>()
    for entry in users.rows[material] {
      let site = Int(network.pairs.site[Int(users.entries[entry])])
      days[site] = 0
      heap.insert(Step(days: 0, site: site))
    }
    while let step = heap.popMin() {
      guard step.days == days[step.site] else { continue }
      for link in inbound[step.site] ?? [] {
        let from = Int(network.links.from[link])
        let total = step.days + network.links.leadDays[link]
        if total < days[from] ?? .infinity {
          days[from] = total
          next[from] = link
          heap.insert(Step(days: total, site: from))
        }
      }
    }
    return next
  }
}

extension MaterialStructure {
  /// The structure of every material of a network.
  static func all(_ network: FlowNetwork) -> [MaterialStructure] {
    let sources = MaterialSources(network)
    let requirements = MaterialRequirements(network, sources)
    let attributes = SourceAttributes(network)
    return (0..<network.materialCount).map { material in
      let own = sources.of(material)
      let concentration = attributes.concentration(of: material, own)
      return MaterialStructure(
        material: network.chain[.materials].key(material), row: material,
        tier: requirements.tier[material], perUnitOfProduct: requirements.perUnit[material],
        sources: own.count, hhiCountry: concentration.country, hhiGroup: concentration.group,
        hhiPassage: own.isEmpty ? nil : concentration.passage,
        unknownCountryShare: concentration.unknownCountryShare)
    }
  }
}
