// SPDX-License-Identifier: Apache-2.0
import Geodesy
import Matching
import Testing
import ValueChains

@testable import NeedLists

@Suite struct SupplierListTests {
  private func findings(_ text: String) -> [String] {
    SupplierList(Array(text.utf8), file: "firms.csv").findings.map {
      "\($0.row) \($0.column) \($0.code.rawValue)"
    }
  }

  @Test func firmsAreRead() throws {
    let list = SupplierList(
      Array(
        """
        firm;Name;text;latitude;longitude;qualifications;free
        a;Alpha;Wir fräsen;50.5;9;EN9100:2027-03-31;120
        b;;Zelte;;;ISO 9001:2015;

        """.utf8), file: "firms.csv")
    #expect(list.findings.isEmpty)
    try #require(list.suppliers.map(\.id) == ["a", "b"])
    let alpha = list.suppliers[0]
    #expect(alpha.name == "Alpha" && alpha.texts == ["Wir fräsen"])
    #expect(alpha.places == [GeoPoint(latitude: 50.5, longitude: 9)])
    #expect(alpha.qualifications.map(\.standard) == ["EN9100"])
    #expect(alpha.capacity.map(\.free) == [120])
    #expect(list.suppliers[1].qualifications.map(\.standard) == ["ISO 9001:2015"])
  }

  @Test(arguments: [
    ("", ["0  tableEmpty"]),
    ("firm,name\n", ["0  tableEmpty"]),
    ("name\nx\n", ["1 firm columnMissing"]),
    ("firm,branch\na,25\n", ["1 text columnMissing"]),
    ("firm,name,name\na,x,y\n", ["1 name columnRepeated"]),
    ("firm,name\na,x\n,y\na,z\n", ["3 firm keyMissing", "4 firm keyRepeated"]),
    ("firm,name,free\n,x,viel\n", ["2 firm keyMissing", "2 free valueInvalid"]),
    ("firm,name,latitude\na,x,50\n", ["2 longitude incomplete"]),
    ("firm,name,stated_on\na,x,gestern\n", ["2 stated_on valueInvalid"]),
    // What an open quotation mark swallows is told, and so are cells beyond the header.
    ("firm,name\na,\"x\nb,y\n", ["2  quoteOpen"]),
    ("firm,name\na,x,y\nb,z,,\n", ["2  cellCount"]),
  ])
  func faultsHaveTheirPlace(_ text: String, _ expected: [String]) {
    #expect(findings(text) == expected)
  }
}
