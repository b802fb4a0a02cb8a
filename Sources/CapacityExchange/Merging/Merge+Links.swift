// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Links join the places that send a material with those that want it.
extension Merge {
  /// Notes that a material is wanted at a site, or where a line of the site's organisation takes it.
  /// Gives the key of the site.
  @discardableResult
  mutating func want(_ material: String, at number: PartnerNumber) -> String {
    let site = book.site(number, &writer)
    let lines = facts.lines(
      facts.takers[material], at: site, or: book.organisation(ofSite: site))
    let isHere = lines.isEmpty || lines.contains { $0.site == site }
    let place = isHere ? site : lines[0].site
    if destinations[material]?.contains(place) != true {
      destinations[material, default: []].append(place)
    }
    return site
  }

  mutating func depart(_ site: String, _ material: String) {
    if !departures.contains(where: { $0.site == site && $0.material == material }) {
      departures.append((site, material))
    }
  }

  /// From every place that sends a material to every place that wants it, unless people have
  /// modelled a way.
  mutating func addLinks() {
    for (from, material) in departures {
      let carried = [material, "*"].contains { facts.outbound.contains("\(from)|\($0)") }
      for to in destinations[material] ?? [] where to != from {
        let key = composedKey("link", from, to, material)
        if writer.has(.links, key) { continue }
        let exists = [material, "*"].contains { facts.linked.contains("\(from)|\(to)|\($0)") }
        if exists || carried && !hasImportedWay(from, material) { continue }
        writer.add(.links, [.link: key, .fromSite: from, .toSite: to, .material: material])
        writer.ask(
          .supplier, .numbers, .links, key, .leadDays,
          "Wie lange ist \(material) von \(from) nach \(to) unterwegs, und auf welchem Weg?",
          "How long does \(material) take from \(from) to \(to), and by which way?")
      }
    }
  }

  private func hasImportedWay(_ from: String, _ material: String) -> Bool {
    writer.chain[.links].text(.link).contains { $0.hasPrefix("link:\(from):") }
  }
}
