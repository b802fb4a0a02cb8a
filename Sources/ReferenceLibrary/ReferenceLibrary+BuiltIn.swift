// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization

extension ReferenceLibrary {
  /// The library that comes with the program. A few tens of milliseconds; load it once.
  public static func builtIn() throws(LibraryError) -> Self {
    Self(try BuiltInReader(folder: try TablesLocation.find()).read())
  }
}

/// Reads the built-in tables; any flaw in them is an error.
private struct BuiltInReader {
  let folder: URL

  func read() throws(LibraryError) -> LibraryContents {
    var contents = LibraryContents()
    try readCountries(into: &contents)
    try readMaterials(into: &contents)
    try readAlloys(into: &contents)
    try readShares(into: &contents)
    try readPlaces(into: &contents)
    try readRoutes(into: &contents)
    try readBridges(into: &contents)
    try readWords(into: &contents)
    return contents
  }

  private func table(_ name: String, _ columns: String...) throws(LibraryError) -> TableFile {
    try TableFile(name, in: folder, columns: columns)
  }

  private func readCountries(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("countries.csv", "iso2", "iso3", "name_de", "name_en", "overland")
    for row in file.rows {
      contents.countries.append(
        Country(
          iso2: try file.text(row, "iso2"), iso3: try file.text(row, "iso3"),
          name: try name(file, row),
          coordinates: try file.coordinates(row, "latitude", "longitude"),
          isOverland: row["overland"] == "yes", provenance: try file.provenance(row)))
    }
    let governance = try table("governance.csv", "country", "wgi")
    for row in governance.rows {
      let country = try governance.text(row, "country")
      contents.governance[country] = Governance(
        country: country, value: try governance.neededNumber(row, "wgi", in: 0...1),
        provenance: try governance.provenance(row))
    }
  }

  private func readMaterials(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("materials.csv", "material", "name_de", "name_en", "eu_list", "nace")
    for row in file.rows {
      guard let list = Material.EUList(rawValue: row["eu_list"]) else {
        throw file.bad(row, "eu_list")
      }
      contents.materials.append(
        Material(
          id: try file.text(row, "material"), name: try name(file, row),
          aliases: Self.list(row["aliases"]), euList: list,
          nace: row["nace"].isEmpty ? nil : row["nace"],
          importReliance: try file.number(row, "import_reliance", in: 0...1),
          recyclingRate: try file.number(row, "eol_recycling", in: 0...1),
          substitutionIndex: try file.number(row, "substitution_sr", in: 0...1),
          globalConcentration: try file.number(row, "hhi_wgi_global"),
          euConcentration: try file.number(row, "hhi_wgi_eu"),
          publishedSupplyRisk: try file.number(row, "supply_risk_published"),
          publishedSupplyRiskYear: try file.number(row, "supply_risk_year").map { Int($0) },
          provenance: try file.provenance(row)))
    }
  }

  private func readAlloys(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("alloys.csv", "alloy", "name_de", "name_en", "material", "share_likely")
    var rows: [String: Int] = [:]
    for row in file.rows {
      let id = try file.text(row, "alloy")
      let constituent = Alloy.Constituent(
        material: try file.text(row, "material"),
        low: try file.neededNumber(row, "share_low", in: 0...1),
        likely: try file.neededNumber(row, "share_likely", in: 0...1),
        high: try file.neededNumber(row, "share_high", in: 0...1))
      if let at = rows[id] {
        contents.alloys[at].constituents.append(constituent)
      } else {
        rows[id] = contents.alloys.count
        contents.alloys.append(
          Alloy(
            id: id, name: try name(file, row), aliases: Self.list(row["aliases"]),
            constituents: [constituent], provenance: try file.provenance(row)))
      }
    }
  }

