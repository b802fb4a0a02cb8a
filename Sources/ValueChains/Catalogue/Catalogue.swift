// SPDX-License-Identifier: Apache-2.0
import Localization

/// The declared list of every table and column of the chain package, format 1.
public enum Catalogue {
  /// In the order of ``TableName``.
  public static let tables: [TableDefinition] = [
    organisations, sites, materials, lines, recipes, links, supplies, stocks, arrivals, demands,
    groups, groupMembers, options, budget, disruptions, provenance, questions,
  ]

  static let stages = ["raw", "processed", "part", "component", "system", "service"]
  static let modes = ["road", "rail", "inland", "sea", "air", "pipeline"]

  static let country = ColumnDefinition.text(
    .country, de: "Land", en: "Country", "Zwei Buchstaben nach ISO 3166, z. B. DE.",
    "Two letters of ISO 3166, e.g. DE.")
  static let region = ColumnDefinition.text(
    .region, de: "Region", en: "Region", "NUTS-Schlüssel, z. B. DE21.", "NUTS code, e.g. DE21.")
  static func name(_ de: String, _ en: String) -> ColumnDefinition {
    .text(
      .name, de: "Name", en: "Name", "Wie \(de) in Bildern und Listen heißt.",
      "What \(en) is called in pictures and lists.")
  }
  static let recovery = ColumnDefinition.number(
    .recoveryDays, .days, empty: .notStated, de: "Wiederanlaufzeit", en: "Time to recover",
    "Tage bis zum Wiederanlauf nach einem Ausfall.", "Days until it works again after a failure.")
  static let leadDays = ColumnDefinition.number(
    .leadDays, .days, de: "Durchlaufzeit", en: "Lead time",
    "Tage vom Start bis zur Ankunft des Ergebnisses.", "Days from start until the result is there.")
  static let costPerUnit = ColumnDefinition.number(
    .costPerUnit, .moneyPerUnit, de: "Kosten je Einheit", en: "Cost per unit")
  static let window: [ColumnDefinition] = [
    .number(
      .fromDay, .dayNumber, empty: .value(1), de: "Von Tag", en: "From day",
      "Erster Tag, an dem es gilt.", "The first day on which it holds."),
    .number(
      .toDay, .dayNumber, empty: .unlimited, de: "Bis Tag", en: "To day",
      "Letzter Tag, an dem es gilt; leer: ohne Ende.",
      "The last day on which it holds; empty: no end."),
  ]

  static let organisations = TableDefinition(
    name: .organisations, isRequired: false,
    columns: [
      .key(.organisation, de: "Organisation", en: "Organisation"),
      name("die Organisation", "the organisation"), country,
      .text(
        .group, de: "Gruppe", en: "Group",
        "Muttergesellschaft: Schlüssel einer Organisation oder freier Name.",
        "Its parent: another organisation's key, or a free name."),
      .text(
        .sector, de: "Branche", en: "Sector", "NACE Rev. 2, z. B. 24.10.",
        "NACE Rev. 2, e.g. 24.10."),
      .text(
        .identifier, de: "Kennung", en: "Identifier", "Schema und Wert, z. B. lei:…",
        "Scheme and value, e.g. lei:…"),
    ], keyLength: 1, label: LocalizedText(de: "Organisationen", en: "Organisations"),
    explanation: LocalizedText(
      de: "Unternehmen, Behörden und Verbände, denen Standorte und Bezüge gehören.",
      en: "Companies, authorities and associations that own sites and supplies."))

  static let sites = TableDefinition(
    name: .sites, isRequired: true,
    columns: [
      .key(.site, de: "Standort", en: "Site"), name("der Standort", "the site"),
      .text(.organisation, .reference(.organisations), de: "Organisation", en: "Organisation"),
      country, region,
      .number(
        .latitude, .degrees, empty: .notStated, in: -90...90, de: "Breite", en: "Latitude",
        "Geografische Breite, Norden positiv.", "North is positive."),
      .number(
        .longitude, .degrees, empty: .notStated, in: -180...180, de: "Länge", en: "Longitude",
        "Geografische Länge, Osten positiv.", "East is positive."),
      recovery,
      .number(
        .workers, .people, empty: .unlimited, de: "Beschäftigte", en: "Workers",
        "Leer: nicht begrenzt.", "Empty: not limited."),
      .number(
        .hiresPerDay, LocalizedText(de: "Personen je Tag", en: "people per day"), empty: .unlimited,
        de: "Einstellungen je Tag", en: "Hires per day"),
      .number(
        .costPerHire, LocalizedText(de: "Währung je Person", en: "currency per person"),
        de: "Kosten je Einstellung", en: "Cost per hire"),
    ], keyLength: 1, label: LocalizedText(de: "Standorte", en: "Sites"),
    explanation: LocalizedText(
      de: "Orte, an denen etwas gemacht, gelagert, umgeschlagen oder gebraucht wird.",
      en: "Places where something is made, stored, handled or needed."))

