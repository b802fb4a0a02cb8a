// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DelimitedText

struct DelimitedTableTests {
  static func table(_ text: String) -> DelimitedTable {
    DelimitedTable(DecodedText(Array(text.utf8)))
  }

  @Test(arguments: [
    ("a,b\n1;2;3,4", UInt8.comma), ("a;b,c;d", .semicolon), ("a\tb\n1,2,3", .tab), ("a", .comma),
    ("", .comma), ("\"a;b;c\",d", .comma), ("a;b\r\n1,2,3,4", .semicolon),
  ])
  func delimiterOfTheHeader(text: String, expected: UInt8) {
    #expect(DelimitedTable.guessDelimiter(Array(text.utf8)) == expected)
  }

  @Test func cellsByColumn() {
    let table = Self.table("name;share\n\nIron;0.5\nCopper\n")
    #expect(table.header == ["name", "share"])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(table.rows.map { $0["name"] } == ["Iron", "Copper"])
    #expect(table.rows.map { $0.number("share") } == [0.5, nil])
    #expect(table.rows[0]["none"] == "")
  }

  @Test func emptyText() {
    #expect(Self.table("").header.isEmpty)
    #expect(Self.table("\n\n").rows.isEmpty)
  }
}
