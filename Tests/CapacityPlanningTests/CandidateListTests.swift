// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Testing
import TragwerkTesting
import ValueChains

/// Lists of candidates as spreadsheets write them, and everything that can be wrong with one.
@Suite struct CandidateListTests {
  private func read(_ text: String) -> CandidateList {
    CandidateList.read(Array(text.utf8), file: "c.csv")
  }

  static let head = "supplier,material,site,capacity_per_day,readiness_months,cost_likely"

  /// The same candidate in many forms.
  static let forms: [[UInt8]] = [
    bytes(
      "supplier,material,capacity_per_day,readiness_months,cost_low,cost_likely,cost_high\n",
      "Ada,raw,1.5,6,1,2,3\n"),
    bytes(
      "\u{FEFF}Lieferant;Material;Kapazität je Tag;Reife Monate;Kosten von;",
      "Kosten wahrscheinlich;Kosten bis\r\nAda;raw;1,5;6;1;2;3\r\n"),
    bytes(
      "sep=;\nFirma;Werkstoff;Kapazität (je Tag);Reife [Monate];Preis min;Preis;Preis max\n\n",
      "\"Ada\"; raw ;1,5;6;1;2,0;3\n"),
    bytes(
      "Organization\tPart\tDaily capacity\tMonths\tPrice low\tPrice likely\tPrice high\n",
      "Ada\traw\t1,5\t6\t1\t2\t3"),
    // Windows-1252.
    bytes("Lieferant;Material;Kapazit") + [0xE4]
      + bytes("t;Monate;Kosten von;Kosten;Kosten bis\nAda;raw;1,5;6;1;2;3\n"),
    utf16("supplier;material;capacity;months;cost low;cost;cost high\nAda;raw;1,5;6;1;2;3\n"),
  ]

  private static func bytes(_ parts: String...) -> [UInt8] { Array(parts.joined().utf8) }

  private static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes
  }

  @Test(arguments: forms)
  func oneCandidateInManyForms(_ bytes: [UInt8]) throws {
    let list = CandidateList.read(bytes, file: "c.csv")
    #expect(list.findings.isEmpty, "\(list.findings)")
    let candidate = try #require(list.candidates.first)
    #expect(candidate.supplier == "Ada" && candidate.material == "raw")
    #expect(candidate.capacityPerDay == 1.5 && candidate.readinessMonths == 6)
    #expect([candidate.cost.low, candidate.cost.likely, candidate.cost.high] == [1, 2, 3])
    #expect(candidate.modules == 1 && candidate.setupCost == nil)
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// Code, row and column of each finding.
    let expected: [String]

    init(_ name: String, _ text: String, _ expected: String...) {
      testDescription = name
      self.text = text
      self.expected = expected
    }
  }

  static let bad: [Bad] = [
    Bad("nothing", "", "tableEmpty 0 "),
    Bad("blank lines", "\n\n  \n", "tableEmpty 0 "),
    Bad("a header only", head + "\n", "tableEmpty 0 "),
    Bad("no text", "a\0b", "notText 0 "),
    Bad(
      "missing columns", "supplier,material\nAda,raw\n", "columnMissing 1 capacity_per_day",
      "columnMissing 1 readiness_months", "columnMissing 1 cost_likely"),
    Bad("a column twice", head + ",firma\nAda,raw,,1,1,1,B\n", "columnRepeated 1 firma"),
    Bad("too few cells", head + "\nAda,raw\n", "cellCount 2 "),
    Bad("an open quote", head + "\nAda,raw,,1,1,\"1\n", "quoteOpen 2 "),
    Bad("text for a number", head + "\nAda,raw,,viel,1,1\n", "numberInvalid 2 capacity_per_day"),
    Bad("not finite", head + "\nAda,raw,,inf,1,1\n", "numberNotFinite 2 capacity_per_day"),
    Bad("negative", head + "\nAda,raw,,1,-1,1\n", "outOfRange 2 readiness_months"),
    Bad("far too large", head + "\nAda,raw,,1e300,1,1\n", "outOfRange 2 capacity_per_day"),
    Bad("no capacity", head + "\nAda,raw,,0,1,1\n", "outOfRange 2 capacity_per_day"),
    Bad(
      "empty cells", head + "\n,,plant,,,\n", "keyMissing 2 supplier", "keyMissing 2 material",
      "keyMissing 2 capacity_per_day", "keyMissing 2 readiness_months", "keyMissing 2 cost_likely"),
    Bad(
      "low above high", head + ",cost_low,cost_high\nAda,raw,,1,1,2,3,1\n", "outOfRange 2 cost_low"),
    Bad(
      "likely outside", head + ",cost_low,cost_high\nAda,raw,,1,1,5,1,3\n",
      "outOfRange 2 cost_likely"),
    Bad(
      "setup without likely", head + ",setup_cost_low\nAda,raw,,1,1,5,1\n",
      "keyMissing 2 setup_cost_likely"),
    Bad("half a module", head + ",modules\nAda,raw,,1,1,5,1.5\n", "outOfRange 2 modules"),
    Bad("a strange year", head + ",year\nAda,raw,,1,1,5,26\n", "outOfRange 2 year"),
    Bad("no country", head + ",country\nAda,raw,,1,1,5,Germany\n", "choiceUnknown 2 country"),
    Bad(
      "a point that may group", head.replacing(",", with: ";") + "\nAda;raw;;1.234;1,5;2\n",
      "numberAmbiguous 2 capacity_per_day"),
    Bad(
      "every row is told", head + "\nAda,raw,,x,1,1\nBob,raw,,1,y,1\n",
      "numberInvalid 2 capacity_per_day", "numberInvalid 3 readiness_months"),
    // Known only with the chain at hand.
    Bad("an unknown material", head + "\nAda,gold,,1,1,1\n", "referenceUnknown 2 material"),
    Bad("an unknown site", head + "\nAda,raw,moon,1,1,1\n", "referenceUnknown 2 site"),
    Bad("several sites", head + "\nAda,both,,1,1,1\n", "keyMissing 2 site"),
    Bad("no site", head + "\nAda,idle,,1,1,1\n", "keyMissing 2 site"),
    Bad("two of a name", head + "\nAda,Zwilling,plant,1,1,1\n", "referenceUnknown 2 material"),
    Bad(
      "the same again", head + "\nAda,raw,,1,1,1\nada,Raw,plant,2,2,2\n", "keyRepeated 3 supplier"),
  ]

  @Test(arguments: bad) func everyMistakeHasItsPlace(_ test: Bad) {
    let chain = CandidateOptionTests.chain()
    let result = read(test.text).added(to: chain)
    let found = result.findings.map { "\($0.code.rawValue) \($0.row) \($0.column)" }
    #expect(found == test.expected)
    #expect(result.findings.allSatisfy { $0.table == "c.csv" })
    #expect(ChainComparison.differences(chain, result.chain).isEmpty, "nothing is half taken")
  }

  @Test func unknownColumnsAreToldAndKeptOut() {
    let list = read(Self.head + ",mood\nAda,raw,,1,1,1,good\n")
    #expect(list.candidates.count == 1)
    #expect(list.findings.map(\.code) == [.columnUnknown])
    #expect(!list.findings.hasErrors)
  }
}
