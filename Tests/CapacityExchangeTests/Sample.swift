import CapacityExchange
// SPDX-License-Identifier: Apache-2.0
import Localization
import TragwerkTesting
import ValueChains

/// Short ways to objects of the exchange and to what became of them.
enum Sample {
  static let firstDay = CalendarDay("2026-11-23")!
  static let asset = "1f4f2f0e-5b1c-4c0d-8f57-6a2b9c3d4e01"

  static func file(_ text: String, _ name: String = "file.json") -> ExchangeFile {
    ExchangeFile(name: name, bytes: Array(text.utf8))
  }

  static func merge(
    _ texts: String..., into chain: ValueChain? = nil, firstDay: CalendarDay = Sample.firstDay
  ) -> ChainExchange.Outcome {
    let files = texts.enumerated().map { file($1, texts.count == 1 ? "file.json" : "\($0).json") }
    return ChainExchange.merge(files, into: chain, firstDay: firstDay)
  }

  /// A week-based demand; `entries` as `("2026-11-23", "700")`.
  static func demand(
    _ entries: [(String, String)], number: String = "WF-100", supplier: String = "FI01",
    category: String = "0001", changed: String = "2026-11-20T07:45:00Z",
    unit: String = "\"unitOfMeasure\": \"unit:piece\",", more: String = ""
  ) -> String {
    let demands = entries.map { "{\"pointInTime\": \"\($0.0)\", \"demand\": \($0.1)}" }
    return """
      {"materialDemandId": "8c3f7b52-41f8-4b0a-8f43-51d0c2a7e101", "customer": "BPNL00000000WA01",
       "supplier": "BPNL00000000\(supplier)", "materialNumberCustomer": "\(number)",
       "materialDescriptionCustomer": "Water filter", \(unit) \(more)
       "materialGlobalAssetId": "\(number == "WF-100" ? asset : "2" + asset.dropFirst())",
       "changedAt": "\(changed)", "demandSeries": [
         {"customerLocation": "BPNS00000000WA11",
          "demandCategory": {"demandCategoryCode": "\(category)"},
          "demands": [\(demands.joined(separator: ", "))]}]}
      """
  }

  /// A capacity group; `weeks` as `("2026-11-23", 770, 910)`, `links` as `("WF-100", 1)`.
  static func group(
    _ weeks: [(String, Double, Double)], links: [(String, Double)] = [("WF-100", 1)],
    id: String = "c0ffee00-2b7e-4d59-9a54-3c1d5e6f7a01", unit: String = "unit:piece",
    changed: String = "2026-11-20T09:00:00Z", more: String = ""
  ) -> String {
    let capacities = weeks.map {
      "{\"pointInTime\": \"\($0.0)\", \"actualCapacity\": \($0.1), \"maximumCapacity\": \($0.2)}"
    }
    let linked = links.map {
      """
      {"materialNumberCustomer": "\($0.0)", "customerLocation": "BPNS00000000WA11",
       "demandCategory": {"demandCategoryCode": "0001"}, "loadFactor": \($0.1)}
      """
    }
    return """
      {"capacityGroupId": "\(id)", "name": "Winding", "customer": "BPNL00000000WA01",
       "supplier": "BPNL00000000FI01", "supplierLocations": ["BPNS00000000FI11"], \(more)
       "unitOfMeasure": "\(unit)", "changedAt": "\(changed)",
       "linkedDemandSeries": [\(linked.joined(separator: ","))],
       "capacities": [\(capacities.joined(separator: ","))]}
      """
  }

  static func stock(
    _ quantity: String, direction: String = "INBOUND", site: String = "WA11",
    isBlocked: Bool = false, unit: String = "unit:piece"
  ) -> String {
    """
    {"materialGlobalAssetId": "urn:uuid:\(asset)", "direction": "\(direction)", "positions": [
      {"allocatedStocks": [{"isBlocked": \(isBlocked), "stockLocationBPNA": "BPNA00000000WA21",
        "lastUpdatedOnDateTime": "2026-11-22T18:00:00+01:00",
        "stockLocationBPNS": "BPNS00000000\(site)",
        "quantityOnAllocatedStock": {"value": \(quantity), "unit": "\(unit)"}}]}]}
    """
  }

  static func daysOfSupply(_ entries: [(String, String)], site: String = "WA11") -> String {
    let days = entries.map { "{\"date\": \"\($0.0)\", \"daysOfSupply\": \($0.1)}" }
    return """
      {"materialGlobalAssetId": "\(asset)", "direction": "INBOUND", "allocatedDaysOfSupply": [
        {"stockLocationBPNS": "BPNS00000000\(site)", "stockLocationBPNA": "BPNA00000000WA21",
         "lastUpdatedOnDateTime": "2026-11-22T18:00:00Z",
         "amountOfAllocatedDaysOfSupply": [\(days.joined(separator: ","))]}]}
      """
  }

  static func output(_ day: String, _ quantity: Double = 250) -> String {
    """
    {"materialGlobalAssetId": "\(asset)", "positions": [{"allocatedPlannedProductionOutputs": [
      {"plannedProductionQuantity": {"value": \(quantity), "unit": "unit:piece"},
       "productionSiteBpns": "BPNS00000000FI11", "lastUpdatedOnDateTime": "2026-11-22T12:00:00Z",
       "estimatedTimeOfCompletion": "\(day)T16:00:00+01:00"}]}]}
    """
  }

  static func delivery(_ events: [(String, String)]) -> String {
    let list = events.map {
      "{\"eventType\": \"\($0.0)\", \"dateTimeOfEvent\": \"\($0.1)T08:00:00Z\"}"
    }
    return """
      {"materialGlobalAssetId": "\(asset)", "positions": [{"deliveries": [
        {"deliveryQuantity": {"value": 350, "unit": "unit:piece"},
         "lastUpdatedOnDateTime": "2026-11-22T12:00:00Z",
         "transitEvents": [\(list.joined(separator: ","))],
         "transitLocations": {"origin": {"bpnsProperty": "BPNS00000000FI11"},
                              "destination": {"bpnsProperty": "BPNS00000000WA11"}}}]}]}
      """
  }
}

extension ValueChain {
  /// Cells of some columns, row by row, as they would be written.
  func cells(_ table: TableName, _ columns: ColumnName...) -> [[String]] {
    (0..<self[table].count).map { row in columns.map { self[table].text($0, row) } }
  }

  /// The text of the whole package, without the folder.
  var written: String {
    TableName.allCases.map { table in
      let names = self[table].definition.columns.map(\.name)
      let rows = (0..<self[table].count).map { row in
        names.map { self[table].text($0, row) }.joined(separator: ",")
      }
      return table.rawValue + "\n" + rows.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension ChainExchange.Outcome {
  /// `code path` of each finding.
  var told: [String] { findings.map { "\($0.code.rawValue) \($0.column)" } }
  var codes: [Finding.Code] { findings.map(\.code) }
}
