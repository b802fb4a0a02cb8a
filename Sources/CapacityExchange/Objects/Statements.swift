// SPDX-License-Identifier: Apache-2.0
import Localization

/// What a material is called by the partners; at least one number or the asset id is there.
struct MaterialReference: Sendable {
  var place: Place
  var customer: PartnerNumber?
  var supplier: PartnerNumber?
  var numberCustomer: String?
  var numberSupplier: String?
  /// `materialGlobalAssetId` without `urn:uuid:`, in lower case.
  var asset: String?
  var name: String?
}

/// A unit where it is stated.
struct StatedUnit: Sendable {
  let unit: UnitName
  let place: Place
}

/// Where a statement comes from.
struct Origin: Sendable {
  let place: Place
  let aspect: String
  /// `changedAt` of the object, or when the message was sent.
  var changed: Timestamp?
  var sender: PartnerNumber?
  var receiver: PartnerNumber?
}

/// Material demand, by week or by day.
struct DemandStatement: Sendable {
  struct Entry: Sendable {
    let first: CalendarDay
    let days: Int
    let quantity: Double
    let unit: StatedUnit?
    let place: Place
  }

  struct Series: Sendable {
    let place: Place
    let customerSite: PartnerNumber
    let supplierSites: [PartnerNumber]
    let category: String
    let entries: [Entry]
  }

  var origin: Origin
  let material: MaterialReference
  let isInactive: Bool
  let unit: StatedUnit?
  let series: [Series]
}

/// What a supplier can make a week for a customer.
struct CapacityStatement: Sendable {
  struct Link: Sendable {
    let material: MaterialReference
    let customerSite: PartnerNumber?
    let loadFactor: Double
    let place: Place
  }

  struct Week: Sendable {
    let monday: CalendarDay
    let actual: Double
    let maximum: Double
    let place: Place
  }

  var origin: Origin
  let id: String
  let name: String
  let customer: PartnerNumber
  let supplier: PartnerNumber
  let supplierSites: [PartnerNumber]
  let isInactive: Bool
  let unit: StatedUnit?
  let links: [Link]
  /// Groups this one sums up; then it has no demand of its own.
  let nested: [String]
  let weeks: [Week]
}

/// Goods that lie at a site.
struct StockStatement: Sendable {
  struct Lot: Sendable {
    let site: PartnerNumber
    let quantity: Double
    let unit: StatedUnit?
    let isBlocked: Bool
    let updated: Timestamp?
    let place: Place
  }

  var origin: Origin
  let material: MaterialReference
  /// Whether the customer tells it; else the supplier.
  let isInbound: Bool
  let lots: [Lot]
}

/// Goods a supplier plans to have finished.
struct OutputStatement: Sendable {
  struct Lot: Sendable {
    let site: PartnerNumber
    let quantity: Double
    let unit: StatedUnit?
    let day: CalendarDay
    let place: Place
  }

  var origin: Origin
  let material: MaterialReference
  let lots: [Lot]
}

/// Goods on their way, or about to be.
struct DeliveryStatement: Sendable {
  struct Event: Sendable {
    let day: CalendarDay
    let isActual: Bool
  }

  struct Lot: Sendable {
    let origin: PartnerNumber
    let destination: PartnerNumber
    let quantity: Double
    let unit: StatedUnit?
    let departure: Event?
    let arrival: Event?
    let place: Place
  }

  var origin: Origin
  let material: MaterialReference
  let lots: [Lot]
}

/// For how many days the stock of a site lasts.
struct SupplyDaysStatement: Sendable {
  struct Lot: Sendable {
    let site: PartnerNumber
    let entries: [(day: CalendarDay, days: Double, place: Place)]
    let place: Place
  }

  var origin: Origin
  let material: MaterialReference
  let isInbound: Bool
  let lots: [Lot]
}

/// Everything the files of one import say, in the order of reading.
struct Statements: Sendable {
  var demands: [DemandStatement] = []
  var capacities: [CapacityStatement] = []
  var stocks: [StockStatement] = []
  var outputs: [OutputStatement] = []
  var deliveries: [DeliveryStatement] = []
  var supplyDays: [SupplyDaysStatement] = []
}
