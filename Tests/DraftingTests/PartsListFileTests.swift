// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Drafting
import Testing

@Suite struct PartsListFileTests {
  @Test(arguments: Fixture.all) func everyLineIsAccountedFor(name: String) throws {
    let reading = try Fixture.read(name)
    #expect(reading.isSound)
    #expect(!reading.findings.hasErrors)
    #expect(!reading.counted.isEmpty)
  }

  @Test func kicadExportWithPreamble() throws {
    let list = try Fixture.read("kicad_grouped.csv")
    #expect(list.rows(.blankOrNote) == [1, 2, 3, 4, 5, 6])
    #expect(list.line(7)?.references == ["C1", "C2", "C5", "C6", "C7"])
    #expect(list.line(7)?.name == "100nF")
    #expect(list.line(7)?.needed == Estimate(5))
    #expect(list.rows(.notFitted) == [12, 13])
    #expect(list.line(15)?.quantity.basis == .references)
    #expect(list.line(15)?.needed == Estimate(1))
    // Three of two references.
    #expect(list.findings.map(\.row) == [9])
    #expect(list.line(9)?.questions.count == 1)
  }

  @Test func kicadListingEachComponentAndAllOfThem() throws {
    let list = try Fixture.read("kicad_twice.csv")
    #expect(list.rows(.superseded).count == 3)
    #expect(list.counted.map(\.name) == ["100nF", "10k"])
    #expect(list.counted.map { $0.needed?.likely } == [2, 1])
    #expect(list.counted.map(\.position) == ["1", "2"])
  }

  @Test func tabsInUTF16NamedCSV() throws {
    let list = try Fixture.read("werkstatt_utf16.csv")
    #expect(list.encoding == .utf16LittleEndian)
    #expect(list.counted.map(\.name).first == "Gehäusedeckel")
    #expect(list.line(4)?.needed == Estimate(2.5))
    #expect(list.line(4)?.quantity.unit == .metre)
    #expect(list.rows(.notFitted) == [5])
    #expect(list.line(6)?.mass == Estimate(0.35))
    #expect(list.lineCount == 7 && list.lines.count == 7)
  }

  @Test func germanExcelInWindows1252() throws {
    let list = try Fixture.read("excel_deutsch.csv")
    #expect(list.encoding == .windows1252)
    #expect(list.rows(.section) == [5, 10])
    #expect(list.rows(.total) == [9, 20])
    #expect(list.rows(.blankOrNote) == [1, 2, 3, 4, 15, 19])
    #expect(list.line(6)?.section == "Rahmen")
    #expect(list.line(6)?.needed == Estimate(12.5))
    #expect(list.line(6)?.mass == Estimate(43.75))
    #expect(list.line(7)?.mass == Estimate(5))
    #expect(abs((list.line(8)?.mass?.likely ?? 0) - 0.768) < 1e-12)
    #expect(list.line(11)?.needed == Estimate(12))
    #expect(list.line(11)?.assumptions.count == 1)
    #expect(list.line(13)?.needed == Estimate(1250))
    #expect(list.line(13)?.section == "Hydraulik")
    #expect(list.line(14)?.quantity.unit == .set)
    #expect(list.line(16)?.name == "Schaltschrank \"Typ A\"")
    #expect(list.line(17)?.isUnresolved == true && list.line(18)?.isUnresolved == true)
    #expect(list.findings.contains { $0.row == 17 && $0.code == .numberInvalid })
    #expect(list.findings.contains { $0.row == 18 && $0.code == .outOfRange })
  }

  @Test func freecadWithDottedPositions() throws {
    let list = try Fixture.read("freecad.csv")
    #expect(list.rows(.assembly) == [2, 3])
    #expect(list.line(named: "Beam 80x40")?.needed == Estimate(8))
    #expect(abs((list.line(named: "Beam 80x40")?.mass?.likely ?? 0) - 49.6) < 1e-9)
    #expect(abs((list.line(named: "Foot plate")?.mass?.likely ?? 0) - 6.8) < 1e-9)
    #expect(list.line(named: "Impeller")?.needed == Estimate(1))
    #expect(list.line(named: "Cover")?.parent == nil)
    #expect(list.line(4)?.parent == 2)
  }

  @Test func erpWithLevelsRevisionsAndAlternates() throws {
    let list = try Fixture.read("erp_mehrstufig.csv")
    #expect(list.rows(.assembly) == [5, 6, 14])
    #expect(list.rows(.superseded) == [10])
    #expect(list.line(10)?.reason.english.contains("row 11") == true)
    #expect(list.rows(.alternate) == [13])
    #expect(list.rows(.notFitted) == [17, 18])
    #expect(list.line(named: "Längsträger S355")?.needed == Estimate(2))
    #expect(list.line(named: "Bleiakku 12 V")?.needed == Estimate(4))
    #expect(list.line(named: "Bleiakku 12 V")?.mass == Estimate(72))
    #expect(list.line(named: "Polbrücke Kupfer")?.needed == Estimate(2))
    #expect(list.line(11)?.needed == Estimate(1))
    #expect(list.line(11)?.partNumber == "4711-200")
  }

  @Test func packsBlanksAndUnfitted() throws {
    let list = try Fixture.read("packs.csv")
    let screws = try #require(list.line(2))
    #expect(screws.needed == Estimate(200) && screws.quantity.basis == .packs)
    #expect(screws.quantity.unit == .piece)
    #expect(list.line(3)?.needed == Estimate(low: 12, likely: 12, high: 600))
    #expect(list.line(3)?.questions.count == 1)
    #expect(list.line(4)?.needed == Estimate(100))
    #expect(list.line(5)?.needed == Estimate(4) && list.line(5)?.questions.isEmpty == true)
    #expect(list.line(6)?.quantity.basis == .assumed && list.line(6)?.questions.count == 1)
    #expect(list.line(7)?.needed == Estimate(6))
    #expect(list.rows(.notFitted) == [8, 9])
    #expect(list.line(10)?.needed == Estimate(2))
    #expect(list.line(11)?.needed == Estimate(low: 2, likely: 2.5, high: 3))
    #expect(list.line(12)?.needed == Estimate(0.5))
    #expect(list.line(12)?.quantity.unit == .other("sheet"))
    #expect(list.line(13)?.mass == Estimate(1.2))
    #expect(list.line(14)?.quantity.unit == .litre)
    #expect(list.line(15)?.needed == Estimate(4))
  }

  @Test func indentsMakeAssemblies() throws {
    let list = try Fixture.read("eingerueckt.csv")
    #expect(list.rows(.assembly) == [2, 3])
    #expect(list.line(named: "Schraube M6")?.needed == Estimate(16))
    #expect(list.line(named: "Kartusche")?.needed == Estimate(3))
    #expect(list.line(named: "Halter")?.needed == Estimate(1))
  }
}
