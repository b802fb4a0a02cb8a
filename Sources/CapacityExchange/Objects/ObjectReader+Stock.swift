// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Stocks and how long they last: `ItemStock` 1.0 and 2.0, its forerunner `ProductStock` 1.0, and
/// `DaysOfSupply` 1.0 and 2.0.
extension ObjectReader {
  /// Whether the customer states it; `ProductStock` has no direction and is the supplier's.
  private func isInbound() -> Bool? {
    guard let direction = text("direction") else { return false }
    switch direction {
    case "INBOUND": return true
    case "OUTBOUND": return false
    default:
      log.error(
        .choiceUnknown, property("direction")?.place ?? place,
        "„\(direction.shown)“ ist keine Richtung; möglich sind INBOUND und OUTBOUND.",
        "“\(direction.shown)” is no direction; possible are INBOUND and OUTBOUND.")
      return nil
    }
  }

  func itemStock(_ origin: Origin) -> StockStatement? {
    guard let isInbound = isInbound(), let material = ownMaterial(origin, isInbound) else {
      return nil
    }
    let lots = elements("positions").flatMap { position -> [StockStatement.Lot] in
      guard position.isObject() else { return [] }
      let updated = position.timestamp("lastUpdatedOnDateTime")
      return position.elements("allocatedStocks").compactMap { $0.stockLot(updated) }
    }
    var origin = origin
    origin.changed =
      lots.compactMap(\.updated).max { $0.seconds < $1.seconds } ?? origin.changed
    return StockStatement(origin: origin, material: material, isInbound: isInbound, lots: lots)
  }

  private func stockLot(_ updated: Timestamp?) -> StockStatement.Lot? {
    guard isObject() else { return nil }
    let amount = property("quantityOnAllocatedStock")
    if amount == nil { missing("quantityOnAllocatedStock") }
    guard let amount, amount.isObject(), let site = stockSite(),
      let quantity = amount.quantity("value", "quantityNumber")
    else { return nil }
    return StockStatement.Lot(
      site: site, quantity: quantity, unit: amount.unit("unit", "measurementUnit"),
      isBlocked: flag("isBlocked"), updated: timestamp("lastUpdatedOnDateTime") ?? updated,
      place: place)
  }

  private func stockSite() -> PartnerNumber? {
    if let location = property("supplierStockLocationId") {
      return location.partner(.site, "locationId")
    }
    return partner(.site, "stockLocationBPNS")
  }

  /// The material of an object that a message's sender states of itself.
  func ownMaterial(_ origin: Origin, _ isInbound: Bool) -> MaterialReference? {
    material(
      customer: isInbound ? origin.sender : origin.receiver,
      supplier: isInbound ? origin.receiver : origin.sender)
  }

  func daysOfSupply(_ origin: Origin) -> SupplyDaysStatement? {
    guard let isInbound = isInbound(), let material = ownMaterial(origin, isInbound) else {
      return nil
    }
    var origin = origin
    let allocated = elements("allocatedDaysOfSupply")
    let updated = allocated.compactMap { $0.timestamp("lastUpdatedOnDateTime") }
    origin.changed = updated.max { $0.seconds < $1.seconds } ?? origin.changed
    let lots = allocated.compactMap { allocation -> SupplyDaysStatement.Lot? in
      guard allocation.isObject(), let site = allocation.partner(.site, "stockLocationBPNS") else {
        return nil
      }
      let entries = allocation.elements("amountOfAllocatedDaysOfSupply").compactMap {
        entry -> (day: CalendarDay, days: Double, place: Place)? in
        guard entry.isObject(), let day = entry.day("date"),
          let days = entry.quantity("daysOfSupply")
        else { return nil }
        return (day, days, entry.place)
      }
      return SupplyDaysStatement.Lot(site: site, entries: entries, place: allocation.place)
    }
    return SupplyDaysStatement(
      origin: origin, material: material, isInbound: isInbound, lots: lots)
  }
}
