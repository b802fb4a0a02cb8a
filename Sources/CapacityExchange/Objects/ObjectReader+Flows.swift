// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// What comes: `PlannedProductionOutput` and `DeliveryInformation`, 1.0 and 2.0.
extension ObjectReader {
  func plannedOutput(_ origin: Origin) -> OutputStatement? {
    guard let material = ownMaterial(origin, false) else { return nil }
    let lots = positions("allocatedPlannedProductionOutputs").compactMap {
      lot -> OutputStatement.Lot? in
      guard lot.isObject(), let amount = lot.amount("plannedProductionQuantity"),
        let site = lot.partner(.site, "productionSiteBpns"),
        let day = lot.day("estimatedTimeOfCompletion")
      else { return nil }
      return OutputStatement.Lot(
        site: site, quantity: amount.quantity, unit: amount.unit, day: day, place: lot.place)
    }
    return OutputStatement(origin: latest(origin), material: material, lots: lots)
  }

  func delivery(_ origin: Origin) -> DeliveryStatement? {
    guard let material = ownMaterial(origin, false) else { return nil }
    let lots = positions("deliveries").compactMap { lot -> DeliveryStatement.Lot? in
      guard lot.isObject(), let amount = lot.amount("deliveryQuantity"),
        let route = lot.route()
      else { return nil }
      var departure: DeliveryStatement.Event?
      var arrival: DeliveryStatement.Event?
      for event in lot.elements("transitEvents") {
        guard event.isObject(), let kind = event.text("eventType"),
          let day = event.day("dateTimeOfEvent")
        else { continue }
        let read = DeliveryStatement.Event(day: day, isActual: kind.hasPrefix("actual"))
        switch kind {
        case "estimated-departure", "actual-departure":
          if departure?.isActual != true { departure = read }
        case "estimated-arrival", "actual-arrival":
          if arrival?.isActual != true { arrival = read }
        default:
          log.error(
            .choiceUnknown, event.place, "„\(kind.shown)“ ist kein Ereignis einer Lieferung.",
            "“\(kind.shown)” is no event of a delivery.")
        }
      }
      return DeliveryStatement.Lot(
        origin: route.origin, destination: route.destination, quantity: amount.quantity,
        unit: amount.unit, departure: departure, arrival: arrival, place: lot.place)
    }
    return DeliveryStatement(origin: latest(origin), material: material, lots: lots)
  }

  private func positions(_ name: String) -> [ObjectReader] {
    elements("positions").flatMap { $0.isObject() ? $0.elements(name) : [] }
  }

  private func amount(_ name: String) -> (quantity: Double, unit: StatedUnit?)? {
    guard let amount = property(name) else {
      missing(name)
      return nil
    }
    guard amount.isObject(), let quantity = amount.quantity("value", "quantityNumber") else {
      return nil
    }
    return (quantity, amount.unit("unit", "measurementUnit"))
  }

  private func route() -> (origin: PartnerNumber, destination: PartnerNumber)? {
    guard let places = property("transitLocations") else {
      missing("transitLocations")
      return nil
    }
    guard places.isObject() else { return nil }
    func end(_ name: String) -> PartnerNumber? {
      guard let end = places.property(name) else {
        places.missing(name)
        return nil
      }
      return end.isObject() ? end.partner(.site, "bpnsProperty") : nil
    }
    let (origin, destination) = (end("origin"), end("destination"))
    guard let origin, let destination else { return nil }
    return (origin, destination)
  }

  /// The origin with the latest update of any position or lot.
  private func latest(_ origin: Origin) -> Origin {
    let positions = property("positions")?.node.elements ?? []
    let lots = positions.flatMap {
      ($0["deliveries"] ?? $0["allocatedPlannedProductionOutputs"])?.elements ?? []
    }
    let times = (positions + lots).compactMap {
      $0["lastUpdatedOnDateTime"]?.text.flatMap(Timestamp.init)
    }
    var origin = origin
    origin.changed = times.max { $0.seconds < $1.seconds } ?? origin.changed
    return origin
  }
}
