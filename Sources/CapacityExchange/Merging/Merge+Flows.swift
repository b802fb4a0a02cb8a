// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Planned production and deliveries become arrivals; links join suppliers to customers.
extension Merge {
  /// What a supplier plans to make arrives at its own site, unless its capacity is known: then the
  /// plan is what becomes of that capacity.
  mutating func addOutputs() {
    for output in statements.outputs {
      guard let key = material(output.material) else { continue }
      let source = Source(output.origin, output.material, isInbound: false)
      for lot in output.lots {
        let site = book.site(lot.site, &writer)
        if isCapacityKnown(key, at: site) {
          log.warning(
            .leftOut, lot.place,
            "Für \(key) ist die Kapazität des Lieferanten bekannt; die geplante Menge ist ein Teil davon.",
            "The supplier's capacity for \(key) is known; the planned quantity is part of it.")
          continue
        }
        guard isWithinHorizon(lot.day, lot.place) else { continue }
        guard day(lot.day) >= 1 else {
          tellPast(lot.day, lot.place)
          continue
        }
        writer.addArrival(
          site, key, day(lot.day),
          ExchangeWriter.Figure(
            value: lot.quantity, kind: .estimate, source: source, origin: output.origin,
            place: lot.place, note: "planned production"))
        depart(site, key)
      }
    }
  }

  private func isCapacityKnown(_ material: String, at site: String) -> Bool {
    let organisation = book.organisation(ofSite: site)
    if organisation.isEmpty { return false }
    let key = organisation + "|" + material
    return capacityKnown.contains(key) || facts.supplied.contains(key)
      || !facts.lines(facts.makers[material], at: site, or: organisation).isEmpty
  }

  private func tellPast(_ day: CalendarDay, _ place: Place) {
    log.warning(
      .leftOut, place, "\(day) liegt vor Tag 1 (\(writer.firstDay)) und zählt nicht.",
      "\(day) is before day 1 (\(writer.firstDay)) and does not count.")
  }

  // MARK: Deliveries

  mutating func addDeliveries() {
    for delivery in statements.deliveries {
      guard let key = material(delivery.material) else { continue }
      let source = Source(delivery.origin, delivery.material, isInbound: false)
      for lot in delivery.lots {
        let site = want(key, at: lot.destination)
        guard let arrival = arrival(of: lot, key, site, source) else { continue }
        writer.addArrival(
          site, key, day(arrival.day),
          ExchangeWriter.Figure(
            value: lot.quantity, kind: lot.departure?.isActual == true ? .fact : .estimate,
            source: source, origin: delivery.origin, place: lot.place, note: "delivery"))
      }
    }
  }

  /// When a delivery arrives; nil, and told, where it takes no part.
  private mutating func arrival(
    of lot: DeliveryStatement.Lot, _ material: String, _ site: String, _ source: Source
  ) -> DeliveryStatement.Event? {
    let quantity = LocalizedText(number: lot.quantity, fractionDigits: 3)
    guard let arrival = lot.arrival else {
      log.warning(
        .leftOut, lot.place, "Wann die Lieferung ankommt, ist nicht gesagt.",
        "When the delivery arrives is not said.")
      writer.ask(
        .supplier, source, .sites, site, nil,
        "Wann kommen \(quantity.german) \(material) an \(site) an?",
        "When do \(quantity.english) of \(material) arrive at \(site)?")
      return nil
    }
    guard isWithinHorizon(arrival.day, lot.place) else { return nil }
    if arrival.isActual, day(arrival.day) <= 1 {
      log.warning(
        .leftOut, lot.place, "Die Lieferung ist schon angekommen und Teil des Bestands.",
        "The delivery has arrived already and is part of the stock.")
      return nil
    }
    guard day(arrival.day) >= 1 else {
      tellPast(arrival.day, lot.place)
      writer.ask(
        .supplier, source, .sites, site, nil,
        "\(quantity.german) \(material) sollten am \(arrival.day) an \(site) sein. Sind sie da, oder wann kommen sie?",
        "\(quantity.english) of \(material) should have been at \(site) on \(arrival.day). Are they there, or when do they come?"
      )
      return nil
    }
    if let departure = lot.departure, !departure.isActual, isSourceKnown(lot, material) {
      log.warning(
        .leftOut, lot.place,
        "Die Lieferung ist noch nicht unterwegs; sie kommt aus Bestand, Kapazität oder Produktion, die schon zählen.",
        "The delivery is not on its way yet; it comes out of stock, capacity or production that count already."
      )
      return nil
    }
    return arrival
  }

  /// Whether the goods are counted where they start.
  private func isSourceKnown(_ lot: DeliveryStatement.Lot, _ material: String) -> Bool {
    guard let site = book.knownSite(lot.origin) else { return false }
    return departures.contains { $0.site == site && $0.material == material }
      || writer.has(.stocks, "\(site)|\(material)") || isCapacityKnown(material, at: site)
  }
}
