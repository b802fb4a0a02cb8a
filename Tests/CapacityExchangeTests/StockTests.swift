// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Testing
import TragwerkTesting
import ValueChains

@Suite struct StockTests {
  private let demand = Sample.demand([("2026-11-23", "700"), ("2026-11-30", "1400")])

  @Test func stocksOfASiteAreSummedWithoutBlockedOnes() {
    let outcome = Sample.merge(
      demand, Sample.stock("420"),
      Sample.stock("1000", direction: "OUTBOUND", site: "FI11", isBlocked: true))
    #expect(
      outcome.chain.cells(.stocks, .site, .onHand) == [
        ["BPNS00000000WA11", "420"], ["BPNS00000000FI11", "0"],
      ])
    #expect(outcome.codes == [.leftOut])
    #expect(outcome.chain.cells(.materials, .material) == [["WF-100"]])
  }

  @Test func theForerunnerOfItemStockIsRead() {
    let stock = """
      {"materialNumberCatenaX": "urn:uuid:\(Sample.asset)", "materialNumberCustomer": "WF-100",
       "positions": [{"lastUpdatedOnDateTime": "2023-04-01T14:23:00", "allocatedStocks": [
         {"quantityOnAllocatedStock": {"quantityNumber": 2.5, "measurementUnit": "unit:piece"},
          "supplierStockLocationId":
            {"locationIdType": "BPNS", "locationId": "BPNS00000000FI11"}}]}]}
      """
    let outcome = Sample.merge(demand, stock)
    #expect(outcome.findings == [])
    #expect(outcome.chain.cells(.stocks, .site, .onHand) == [["BPNS00000000FI11", "2.5"]])
  }

  @Test func aStockInTheChainIsReplacedAndTold() {
    var chain = ValueChain(name: "own")
    chain[.sites].append([.site: "BPNS00000000WA11"])
    chain[.materials].append([.material: "urn:uuid:\(Sample.asset)"])
    chain[.stocks].append([
      .site: "BPNS00000000WA11", .material: "urn:uuid:\(Sample.asset)", .onHand: 100,
      .maximum: 900,
    ])
    let outcome = Sample.merge(Sample.stock("420"), into: chain)
    #expect(outcome.codes == [.replaced])
    #expect(outcome.chain.cells(.stocks, .onHand, .maximum) == [["420", "900"]])
    #expect(outcome.chain.cells(.materials, .unit) == [["piece"]])
  }

  @Test func bothSidesTellingOfOnePlaceCountOnce() {
    let outcome = Sample.merge(
      demand, Sample.stock("420"), Sample.stock("400", direction: "OUTBOUND"))
    #expect(outcome.chain.cells(.stocks, .onHand) == [["420"]])
    #expect(outcome.codes == [.leftOut])
  }

  /// 100 a day for 7 days, then 200: 9.5 days are 700 + 2.5 × 200 = 1200.
  @Test(arguments: [("7", "700"), ("9.5", "1200"), ("0", "0"), ("3.25", "325")])
  func daysOfSupplyBecomeAQuantity(_ days: String, _ quantity: String) {
    let outcome = Sample.merge(
      demand, Sample.daysOfSupply([("2026-11-23T06:00:00Z", days), ("2026-11-30", "2")]))
    #expect(outcome.chain.cells(.stocks, .onHand) == [[quantity]])
    #expect(outcome.codes == [.leftOut], "the projection is told")
    #expect(outcome.chain.cells(.provenance, .table, .valueKind).contains(["stocks", "estimate"]))
  }

  @Test(arguments: ["15", "1e9"]) func daysBeyondTheKnownNeedAreAsked(_ days: String) {
    let outcome = Sample.merge(demand, Sample.daysOfSupply([("2026-11-20", days)]))
    #expect(outcome.chain[.stocks].isEmpty)
    #expect(outcome.codes == [.leftOut])
    #expect(outcome.chain.cells(.questions, .table, .key).contains(["sites", "BPNS00000000WA11"]))
  }

  @Test func aStatedStockCountsMoreThanItsDays() {
    let outcome = Sample.merge(
      demand, Sample.stock("420"), Sample.daysOfSupply([("2026-11-23", "9")]))
    #expect(outcome.chain.cells(.stocks, .onHand) == [["420"]])
    #expect(outcome.codes == [.leftOut])
  }
}

@Suite struct FlowTests {
  private let demand = Sample.demand([("2026-11-23", "700")])

  @Test func plannedProductionArrivesWhereItIsMade() {
    let outcome = Sample.merge(demand, Sample.output("2026-11-27"))
    #expect(outcome.findings == [])
    #expect(
      outcome.chain.cells(.arrivals, .site, .day, .quantity) == [["BPNS00000000FI11", "5", "250"]])
    #expect(outcome.chain.cells(.links, .toSite) == [["BPNS00000000WA11"]])
  }

  @Test func plannedProductionIsPartOfAKnownCapacity() {
    let outcome = Sample.merge(
      demand, Sample.group([("2026-11-23", 770, 770)]), Sample.output("2026-11-27"))
    #expect(outcome.chain[.arrivals].isEmpty)
    #expect(outcome.codes == [.leftOut])
  }

  @Test func productionBeforeDayOneIsLeftOut() {
    let outcome = Sample.merge(demand, Sample.output("2026-11-22"))
    #expect(outcome.chain[.arrivals].isEmpty)
    #expect(outcome.codes == [.leftOut])
  }

  /// Events, whether the goods are counted at their origin, and the day of arrival.
  static let deliveries: [(events: [(String, String)], isStocked: Bool, day: String?)] = [
    ([("actual-departure", "2026-11-21"), ("estimated-arrival", "2026-11-25")], true, "3"),
    ([("estimated-arrival", "2026-11-23")], true, "1"),
    ([("estimated-departure", "2026-11-24"), ("estimated-arrival", "2026-11-25")], false, "3"),
    ([("estimated-departure", "2026-11-24"), ("estimated-arrival", "2026-11-25")], true, nil),
    ([("actual-departure", "2026-11-10"), ("estimated-arrival", "2026-11-20")], true, nil),
    ([("actual-departure", "2026-11-10"), ("actual-arrival", "2026-11-20")], true, nil),
    ([("actual-departure", "2026-11-10")], true, nil),
  ]

  @Test(arguments: deliveries.indices) func deliveriesArrive(_ at: Int) {
    let (events, isStocked, day) = Self.deliveries[at]
    let stock = Sample.stock(isStocked ? "10" : "0", direction: "OUTBOUND", site: "FI11")
    let outcome =
      isStocked
      ? Sample.merge(demand, stock, Sample.delivery(events))
      : Sample.merge(demand, Sample.delivery(events))
    #expect(!outcome.findings.hasErrors)
    #expect(outcome.chain.cells(.arrivals, .day) == (day.map { [[$0]] } ?? []))
    #expect(outcome.codes == (day == nil ? [.leftOut] : []))
  }
}
