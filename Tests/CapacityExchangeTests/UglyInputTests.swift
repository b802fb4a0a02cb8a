// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Testing
import TragwerkTesting
import ValueChains

/// What partners send wrongly, each with the finding it gives.
@Suite struct UglyInputTests {
  /// What is replaced in a demand for 700 in one week, and the finding expected first.
  static let demands: [(old: String, new: String, finding: String)] = [
    (": 700", ": -700", "outOfRange $.demandSeries[0].demands[0].demand"),
    (": 700", ": NaN", "numberNotFinite $.demandSeries[0].demands[0].demand"),
    (": 700", ": -Infinity", "numberNotFinite $.demandSeries[0].demands[0].demand"),
    (": 700", ": 1e999", "numberNotFinite $.demandSeries[0].demands[0].demand"),
    (": 700", ": 1e18", "outOfRange $.demandSeries[0].demands[0].demand"),
    (": 700", ": \"seven\"", "numberInvalid $.demandSeries[0].demands[0].demand"),
    (": 700", ": \"1.000\"", "numberAmbiguous $.demandSeries[0].demands[0].demand"),
    (": 700", ": [700]", "numberInvalid $.demandSeries[0].demands[0].demand"),
    (": 700", ": true", "numberInvalid $.demandSeries[0].demands[0].demand"),
    (": 700", ": null", "leftOut $.demandSeries[0].demands[0]"),
    (
      ": 700", ": {\"value\": 1, \"unit\": \"unit:kilogram\"}",
      "unitDiffers $.demandSeries[0].demands[0].demand.unit"
    ),
    ("2026-11-23", "2026-02-30", "valueInvalid $.demandSeries[0].demands[0].pointInTime"),
    ("2026-11-23", "2027-W53", "valueInvalid $.demandSeries[0].demands[0].pointInTime"),
    ("2026-11-23", "2226-11-25", "outOfRange $.demandSeries[0].demands[0]"),
    ("\"2026-11-23\"", "20261123", "valueInvalid $.demandSeries[0].demands[0].pointInTime"),
    ("\"pointInTime\"", "\"when\"", "columnMissing $.demandSeries[0].demands[0]"),
    ("\"demands\"", "\"deliveries\"", "columnMissing $.demandSeries[0]"),
    ("BPNS00000000WA11", "BPNL00000000WA11", "valueInvalid $.demandSeries[0].customerLocation"),
    ("BPNL00000000WA01", "BPNL0000", "valueInvalid $.customer"),
    ("\"supplier\"", "\"vendor\"", "columnMissing $"),
    ("\"WF-100\"", "100", "valueInvalid $.materialNumberCustomer"),
    ("\"WF-100\"", "\"*\"", "valueInvalid $"),
    ("\"WF-100\"", "\"a\\u0000b\"", "notText $.materialNumberCustomer"),
    (
      "\"WF-100\"", "\"\(String(repeating: "9", count: 500))\"",
      "valueInvalid $.materialNumberCustomer"
    ),
    ("unit:piece", "unit:parsec", "valueInvalid $.unitOfMeasure"),
    ("\"0001\"", "\"9999\"", "choiceUnknown $.demandSeries[0].demandCategory"),
    (Sample.asset, "not-an-id", "valueInvalid $.materialGlobalAssetId"),
    ("2026-11-20T07:45:00Z", "yesterday", "valueInvalid $.changedAt"),
    (
      "\"customer\"", "\"customer\": \"BPNL00000000WA09\", \"customer\"",
      "columnRepeated $.customer"
    ),
    (
      "\"materialDemandId\"", "\"materialDemandIsInactive\": true, \"materialDemandId\"",
      "leftOut $"
    ),
    (
      "\"materialDemandId\"", "\"materialDemandIsInactive\": \"maybe\", \"materialDemandId\"",
      "valueInvalid $.materialDemandIsInactive"
    ),
    ("\"demandSeries\": [", "\"demandSeries\": [7, ", "valueInvalid $.demandSeries[0]"),
    ("\"demandSeries\": [", "\"demandSeries\": \"none\", \"x\": [", "valueInvalid $.demandSeries"),
  ]

  @Test(arguments: demands.indices) func aWrongDemandIsTold(_ at: Int) {
    let (old, new, finding) = Self.demands[at]
    let text = Sample.demand([("2026-11-23", "700")]).replacing(old, with: new, maxReplacements: 1)
    let outcome = Sample.merge(text)
    #expect(outcome.told.contains(finding), "\(outcome.told)")
    #expect(outcome.findings.allSatisfy { $0.table == "file.json" && $0.row > 0 })
  }

