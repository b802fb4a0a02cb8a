// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Which rows the partners' numbers mean: organisations by `BPNL`, sites by `BPNS`, materials by
/// customer's number, supplier's number and asset id.
struct PartnerBook {
  private var organisations: [String: String] = [:]
  private var sites: [String: String] = [:]
  private var siteOwners: [String: PartnerNumber] = [:]
  private var organisationOfSite: [String: String] = [:]
  /// Materials by `cx-…` numbers as provenance notes them.
  var materials: [String: Set<String>] = [:]
  /// Materials a customer's number is already known of.
  var claimed: Set<String> = []

  init(_ chain: ValueChain) {
    let rows = chain[.organisations]
    for row in 0..<rows.count {
      let key = rows.text(.organisation, row)
      organisations[key.uppercased()] = key
    }
    for row in 0..<rows.count {
      for identifier in rows.text(.identifier, row).split(whereSeparator: { ";, ".contains($0) }) {
        let text = identifier.uppercased()
        if text.hasPrefix("BPNL:") {
          organisations[String(text.dropFirst(5))] = rows.text(.organisation, row)
        }
      }
    }
    let places = chain[.sites]
    for row in 0..<places.count {
      let key = places.text(.site, row)
      sites[key.uppercased()] = key
      organisationOfSite[key] = places.text(.organisation, row)
    }
    let provenance = chain[.provenance]
    for row in 0..<provenance.count {
      let (note, key) = (provenance.text(.note, row), provenance.text(.key, row))
      if note.hasPrefix("cx-site:") {
        sites[note.dropFirst(8).uppercased()] = key
      } else if note.hasPrefix("cx-customer:") || note.hasPrefix("cx-supplier:")
        || note.hasPrefix("cx-asset:")
      {
        materials[note, default: []].insert(key)
        if note.hasPrefix("cx-customer:") { claimed.insert(key) }
      }
    }
  }

  // MARK: Organisations and sites

  /// The key of an organisation; a new row where there is none.
  mutating func organisation(_ number: PartnerNumber, _ writer: inout ExchangeWriter) -> String {
    if let key = organisations[number.text] { return key }
    let key = number.text
    organisations[key] = key
    writer.add(.organisations, [.organisation: key, .identifier: "bpnl:\(key)"])
    writer.ask(
      .analyst, .numbers, .organisations, key, .name,
      "Wie heißt die Organisation \(key), und in welchem Land sitzt sie?",
      "What is the organisation \(key) called, and in which country is it?")
    return key
  }

  /// Learns whose a site is; says whether that agrees with what was learnt before.
  mutating func learn(_ site: PartnerNumber, isOf owner: PartnerNumber) -> Bool {
    if let known = siteOwners[site.text] { return known == owner }
    siteOwners[site.text] = owner
    return true
  }

  func owner(of site: PartnerNumber) -> PartnerNumber? { siteOwners[site.text] }

  /// The row of a site, nil where there is none yet.
  func knownSite(_ number: PartnerNumber) -> String? { sites[number.text] }

  /// The organisation of a row, `""` where it is not known.
  func organisation(ofSite key: String) -> String { organisationOfSite[key] ?? "" }

  /// Sites that are in the chain without an organisation get the one that was learnt.
  mutating func fillOwners(_ writer: inout ExchangeWriter) {
    let places = writer.chain[.sites]
    var cells: [(row: Int, column: ColumnName, cell: Cell)] = []
    var rowOf: [String: Int] = [:]
    for row in 0..<places.count { rowOf[places.text(.site, row)] = row }
    for (number, owner) in siteOwners.sorted(by: { $0.key < $1.key }) {
      guard let key = sites[number], let row = rowOf[key], organisation(ofSite: key).isEmpty else {
        continue
      }
      let organisation = organisation(owner, &writer)
      organisationOfSite[key] = organisation
      cells.append((row, .organisation, .text(organisation)))
    }
    writer.chain[.sites].set(cells)
  }

  mutating func site(_ number: PartnerNumber, _ writer: inout ExchangeWriter) -> String {
    if let key = sites[number.text] { return key }
    let key = number.text
    sites[key] = key
    let owner = siteOwners[key].map { organisation($0, &writer) } ?? ""
    organisationOfSite[key] = owner
    writer.add(.sites, [.site: key, .organisation: owner])
    writer.ask(
      .analyst, .numbers, .sites, key, .latitude,
      "Wo liegt der Standort \(key), und wie heißt er?",
      "Where is the site \(key), and what is it called?")
    if owner.isEmpty {
      writer.ask(
        .analyst, .numbers, .sites, key, .organisation,
        "Welcher Organisation gehört der Standort \(key)?",
        "Which organisation does the site \(key) belong to?")
    }
    return key
  }

  /// A site that stands for all places of an organisation, where it does not say which one.
  mutating func anySite(of number: PartnerNumber, _ writer: inout ExchangeWriter) -> String {
    if let key = sites[number.text] { return key }
    let owner = organisation(number, &writer)
    sites[number.text] = number.text
    organisationOfSite[number.text] = owner
    writer.add(.sites, [.site: number.text, .organisation: owner])
    writer.ask(
      .supplier, .numbers, .sites, number.text, .site,
      "Aus welchen Standorten liefert \(number.text)? Genannt ist keiner oder mehr als einer.",
      "From which sites does \(number.text) deliver? None is named, or more than one.")
    return number.text
  }
}
