// SPDX-License-Identifier: Apache-2.0
import Drafting
import Testing
import ValueChains

@Suite struct HostileListTests {
  @Test func anEmptyFileSaysSo() {
    let list = PartsList.read([], file: "empty.csv")
    #expect(list.lines.isEmpty && list.lineCount == 0)
    #expect(list.findings.map(\.code) == [.tableEmpty])
    #expect(list.findings.hasErrors && list.findings[0].table == "empty.csv")
  }

  @Test func blankLinesAreNoList() {
    let list = PartsListReading("\n\n;;\n \n")
    #expect(list.isSound && list.lines.count == 4)
    #expect(list.findings.hasErrors)
  }

  @Test func aHeaderAloneIsNoList() {
    let list = PartsListReading("Name;Menge;Einheit\n")
    #expect(list.isSound && list.rows(.blankOrNote) == [1])
    #expect(list.findings.map(\.code) == [.tableEmpty])
    #expect(list.findings[0].severity == .error)
  }

  @Test func withoutAHeaderTheHeadingsUnderstoodAreNamed() {
    let list = PartsListReading("1;2;3\n4;5;6\n")
    #expect(list.isSound && list.counted.isEmpty)
    #expect(list.findings.map(\.code) == [.columnMissing])
    #expect(list.findings[0].message.german.contains("Bezeichnung"))
    #expect(list.findings[0].message.english.contains("Quantity"))
  }

  @Test func anEndlessCellIsCut() {
    let cell = String(repeating: "Schraube ", count: 25_000)
    let list = PartsListReading("Name;Menge\n\(cell);4\nMutter;2\n")
    #expect(list.isSound)
    #expect(list.counted.map { $0.needed?.likely } == [4, 2])
    #expect(list.line(2).map { $0.name.utf8.count < 10_000 } == true)
    #expect(list.findings.map(\.code) == [.keyTooLong])
  }

  @Test func aQuoteThatNeverClosesLosesNothing() {
    let list = PartsListReading("Name,Qty\nScrew,2\n\"Nut,3\nWasher,4\nHose \"red\",1\n")
    #expect(list.isSound)
    #expect(list.counted.count == 4)
    #expect(list.findings.map(\.code) == [.quoteOpen])
  }

  @Test func aQuoteThatClosesLaterSwallowsNothing() {
    let list = PartsListReading(
      "Name,Qty,Unit\nScrew,2,pc\n\"Nut,3,pc\nWasher,4,pc\nHose,1,\"m\"\nPin,1,pc\n")
    #expect(list.isSound)
    #expect(list.counted.map(\.name).suffix(4) == ["Nut", "Washer", "Hose", "Pin"])
    #expect(list.findings.map(\.code) == [.quoteOpen])
  }

  @Test func manyQuotesThatNeverCloseEnd() {
    let row = "\"a,\"\"b\n"
    let list = PartsListReading("Name,Qty\n" + String(repeating: row, count: 2001))
    #expect(list.isSound)
  }

  @Test func cellsMayHoldLineEnds() {
    let list = PartsListReading("Name,Qty\n\"Pump\nwith motor\",2\nHose,1\n")
    #expect(list.isSound && list.lines.count == 3)
    #expect(list.lines[1].rows == 2...3 && list.lines[2].rows == 4...4)
  }

  @Test func namesOnlyCountAsOneEach() {
    let list = PartsListReading("Bezeichnung\nPumpe\nSchlauch\n")
    #expect(list.counted.count == 2)
    #expect(list.counted.allSatisfy { $0.needed == Estimate(1) && $0.quantity.basis == .assumed })
  }

  @Test func bytesThatAreNoTextAreReported() {
    let list = PartsList.read(Array("Name;Menge\nA".utf8) + [0, 0xFF, 0x3B, 0x32, 10], file: "x")
    #expect(list.isSound)
    #expect(list.findings.contains { $0.code == .notText })
  }
}