  static let materials = TableDefinition(
    name: .materials, isRequired: true,
    columns: [
      .key(.material, de: "Material", en: "Material"), name("das Material", "the material"),
      .text(
        .unit, de: "Einheit", en: "Unit", "In der alle Mengen zählen, z. B. kg.",
        "In which all quantities count, e.g. kg."),
      .text(.stage, .suggestion(stages), de: "Stufe", en: "Stage"),
      .number(
        .kgPerUnit, LocalizedText(de: "kg je Mengeneinheit", en: "kg per unit"), empty: .notStated,
        de: "Masse je Einheit", en: "Mass per unit"),
      .text(
        .cpv, de: "CPV", en: "CPV", "Gemeinsames Vokabular für öffentliche Aufträge.",
        "Common Procurement Vocabulary."),
      .text(
        .hs, de: "HS", en: "HS", "Harmonisiertes System des Zolls.", "Harmonised System of customs."
      ),
    ], keyLength: 1, label: LocalizedText(de: "Materialien", en: "Materials"),
    explanation: LocalizedText(
      de:
        "Alles, was fließt: Rohstoff, Halbzeug, Teil, Baugruppe, fertiges System, Dienstleistung.",
      en:
        "Everything that flows: raw material, semi-finished good, part, component, system, service."
    ))

  static let lines = TableDefinition(
    name: .lines, isRequired: false,
    columns: [
      .key(.line, de: "Linie", en: "Line"),
      .text(.site, .reference(.sites), de: "Standort", en: "Site"), name("die Linie", "the line"),
      .number(
        .runsPerDay, LocalizedText(de: "Läufe je Tag", en: "runs per day"), empty: .unlimited,
        de: "Läufe je Tag", en: "Runs per day", "Leer: nicht begrenzt.", "Empty: not limited."),
      leadDays,
      .number(
        .costPerRun, LocalizedText(de: "Währung je Lauf", en: "currency per run"),
        de: "Kosten je Lauf",
        en: "Cost per run"),
      .number(
        .workersPerDailyRun,
        LocalizedText(de: "Personen je täglichem Lauf", en: "people per daily run"),
        de: "Personen je Lauf am Tag", en: "Workers per daily run"),
      recovery,
    ], keyLength: 1, label: LocalizedText(de: "Linien", en: "Lines"),
    explanation: LocalizedText(
      de: "Anlagen, die nach einer Rezeptur Materialien in andere verwandeln.",
      en: "Plant that turns materials into others by a recipe."))

  static let recipes = TableDefinition(
    name: .recipes, isRequired: false,
    columns: [
      .key(.line, refersTo: .lines, de: "Linie", en: "Line"),
      .key(.material, refersTo: .materials, de: "Material", en: "Material"),
      .number(
        .quantity, .quantity, in: ColumnDefinition.anyNumber, de: "Menge je Lauf",
        en: "Quantity per run",
        "Negativ: verbraucht beim Start. Positiv: erzeugt, eine Durchlaufzeit später.",
        "Negative: consumed at the start. Positive: produced, one lead time later."),
    ], keyLength: 2, label: LocalizedText(de: "Rezepturen", en: "Recipes"),
    explanation: LocalizedText(
      de: "Was ein Lauf einer Linie verbraucht und erzeugt.",
      en: "What one run of a line consumes and produces."))

