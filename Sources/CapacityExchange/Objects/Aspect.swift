// SPDX-License-Identifier: Apache-2.0

/// The objects this import knows, told apart by their properties.
enum Aspect: String {
  case materialDemand = "WeekBasedMaterialDemand"
  case capacityGroup = "WeekBasedCapacityGroup"
  case shortTermDemand = "ShortTermMaterialDemand"
  case itemStock = "ItemStock"
  case plannedOutput = "PlannedProductionOutput"
  case delivery = "DeliveryInformation"
  case daysOfSupply = "DaysOfSupply"
  /// Known, and nothing in them belongs into a chain.
  case simulation = "SimulatedWeekBasedMaterialDemand"
  case comment = "IdBasedComment"
  case request = "IdBasedRequestForUpdate"
  case notification = "DemandAndCapacityNotification"

  /// Nil for an object that is none of them, a wrapper for instance.
  init?(_ node: JSONNode) {
    func has(_ name: String) -> Bool { node[name] != nil }
    if has("listOfWeekBasedMaterialDemand") || has("simulationId") {
      self = .simulation
    } else if has("demandSeries") {
      let isWeekBased = has("customer") || has("materialDemandId") || has("materialNumberCustomer")
      self = isWeekBased ? .materialDemand : .shortTermDemand
    } else if has("capacities") || has("linkedDemandSeries") || has("linkedCapacityGroups") {
      self = .capacityGroup
    } else if has("allocatedDaysOfSupply") {
      self = .daysOfSupply
    } else if has("commentId") || has("commentText") {
      self = .comment
    } else if has("leadingRootCause") || has("effect") && has("status") {
      self = .notification
    } else if let positions = node["positions"]?.elements {
      self.init(positions: positions, of: node)
    } else if has("capacityGroupId"), has("supplier") {
      self = .capacityGroup
    } else if has("materialDemandId"), has("supplier") {
      self = .materialDemand
    } else if has("materialDemandId") || has("capacityGroupId") {
      self = .request
    } else {
      return nil
    }
  }

  private init?(positions: [JSONNode], of node: JSONNode) {
    if positions.contains(where: { $0["allocatedStocks"] != nil }) {
      self = .itemStock
    } else if positions.contains(where: { $0["allocatedPlannedProductionOutputs"] != nil }) {
      self = .plannedOutput
    } else if positions.contains(where: { $0["deliveries"] != nil }) {
      self = .delivery
    } else if node["direction"] != nil {
      self = .itemStock
    } else {
      return nil
    }
  }

  /// The aspect a message header's `context` names, e.g. `urn:samm:…#ItemStock`.
  init?(context: String) {
    let name = context.split(separator: "#").last.map(String.init) ?? ""
    self.init(rawValue: name == "MaterialDemand" ? "WeekBasedMaterialDemand" : name)
  }

  /// Properties that hold objects instead of being one, in the order in which they are tried.
  static let wrappers = [
    "content", "informationObject", "body", "WeekBasedMaterialDemandRequest",
    "WeekBasedCapacityGroupRequest", "weekBasedMaterialDemand", "weekBasedCapacityGroup",
    "materialDemand", "itemStock", "productStock", "shortTermMaterialDemand",
    "plannedProductionOutput", "deliveryInformation", "daysOfSupply",
  ]
  static let headers = ["messageHeader", "header"]
}
