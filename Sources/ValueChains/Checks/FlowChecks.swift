// SPDX-License-Identifier: Apache-2.0

/// What can flow where: unserved demands, cycles that feed only themselves, sites off the road.
///
/// Works on pairs of site and material, over links and recipes as they are described. Linear in
/// rows, except that a `*` link counts once for each material that may reach it.
struct FlowChecks {
  private let chain: ValueChain
  private let links: PlacedLinks
  private let keys: KeyChecks

  init(_ chain: ValueChain, _ keys: KeyChecks) {
    self.chain = chain
    self.keys = keys
    links = PlacedLinks(chain, keys)
  }

  func findings() -> [Finding] {
    // Rows that could not be read may be what is missing.
    let tables: [TableName] = [
      .sites, .materials, .lines, .recipes, .links, .supplies, .stocks, .arrivals, .demands,
    ]
    if tables.contains(where: { chain[$0].damage.lacksRows }) { return [] }
    return siteFindings() + demandAndCycleFindings()
  }

  // MARK: Sites

  /// Sites from which no chain of links leads to a demand.
  private func siteFindings() -> [Finding] {
    let sites = chain[.sites]
    var leads = Array(repeating: false, count: sites.count)
    var queue: [Int] = []
    for site in keys.rows(.demands, .site) where site >= 0 && !leads[Int(site)] {
      leads[Int(site)] = true
      queue.append(Int(site))
    }
    // Without any demand every site would be told; the missing demand already is.
    if queue.isEmpty { return [] }
    let inbound = Grouping(links.to, count: sites.count)
    while let site = queue.popLast() {
      for link in inbound[site] where links.from[Int(link)] >= 0 {
        let origin = Int(links.from[Int(link)])
        if !leads[origin] {
          leads[origin] = true
          queue.append(origin)
        }
      }
    }
    let canBeNamed = keys.canBeNamed(.sites)
    return leads.indices.filter { !leads[$0] && canBeNamed[$0] }.map { site in
      sites.finding(
        .siteUnreachable, .warning, site, nil,
        "Keine Verbindung führt von diesem Standort zu einer Nachfrage.",
        "No links join this site to a demand.")
    }
  }

  // MARK: Demands and cycles

  private func demandAndCycleFindings() -> [Finding] {
    let reach = Reach(chain, keys, links)
    let demands = chain[.demands]
    let site = keys.rows(.demands, .site)
    let material = keys.rows(.demands, .material)
    var findings: [Finding] = []
    for row in site.indices where site[row] >= 0 && material[row] >= 0 {
      if !reach.isObtainable(site: site[row], material: material[row]) {
        findings.append(
          demands.finding(
            .demandUnserved, .warning, row, nil,
            "Nichts kann diese Nachfrage bedienen: Kein Bestand, Bezug oder Weg der Herstellung führt hierher.",
            "Nothing can serve this demand: no stock, supply or way of making it leads here."))
      }
    }
    return findings + CycleChecks(chain, reach).findings()
  }
}

/// The ends of every link as rows of sites, -1 where not stated or unknown.
struct PlacedLinks {
  let from: [Int32]
  let to: [Int32]
  /// Row of the material, -1 for none, -2 for every material.
  let material: [Int32]

  init(_ chain: ValueChain, _ keys: KeyChecks) {
    from = keys.rows(.links, .fromSite)
    to = keys.rows(.links, .toSite)
    let texts = chain[.links].text(.material)
    let star = Array("*".utf8)[...]
    material = zip(keys.rows(.links, .material), texts.indices).map { row, at in
      row >= 0 ? row : texts.equals(at, star) ? -2 : -1
    }
  }
}

/// Rows grouped by an index they carry, compressed: the members of group `g` are one slice.
struct Grouping {
  let offsets: [Int]
  let members: [Int32]

  /// - Parameter group: the group of each row, negative for none.
  init(_ group: [Int32], count: Int) {
    var offsets = Array(repeating: 0, count: count + 1)
    for g in group where g >= 0 { offsets[Int(g) + 1] += 1 }
    for at in 0..<count { offsets[at + 1] += offsets[at] }
    var members = Array(repeating: Int32(0), count: offsets[count])
    var next = offsets
    for (row, g) in group.enumerated() where g >= 0 {
      members[next[Int(g)]] = Int32(row)
      next[Int(g)] += 1
    }
    self.offsets = offsets
    self.members = members
  }

  var count: Int { offsets.count - 1 }

  subscript(group: Int) -> ArraySlice<Int32> {
    members[offsets[group]..<offsets[group + 1]]
  }
}
