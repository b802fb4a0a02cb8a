// SPDX-License-Identifier: Apache-2.0
import Testing
import TragwerkTesting

@testable import ValueChains

/// What is written reads back as the same chain.
struct RoundTripTests {
  @Test(arguments: 0..<60)
  func randomChains(seed: Int) throws {
    var random = RandomChain(seed: UInt64(seed))
    let chain = random.hostile()
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"))
    let reading = try ChainPackage.read(folder.path("chain"))
    #expect(ChainComparison.differences(chain, reading.chain) == [])
    // Only what is wrong with the content, nothing that writing added.
    let form: Set<Finding.Code> = [
      .packageMissing, .packageUnreadable, .tableMissing, .tableEmpty, .columnRepeated,
      .columnMissing, .cellCount, .quoteOpen, .notText, .numberInvalid, .numberNotFinite,
      .numberAmbiguous, .columnUnknown,
    ]
    #expect(reading.findings.filter { form.contains($0.code) } == [])
    #expect(reading.findings.map(Place.init) == chain.findings().map(Place.init))
  }

  /// Where a finding stands; line ends within cells move the rows of the file.
  struct Place: Equatable {
    let code: Finding.Code
    let table: String
    let column: String

    init(_ finding: Finding) {
      (code, table, column) = (finding.code, finding.table, finding.column)
    }
  }

  @Test(arguments: RandomChain.hostileTexts)
  func everyText(text: String) throws {
    var chain = ValueChain(name: "texts", title: text)
    chain[.sites].append([.site: .text(text), .name: .text(text), .region: .text(text)])
    chain[.materials].append([.material: "m", .unit: "kg"])
    chain[.demands].append([.demand: "d", .site: .text(text), .material: "m"])
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"))
    let read = try ChainPackage.read(folder.path("chain")).chain
    #expect(ChainComparison.differences(chain, read) == [])
  }

  @Test func writingWhatWasReadGivesTheSameFiles() throws {
    var random = RandomChain(seed: 7)
    let chain = random.hostile()
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("first"))
    let read = try ChainPackage.read(folder.path("first")).chain
    try ChainPackage.write(read, to: folder.path("second"))
    #expect(folder.names(in: "first") == folder.names(in: "second"))
    for name in folder.names(in: "first") {
      #expect(try folder.text(of: "first/\(name)") == folder.text(of: "second/\(name)"), "\(name)")
    }
  }

  @Test func unknownColumnsSurvive() throws {
    let chain = try PackageText.small(
      "sites", "site,\"colour, or so\",name\nmill,\"a\"\"b\",Mill\nyard,,Yard\n"
    ).read().chain
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"))
    let read = try ChainPackage.read(folder.path("chain")).chain
    #expect(ChainComparison.differences(chain, read) == [])
  }

  /// `row:N` names a line of the file, which writing may move.
  @Test func provenanceFollowsTheRowsItIsAbout() throws {
    var package = PackageText.small(
      "arrivals", "site,material,day,quantity\n\nmill,ore,1,5\n\n\nmill,ore,2,6\n")
    package.tables["provenance"] =
      "table,key,column,source\narrivals,row:6,quantity,letter\narrivals,row:3,,\nsites,row:6,,\n"
    let chain = try package.read().chain
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"))
    let read = try ChainPackage.read(folder.path("chain")).chain
    #expect(read[.arrivals].lines == [2, 3])
    #expect(Array(read[.provenance].text(.key)) == ["row:3", "row:2", "row:6"])
  }

  @Test func infinityIsWrittenAsNotLimited() throws {
    var chain = ValueChain(name: "infinite")
    chain[.sites].append([.site: "s"])
    chain[.materials].append([.material: "m", .unit: "kg"])
    chain[.supplies].append([.supply: "x", .site: "s", .material: "m", .perDay: .number(.infinity)])
    chain[.demands].append([.demand: "d", .site: "s", .material: "m", .valuePerUnit: 1])
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"))
    let reading = try ChainPackage.read(folder.path("chain"))
    #expect(reading.findings.isEmpty)
    #expect(reading.chain[.supplies].numbers(.perDay) == [.infinity])
  }
}
