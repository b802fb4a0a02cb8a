// SPDX-License-Identifier: Apache-2.0
import Localization
import Resilience
import ValueChains

/// Names of what packages only give by a code: passages, modes, stages, kinds.
enum KnownNames {
  static func passage(_ key: String) -> LocalizedText? { passages[key]?.name }

  /// Latitude and longitude in degrees.
  static func place(ofPassage key: String) -> (latitude: Double, longitude: Double)? {
    passages[key].map { ($0.latitude, $0.longitude) }
  }

  private struct Passage {
    let name: LocalizedText
    let latitude: Double
    let longitude: Double
    init(_ de: String, _ en: String, _ latitude: Double, _ longitude: Double) {
      name = LocalizedText(de: de, en: en)
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Keys and places as in the reference library's passages.csv.
  private static let passages: [String: Passage] = [
    "babalmandab": Passage("Bab al-Mandab", "Bab el-Mandeb", 12.6, 43.5),
    "bering": Passage("Beringstraße", "Bering Strait", 65.8, -168.9),
    "bosporus": Passage("Bosporus", "Bosporus", 41.1, 29.1),
    "chili": Passage(
      "Magellanstraße / Kap Hoorn", "Strait of Magellan / Cape Horn", -54.6, -70.5),
    "dardanelles": Passage("Dardanellen", "Dardanelles", 40.6, 27.7),
    "gibraltar": Passage("Straße von Gibraltar", "Strait of Gibraltar", 36, -5.3),
    "malacca": Passage("Straße von Malakka", "Strait of Malacca", 3.6, 100.2),
    "northwest": Passage("Nordwestpassage", "Northwest Passage", 70.3, -90.9),
    "ormuz": Passage("Straße von Hormus", "Strait of Hormuz", 26.2, 56.7),
    "panama": Passage("Panamakanal", "Panama Canal", 9, -79.7),
    "south_africa": Passage("Kap der Guten Hoffnung", "Cape of Good Hope", -35.5, 20),
    "suez": Passage("Suezkanal", "Suez Canal", 29.5, 32.8),
    "sunda": Passage("Sundastraße", "Sunda Strait", -5.9, 105.8),
  ]

  static func mode(_ key: String) -> LocalizedText? {
    switch key {
    case "road": LocalizedText(de: "Straße", en: "road")
    case "rail": LocalizedText(de: "Schiene", en: "rail")
    case "inland": LocalizedText(de: "Binnenschiff", en: "inland waterway")
    case "sea": LocalizedText(de: "See", en: "sea")
    case "air": LocalizedText(de: "Luft", en: "air")
    case "pipeline": LocalizedText(de: "Rohrleitung", en: "pipeline")
    default: nil
    }
  }

  static func stage(_ key: String) -> LocalizedText? {
    switch key {
    case "raw": LocalizedText(de: "Rohstoff", en: "raw material")
    case "processed": LocalizedText(de: "Halbzeug", en: "processed material")
    case "part": LocalizedText(de: "Teil", en: "part")
    case "component": LocalizedText(de: "Baugruppe", en: "component")
    case "system": LocalizedText(de: "System", en: "system")
    case "service": LocalizedText(de: "Dienstleistung", en: "service")
    default: nil
    }
  }

  /// The same for more than one material.
  static func stages(_ key: String) -> LocalizedText? {
    switch key {
    case "raw": LocalizedText(de: "Rohstoffe", en: "Raw materials")
    case "processed": LocalizedText(de: "Halbzeuge", en: "Processed materials")
    case "part": LocalizedText(de: "Teile", en: "Parts")
    case "component": LocalizedText(de: "Baugruppen", en: "Components")
    case "system": LocalizedText(de: "Systeme", en: "Systems")
    case "service": LocalizedText(de: "Dienstleistungen", en: "Services")
    default: nil
    }
  }

  static func kind(_ kind: Disruption.Kind) -> LocalizedText {
    switch kind {
    case .site: LocalizedText(de: "Standort", en: "Site")
    case .line: LocalizedText(de: "Linie", en: "Line")
    case .link: LocalizedText(de: "Verbindung", en: "Link")
    case .supply: LocalizedText(de: "Bezug", en: "Supply")
    case .organisation: LocalizedText(de: "Organisation", en: "Organisation")
    case .group: LocalizedText(de: "Unternehmensgruppe", en: "Company group")
    case .material: LocalizedText(de: "Material", en: "Material")
    case .country: LocalizedText(de: "Land", en: "Country")
    case .region: LocalizedText(de: "Region", en: "Region")
    case .sector: LocalizedText(de: "Branche (NACE)", en: "Sector (NACE)")
    case .passage: LocalizedText(de: "Passage", en: "Passage")
    case .mode: LocalizedText(de: "Verkehrsträger", en: "Mode of transport")
    }
  }

  static func role(_ key: String) -> LocalizedText {
    switch key {
    case "maker": LocalizedText(de: "Hersteller", en: "Maker")
    case "supplier": LocalizedText(de: "Lieferanten", en: "Suppliers")
    case "association": LocalizedText(de: "Verbände", en: "Associations")
    case "ministry": LocalizedText(de: "Ministerien", en: "Ministries")
    case "analyst": LocalizedText(de: "Analyse (eigene Recherche)", en: "Analyst (own research)")
    case "": LocalizedText(de: "Noch niemandem zugeordnet", en: "Not yet assigned to anyone")
    default: LocalizedText(verbatim: key)
    }
  }
}
