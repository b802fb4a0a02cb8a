import CapacityExchange
// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting
import ValueChains

@Suite struct DemandTests {
  private func windows(_ outcome: ChainExchange.Outcome) -> [[String]] {
    outcome.chain.cells(.demands, .fromDay, .toDay, .perDay)
  }

  @Test func weeksBecomeDaysAcrossWeek53AndTheYear() {
    // 2026-12-28 is the Monday of week 53; 36 = 5 weeks of 7 days and 1.
    let outcome = Sample.merge(
      Sample.demand([
        ("2026-11-23", "700"), ("2026-11-30", "700"), ("2026-12-07", "840"), ("2026-12-14", "840"),
        ("2026-12-21", "700"), ("2026-12-28", "350"), ("2027-01-04", "0"),
      ]))
    #expect(outcome.findings == [])
    #expect(
      windows(outcome) == [
        ["1", "14", "100"], ["15", "28", "120"], ["29", "35", "100"], ["36", "42", "50"],
        ["43", "49", "0"],
      ])
    #expect(outcome.chain.cells(.materials, .material, .unit) == [["WF-100", "piece"]])
    #expect(
      outcome.chain.cells(.organisations, .identifier) == [["bpnl:BPNL00000000WA01"]])
  }

  @Test func daysBeforeDayOneAreLeftOut() {
    // Day 1 is a Wednesday: of its week five days count, at the week's rate.
    let outcome = ChainExchange.merge(
      [
        Sample.file(
          Sample.demand([("2026-11-16", "7"), ("2026-11-23", "70"), ("2026-11-30", "7")]))
      ],
      firstDay: CalendarDay("2026-11-25")!)
    #expect(windows(outcome) == [["1", "5", "10"], ["6", "12", "1"]])
    #expect(outcome.told == ["leftOut $.demandSeries[0].demands[0]"])
  }

  /// Shapes people send, all the same demand of 700 in week 48.
  static let shapes: [String] = {
    let plain = Sample.demand([("2026-11-23", "700")])
    let old = """
      {"unityOfMeasure": "H87", "materialDemandId": "x", "customer": "BPNL00000000WA01",
       "supplier": "BPNL00000000FI01", "materialNumberCustomer": "WF-100",
       "changedAt": "2023-03-10T12:27:11.320Z", "demandSeries": [
        {"customerLocation": "bpns00000000wa11", "expectedSupplierLocation": ["BPNS00000000FI11"],
         "demandCategory": {"demandCategory": "0001"},
         "demands": [{"calendarWeek": "2026-W48", "demand": "700"}]}]}
      """
    return [
      plain, "[\(plain)]", old,
      "{\"id\": \"1\", \"viewed\": true, \"WeekBasedMaterialDemandRequest\": \(old)}",
      "{\"header\": {\"senderBpn\": \"BPNL00000000WA01\"}, \"content\": \(plain)}",
      "{\"messageHeader\": {}, \"content\": {\"informationObject\": [\(plain)]}}",
      "{\"header\": {}, \"content\": {\"weekBasedMaterialDemand\": [\(plain)]}}",
      plain.replacing("2026-11-23\"", with: "2026-11-23T00:00:00\"").replacing(
        "\"pointInTime\": \"2026-11-23T00:00:00\"", with: "\"calendarWeek\": \"2026-11-23\""),
      plain.replacing(
        "\"demandSeries\"", with: "\"demandRate\": {\"demandRateCode\": \"WKS\"}, \"demandSeries\""),
    ]
  }()

  @Test(arguments: shapes.indices) func shapesPeopleSend(_ at: Int) {
    let outcome = Sample.merge(Self.shapes[at])
    #expect(!outcome.findings.hasErrors, "\(outcome.findings)")
    #expect(windows(outcome) == [["1", "7", "100"]])
    #expect(outcome.chain.cells(.demands, .site, .material) == [["BPNS00000000WA11", "WF-100"]])
  }

  static func shortTerm(_ days: [(String, Double)]) -> String {
    let demands = days.map {
      "{\"day\": \"\($0.0)\", \"demand\": {\"value\": \($0.1), \"unit\": \"unit:piece\"}}"
    }
    return """
      {"materialGlobalAssetId": "urn:uuid:\(Sample.asset)", "demandSeries": [
        {"lastUpdatedOnDateTime": "2026-11-22T08:00:00Z", "customerLocationBpns": "BPNS00000000WA11",
         "demandCategory": {"demandCategoryCode": "0001"},
         "demands": [\(demands.joined(separator: ","))]}]}
      """
  }

  @Test func singleDaysOverruleWeeksInEitherOrder() {
    let weeks = Sample.demand([("2026-11-23", "700"), ("2026-11-30", "700")])
    let days = Self.shortTerm([("2026-11-24", 30), ("2026-11-25", 30), ("2026-12-06", 0)])
    let expected = [
      ["1", "1", "100"], ["2", "3", "30"], ["4", "13", "100"], ["14", "14", "0"],
    ]
    let together = Sample.merge(weeks, days)
    #expect(windows(together) == expected)
    let weeksFirst = Sample.merge(days, into: Sample.merge(weeks).chain)
    #expect(windows(weeksFirst) == expected)
    #expect(windows(Sample.merge(weeks, into: weeksFirst.chain)) == expected)
  }

  @Test func categoriesAndSuppliersAddUp() {
    let outcome = Sample.merge(
      Sample.demand([("2026-11-23", "700")]),
      Sample.demand([("2026-11-23", "70")], supplier: "FI02"),
      Sample.demand([("2026-11-23", "7")], supplier: "FI03", category: "A1S1"))
    #expect(outcome.chain.cells(.demands, .perDay) == [["100"], ["10"], ["1"]])
    #expect(!outcome.chain.findings().hasErrors)
  }

  @Test func whatTheCustomersOwnLineTakesIsNoDemand() {
    var chain = ValueChain(name: "own")
    chain[.organisations].append([.organisation: "klar", .identifier: "bpnl:BPNL00000000WA01"])
    chain[.sites].append([.site: "plant", .organisation: "klar"])
    chain[.materials].append([.material: "unit", .unit: "piece"])
    chain[.materials].append([.material: "WF-100", .unit: "Stück"])
    chain[.lines].append([.line: "assembly", .site: "plant"])
    chain[.recipes].append([.line: "assembly", .material: "unit", .quantity: 1])
    chain[.recipes].append([.line: "assembly", .material: "WF-100", .quantity: -4])
    chain[.demands].append([.demand: "units", .site: "plant", .material: "unit", .perDay: 25])
    let outcome = Sample.merge(
      Sample.demand([("2026-11-23", "700")]), Sample.group([("2026-11-23", 770, 770)]), into: chain)
    #expect(outcome.codes == [.leftOut])
    #expect(outcome.chain.cells(.demands, .demand) == [["units"]])
    // The link leads to the plant that takes it, and the question names the line.
    #expect(outcome.chain.cells(.links, .fromSite, .toSite) == [["BPNS00000000FI11", "plant"]])
    #expect(outcome.chain.cells(.questions, .table, .key).contains(["lines", "assembly"]))
    #expect(outcome.chain.cells(.materials, .material).count == 2)
  }

  @Test func whatPeopleStatedStays() {
    var chain = Sample.merge(Sample.demand([("2026-11-23", "700")])).chain
    chain[.provenance].removeRows { _ in true }
    let outcome = Sample.merge(Sample.demand([("2026-11-23", "7000")]), into: chain)
    #expect(outcome.chain.cells(.demands, .perDay) == [["100"]])
    #expect(outcome.codes == [.leftOut])
  }
}
