// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Capacity groups become supplies, and what is flexible in them options.
extension Merge {
  /// Some days with one capacity.
  struct Window {
    let from: Int
    var to: Int
    let monday: CalendarDay
    let actual: Double
    let maximum: Double
    let place: Place
  }

  /// A group whose materials are known.
  struct Group {
    let statement: CapacityStatement
    let source: Source
    let materials: [(key: String, loadFactor: Double)]
  }

  mutating func addCapacities() {
    let groups = statements.capacities.compactMap { open($0) }
    var groupsOf: [String: Int] = [:]
    for group in groups {
      for material in group.materials {
        groupsOf[group.statement.supplier.text + "|" + material.key, default: 0] += 1
      }
    }
    var shared: [(group: Group, organisation: String)] = []
    for group in groups {
      let supplier = group.statement.supplier
      let organisation = book.organisation(supplier, &writer)
      _ = book.organisation(group.statement.customer, &writer)
      for link in group.statement.links {
        guard let site = link.customerSite, let key = material(link.material) else { continue }
        want(key, at: site)
      }
      let isAlone = group.materials.allSatisfy { groupsOf[supplier.text + "|" + $0.key] == 1 }
      if group.materials.count == 1, isAlone, makers(of: group, organisation).isEmpty {
        addSupply(group, group.materials[0])
      } else {
        shared.append((group, organisation))
      }
      for material in group.materials { capacityKnown.insert(organisation + "|" + material.key) }
    }
    addShared(shared)
  }

  /// Lines of the supplier that the chain has for the group's materials.
  func makers(of group: Group, _ organisation: String) -> [ChainFacts.Line] {
    group.materials.flatMap { facts.lines(facts.makers[$0.key], at: "", or: organisation) }
  }

  /// Leaves out what cannot be placed, and says so.
  private mutating func open(_ group: CapacityStatement) -> Group? {
    let (source, place) = (Source(group), group.origin.place)
    if group.isInactive {
      log.warning(
        .leftOut, place, "Die Kapazitätsgruppe ist als nicht aktiv gekennzeichnet.",
        "The capacity group is marked as inactive.")
      return nil
    }
    if group.links.isEmpty {
      let isNested = !group.nested.isEmpty
      log.warning(
        .leftOut, place,
        isNested
          ? "Die Kapazitätsgruppe fasst andere zusammen; eine gemeinsame Grenze über Gruppen wird nicht übernommen."
          : "Der Kapazitätsgruppe ist kein Bedarf zugeordnet; wofür sie gilt, ist nicht bekannt.",
        isNested
          ? "The capacity group sums up others; a common limit over groups is not taken in."
          : "No demand is linked to the capacity group; what it is for is not known.")
      writer.ask(
        .supplier, source, .supplies, "", .perDay,
        "Wofür gilt die Kapazitätsgruppe „\(group.name)“, und welche Linien teilen sie sich?",
        "What is the capacity group “\(group.name)” for, and which lines share it?")
      return nil
    }
    if group.weeks.isEmpty {
      log.warning(
        .leftOut, place, "Die Kapazitätsgruppe nennt keine Kapazität.",
        "The capacity group states no capacity.")
      return nil
    }
    var factors: [(key: String, loadFactor: Double)] = []
    for link in group.links {
      guard let key = material(link.material) else { return nil }
      guard let at = factors.firstIndex(where: { $0.key == key }) else {
        factors.append((key, link.loadFactor))
        continue
      }
      if factors[at].loadFactor != link.loadFactor {
        log.warning(
          .statementsDiffer, link.place,
          "Für \(key) sind verschiedene Lastfaktoren genannt; es gilt der größte.",
          "Different load factors are stated for \(key); the largest holds.")
        factors[at].loadFactor = max(factors[at].loadFactor, link.loadFactor)
      }
    }
    return Group(statement: group, source: source, materials: factors)
  }

  // MARK: One material, one group

  private mutating func addSupply(_ group: Group, _ material: (key: String, loadFactor: Double)) {
    if material.loadFactor == 1 { expect(group.statement.unit, of: material.key) }
    let site = supplySite(of: group.statement)
    let organisation = book.organisation(group.statement.supplier, &writer)
    if facts.supplied.contains(organisation + "|" + material.key) {
      log.warning(
        .statementsDiffer, group.statement.origin.place,
        "Ein früherer Import brachte schon eine Kapazität von \(organisation) für \(material.key); beide zählen zusammen. Begrenzen sie dasselbe, beide Dateien in einem Aufruf einlesen.",
        "An earlier import already brought a capacity of \(organisation) for \(material.key); both add up. If they limit the same thing, import both files in one call."
      )
    }
    let windows = windows(of: group.statement)
    let note =
      material.loadFactor == 1 ? "" : "divided by the load factor \(material.loadFactor)"
    add(windows, group, site, material.key, perUnit: material.loadFactor, note)
    depart(site, material.key)
  }

  /// The supplier's one site, or a row that stands for all of them.
  mutating func supplySite(of group: CapacityStatement) -> String {
    let sites = Set(group.supplierSites)
    guard sites.count == 1, let site = sites.first else {
      return book.anySite(of: group.supplier, &writer)
    }
    return book.site(site, &writer)
  }

  mutating func add(
    _ windows: [Window], _ group: Group, _ site: String, _ material: String, perUnit: Double,
    _ note: String
  ) {
    let (statement, source) = (group.statement, group.source)
    let organisation = book.organisation(statement.supplier, &writer)
    let family = composedKey(
      "capacity", statement.supplier.text, statement.customer.text, statement.id)
    let flexible = composedKey(
      "flexible", statement.supplier.text, statement.customer.text, statement.id)
    var firstOption: String?
    for window in windows {
      func figure(_ weekly: Double) -> ExchangeWriter.Figure {
        ExchangeWriter.Figure(
          value: weekly / 7 / perUnit, kind: .estimate, source: source, origin: statement.origin,
          place: window.place, note: note)
      }
      let key = "\(family)/\(window.monday)"
      writer.add(
        .supplies,
        [
          .supply: key, .site: site, .material: material, .organisation: organisation,
          .fromDay: String(window.from), .toDay: String(window.to),
        ], [.perDay: figure(window.actual)])
      guard window.maximum > window.actual else { continue }
      let option = "\(flexible)/\(window.monday)"
      firstOption = firstOption ?? option
      writer.add(
        .options,
        [
          .option: option, .name: statement.name, .kind: "supplier", .target: key,
          .maxModules: "1", .fromDay: String(window.from),
        ], [.modulePerDay: figure(window.maximum - window.actual)])
    }
    if let firstOption {
      writer.ask(
        .supplier, source, .options, firstOption, .costPerModule,
        "Was kostet es, die Kapazität „\(statement.name)“ von der tatsächlichen auf die höchste zu bringen, und wie lange dauert das?",
        "What does it cost to bring the capacity “\(statement.name)” from actual to maximum, and how long does it take?"
      )
    }
    if let last = windows.last {
      writer.ask(
        .supplier, source, .supplies, "\(family)/\(last.monday)", .toDay,
        "Welche Kapazität hat „\(statement.name)“ nach Tag \(last.to)? Bisher endet der Bezug dort.",
        "What is the capacity of “\(statement.name)” after day \(last.to)? So far the supply ends there."
      )
    }
  }
}
