// SPDX-License-Identifier: Apache-2.0
import Foundation
import ValueChains

/// A chain package as texts, to be written into a folder and broken at will.
public struct PackageText: Sendable {
  /// File contents by table name.
  public var tables: [String: String]
  /// Resources in `datapackage.json`, table name to path; nil to list every table.
  public var paths: [(name: String, path: String)]?
  /// The whole of `datapackage.json`; nil to make it from the tables.
  public var manifest: String?

  public init(_ tables: [String: String]) { self.tables = tables }

  /// Ore becomes steel in the mill, steel goes to the yard: no findings at all.
  public static let small = Self([
    "sites": "site,name,country\nmill,Mill,DE\nyard,Yard,DE\n",
    "materials": "material,unit,kg_per_unit\nore,kg,1\nsteel,kg,1\n",
    "lines": "line,site,runs_per_day\nfurnace,mill,10\n",
    "recipes": "line,material,quantity\nfurnace,ore,-2\nfurnace,steel,1\n",
    "links": "link,from_site,to_site,material,per_day\nroad,mill,yard,steel,5\n",
    "supplies": "supply,site,material,per_day\nmine,mill,ore,30\n",
    "demands": "demand,site,material,per_day,value_per_unit\nneed,yard,steel,4,7\n",
  ])

  public var manifestText: String {
    if let manifest { return manifest }
    let listed = paths ?? tables.keys.sorted().map { ($0, "\($0).csv") }
    let resources = listed.map { #"{"name": "\#($0.name)", "path": "\#($0.path)"}"# }
    return
      #"{"name": "test", "chainPackage": 1, "resources": [\#(resources.joined(separator: ", "))]}"#
  }

  public func write(to folder: TemporaryFolder) throws {
    try folder.write(manifestText, to: "datapackage.json")
    for (name, text) in tables { try folder.write(text, to: "\(name).csv") }
  }

  /// Writes the package into a folder of its own and reads it.
  public func read() throws -> ChainPackage.Reading {
    let folder = TemporaryFolder()
    try write(to: folder)
    return try ChainPackage.read(folder.path)
  }

  /// The small package with one table replaced, or added.
  public static func small(_ table: String, _ text: String) -> Self {
    var package = small
    package.tables[table] = text
    return package
  }
}
