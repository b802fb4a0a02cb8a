// SPDX-License-Identifier: Apache-2.0
import Localization

/// Tables that planning, disruptions and the people behind the figures need.
extension Catalogue {
  public static let disruptionKinds = [
    "site", "line", "link", "supply", "organisation", "group", "material", "country", "region",
    "sector", "passage", "mode",
  ]

  static let groups = TableDefinition(
    name: .groups, isRequired: false,
    columns: [
      .key(.group, de: "Kapazitätsgruppe", en: "Capacity group"),
      name("die Gruppe", "the group"),
      .number(
        .perDay, LocalizedText(de: "Kapazität je Tag", en: "capacity per day"), empty: .unlimited,
        de: "Kapazität je Tag", en: "Capacity per day", "Leer: nicht begrenzt.",
        "Empty: not limited."),
    ], keyLength: 1, label: LocalizedText(de: "Kapazitätsgruppen", en: "Capacity groups"),
    explanation: LocalizedText(
      de: "Linien, die sich eine Kapazität teilen: Summe aus Nutzung × Läufen ≤ Kapazität.",
      en: "Lines sharing one capacity: sum of use × runs ≤ capacity."))

  static let groupMembers = TableDefinition(
    name: .groupMembers, isRequired: false,
    columns: [
      .key(.group, refersTo: .groups, de: "Kapazitätsgruppe", en: "Capacity group"),
      .key(.line, refersTo: .lines, de: "Linie", en: "Line"),
      .number(
        .use, LocalizedText(de: "Kapazität je Lauf", en: "capacity per run"), empty: .value(1),
        de: "Nutzung je Lauf", en: "Use per run"),
    ], keyLength: 2, label: LocalizedText(de: "Gruppenmitglieder", en: "Group members"),
    explanation: LocalizedText(
      de: "Welche Linie welche Kapazitätsgruppe nutzt.", en: "Which line uses which capacity group."
    ))

  static let options = TableDefinition(
    name: .options, isRequired: false,
    columns: [
      .key(.option, de: "Option", en: "Option"), name("die Option", "the option"),
      .text(.kind, .choice(["line", "conversion", "supplier", "link"]), de: "Art", en: "Kind"),
      .text(
        .target, de: "Ziel", en: "Target",
        "Linie (line, conversion), Bezug (supplier) oder Verbindung (link).",
        "A line (line, conversion), a supply (supplier) or a link (link)."),
      .number(.modulePerDay, .perDay, de: "Modul je Tag", en: "Module per day"),
      .number(.maxModules, empty: .unlimited, de: "Höchstzahl Module", en: "Most modules"),
      .number(.costPerModule, .money, de: "Kosten je Modul", en: "Cost per module"),
      .number(.buildDays, .days, de: "Bauzeit", en: "Build time"),
      .number(.buildWorkers, .people, de: "Personen im Aufbau", en: "Build workers"),
      .text(
        .donor, .reference(.lines), de: "Geberlinie", en: "Donor",
        "Linie, der eine Umstellung Kapazität nimmt.",
        "The line a conversion takes capacity from."),
      .number(.donorLossPerDay, .perDay, de: "Verlust der Geberlinie", en: "Donor's loss per day"),
      .number(.fromDay, .dayNumber, empty: .value(1), de: "Von Tag", en: "From day"),
      .number(
        .fixedCost, .money, de: "Feste Kosten", en: "Fixed cost",
        "Einmal, sobald ein Modul beginnt.",
        "Once, if any module is started."),
      .number(
        .minModules, de: "Mindestzahl Module", en: "Fewest modules", "0, oder mindestens so viele.",
        "0, or at least so many."),
    ], keyLength: 1, label: LocalizedText(de: "Optionen", en: "Options"),
    explanation: LocalizedText(de: "Wege, Kapazität zu gewinnen.", en: "Ways to gain capacity."))

