// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Material demand: `WeekBasedMaterialDemand` 1.0 to 3.0.1, `MaterialDemand` 1.0,
/// `ShortTermMaterialDemand` 1.0.
extension ObjectReader {
  /// Numbers and names of the object's material.
  func material(customer: PartnerNumber? = nil, supplier: PartnerNumber? = nil)
    -> MaterialReference?
  {
    let reference = MaterialReference(
      place: place, customer: customer, supplier: supplier,
      numberCustomer: text("materialNumberCustomer"),
      numberSupplier: text("materialNumberSupplier"), asset: asset(),
      name: text("materialDescriptionCustomer"))
    if reference.numberCustomer == nil, reference.numberSupplier == nil, reference.asset == nil {
      log.error(
        .columnMissing, place,
        "Es fehlt, um welches Material es geht (materialNumberCustomer oder materialGlobalAssetId).",
        "Which material it is about is missing (materialNumberCustomer or materialGlobalAssetId).")
      return nil
    }
    if [reference.numberCustomer, reference.numberSupplier].contains("*") {
      log.error(
        .valueInvalid, place, "„*“ steht für alle Materialien und kann keines heißen.",
        "“*” stands for all materials and cannot name one.")
      return nil
    }
    return reference
  }

  private func asset() -> String? {
    guard let text = text("materialGlobalAssetId", "materialNumberCatenaX") else { return nil }
    let plain = text.lowercased()
    let id = plain.hasPrefix("urn:uuid:") ? String(plain.dropFirst(9)) : plain
    let groups = id.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
    let isHex = id.utf8.allSatisfy {
      (48...57).contains($0) || (97...102).contains($0) || $0 == 45
    }
    if groups == [8, 4, 4, 4, 12], isHex { return id }
    log.error(
      .valueInvalid, property("materialGlobalAssetId", "materialNumberCatenaX")?.place ?? place,
      "Erwartet wird eine UUID, auch mit urn:uuid: davor.",
      "A UUID is expected, also with urn:uuid: before it.")
    return nil
  }

  func materialDemand(_ origin: Origin) -> DemandStatement? {
    guard let customer = partner(.legalEntity, "customer"),
      let supplier = partner(.legalEntity, "supplier"),
      let material = material(customer: customer, supplier: supplier)
    else { return nil }
    if material.numberCustomer == nil { missing("materialNumberCustomer") }
    let rate = property("demandRate")?.text("demandRateCode") ?? "WKS"
    if rate != "WKS", rate != "DAY" {
      log.error(
        .choiceUnknown, place, "Bedarf je „\(rate.shown)“ ist nicht vorgesehen, nur WKS und DAY.",
        "Demand per “\(rate.shown)” is not provided for, only WKS and DAY.")
      return nil
    }
    let isInactive = flag("materialDemandIsInactive")
    return DemandStatement(
      origin: origin, material: material, isInactive: isInactive,
      unit: unit("unitOfMeasure", "unityOfMeasure"),
      series: elements("demandSeries", isRequired: !isInactive).compactMap {
        $0.series(isDaily: rate == "DAY")
      })
  }

  func shortTermDemand(_ origin: Origin) -> DemandStatement? {
    guard let material = material(customer: origin.sender, supplier: origin.receiver) else {
      return nil
    }
    var origin = origin
    let series = elements("demandSeries")
    let changed = series.compactMap { $0.timestamp("lastUpdatedOnDateTime") }
    origin.changed = changed.max { $0.seconds < $1.seconds } ?? origin.changed
    return DemandStatement(
      origin: origin, material: material, isInactive: false, unit: nil,
      series: series.compactMap { $0.series(isDaily: true) })
  }

  private func series(isDaily: Bool) -> DemandStatement.Series? {
    guard isObject(),
      let site = partner(.site, "customerLocation", "customerLocationBpns")
    else { return nil }
    let suppliers = property("expectedSupplierLocation", "expectedSupplierLocationBpns")
    let places = suppliers.map { $0.node.elements == nil ? [$0] : $0.elements } ?? []
    let entries = elements("demands").compactMap { $0.demand(isDaily: isDaily) }
    return DemandStatement.Series(
      place: place, customerSite: site, supplierSites: places.compactMap { $0.partner(.site) },
      category: demandCategory(), entries: entries)
  }

  private func demand(isDaily: Bool) -> DemandStatement.Entry? {
    guard isObject() else { return nil }
    let first =
      isDaily
      ? day("day", "pointInTime", "calendarWeek") : week("pointInTime", "calendarWeek")
    guard let first else { return nil }
    guard let stated = property("demand") else {
      log.warning(
        .leftOut, place, "Kein Bedarf genannt; er gilt als nicht bekannt.",
        "No demand is stated; it counts as not known.")
      return nil
    }
    var unit: StatedUnit?
    let quantity: Double?
    if stated.node.isObject {
      unit = stated.unit("unit", "measurementUnit")
      quantity = stated.quantity("value", "quantityNumber")
    } else {
      quantity = stated.quantity()
    }
    guard let quantity else { return nil }
    return DemandStatement.Entry(
      first: first, days: isDaily ? 1 : 7, quantity: quantity, unit: unit, place: place)
  }

  /// The code of a demand category, `0001` where none is stated.
  func demandCategory() -> String {
    guard let category = property("demandCategory") else { return "0001" }
    let code =
      category.node.isObject
      ? category.text("demandCategoryCode", "demandCategory") : text("demandCategory")
    guard let code else { return "0001" }
    if !["0001", "A1S1", "SR99", "PI01", "OS01", "OI01", "ED01", "PO01"].contains(code) {
      log.error(
        .choiceUnknown, category.place, "„\(code.shown)“ ist keine Bedarfskategorie.",
        "“\(code.shown)” is no demand category.")
    }
    return code
  }
}
