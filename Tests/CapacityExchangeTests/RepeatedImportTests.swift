import CapacityExchange
import Foundation
// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting
import ValueChains

@Suite struct RepeatedImportTests {
  /// The shipped example: five files that use every kind of row.
  static let example: [ExchangeFile] = ["demand", "lamps", "capacity", "stock", "delivery"].map {
    let path = Checkout.path("Examples/capacity-exchange/\($0).json")
    return ExchangeFile(
      name: "\($0).json", bytes: FileManager.default.contents(atPath: path).map(Array.init) ?? [])
  }

  private func merge(_ files: [ExchangeFile], into chain: ValueChain? = nil)
    -> ChainExchange.Outcome
  {
    ChainExchange.merge(files, into: chain, firstDay: Sample.firstDay)
  }

  @Test func twiceIsOnce() {
    let once = merge(Self.example)
    let twice = merge(Self.example, into: once.chain)
    #expect(once.chain.written == twice.chain.written)
    #expect(twice.summary.questions == 0)
    #expect(once.findings == twice.findings)
    // The same files twice in one call.
    let doubled = merge(Self.example + Self.example)
    #expect(doubled.chain.written == once.chain.written)
  }

  @Test func filesOneByOneAreTheSameRows() {
    var chain: ValueChain?
    for file in Self.example { chain = merge([file], into: chain).chain }
    let together = merge(Self.example).chain
    for table in [TableName.demands, .supplies, .options, .stocks, .arrivals, .recipes, .links] {
      let columns = table.definition.columns.map(\.name)
      func rows(_ chain: ValueChain?) -> [String] {
        (0..<(chain?[table].count ?? 0)).map { row in
          columns.map { chain?[table].text($0, row) ?? "" }.joined(separator: ",")
        }.sorted()
      }
      #expect(rows(chain) == rows(together), "\(table.rawValue)")
    }
  }

  @Test func throughThePackageOnDisk() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("chain").path
      let once = merge(Self.example).chain
      try ChainPackage.write(once, to: path)
      let reading = try ChainPackage.read(path)
      #expect(!reading.findings.hasErrors)
      #expect(Set(reading.findings.map(\.code)) == [.demandWithoutValue])
      let twice = merge(Self.example, into: reading.chain).chain
      #expect(twice.written == once.written)
    }
  }

  @Test func newerReplacesAndOlderDoesNot() {
    let first = Sample.merge(Sample.demand([("2026-11-23", "700"), ("2026-11-30", "70")]))
    let newer = Sample.demand([("2026-11-23", "1400")], changed: "2026-11-21T00:00:00Z")
    let second = Sample.merge(newer, into: first.chain)
    #expect(second.chain.cells(.demands, .fromDay, .toDay, .perDay) == [["1", "7", "200"]])
    #expect(second.findings == [])
    let older = Sample.merge(Sample.demand([("2026-11-23", "7")]), into: second.chain)
    #expect(older.codes == [.keyRepeated])
    #expect(older.chain.written == second.chain.written)
    // In one call, in either order.
    for files in [[0, 1], [1, 0]] {
      let texts = [Sample.demand([("2026-11-23", "7")]), newer]
      let outcome = Sample.merge(texts[files[0]], texts[files[1]])
      #expect(outcome.chain.cells(.demands, .perDay) == [["200"]])
      #expect(outcome.codes == [.keyRepeated])
    }
  }

  @Test func whatPeopleFilledInStays() throws {
    var chain = merge(Self.example).chain
    chain[.demands].set((0..<chain[.demands].count).map { ($0, .valuePerUnit, .number(9)) })
    chain[.options].set([(0, .costPerModule, .number(5000)), (0, .buildDays, .number(30))])
    chain[.questions].set([(0, .answer, .text("Filterwerk"))])
    let again = merge(Self.example, into: chain).chain
    #expect(again.written == chain.written)
    // Other weeks next month: the value of the series is known all the same.
    let newer = Sample.demand([("2026-12-07", "70")], changed: "2026-12-01T00:00:00Z")
    let later = merge([Sample.file(newer)], into: chain).chain
    #expect(
      later.cells(.demands, .material, .perDay, .valuePerUnit).contains(["WF-100", "10", "9"]))
  }

  @Test func anInactiveObjectTakesItsRowsAlong() {
    let first = Sample.merge(Sample.demand([("2026-11-23", "700")]), Sample.stock("5"))
    let gone = Sample.demand(
      [], changed: "2026-11-21T00:00:00Z", more: "\"materialDemandIsInactive\": true,")
    let outcome = Sample.merge(gone, into: first.chain)
    #expect(outcome.chain[.demands].isEmpty)
    #expect(outcome.chain[.stocks].count == 1)
    #expect(!outcome.chain.cells(.provenance, .table).contains(["demands"]))
    #expect(!outcome.chain.cells(.questions, .table).contains(["demands"]))
  }

  @Test func anotherFirstDayIsAnErrorWhileOldRowsStay() throws {
    let chain = Sample.merge(Sample.demand([("2026-11-23", "700")])).chain
    let later = try #require(CalendarDay("2026-11-30"))
    let stock = Sample.merge(Sample.stock("5"), into: chain, firstDay: later)
    #expect(stock.codes == [.statementsDiffer])
    #expect(stock.findings.hasErrors)
    let all = Sample.merge(Sample.demand([("2026-11-30", "700")]), into: chain, firstDay: later)
    #expect(all.findings == [])
  }

  @Test func columnsTheFormatDoesNotKnowStay() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("chain").path
      try ChainPackage.write(merge(Self.example).chain, to: path)
      let stocks = path + "/stocks.csv"
      let lines = try String(contentsOfFile: stocks, encoding: .utf8).split(separator: "\n")
      let wide = lines.enumerated().map { $1 + ($0 == 0 ? ",remark" : ",seen") }
      try wide.joined(separator: "\n").write(toFile: stocks, atomically: true, encoding: .utf8)
      let chain = merge(Self.example, into: try ChainPackage.read(path).chain).chain
      let second = folder.appendingPathComponent("second").path
      try ChainPackage.write(chain, to: second)
      #expect(try !ChainPackage.read(second).findings.hasErrors)
    }
  }
}
