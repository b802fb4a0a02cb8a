// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting
import ValueChains

/// Every finding about the form of a package and its files, one mistake at a time: exactly one
/// finding each, in the right place.
struct FormFindingTests {
  @Test func theSmallPackageIsFaultless() throws {
    try expect(.small, finds: [])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var table: String
    var text: String
    var expected: [ExpectedFinding]

    init(_ name: String, _ table: String, _ text: String, _ expected: ExpectedFinding...) {
      (testDescription, self.table, self.text, self.expected) = (name, table, text, expected)
    }
  }

  @Test(arguments: [
    Case("empty file", "sites", "", .init(.tableEmpty, "sites")),
    Case("byte-order mark only", "links", "\u{FEFF}", .init(.tableEmpty, "links")),
    Case(
      "required table without rows", "materials", "material,unit\n", .init(.tableEmpty, "materials")
    ),
    Case(
      "required table of blank rows", "demands", "demand\n\n,,\n", .init(.tableEmpty, "demands")),
    Case(
      "repeated column", "demands",
      "demand,site,material,value_per_unit,Site\nneed,yard,steel,7,mill\n",
      .init(.columnRepeated, "demands", 1, "Site")),
    Case(
      "key column missing", "links", "from_site,to_site,material\nmill,yard,steel\n",
      .init(.columnMissing, "links", 1, "link")),
    Case(
      "too few cells", "demands", "demand,site,material,value_per_unit\nneed,yard,steel\n",
      .init(.cellCount, "demands", 2)),
    Case(
      "too many cells", "demands",
      "demand,site,material,value_per_unit\nneed,yard,steel,7\nmore,yard,steel,7,8\n",
      .init(.cellCount, "demands", 3)),
    Case(
      "a comma too many in the name", "sites",
      "site,name,organisation,latitude\nmill,Mill, Hall 2,,52\nyard,Yard,,51\n",
      .init(.cellCount, "sites", 2)),
    Case(
      "unclosed quote", "sites", "site,name\nmill,Mill\nyard,\"Yard\nmore,More\n",
      .init(.quoteOpen, "sites", 3)),
    Case(
      "unclosed quote in the last line", "recipes",
      "line,material,quantity\nfurnace,ore,-2\nfurnace,steel,\"1\n",
      .init(.quoteOpen, "recipes", 3)),
    Case(
      "text for a number", "supplies", "supply,site,material,per_day\nmine,mill,ore,lots\n",
      .init(.numberInvalid, "supplies", 2, "per_day")),
    Case(
      "decimal comma in a comma file", "supplies",
      "supply,site,material,per_day\nmine,mill,ore,\"3,5\"\n",
      .init(.numberInvalid, "supplies", 2, "per_day")),
    Case(
      "infinity", "supplies", "supply,site,material,per_day\nmine,mill,ore,inf\n",
      .init(.numberNotFinite, "supplies", 2, "per_day")),
    Case(
      "not-a-number", "demands", "demand,site,material,value_per_unit\nneed,yard,steel,NaN\n",
      .init(.numberNotFinite, "demands", 2, "value_per_unit")),
    Case(
      "beyond all doubles", "supplies", "supply,site,material,per_day\nmine,mill,ore,1e999\n",
      .init(.numberNotFinite, "supplies", 2, "per_day")),
    Case(
      "negative", "links", "link,from_site,to_site,material,lead_days\nroad,mill,yard,steel,-1\n",
      .init(.outOfRange, "links", 2, "lead_days")),
    Case(
      "latitude", "sites", "site,latitude\nmill,90.5\nyard,-90\n",
      .init(.outOfRange, "sites", 2, "latitude")),
    Case(
      "longitude", "sites", "site,longitude\nmill,180\nyard,-181\n",
      .init(.outOfRange, "sites", 3, "longitude")),
    Case(
      "remaining", "disruptions", "disruption,kind,target,remaining\nstop,site,mill,1.5\n",
      .init(.outOfRange, "disruptions", 2, "remaining")),
    Case(
      "ambiguous point", "supplies",
      "supply;site;material;per_day;cost_per_unit\nmine;mill;ore;12.345;1,5\n",
      .init(.numberAmbiguous, "supplies", 2, "per_day")),
    Case(
      "ambiguous and negative is told once", "supplies",
      "supply;site;material;per_day;cost_per_unit\nmine;mill;ore;-12.345;1,5\n",
      .init(.outOfRange, "supplies", 2, "per_day")),
    Case(
      "unknown column", "sites", "site,colour\nmill,red\nyard,blue\n",
      .init(.columnUnknown, .warning, "sites", 1, "colour")),
    Case(
      "column without a title", "sites", "site,,\nmill,,\nyard,note,\n",
      .init(.columnUnknown, .warning, "sites", 1, "")),
    Case(
      "row of an invalid number after quoted line ends", "demands",
      "demand,site,material,value_per_unit\n\"a\nb\",yard,steel,7\n\n\"c\r\nd\",yard,steel,x\n",
      .init(.numberInvalid, "demands", 5, "value_per_unit")),
    Case(
      "budget without a day", "budget", "day,cumulative\n,5\n2,x\nx,1\n",
      .init(.keyMissing, "budget", 2, "day", key: ""),
      .init(.numberInvalid, "budget", 3, "cumulative"),
      .init(.numberInvalid, "budget", 4, "day")),
    Case(
      "quantity that cannot be read", "recipes",
      "line,material,quantity\nfurnace,ore,-2\nfurnace,steel,one\n",
      .init(.numberInvalid, "recipes", 3, "quantity")),
  ])
  func oneMistake(of test: Case) throws {
    try expect(.small(test.table, test.text), finds: test.expected)
  }

  @Test func bytesThatAreNotText() throws {
    let folder = TemporaryFolder()
    try PackageText.small.write(to: folder)
    try folder.write(
      Array("site,name,latitude\nmill,M".utf8) + [0xFC] + Array("hle,52\nyard,Yard,5".utf8)
        + [0x80] + Array("\n".utf8), to: "sites.csv")
    let reading = try ChainPackage.read(folder.path)
    #expect(
      reading.findings.map(ExpectedFinding.init) == [
        .init(.notText, "sites", 2, "name"), .init(.notText, "sites", 3, "latitude"),
      ])
  }

  @Test func titleThatIsNotText() throws {
    let folder = TemporaryFolder()
    try PackageText.small.write(to: folder)
    try folder.write(
      Array("site,L".utf8) + [0xE4] + Array("nge\nmill,1\nyard,2\n".utf8), to: "sites.csv")
    let reading = try ChainPackage.read(folder.path)
    #expect(
      reading.findings.map(ExpectedFinding.init) == [.init(.notText, "sites", 1, "L\u{FFFD}nge")])
  }

  @Test func utf16ThatIsNotText() throws {
    let folder = TemporaryFolder()
    try PackageText.small.write(to: folder)
    func utf16(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] as [UInt8] } }
    let text: [UInt8] = [0xFF, 0xFE] + utf16("site,name\nmill,x") + [0x00, 0xD8]
    try folder.write(text + utf16("\nyard,\n"), to: "sites.csv")
    let reading = try ChainPackage.read(folder.path)
    #expect(reading.findings.map(ExpectedFinding.init) == [.init(.notText, "sites")])
  }
}
