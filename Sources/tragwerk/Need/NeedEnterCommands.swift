// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform

struct NeedEnterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: say("Einen Bedarf als Entwurf anlegen.", "Keep a need as a draft."),
    discussion: say(
      """
      Beispiel: tragwerk need enter title="Neigeköpfe für Antennenträger" quantity=1200 per_year=1 \\
        description="Aus EN AW-7075 gefräst, hart anodisiert, Bohrungen IT6." length_mm=350 mass_kg=4 \\
        required=EN9100 latitude=48.083 longitude=11.283
      „tragwerk need fields“ nennt alle Felder; mehrere Werte trennt ein Semikolon.
      """,
      """
      Example: tragwerk need enter title="Tilt heads for antenna masts" quantity=1200 per_year=1 \\
        description="Milled from EN AW-7075, hard anodised, bores IT6." length_mm=350 mass_kg=4 \\
        required=EN9100 latitude=48.083 longitude=11.283
      “tragwerk need fields” names all fields; a semicolon separates several values.
      """))

  @OptionGroup var facts: NeedFactArguments

  @Flag(help: ArgumentHelp(say("Gleich veröffentlichen.", "Publish it at once.")))
  var publish = false

  @OptionGroup var curation: CurationOptions

  func run() async throws {
    try await curation.run(mayCreate: true) { access in
      var work = EnterNeed(facts.pairs)
      work.isPublished = publish
      work.note = curation.note
      let need = try await work.run(access)
      let hint = LocalizedText(
        de: "\nVeröffentlichen: tragwerk need publish \(need.id)",
        en: "\nTo publish it: tragwerk need publish \(need.id)")
      return NeedSummary.told(need) + (publish ? LocalizedText(verbatim: "") : hint)
    }
  }
}

struct NeedChangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: say(
      "Felder eines Bedarfs ändern; das ergibt eine neue Version.",
      "Change fields of a need; that makes a new version."),
    discussion: say(
      """
      Beispiel: tragwerk need change n00000001 quantity=800 radius_km= --note "mehr Standorte"
      Ein leerer Wert leert das Feld. Ein offener Bedarf gilt danach als neu veröffentlicht: Was für
      die alte Version gefunden wurde, zählt nicht mehr.
      """,
      """
      Example: tragwerk need change n00000001 quantity=800 radius_km= --note "more sites"
      An empty value clears the field. An open need then counts as published anew: what was found
      for the old version no longer counts.
      """))

  @Argument(help: ArgumentHelp(say("Der Bedarf.", "The need.")))
  var id: NeedID

  @OptionGroup var facts: NeedFactArguments

  @Option(
    help: ArgumentHelp(
      say(
        "Die Version, auf der die Änderung aufbaut; gilt inzwischen eine andere, wird nichts geändert.",
        "The version the change builds on; if another counts by now, nothing is changed."),
      valueName: "version"))
  var basedOn: Int?

  @OptionGroup var curation: CurationOptions

  func run() async throws {
    try await curation.run { access in
      var work = ChangeNeed(id: id.text, facts.pairs)
      work.version = basedOn
      work.note = curation.note
      let (need, fields) = try await work.run(access)
      guard !fields.isEmpty else {
        return LocalizedText(
          de: "\(need.id) sagt das schon; nichts wurde geändert.",
          en: "\(need.id) says so already; nothing was changed.")
      }
      return NeedSummary.told(need)
        + LocalizedText(
          de: "\nGeändert: \(NeedSummary.labels(fields).german)",
          en: "\nChanged: \(NeedSummary.labels(fields).english)")
    }
  }
}

/// `FIELD=VALUE …`
struct NeedFactArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("Angaben als FELD=WERT.", "Facts as FIELD=VALUE."), valueName: "field=value"))
  var facts: [String]

  func validate() throws {
    if facts.isEmpty || facts.contains(where: { !$0.contains("=") }) {
      throw ValidationError(
        say("Angaben haben die Form FELD=WERT.", "Facts have the form FIELD=VALUE."))
    }
  }
}

extension NeedFactArguments {
  /// As the use cases take them.
  fileprivate var pairs: NeedFacts {
    NeedFacts(
      facts.map { fact in
        let parts = fact.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      })
  }
}
