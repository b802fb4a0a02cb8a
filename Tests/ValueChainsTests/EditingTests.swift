// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import ValueChains

/// Rows taken out and cells changed in memory.
@Suite struct EditingTests {
  private func stocks() -> TableContents {
    var table = TableContents(.stocks)
    for (site, onHand) in [("a", 1.0), ("b", 2.0), ("c", 3.0)] {
      table.append([.site: Cell(site), .material: "steel", .onHand: .number(onHand)])
    }
    return table
  }

  @Test func removedRowsLeaveTheLinesOfTheOthers() {
    var table = stocks()
    table.removeRows { $0 == 1 }
    #expect(table.count == 2)
    #expect((0..<2).map { table.text(.site, $0) } == ["a", "c"])
    #expect(table.lines == [2, 4])
    #expect(table.number(.onHand, 1) == 3)
    #expect(!table.has(.maximum))
  }

  @Test func cellsAreSetInColumnsOldAndNew() {
    var table = stocks()
    table.set([(0, .maximum, 9), (2, .onHand, .empty), (1, .site, "d")])
    #expect((0..<3).map { table.number(.maximum, $0) } == [9, nil, nil])
    #expect(table.number(.onHand, 2) == nil)
    #expect(table.text(.site, 1) == "d")
    #expect(table.number(.onHand, 1) == 2)
  }

  @Test func rowsCanBeAddedToATableWithUnknownColumns() throws {
    let folder = TemporaryFolder()
    var chain = ValueChain(name: "x")
    chain[.sites].append([.site: "a"])
    chain[.materials].append([.material: "steel", .unit: "kg"])
    chain[.demands].append([.demand: "d", .site: "a", .material: "steel"])
    chain[.stocks] = stocks()
    try ChainPackage.write(chain, to: folder.path("chain"))
    try folder.write("site,material,remark\na,steel,seen\n", to: "chain/stocks.csv")
    var read = try ChainPackage.read(folder.path("chain")).chain
    read[.stocks].append([.site: "a", .material: "wood"])
    read[.stocks].set([(0, .onHand, 5)])
    try ChainPackage.write(read, to: folder.path("second"))
    #expect(
      try folder.text(of: "second/stocks.csv")
        == "site,material,on_hand,remark\na,steel,5,seen\na,wood,,\n")
  }
}
