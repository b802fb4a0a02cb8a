// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Registry

struct RegisterMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: say(
      "Zwei Einträge sind dasselbe; die erste Kennung gilt weiter.",
      "Two entries are the same; the first id goes on."),
    discussion: say(
      """
      Beispiel: tragwerk register merge o0000000a o0000000k --note "Umfirmierung 2025"
      Beide Kennungen führen danach zum selben Eintrag; „register unmerge“ trennt sie wieder.
      """,
      """
      Example: tragwerk register merge o0000000a o0000000k --note "renamed in 2025"
      Both ids then lead to the same entry; “register unmerge” takes them apart again.
      """))

  @Argument(help: ArgumentHelp(say("Bleibt.", "Stays.")))
  var kept: EntityID

  @Argument(help: ArgumentHelp(say("Geht darin auf.", "Becomes part of it.")))
  var other: EntityID

  @OptionGroup var curation: CurationOptions

  func run() async throws {
    try await curation.run { access in
      try await MergeEntities(kept: kept, other: other, note: curation.note).run(access)
      return LocalizedText(
        de: "\(other) ist nun \(kept).", en: "\(other) is \(kept) now.")
    }
  }
}

struct RegisterUnmergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge",
    abstract: say("Eine Zusammenführung zurücknehmen.", "Take a merge back."),
    discussion: say(
      "Beispiel: tragwerk register unmerge o0000000k",
      "Example: tragwerk register unmerge o0000000k"))

  @Argument(help: ArgumentHelp(say("Der aufgegangene Eintrag.", "The entry that was merged.")))
  var id: EntityID

  @OptionGroup var curation: CurationOptions

  func run() async throws {
    try await curation.run { access in
      try await UnmergeEntity(id: id, note: curation.note).run(access)
      return LocalizedText(
        de: "\(id) ist wieder ein eigener Eintrag.", en: "\(id) is an entry of its own again.")
    }
  }
}

struct RegisterSplitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: say(
      "Ein Eintrag sind zwei Organisationen; die genannten Angaben gehen zu einer neuen.",
      "One entry is two organisations; the named records go to a new one."),
    discussion: say(
      """
      Beispiel: tragwerk register split o0000000a --records r00000012 r00000013
      „register show“ nennt die Angaben.
      """,
      """
      Example: tragwerk register split o0000000a --records r00000012 r00000013
      “register show” names the records.
      """))

  @Argument(help: ArgumentHelp(say("Die Organisation.", "The organisation.")))
  var id: EntityID

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(say("Angaben, die gehen.", "Records that go."), valueName: "record"))
  var records: [String]

  @OptionGroup var curation: CurationOptions

  func run() async throws {
    try await curation.run { access in
      let new = try await SplitOrganisation(id: id, records: records, note: curation.note)
        .run(access)
      return LocalizedText(de: "Neu: \(new)", en: "New: \(new)")
    }
  }
}

struct RegisterStateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: say(
      "Angaben zu einer Organisation eintragen, mit Quelle.",
      "Enter facts about an organisation, with their source."),
    discussion: say(
      """
      Beispiel: tragwerk register state o0000000a city=Erfurt capability.term=milling \\
        capacity.free=120 capacity.unit="h/month" --source eigenauskunft --kind company
      Ein leerer Wert nimmt eine Angabe der Quelle zurück. „register fields“ nennt die Felder.
      """,
      """
      Example: tragwerk register state o0000000a city=Erfurt capability.term=milling \\
        capacity.free=120 capacity.unit="h/month" --source own-word --kind company
      An empty value takes a fact of the source back. “register fields” names the fields.
      """))

  @Argument(help: ArgumentHelp(say("Die Organisation.", "The organisation.")))
  var id: EntityID

  @Argument(
    help: ArgumentHelp(
      say("Angaben als FELD=WERT.", "Facts as FIELD=VALUE."), valueName: "field=value"))
  var facts: [String]

  @Option(
    help: ArgumentHelp(say("Kurzname der Quelle.", "Short name of the source."), valueName: "name"))
  var source: String

  @Option(
    help: ArgumentHelp(
      say(
        "Art der Quelle: company, analyst, public_register, list.",
        "Kind of the source: company, analyst, public_register, list."),
      valueName: "kind"))
  var kind: Source.Kind = .analyst

  @Option(
    help: ArgumentHelp(
      say(
        "Wann die Quelle es sagte (Standard: heute).", "When the source said so (default: today)."),
      valueName: "date"))
  var statedOn: CalendarDay?

  @OptionGroup var curation: CurationOptions

  func validate() throws {
    if facts.isEmpty || facts.contains(where: { !$0.contains("=") }) {
      throw ValidationError(
        say("Angaben haben die Form FELD=WERT.", "Facts have the form FIELD=VALUE."))
    }
  }

  func run() async throws {
    let pairs = facts.map { fact -> (key: String, value: String) in
      let parts = fact.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), String(parts[1]))
    }
    try await curation.run { access in
      try await StateFacts(
        organisation: id, facts: pairs, source: Source(name: source, kind: kind, title: source),
        day: statedOn ?? access.today
      ).run(access)
      return LocalizedText(de: "Eingetragen.", en: "Entered.")
    }
  }
}

/// What commands that change single entries have in common.
struct CurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Warum; steht in der Geschichte.", "Why; the history tells it."), valueName: "text"))
  var note = ""

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  /// Does the work and says what it gives.
  ///
  /// - Parameter mayCreate: whether a register that is not there is made.
  func run(
    mayCreate: Bool = false, _ work: (RegisterAccess) async throws -> LocalizedText
  ) async throws {
    let language = common.language
    try await reportingErrors(language) {
      let said = try await register.withRegister(mayCreate: mayCreate) { try await work($0) }
      Terminal.out(said[language] + "\n")
    }
  }
}
