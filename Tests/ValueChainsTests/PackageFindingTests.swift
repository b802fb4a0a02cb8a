// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting
import ValueChains

/// Findings about `datapackage.json` and the files it names.
struct PackageFindingTests {
  static let json = "datapackage.json"

  @Test func emptyFolder() throws {
    let folder = TemporaryFolder()
    let reading = try ChainPackage.read(folder.path)
    #expect(reading.findings.map(ExpectedFinding.init) == [.init(.packageMissing, Self.json)])
    #expect(reading.chain[.sites].isEmpty)
  }

  @Test func nothingThere() throws {
    let folder = TemporaryFolder()
    #expect(throws: ChainPackage.ReadingError.noSuchFolder(path: folder.path("none"))) {
      try ChainPackage.read(folder.path("none"))
    }
    #expect(throws: ChainPackage.ReadingError.noSuchFolder(path: "")) { try ChainPackage.read("") }
  }

  @Test func fileInsteadOfAFolder() throws {
    let folder = TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(throws: ChainPackage.ReadingError.notAFolder(path: folder.path("file"))) {
      try ChainPackage.read(folder.path("file"))
    }
  }

  @Test(arguments: [
    "", "{", "[]", "1", "null", "\"x\"", "{\"name\": 5}", "{\"chainPackage\": 2}",
    "{\"chainPackage\": \"1\"}", "{\"resources\": {}}", "{\"resources\": [5]}",
    "{\"name\": \"\\ud800\"}",
    String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000), "\u{0}",
  ])
  func unreadableManifest(text: String) throws {
    var package = PackageText.small
    package.manifest = text
    try expect(package, finds: [.init(.packageUnreadable, Self.json)])
  }

  @Test func manifestWithAByteOrderMark() throws {
    var package = PackageText.small
    package.manifest = "\u{FEFF}" + package.manifestText
    try expect(package, finds: [])
  }

  @Test func whatTheManifestStates() throws {
    var package = PackageText.small
    package.manifest = package.manifestText.replacing(
      "\"chainPackage\": 1", with: "\"title\": \"Stahl\", \"currency\": \"EUR\", \"more\": [1, {}]")
    let chain = try package.read().chain
    #expect(chain.name == "test")
    #expect(chain.title == "Stahl")
    #expect(chain.currency == "EUR")
  }

  @Test(arguments: ["sites", "materials", "demands"])
  func requiredTableMissing(table: String) throws {
    var package = PackageText.small
    package.tables[table] = nil
    // The references to it are not told one by one.
    try expect(package, finds: [.init(.tableMissing, table)])
  }

  @Test(arguments: ["lines", "links", "recipes"])
  func listedFileMissing(table: String) throws {
    var package = PackageText.small
    package.paths = package.tables.keys.sorted().map { ($0, "\($0).csv") }
    package.tables[table] = nil
    try expect(package, finds: [.init(.tableMissing, table)])
  }

  @Test(arguments: [("sites", Finding.Severity.error), ("lines", .warning)])
  func fileNotListed(table: String, severity: Finding.Severity) throws {
    var package = PackageText.small
    package.paths = package.tables.keys.sorted().filter { $0 != table }.map { ($0, "\($0).csv") }
    try expect(package, finds: [.init(.tableNotListed, severity, table)])
  }

  @Test func tableListedTwice() throws {
    var package = PackageText.small
    package.paths = (package.tables.keys.sorted() + ["links"]).map { ($0, "\($0).csv") }
    try expect(package, finds: [.init(.packageUnreadable, "links")])
  }

  @Test func otherResourcesAreLeftAlone() throws {
    var package = PackageText.small
    package.paths =
      package.tables.keys.sorted().map { ($0, "\($0).csv") } + [("readme", "README.md")]
    try expect(package, finds: [])
  }

  @Test(arguments: [
    "../links.csv", "/etc/passwd", "http://example.org/links.csv", "file:///etc/passwd",
    "data/../../links.csv", "..\\\\links.csv", "C:\\\\links.csv", "",
  ])
  func pathsOutsideTheFolder(path: String) throws {
    let outer = TemporaryFolder()
    try outer.write("link\nsecret\n", to: "links.csv")
    var package = PackageText.small
    package.paths = package.tables.keys.sorted().map { ($0, $0 == "links" ? path : "\($0).csv") }
    try outer.write(package.manifestText, to: "chain/datapackage.json")
    for (name, text) in package.tables where name != "links" {
      try outer.write(text, to: "chain/\(name).csv")
    }
    let reading = try ChainPackage.read(outer.path("chain"))
    #expect(reading.findings.map(ExpectedFinding.init) == [.init(.packageUnreadable, "links")])
    #expect(reading.chain[.links].isEmpty)
  }

  @Test func symbolicLinkOutOfTheFolder() throws {
    let outer = TemporaryFolder()
    try outer.write("link\nsecret\n", to: "links.csv")
    var package = PackageText.small
    package.tables["links"] = nil
    package.paths = PackageText.small.tables.keys.sorted().map { ($0, "\($0).csv") }
    try outer.write(package.manifestText, to: "chain/datapackage.json")
    for (name, text) in package.tables { try outer.write(text, to: "chain/\(name).csv") }
    try FileManager.default.createSymbolicLink(
      atPath: outer.path("chain/links.csv"), withDestinationPath: outer.path("links.csv"))
    let reading = try ChainPackage.read(outer.path("chain"))
    #expect(reading.findings.map(ExpectedFinding.init) == [.init(.packageUnreadable, "links")])
    #expect(reading.chain[.links].isEmpty)
  }

  @Test func filesInASubfolder() throws {
    let folder = TemporaryFolder()
    var package = PackageText.small
    package.paths = package.tables.keys.sorted().map { ($0, "data/\($0).csv") }
    try folder.write(package.manifestText, to: "datapackage.json")
    for (name, text) in package.tables { try folder.write(text, to: "data/\(name).csv") }
    #expect(try ChainPackage.read(folder.path).findings.isEmpty)
  }

  @Test func folderInPlaceOfATable() throws {
    let folder = TemporaryFolder()
    var package = PackageText.small
    package.tables["links"] = nil
    package.paths = PackageText.small.tables.keys.sorted().map { ($0, "\($0).csv") }
    try package.write(to: folder)
    try folder.write("x", to: "links.csv/inner")
    let reading = try ChainPackage.read(folder.path)
    #expect(reading.findings.map(ExpectedFinding.init) == [.init(.tableMissing, "links")])
  }
}