  static let documents: [(bytes: [UInt8], code: Finding.Code)] = [
    ([], .documentUnreadable), (Array("{".utf8), .documentUnreadable),
    (Array("[1]".utf8), .valueInvalid), (Array("\"text\"".utf8), .valueInvalid),
    (Array("{}".utf8), .documentUnreadable), (Array("{\"a\": 1}".utf8), .documentUnreadable),
    (Array("[]".utf8), .leftOut), (Array("{\"positions\": []}".utf8), .documentUnreadable),
    ([0xFF, 0x00, 0xC3], .notText),
    (Array("{\"a\": \"".utf8) + [0xC3, 0x28, 0x22, 0x7D], .notText),
    (Array(String(repeating: "[", count: 100_000).utf8), .documentUnreadable),
    (Array("{\"commentId\": \"x\"}".utf8), .leftOut),
    (Array("{\"weekBasedMaterialDemand\": [{\"materialDemandId\": \"x\"}]}".utf8), .leftOut),
    (Array("{\"simulationId\": \"x\", \"listOfWeekBasedMaterialDemand\": []}".utf8), .leftOut),
    (Array(repeating: 32, count: ExchangeFile.mostBytes + 1), .documentUnreadable),
  ]

  @Test(arguments: documents.indices) func wrongDocumentsAreTold(_ at: Int) {
    let (bytes, code) = Self.documents[at]
    let outcome = ChainExchange.merge(
      [ExchangeFile(name: "x.json", bytes: bytes)], firstDay: Sample.firstDay)
    #expect(outcome.codes == [code])
  }

  @Test func everyCutOfAMessageIsTold() {
    let text = Sample.demand([("2026-11-23", "700"), ("2026-11-30", "700")])
    let bytes = Array(text.utf8)
    for end in stride(from: 0, to: bytes.count - 1, by: 7) {
      let outcome = ChainExchange.merge(
        [ExchangeFile(name: "x.json", bytes: Array(bytes[..<end]))], firstDay: Sample.firstDay)
      #expect(outcome.codes == [.documentUnreadable])
    }
  }

  @Test func otherEncodingsAreRead() {
    let text = Sample.demand([("2026-11-23", "700")]).replacing("Water", with: "Wässer")
    let utf16: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [utf16, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let outcome = ChainExchange.merge(
        [ExchangeFile(name: "x.json", bytes: bytes)], firstDay: Sample.firstDay)
      #expect(outcome.findings == [])
      #expect(outcome.chain.cells(.materials, .name) == [["Wässer filter"]])
    }
  }

  @Test func findingsOfOneFileAreLimited() {
    let entries = (0..<2000).map { _ in ("2026-11-23", "-1") }
    let outcome = Sample.merge(Sample.demand(entries))
    #expect(outcome.findings.count == 501)
    #expect(outcome.findings.last?.message.english.contains("1500 more") == true)
    #expect(outcome.findings.last?.severity == .error)
  }

  @Test func contradictionsAreErrors() {
    let twice = Sample.merge(Sample.demand([("2026-11-23", "700"), ("2026-11-23", "701")]))
    #expect(twice.told == ["statementsDiffer $.demandSeries[0].demands[1]"])
    #expect(twice.findings.hasErrors)
    let same = Sample.merge(Sample.demand([("2026-11-23", "700"), ("2026-11-23", "700")]))
    #expect(same.told == ["keyRepeated $.demandSeries[0].demands[1]"])
    #expect(same.chain.cells(.demands, .perDay) == [["100"]])
    let unit = Sample.merge(
      Sample.demand([("2026-11-23", "700")]), Sample.stock("1", unit: "unit:gram"))
    #expect(
      unit.told == [
        "unitDiffers $.positions[0].allocatedStocks[0].quantityOnAllocatedStock.unit"
      ])
    #expect(unit.findings[0].table == "1.json")
  }

  @Test func numbersThatMeanDifferentMaterialsAreAnError() {
    let first = Sample.demand([("2026-11-23", "700")])
    let other = Sample.demand([("2026-11-23", "7")], number: "WF-200")
    let wrong = other.replacing("2" + Sample.asset.dropFirst(), with: Sample.asset)
    let outcome = Sample.merge(wrong, into: Sample.merge(first, other).chain)
    #expect(outcome.codes.contains(.statementsDiffer))
    #expect(outcome.findings.hasErrors)
  }

  @Test func oneNumberOfTwoCustomersIsTwoMaterials() {
    let first = Sample.demand([("2026-11-23", "700")])
    let second = first.replacing("WA01", with: "WB01").replacing("WA11", with: "WB11").replacing(
      Sample.asset, with: "9" + Sample.asset.dropFirst())
    let outcome = Sample.merge(first, second)
    #expect(
      outcome.chain.cells(.materials, .material) == [["WF-100"], ["WF-100@BPNL00000000WB01"]])
    #expect(outcome.findings == [])
  }
}
