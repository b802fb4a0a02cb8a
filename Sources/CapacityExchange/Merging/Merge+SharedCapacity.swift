// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// A capacity that several materials or groups share, or that limits lines of the chain.
extension Merge {
  /// Capacities that meet in one line lie where the line stands.
  mutating func addShared(_ groups: [(group: Group, organisation: String)]) {
    var makerSites: [String: Set<String>] = [:]
    var ownSites: [String: Set<PartnerNumber>] = [:]
    for (group, organisation) in groups {
      makerSites[organisation, default: []].formUnion(
        makers(of: group, organisation).map(\.site) + madeLines(of: group))
      ownSites[organisation, default: []].formUnion(group.statement.supplierSites)
    }
    for (group, organisation) in groups {
      let sites = makerSites[organisation] ?? []
      if sites.count > 1 {
        leaveOutDivided(group)
        continue
      }
      let own = ownSites[organisation] ?? []
      let single = own.count == 1 ? own.first.map { book.site($0, &writer) } : nil
      let site = sites.first ?? single ?? book.anySite(of: group.statement.supplier, &writer)
      add(group, at: site, organisation)
    }
  }

  /// Where lines stand that an earlier import made for the group's materials.
  private func madeLines(of group: Group) -> [String] {
    let names = Set(group.materials.map { madeLine(of: $0.key, group.statement.supplier) })
    let lines = writer.chain[.lines]
    return (0..<lines.count).filter { names.contains(lines.text(.line, $0)) }
      .map { lines.text(.site, $0) }
  }

  private func madeLine(of material: String, _ supplier: PartnerNumber) -> String {
    ExchangeWriter.lineMark + composedKey(supplier.text, material)
  }

  /// The capacity becomes a material of its own that lines use up; so any mix is held to it, and
  /// lines that people have modelled keep their inputs.
  private mutating func add(_ group: Group, at site: String, _ organisation: String) {
    let statement = group.statement
    let capacity = composedKey(
      "capacity", statement.supplier.text, statement.customer.text, statement.id)
    if !writer.has(.materials, capacity) {
      writer.add(
        .materials,
        [
          .material: capacity, .name: statement.name, .stage: "service",
          .unit: statement.unit?.unit.name ?? "",
        ])
    }
    writer.add(
      .stocks, [.site: site, .material: capacity],
      [
        .maximum: ExchangeWriter.Figure(
          value: 0, kind: .fact, source: group.source, origin: statement.origin,
          place: statement.origin.place, note: "capacity cannot be stored")
      ])
    add(windows(of: statement), group, site, capacity, perUnit: 1, "")
    for material in group.materials {
      let own = facts.lines(facts.makers[material.key], at: site, or: organisation)
      if own.isEmpty {
        let line = makingLine(of: material.key, statement.supplier, at: site)
        use(capacity, material.loadFactor, on: line, group)
        depart(site, material.key)
      }
      for line in own { use(capacity, material.loadFactor * line.quantity, on: line.line, group) }
    }
  }

  private mutating func leaveOutDivided(_ group: Group) {
    let statement = group.statement
    log.warning(
      .leftOut, statement.origin.place,
      "Die Kette macht diese Materialien an mehreren Standorten des Lieferanten; wie sich die Kapazität verteilt, ist nicht bekannt.",
      "The chain makes these materials at several sites of the supplier; how the capacity is divided is not known."
    )
    writer.ask(
      .supplier, group.source, .supplies, "", .perDay,
      "Wie verteilt sich die Kapazität „\(statement.name)“ auf die Standorte?",
      "How is the capacity “\(statement.name)” divided among the sites?")
  }

  private mutating func makingLine(
    of material: String, _ supplier: PartnerNumber, at site: String
  ) -> String {
    let line = madeLine(of: material, supplier)
    if !writer.has(.lines, line) {
      writer.add(.lines, [.line: line, .site: site])
      writer.chain[.recipes].append([
        .line: Cell(line), .material: Cell(material), .quantity: .number(1),
      ])
    }
    return line
  }

  private mutating func use(_ capacity: String, _ quantity: Double, on line: String, _ group: Group)
  {
    if writer.has(.recipes, "\(line)|\(capacity)") { return }
    writer.add(
      .recipes, [.line: line, .material: capacity],
      [
        .quantity: ExchangeWriter.Figure(
          value: -quantity, kind: .estimate, source: group.source,
          origin: group.statement.origin, place: group.statement.origin.place,
          note: "load factor times output")
      ])
  }
}