  static let links = TableDefinition(
    name: .links, isRequired: false,
    columns: [
      .key(.link, de: "Verbindung", en: "Link"),
      .text(.fromSite, .reference(.sites), de: "Von Standort", en: "From site"),
      .text(.toSite, .reference(.sites), de: "Nach Standort", en: "To site"),
      .text(
        .material, .reference(.materials, wildcard: "*"), de: "Material", en: "Material",
        "Ein Material, oder * für jedes.", "One material, or * for every one."),
      .text(.mode, .suggestion(modes), de: "Verkehrsträger", en: "Mode"),
      .number(
        .perDay, .perDay, empty: .unlimited, de: "Menge je Tag", en: "Quantity per day",
        "Höchstmenge; bei * in Kilogramm. Leer: nicht begrenzt.",
        "At most; in kilograms for *. Empty: not limited."),
      leadDays, costPerUnit,
      .text(
        .passages, .list, de: "Passagen", en: "Passages",
        "Durch Semikolon getrennt, z. B. suez;gibraltar.",
        "Separated by semicolons, e.g. suez;gibraltar."),
      recovery,
    ], keyLength: 1, label: LocalizedText(de: "Verbindungen", en: "Links"),
    explanation: LocalizedText(
      de: "Transportwege von einem Standort zum anderen.",
      en: "Ways of transport from one site to another."))

  static let supplies = TableDefinition(
    name: .supplies, isRequired: false,
    columns: [
      .key(.supply, de: "Bezug", en: "Supply"),
      .text(.site, .reference(.sites), de: "Standort", en: "Site"),
      .text(.material, .reference(.materials), de: "Material", en: "Material"),
      .number(
        .perDay, .perDay, empty: .unlimited, de: "Menge je Tag", en: "Quantity per day",
        "Leer: nicht begrenzt.", "Empty: not limited."),
      costPerUnit, country, region,
      .text(.organisation, .reference(.organisations), de: "Organisation", en: "Organisation"),
    ] + window + [recovery], keyLength: 1, label: LocalizedText(de: "Bezüge", en: "Supplies"),
    explanation: LocalizedText(
      de:
        "Material, das von außen in die Kette kommt: Bergwerk, Weltmarkt, nicht abgebildeter Lieferant.",
      en:
        "Material entering the chain from outside: a mine, a world market, an unmodelled supplier.")
  )

  static let stocks = TableDefinition(
    name: .stocks, isRequired: false,
    columns: [
      .key(.site, refersTo: .sites, de: "Standort", en: "Site"),
      .key(.material, refersTo: .materials, de: "Material", en: "Material"),
      .number(.onHand, .quantity, de: "Bestand", en: "On hand"),
      .number(.inTransit, .quantity, de: "Unterwegs", en: "In transit"),
      .number(
        .holdingCostPerDay,
        LocalizedText(de: "Währung je Einheit und Tag", en: "currency per unit and day"),
        de: "Lagerkosten je Tag", en: "Holding cost per day"),
      .number(
        .maximum, .quantity, empty: .unlimited, de: "Höchstbestand", en: "Maximum",
        "0: kann nicht gelagert werden. Leer: nicht begrenzt.",
        "0: cannot be stored. Empty: not limited."),
    ], keyLength: 2, label: LocalizedText(de: "Bestände", en: "Stocks"),
    explanation: LocalizedText(
      de: "Was wo liegt oder dorthin unterwegs ist.", en: "What lies where, or is on its way there."
    ))

  static let arrivals = TableDefinition(
    name: .arrivals, isRequired: false,
    columns: [
      .text(.site, .reference(.sites), de: "Standort", en: "Site"),
      .text(.material, .reference(.materials), de: "Material", en: "Material"),
      .number(.day, .dayNumber, empty: .value(1), de: "Tag", en: "Day"),
      .number(.quantity, .quantity, de: "Menge", en: "Quantity"),
    ], keyLength: 0, label: LocalizedText(de: "Eingänge", en: "Arrivals"),
    explanation: LocalizedText(
      de: "Bereits unterwegs, mit Termin.", en: "Already on the way, with a date."))

  static let demands = TableDefinition(
    name: .demands, isRequired: true,
    columns: [
      .key(.demand, de: "Nachfrage", en: "Demand"),
      .text(.site, .reference(.sites), de: "Standort", en: "Site"),
      .text(.material, .reference(.materials), de: "Material", en: "Material"),
    ] + window + [
      .number(
        .perDay, .perDay, empty: .unlimited, de: "Menge je Tag", en: "Quantity per day",
        "Leer: so viel, wie gemacht werden kann.", "Empty: as much as can be made."),
      .number(
        .valuePerUnit, .moneyPerUnit, de: "Wert je Einheit", en: "Value per unit",
        "Geht für jede nicht gelieferte Einheit verloren.", "Lost for each unit not delivered."),
    ], keyLength: 1, label: LocalizedText(de: "Nachfragen", en: "Demands"),
    explanation: LocalizedText(
      de: "Was die Kette verlassen muss.", en: "What must leave the chain."))
}
