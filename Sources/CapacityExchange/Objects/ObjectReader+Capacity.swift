// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Capacity groups: `WeekBasedCapacityGroup` 1.0.1 to 3.0.1.
extension ObjectReader {
  func capacityGroup(_ origin: Origin) -> CapacityStatement? {
    let id = text("capacityGroupId").map { id in
      let plain = id.lowercased()
      return plain.hasPrefix("urn:uuid:") ? String(plain.dropFirst(9)) : plain
    }
    if id == nil { missing("capacityGroupId") }
    guard let customer = partner(.legalEntity, "customer"),
      let supplier = partner(.legalEntity, "supplier"), let id
    else { return nil }
    let links = elements("linkedDemandSeries", isRequired: false).compactMap {
      $0.link(customer: customer, supplier: supplier)
    }
    let nested = property("linkedCapacityGroups").map(\.elements) ?? []
    let sites = property("supplierLocations").map(\.elements) ?? []
    let weeks = elements("capacities", isRequired: false).compactMap { $0.capacityWeek() }
    tellUnused()
    return CapacityStatement(
      origin: origin, id: id, name: text("name") ?? id, customer: customer, supplier: supplier,
      supplierSites: sites.compactMap { $0.partner(.site) },
      isInactive: flag("capacityGroupIsInactive"), unit: unit("unitOfMeasure", "unityOfMeasure"),
      links: links, nested: nested.compactMap(\.node.text), weeks: weeks)
  }

  private func link(customer: PartnerNumber, supplier: PartnerNumber) -> CapacityStatement.Link? {
    guard isObject(), let material = material(customer: customer, supplier: supplier) else {
      return nil
    }
    _ = demandCategory()
    let factor = quantity("loadFactor", isRequired: false) ?? 1
    if factor == 0 {
      log.error(
        .outOfRange, property("loadFactor")?.place ?? place,
        "Ein Lastfaktor von 0 hieße, dass nichts gebraucht wird.",
        "A load factor of 0 would mean that nothing is needed.")
      return nil
    }
    return CapacityStatement.Link(
      material: material, customerSite: partner(.site, "customerLocation", isRequired: false),
      loadFactor: factor, place: place)
  }

  private func capacityWeek() -> CapacityStatement.Week? {
    guard isObject() else { return nil }
    let monday = week("pointInTime", "calendarWeek")
    let actual = quantity("actualCapacity")
    let maximum = quantity("maximumCapacity")
    guard let monday, let actual, let maximum else { return nil }
    if maximum < actual {
      log.warning(
        .statementsDiffer, place,
        "Die Höchstkapazität liegt unter der tatsächlichen; es gilt die tatsächliche.",
        "The maximum capacity is below the actual one; the actual one holds.")
    }
    return CapacityStatement.Week(
      monday: monday, actual: actual, maximum: max(actual, maximum), place: place)
  }

  /// Properties that are known and not taken in are told once an object.
  private func tellUnused() {
    let weeks = property("capacities").map(\.elements) ?? []
    let unused = ["agreedCapacity", "deltaProductionResult"].filter { name in
      weeks.contains { $0.node[name] != nil }
    }
    guard !unused.isEmpty else { return }
    let names = unused.joined(separator: ", ")
    log.warning(
      .leftOut, property("capacities")?.place ?? place,
      "Nicht übernommen: \(names). Diese Angaben dienen nur der Kenntnis.",
      "Not taken in: \(names). They are for information only.")
  }
}
