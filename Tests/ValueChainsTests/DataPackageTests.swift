// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@testable import ValueChains

/// `datapackage.json` keeps the rules of Frictionless Data that matter to us: names, paths, schemas.
struct DataPackageTests {
  struct Package: Decodable {
    struct Resource: Decodable {
      struct Schema: Decodable {
        struct Field: Decodable {
          let name: String
          let type: String
        }
        struct ForeignKey: Decodable {
          struct Reference: Decodable {
            let resource: String
            let fields: String
          }
          let fields: String
          let reference: Reference
        }
        let fields: [Field]
        let primaryKey: [String]?
        let foreignKeys: [ForeignKey]?
        let missingValues: [String]
      }
      let name: String
      let path: String
      let profile: String?
      let schema: Schema?
    }
    let name: String
    let title: String
    let profile: String
    let chainPackage: Int
    let resources: [Resource]
  }

  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57 || [45, 46, 95].contains(byte)
      }
  }

  static func written(
    _ chain: ValueChain, extraFiles: [(name: String, content: String)] = []
  ) throws -> (package: Package, folder: TemporaryFolder) {
    let folder = TemporaryFolder()
    try ChainPackage.write(chain, to: folder.path("chain"), extraFiles: extraFiles)
    let data = Data(try folder.bytes(of: "chain/datapackage.json"))
    return (try JSONDecoder().decode(Package.self, from: data), folder)
  }

  @Test(arguments: 100..<110)
  func rulesOfTheStandard(seed: Int) throws {
    var random = RandomChain(seed: UInt64(seed))
    try Self.check(random.hostile())
  }

  @Test func rulesWithEmptyTables() throws {
    // The column refers to organisations, of which there are none.
    let chain = try PackageText.small("sites", "site,organisation\nmill,\nyard,\n").read().chain
    try Self.check(chain)
  }

  static func check(_ chain: ValueChain) throws {
    let (package, folder) = try written(chain)
    #expect(package.profile == "tabular-data-package")
    #expect(package.chainPackage == 1)
    #expect(isName(package.name))
    let names = package.resources.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy(isName))
    for resource in package.resources {
      #expect(resource.path == "\(resource.name).csv")
      let schema = try #require(resource.schema)
      let header = try folder.text(of: "chain/\(resource.path)").prefix { $0 != "\n" }
      #expect(schema.fields.map(\.name).joined(separator: ",") == header)
      let fields = Set(schema.fields.map(\.name))
      #expect(fields.count == schema.fields.count)
      #expect(fields.isSuperset(of: schema.primaryKey ?? []))
      #expect(schema.missingValues == [""])
      for key in schema.foreignKeys ?? [] {
        #expect(fields.contains(key.fields))
        let other = try #require(
          package.resources.first { $0.name == key.reference.resource },
          "\(resource.name).\(key.fields) → \(key.reference.resource)")
        #expect(other.schema?.primaryKey == [key.reference.fields])
      }
    }
    #expect(
      Set(folder.names(in: "chain"))
        == Set(package.resources.map(\.path) + ["datapackage.json"]))
  }

  @Test(arguments: [
    ("chain", "chain"), ("My Chain", "my-chain"), ("Wärme & Kälte", "waerme-kaelte"), ("ß", "ss"),
    ("a.b_c-1", "a.b_c-1"), ("😀", "chain"), ("", "chain"), ("  x  ", "x"),
  ])
  func nameForPrograms(name: String, expected: String) throws {
    var chain = try PackageText.small.read().chain
    chain.name = name
    chain.title = "Title: \(name)"
    let (package, _) = try Self.written(chain)
    #expect(package.name == expected)
    #expect(package.title == "Title: \(name)")
  }

  @Test func extraFilesHaveNamesOfTheirOwn() throws {
    let chain = try PackageText.small.read().chain
    let extras = ["gaps.csv", "gaps.json", "sites.txt", "Read Me.md", ".hidden"]
    let (package, folder) = try Self.written(chain, extraFiles: extras.map { ($0, "x") })
    let names = package.resources.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy(Self.isName))
    #expect(package.resources.suffix(5).map(\.path) == extras)
    let reading = try ChainPackage.read(folder.path("chain"))
    #expect(reading.findings.isEmpty)
  }
}
