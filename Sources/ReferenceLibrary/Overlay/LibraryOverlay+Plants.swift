// SPDX-License-Identifier: Apache-2.0
import Foundation
import Geodesy
import Localization

extension LibraryOverlay {
  /// Every register in `sites/`; packed ones are named in the notes and not read.
  mutating func readPlants() throws(LibraryError) {
    let sites = folder.appendingPathComponent("sites")
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: sites.path) else {
      return
    }
    var reader = PlantReader()
    for entry in entries.sorted() {
      if entry.hasSuffix(".csv.gz") {
        note(
          "sites/\(entry)", "Gepackte Dateien werden nicht gelesen; bitte entpacken.",
          "Packed files are not read; please unpack it.")
      }
      guard entry.hasSuffix(".csv") else { continue }
      let file = try table(
        "sites/\(entry)", "site_id", "account_holder", "nace_rev2", "city")
      if let file { try reader.read(file) }
    }
    guard !reader.register.files.isEmpty else { return }
    contents.register = reader.finish()
    contents.notes += reader.notes
  }
}

/// Merges the installations of a register into plants.
private struct PlantReader {
  private(set) var register = PlantRegister()
  private(set) var notes: [LibraryNote] = []
  private var groups: [Key: [Installation]] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    let holder: String
    let town: String
    let nace: String
  }

  private struct Installation {
    let row: TableFile.Row
    let coordinates: GeoPoint?
    let activity: (year: Int, value: Double)?
  }

  mutating func read(_ file: TableFile) throws(LibraryError) {
    register.files.append(file.name)
    let years = Self.activityColumns(file.header)
    for row in file.rows {
      let id = try file.text(row, "site_id")
      let isDefence = DefenceFilter.excludes(
        nace: row["nace_rev2"], names: [row["account_holder"], row["installation_name"]])
      if isDefence {
        register.defenceCount += 1
        continue
      }
      if row["account_status"].lowercased() == "closed" {
        register.closedCount += 1
        continue
      }
      let town = NameIndex.folded(row["city"])
      let holder = NameIndex.folded(row["account_holder"])
      let isAlone = town.isEmpty || holder.isEmpty
      let key = Key(holder: holder, town: isAlone ? id : town, nace: row["nace_rev2"])
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(
        Installation(
          row: row, coordinates: coordinates(row, file),
          activity: years.lazy.compactMap { year, column in
            row.number(column).flatMap { $0 >= 0 ? (year, $0) : nil }
          }.first))
    }
  }

  mutating func finish() -> PlantRegister {
    let source = "EU Transaction Log (EUTL), \(register.files.joined(separator: ", "))"
    register.plants = order.compactMap { groups[$0].flatMap { Self.plant($0, source) } }
    register.plants.sort { ($1.activity ?? -1, $0.id) < ($0.activity ?? -1, $1.id) }
    return register
  }

  private static func plant(_ installations: [Installation], _ source: String) -> Plant? {
    let largest = installations.max { ($0.activity?.value ?? -1) < ($1.activity?.value ?? -1) }
    guard let row = largest?.row else { return nil }
    let activities = installations.compactMap(\.activity)
    let year = activities.map(\.year).max()
    let status = row["account_status"].lowercased()
    return Plant(
      id: row["site_id"], installations: installations.map { $0.row["site_id"] },
      holder: row["account_holder"],
      name: row["installation_name"].isEmpty ? row["account_holder"] : row["installation_name"],
      nace: row["nace_rev2"].isEmpty ? nil : row["nace_rev2"], town: row["city"],
      region: row["region_state"], country: row["country_iso2"],
      coordinates: largest?.coordinates ?? installations.lazy.compactMap(\.coordinates).first,
      isOpen: status.isEmpty ? nil : true,
      activity: activities.isEmpty ? nil : activities.map(\.value).reduce(0, +),
      activityYear: year, registerNumber: row["company_register_no"],
      provenance: Provenance(source: source, year: year))
  }

  /// `verified_emissions_2022_tco2e` and its like, the latest year first.
  private static func activityColumns(_ header: [String]) -> [(Int, String)] {
    header.compactMap { column in
      guard column.hasPrefix("verified_emissions_") else { return nil }
      return Int(column.dropFirst(19).prefix(4)).map { ($0, column) }
    }.sorted { $0.0 > $1.0 }
  }

  private mutating func coordinates(_ row: TableFile.Row, _ file: TableFile) -> GeoPoint? {
    if row["latitude_deg"].isEmpty, row["longitude_deg"].isEmpty { return nil }
    if let place = try? file.coordinates(row, "latitude_deg", "longitude_deg") { return place }
    notes.append(
      LibraryNote(
        file.name, row: row.line, column: "latitude_deg",
        LocalizedText(
          de: "Die Koordinaten sind keine; der Ort bleibt unbekannt.",
          en: "The coordinates are none; the place stays unknown.")))
    return nil
  }
}

/// Keeps sites of weapons, explosives and armed forces out of public registers.
enum DefenceFilter {
  private static let classes: Set = ["25.40", "84.22", "20.51", "30.40"]

  /// Beginnings of words in the names of such sites, folded.
  private static let beginnings = [
    "bundeswehr", "munition", "ammunition", "sprengstoff", "explosives", "kaserne", "barracks",
    "fliegerhorst", "wehrtechni", "rustung", "armament", "streitkraft", "heeresversorg",
    "marinearsenal", "marinestutzpunkt", "militar", "military", "armed forces", "air base",
    "ministry of defence", "bundesministerium der verteidigung",
  ]

  static func excludes(nace: String, names: [String]) -> Bool {
    if classes.contains(nace) { return true }
    return names.contains { name in
      let text = " " + NameIndex.folded(name)
      return beginnings.contains { text.contains(" " + $0) }
    }
  }
}
