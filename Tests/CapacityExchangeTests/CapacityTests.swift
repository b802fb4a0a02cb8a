// SPDX-License-Identifier: Apache-2.0
import CapacityExchange
import Testing
import TragwerkTesting
import ValueChains

@Suite struct CapacityTests {
  @Test func equalWeeksAreJoinedAndTheRestIsAnOption() {
    let outcome = Sample.merge(
      Sample.group([
        ("2026-11-23", 770, 910), ("2026-11-30", 770, 910), ("2026-12-07", 770, 770),
        ("2026-12-14", 0, 0),
      ]))
    #expect(outcome.findings == [])
    #expect(
      outcome.chain.cells(.supplies, .site, .material, .fromDay, .toDay, .perDay) == [
        ["BPNS00000000FI11", "WF-100", "1", "14", "110"],
        ["BPNS00000000FI11", "WF-100", "15", "21", "110"],
        ["BPNS00000000FI11", "WF-100", "22", "28", "0"],
      ])
    #expect(
      outcome.chain.cells(.options, .kind, .modulePerDay, .maxModules, .fromDay, .costPerModule)
        == [["supplier", "20", "1", "1", ""]])
    #expect(outcome.chain.cells(.options, .target)[0] == outcome.chain.cells(.supplies, .supply)[0])
    #expect(outcome.chain.cells(.questions, .column).contains(["cost_per_module"]))
    #expect(
      outcome.chain.cells(.links, .fromSite, .toSite) == [["BPNS00000000FI11", "BPNS00000000WA11"]])
  }

  @Test func aLoadFactorDividesTheCapacity() {
    let outcome = Sample.merge(
      Sample.group([("2026-11-23", 700, 1400)], links: [("WF-100", 2.5)], unit: "MIN"))
    #expect(outcome.findings == [])
    #expect(outcome.chain.cells(.supplies, .perDay) == [["40"]])
    #expect(outcome.chain.cells(.options, .modulePerDay) == [["40"]])
  }

  /// 560 minutes a week are 80 a day; 20 lamps at 2 and 10 at 3 minutes take 70, 14 more at 3 do not fit.
  @Test func severalMaterialsShareOneCapacity() {
    let outcome = Sample.merge(
      Sample.group(
        [("2026-11-23", 560, 700)], links: [("UV-40", 2), ("UV-60", 3)],
        unit: "unit:minuteUnitOfTime"))
    let chain = outcome.chain
    #expect(outcome.findings == [])
    let capacity = "capacity:BPNL00000000FI01:BPNL00000000WA01:c0ffee00-2b7e-4d59-9a54-3c1d5e6f7a01"
    #expect(chain.cells(.supplies, .material, .perDay) == [[capacity, "80"]])
    #expect(chain.cells(.stocks, .material, .maximum) == [[capacity, "0"]])
    #expect(
      chain.cells(.recipes, .material, .quantity) == [
        ["UV-40", "1"], [capacity, "-2"], ["UV-60", "1"], [capacity, "-3"],
      ])
    #expect(chain.cells(.materials, .material, .unit).contains([capacity, "min"]))
  }

  @Test func linesOfTheChainAreHeldToTheCapacity() {
    var chain = ValueChain(name: "own")
    chain[.organisations].append([.organisation: "BPNL00000000FI01"])
    chain[.sites].append([.site: "mill", .organisation: "BPNL00000000FI01"])
    chain[.materials].append([.material: "WF-100", .unit: "pcs"])
    chain[.materials].append([.material: "fleece", .unit: "kg"])
    chain[.lines].append([.line: "winding", .site: "mill"])
    chain[.recipes].append([.line: "winding", .material: "WF-100", .quantity: 50])
    chain[.recipes].append([.line: "winding", .material: "fleece", .quantity: -10])
    let outcome = Sample.merge(Sample.group([("2026-11-23", 700, 700)]), into: chain)
    #expect(outcome.findings == [])
    #expect(outcome.chain.cells(.lines, .line) == [["winding"]])
    #expect(outcome.chain.cells(.recipes, .quantity).last == ["-50"])
    #expect(outcome.chain.cells(.supplies, .site, .perDay) == [["mill", "100"]])
    // Inactive next month: the line is free of it again.
    let later = Sample.merge(
      Sample.group([], more: "\"capacityGroupIsInactive\": true,"), into: outcome.chain)
    #expect(later.codes == [.leftOut])
    #expect(later.chain.cells(.recipes, .quantity) == [["50"], ["-10"]])
    #expect(later.chain[.supplies].isEmpty)
  }

  @Test func twoGroupsForOneMaterialBothLimitIt() {
    let second = "c0ffee00-2b7e-4d59-9a54-3c1d5e6f7a02"
    let files = [
      Sample.group([("2026-11-23", 700, 700)]),
      Sample.group([("2026-11-23", 350, 350)], id: second),
    ]
    let together = Sample.merge(files[0], files[1])
    #expect(together.chain.cells(.recipes, .quantity) == [["1"], ["-1"], ["-1"]])
    #expect(together.chain.cells(.supplies, .perDay) == [["100"], ["50"]])
    let apart = Sample.merge(files[1], into: Sample.merge(files[0]).chain)
    #expect(apart.codes == [.statementsDiffer])
    #expect(!apart.findings.hasErrors)
  }

  @Test(arguments: [
    ("\"linkedCapacityGroups\": [\"x\"],", "sums up others"), ("", "No demand is linked"),
  ])
  func groupsWithoutDemandAreAsked(_ more: String, _ words: String) throws {
    let outcome = Sample.merge(Sample.group([("2026-11-23", 1, 1)], links: [], more: more))
    #expect(outcome.codes == [.leftOut])
    #expect(outcome.findings[0].message.english.contains(words))
    #expect(outcome.chain[.supplies].isEmpty)
    #expect(outcome.chain[.questions].count == 1)
  }

  @Test func oddWeeksAreTold() {
    let outcome = Sample.merge(
      Sample.group([
        ("2026-11-24", 70, 70), ("2026-11-23", 70, 70), ("2026-12-07", 70, 35),
      ]))
    #expect(
      outcome.told.sorted() == [
        "incomplete $.capacities[2]", "keyRepeated $.capacities[0]",
        "statementsDiffer $.capacities[2]", "valueInvalid $.capacities[0].pointInTime",
      ]
        || outcome.told.sorted() == [
          "incomplete $.capacities[2]", "keyRepeated $.capacities[1]",
          "statementsDiffer $.capacities[2]", "valueInvalid $.capacities[0].pointInTime",
        ])
    #expect(!outcome.findings.hasErrors)
    #expect(outcome.chain.cells(.supplies, .fromDay, .toDay) == [["1", "7"], ["15", "21"]])
    #expect(outcome.chain[.options].isEmpty)
  }
}
