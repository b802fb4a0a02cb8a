// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Whose the sites are, which materials are meant, and in which units they count.
extension Merge {
  mutating func learnOwners() {
    for demand in statements.demands {
      for series in demand.series {
        learn([series.customerSite], demand.material.customer, series.place)
        learn(series.supplierSites, demand.material.supplier, series.place)
      }
    }
    for group in statements.capacities {
      learn(group.supplierSites, group.supplier, group.origin.place)
      for link in group.links {
        learn(link.customerSite.map { [$0] } ?? [], group.customer, link.place)
      }
    }
    for stock in statements.stocks {
      for lot in stock.lots where stock.isInbound {
        learn([lot.site], stock.material.customer, lot.place)
      }
    }
    for output in statements.outputs {
      for lot in output.lots { learn([lot.site], output.material.supplier, lot.place) }
    }
    book.fillOwners(&writer)
  }

  private mutating func learn(_ sites: [PartnerNumber], _ owner: PartnerNumber?, _ place: Place) {
    guard let owner else { return }
    for site in sites where !book.learn(site, isOf: owner) {
      log.warning(
        .statementsDiffer, place,
        "\(site.text) gehört nach einer anderen Angabe nicht zu \(owner.text); es gilt die erste.",
        "By another statement \(site.text) does not belong to \(owner.text); the first holds.")
    }
  }

  /// The material meant; nil, and told, where its numbers contradict each other.
  mutating func material(_ reference: MaterialReference) -> String? {
    switch book.material(reference, &writer) {
    case .material(let key): return key
    case .contradiction(let keys):
      let names = keys.joined(separator: ", ")
      log.error(
        .statementsDiffer, reference.place,
        "Die Nummern dieses Materials meinen verschiedene Materialien der Kette: \(names).",
        "The numbers of this material mean different materials of the chain: \(names).")
      return nil
    }
  }

  /// Objects that say most of a material come first, so that those with one number find it.
  mutating func readUnits() {
    let active = statements.demands.filter { !$0.isInactive }
    for demand in active where demand.material.customer != nil {
      guard let key = material(demand.material) else { continue }
      expect(demand.unit, of: key)
    }
    for group in statements.capacities where !group.isInactive {
      for link in group.links { _ = material(link.material) }
    }
    for demand in active {
      guard let key = material(demand.material) else { continue }
      for entry in demand.series.flatMap(\.entries) { expect(entry.unit, of: key) }
    }
    for stock in statements.stocks {
      guard let key = material(stock.material) else { continue }
      for lot in stock.lots { expect(lot.unit, of: key) }
    }
    for output in statements.outputs {
      guard let key = material(output.material) else { continue }
      for lot in output.lots { expect(lot.unit, of: key) }
    }
    for delivery in statements.deliveries {
      guard let key = material(delivery.material) else { continue }
      for lot in delivery.lots { expect(lot.unit, of: key) }
    }
  }

  /// Compares a unit with the material's; the first one stated is the material's where it has none.
  mutating func expect(_ stated: StatedUnit?, of material: String) {
    guard let stated else { return }
    if units[material] == nil, let row = materialRow(material) {
      if let unit = UnitName(writer.chain[.materials].text(.unit, row)) {
        units[material] = unit
      } else {
        units[material] = stated.unit
        learntUnits.append((row, .unit, .text(stated.unit.name)))
      }
    }
    guard let unit = units[material], unit != stated.unit else { return }
    log.error(
      .unitDiffers, stated.place,
      "Die Einheit ist hier \(stated.unit.name), für \(material) sonst \(unit.name); umgerechnet wird nichts.",
      "The unit here is \(stated.unit.name), for \(material) otherwise \(unit.name); nothing is converted."
    )
  }

  /// The row of a material; rows are only added while a merge runs.
  private mutating func materialRow(_ material: String) -> Int? {
    let materials = writer.chain[.materials]
    for row in countedMaterials..<materials.count {
      let key = materials.text(.material, row)
      if rowOfMaterial[key] == nil { rowOfMaterial[key] = row }
    }
    countedMaterials = materials.count
    return rowOfMaterial[material]
  }
}
