// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

extension ReferenceLibrary {
  /// This library with the files of a folder laid over it.
  ///
  /// The folder has the layout of public source tables (`raw_materials/`, `transport/`, `sites/`,
  /// `boms/`, `classifications/`). Any file may be missing; then what is here stays. Of each
  /// material and view one stage of one source is taken, never a sum; figures that cannot be used
  /// are told in ``notes`` and stay unknown. About half a second for twelve thousand plants and a
  /// sea network.
  public func overlaid(with directory: String) throws(LibraryError) -> Self {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) else {
      throw .noSuchFolder(path: directory)
    }
    guard isFolder.boolValue else { throw .notAFolder(path: directory) }
    var overlay = LibraryOverlay(
      folder: URL(fileURLWithPath: directory, isDirectory: true), contents: contents)
    try overlay.readAll()
    guard overlay.filesRead > 0 else { throw .nothingKnown(path: directory) }
    return Self(overlay.contents)
  }
}

/// Lays the files of a folder over a library.
struct LibraryOverlay {
  let folder: URL
  var contents: LibraryContents
  var filesRead = 0
  var countryNames = CountryNames([])
  /// What the source tables call each material.
  var sourceNames: [String: SourceNames] = [:]

  /// The names of one material in the sources of its figures.
  struct SourceNames {
    var supply: String
    var indicators: String
    var scores: String
    var commodity = ""
    var commodityStages: [String] = []
  }

  mutating func readAll() throws(LibraryError) {
    try readCountries()
    countryNames = CountryNames(contents.countries)
    try readMaterials()
    try readIndicators()
    try readScores()
    try readGovernance()
    try readShares()
    try readPassages()
    try readPorts()
    try readSeaNetwork()
    try readPlants()
    try readBridges()
  }

  mutating func table(_ name: String, _ columns: String...) throws(LibraryError) -> TableFile? {
    let file = try TableFile.ifPresent(name, in: folder, columns: columns)
    if file != nil { filesRead += 1 }
    return file
  }

  mutating func note(
    _ file: String, row: Int = 0, column: String = "", _ de: String, _ en: String
  ) {
    contents.notes.append(
      LibraryNote(file, row: row, column: column, LocalizedText(de: de, en: en)))
  }
}

// MARK: Countries and governance

extension LibraryOverlay {
  mutating func readCountries() throws(LibraryError) {
    guard
      let file = try table(
        "classifications/country_alpha3.csv", "alpha3", "label_de", "label_en")
    else { return }
    var known = Set(contents.countries.map(\.iso3))
    for row in file.rows where known.insert(row["alpha3"]).inserted {
      contents.countries.append(
        Country(
          iso2: "", iso3: try file.text(row, "alpha3"),
          name: LocalizedText(de: row["label_de"], en: row["label_en"]), coordinates: nil,
          isOverland: false, provenance: Provenance(source: file.name, year: nil)))
    }
  }

  mutating func readGovernance() throws(LibraryError) {
    guard
      let file = try table(
        "raw_materials/wgi2022_mean_normalised.csv", "country_source", "country_iso3",
        "wgi_mean_0_1")
    else { return }
    for row in file.rows {
      guard let value = LooseNumber(row["wgi_mean_0_1"])?.value else { continue }
      guard (0...1).contains(value) else { throw file.bad(row, "wgi_mean_0_1") }
      guard
        case .country(let country) = countryNames.resolve(
          code: row["country_iso3"], name: row["country_source"])
      else { continue }
      contents.governance[country] = Governance(
        country: country, value: value,
        provenance: Provenance(source: "World Bank WGI 2023", year: 2022))
    }
  }

  mutating func readBridges() throws(LibraryError) {
    guard
      let file = try table(
        "boms/class_material_bridge.csv", "bom_class_or_material_hint", "material_id", "link_kind",
        "evidence")
    else { return }
    let materials = Set(contents.materials.map(\.id))
    let names = NameIndex(contents.materials.map { (id: $0.id, names: $0.allNames) })
    var known = Set(contents.bridges.map { "\($0.componentClass)|\($0.material)" })
    for row in file.rows {
      let material = try file.text(row, "material_id")
      guard materials.contains(material) else {
        note(
          file.name, row: row.line, column: "material_id",
          "Das Material „\(material)“ ist nicht bekannt; die Zeile wird nicht benutzt.",
          "The material “\(material)” is not known; the row is not used.")
        continue
      }
      var componentClass = try file.text(row, "bom_class_or_material_hint")
      if row["link_kind"] == "kg_direct", let id = names[componentClass] { componentClass = id }
      guard known.insert("\(componentClass)|\(material)").inserted else { continue }
      let kinds: [String: Bridge.Kind] = [
        "kg_direct": .direct, "alloying": .alloying, "class": .typical, "partly": .partly,
      ]
      guard let kind = kinds[row["link_kind"]] else { throw file.bad(row, "link_kind") }
      contents.bridges.append(
        Bridge(
          componentClass: componentClass, material: material, kind: kind,
          note: LocalizedText(verbatim: row["evidence"]),
          provenance: Provenance(source: file.name, year: nil)))
    }
  }
}