  private func readShares(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("shares.csv", "material", "view", "stage", "country", "share", "flag")
    var groups: [LibraryContents.ShareKey: (stage: String, [CountryShare], Provenance)] = [:]
    for row in file.rows {
      guard let view = SupplyView(rawValue: row["view"]) else { throw file.bad(row, "view") }
      let key = LibraryContents.ShareKey(material: try file.text(row, "material"), view: view)
      let stage = try file.text(row, "stage")
      let share = CountryShare(
        country: try file.text(row, "country"),
        share: try file.neededNumber(row, "share", in: 0...100) / 100,
        isUpperBound: row["flag"] == "lt",
        tradeParameter: try file.number(row, "trade_parameter"))
      if let group = groups[key] {
        if group.stage != stage { throw file.bad(row, "stage") }
        groups[key]?.1.append(share)
      } else {
        groups[key] = (stage, [share], try file.provenance(row))
      }
    }
    for (key, group) in groups {
      contents.shares[key] = SupplyShares(
        material: key.material, view: key.view, stage: group.stage, shares: group.1,
        provenance: group.2)
    }
  }

  private func readPlaces(into contents: inout LibraryContents) throws(LibraryError) {
    let ports = try table("ports.csv", "country", "locode", "port")
    for row in ports.rows {
      let port = Port(
        locode: try ports.text(row, "locode"), name: try ports.text(row, "port"),
        country: try ports.text(row, "country"),
        coordinates: try ports.coordinates(row, "latitude", "longitude"),
        provenance: try ports.provenance(row))
      contents.mainPorts[port.country] = port
      contents.ports[port.locode] = contents.ports[port.locode] ?? port
    }
    let passages = try table("passages.csv", "passage", "name_de", "name_en")
    for row in passages.rows {
      contents.passages.append(
        Passage(
          id: try passages.text(row, "passage"), name: try name(passages, row),
          coordinates: try passages.coordinates(row, "latitude", "longitude"),
          provenance: try passages.provenance(row)))
    }
  }

  private func readRoutes(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("routes.csv", "country", "destination", "closed", "kilometres", "passages")
    for row in file.rows {
      let key = LibraryContents.RouteKey(
        country: try file.text(row, "country"), destination: try file.text(row, "destination"))
      contents.routes[key, default: []].append(
        SeaRoute(
          kilometres: try file.neededNumber(row, "kilometres", in: 0...100_000),
          passages: Self.list(row["passages"]), avoided: Self.list(row["closed"]),
          provenance: try file.provenance(row)))
    }
    for (key, routes) in contents.routes { contents.routes[key] = SeaRoute.distinct(routes) }
  }

  private func readBridges(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("bridges.csv", "class", "material", "kind", "note_de", "note_en")
    for row in file.rows {
      guard let kind = Bridge.Kind(rawValue: row["kind"]) else { throw file.bad(row, "kind") }
      contents.bridges.append(
        Bridge(
          componentClass: try file.text(row, "class"), material: try file.text(row, "material"),
          kind: kind, note: LocalizedText(de: row["note_de"], en: row["note_en"]),
          provenance: try file.provenance(row)))
    }
  }

  private func readWords(into contents: inout LibraryContents) throws(LibraryError) {
    let file = try table("words.csv", "word", "language", "kind", "value", "note")
    for row in file.rows {
      guard let kind = RecognitionWord.Kind(rawValue: row["kind"]) else {
        throw file.bad(row, "kind")
      }
      let note = row["note"].prefix { $0 != ";" && $0 != " " }
      let mode = RecognitionWord.Mode(rawValue: String(note))
      guard let mode = kind == .designator ? .exact : mode else { throw file.bad(row, "note") }
      contents.words.append(
        RecognitionWord(
          word: try file.text(row, "word"), language: row["language"], kind: kind,
          value: try file.text(row, "value"), mode: mode))
    }
  }

  private func name(_ file: TableFile, _ row: TableFile.Row) throws(LibraryError) -> LocalizedText {
    LocalizedText(de: try file.text(row, "name_de"), en: try file.text(row, "name_en"))
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