  static let budget = TableDefinition(
    name: .budget, isRequired: false,
    columns: [
      .number(.day, .dayNumber, empty: .notStated, de: "Tag", en: "Day"),
      .number(
        .cumulative, .money, empty: .unlimited, de: "Summe bis dahin", en: "Cumulative",
        "Geld, das bis zu diesem Tag gebunden werden darf.",
        "Money that may be committed up to that day."),
    ], keyLength: 1, label: LocalizedText(de: "Budget", en: "Budget"),
    explanation: LocalizedText(
      de: "Geld im Zeitverlauf; nach der letzten Zeile bleibt deren Betrag.",
      en: "Money over time; after the last row its amount stays."))

  static let disruptions = TableDefinition(
    name: .disruptions, isRequired: false,
    columns: [
      .text(
        .disruption, de: "Störung", en: "Disruption",
        "Zeilen mit derselben Störung geschehen zusammen.",
        "Rows with the same disruption happen together."),
      .text(.kind, .choice(disruptionKinds), de: "Art", en: "Kind"),
      .text(.target, de: "Ziel", en: "Target"),
      .number(
        .remaining, LocalizedText(de: "Anteil", en: "share"), in: 0...1, de: "Verbleibend",
        en: "Remaining",
        "Anteil der Kapazität, der bleibt.", "The share of capacity that is left."),
      .text(
        .stockLost, .choice(["yes", "no"]), de: "Bestand verloren", en: "Stock lost",
        "yes oder no.", "yes or no."),
      recovery,
    ], keyLength: 0, label: LocalizedText(de: "Störungen", en: "Disruptions"),
    explanation: LocalizedText(de: "Was ausfallen könnte.", en: "What could fail."))

  static let provenance = TableDefinition(
    name: .provenance, isRequired: false,
    columns: [
      .text(.table, de: "Tabelle", en: "Table"),
      .text(
        .key, de: "Schlüssel", en: "Key",
        "Mehrteilige Schlüssel mit | verbunden; row:N ohne Schlüssel.",
        "Compound keys joined by |; row:N in tables without a key."),
      .text(.column, de: "Spalte", en: "Column"),
      .text(
        .valueKind, .suggestion(["fact", "estimate", "assumption"]), de: "Art des Werts",
        en: "Kind of value"),
      .number(
        .low, empty: .notStated, in: ColumnDefinition.anyNumber, de: "Untergrenze", en: "Low"),
      .number(
        .likely, empty: .notStated, in: ColumnDefinition.anyNumber, de: "Wahrscheinlich",
        en: "Likely"),
      .number(
        .high, empty: .notStated, in: ColumnDefinition.anyNumber, de: "Obergrenze", en: "High"),
      .text(.source, de: "Quelle", en: "Source"), .text(.year, de: "Jahr", en: "Year"),
      .text(.note, de: "Anmerkung", en: "Note"),
    ], keyLength: 0, label: LocalizedText(de: "Herkunft", en: "Provenance"),
    explanation: LocalizedText(
      de: "Woher ein Wert kommt und zwischen welchen Grenzen er liegen kann.",
      en: "Where a figure comes from and between what it may lie."))

  static let questions = TableDefinition(
    name: .questions, isRequired: false,
    columns: [
      .key(.question, de: "Frage", en: "Question"),
      .text(.table, de: "Tabelle", en: "Table"), .text(.key, de: "Schlüssel", en: "Key"),
      .text(.column, de: "Spalte", en: "Column"),
      .text(.questionDe, de: "Frage auf Deutsch", en: "Question in German"),
      .text(.questionEn, de: "Frage auf Englisch", en: "Question in English"),
      .text(
        .role, .suggestion(["maker", "supplier", "association", "ministry", "analyst"]),
        de: "Rolle", en: "Role",
        "Wen man fragt.", "Whom to ask."),
      .text(.answer, de: "Antwort", en: "Answer"),
    ], keyLength: 1, label: LocalizedText(de: "Fragen", en: "Questions"),
    explanation: LocalizedText(
      de: "Was nicht bekannt ist und wen man fragt.", en: "What is not known and whom to ask."))
}
