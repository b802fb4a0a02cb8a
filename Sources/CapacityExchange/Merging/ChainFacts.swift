// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What people have modelled already, looked up once: lines, links and demands by material and site.
struct ChainFacts {
  struct Line {
    let line: String
    let site: String
    /// Per run; positive.
    let quantity: Double
  }

  /// Lines that make, or take, a material.
  private(set) var makers: [String: [Line]] = [:]
  private(set) var takers: [String: [Line]] = [:]
  private(set) var organisationOfSite: [String: String] = [:]
  /// `site|material` of demands that did not come from an exchange.
  private(set) var demanded: Set<String> = []
  /// `organisation|material` of supplies an exchange brought.
  private(set) var supplied: Set<String> = []
  /// `site|material` that some link already carries away.
  private(set) var outbound: Set<String> = []
  /// `from|to|material` of all links.
  private(set) var linked: Set<String> = []

  init(_ chain: ValueChain) {
    let sites = chain[.sites]
    for row in 0..<sites.count {
      organisationOfSite[sites.text(.site, row)] = sites.text(.organisation, row)
    }
    let lines = chain[.lines]
    var siteOfLine: [String: String] = [:]
    for row in 0..<lines.count { siteOfLine[lines.text(.line, row)] = lines.text(.site, row) }
    let recipes = chain[.recipes]
    for row in 0..<recipes.count {
      let line = recipes.text(.line, row)
      guard !line.hasPrefix(ExchangeWriter.lineMark), let site = siteOfLine[line],
        let quantity = recipes.number(.quantity, row)
      else { continue }
      let entry = Line(line: line, site: site, quantity: abs(quantity))
      let material = recipes.text(.material, row)
      if quantity > 0 { makers[material, default: []].append(entry) }
      if quantity < 0 { takers[material, default: []].append(entry) }
    }
    let imported = Self.imported(.demands, in: chain)
    let demands = chain[.demands]
    for row in 0..<demands.count where !imported.contains(demands.text(.demand, row)) {
      demanded.insert(demands.text(.site, row) + "|" + demands.text(.material, row))
    }
    let importedSupplies = Self.imported(.supplies, in: chain)
    let supplies = chain[.supplies]
    for row in 0..<supplies.count where importedSupplies.contains(supplies.text(.supply, row)) {
      supplied.insert(supplies.text(.organisation, row) + "|" + supplies.text(.material, row))
    }
    let links = chain[.links]
    for row in 0..<links.count {
      let (from, material) = (links.text(.fromSite, row), links.text(.material, row))
      outbound.insert(from + "|" + material)
      linked.insert("\(from)|\(links.text(.toSite, row))|\(material)")
    }
  }

  /// Keys of rows whose figures came from an exchange.
  static func imported(_ table: TableName, in chain: ValueChain) -> Set<String> {
    let provenance = chain[.provenance]
    var keys: Set<String> = []
    for row in 0..<provenance.count
    where provenance.text(.table, row) == table.rawValue
      && provenance.text(.source, row).hasPrefix(Source.prefix)
    {
      keys.insert(provenance.text(.key, row))
    }
    return keys
  }

  /// Lines at a site, or anywhere in its organisation.
  func lines(_ lines: [Line]?, at site: String, or organisation: String) -> [Line] {
    (lines ?? []).filter { line in
      line.site == site
        || !organisation.isEmpty && organisationOfSite[line.site] == organisation
    }
  }
}
