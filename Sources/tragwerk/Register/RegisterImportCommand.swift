// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization
import Platform
import RegisterLists
import Registry

struct RegisterImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Eine Liste (CSV, TSV, XLSX) ins Register übernehmen.",
      "Take a list (CSV, TSV, XLSX) into the register."),
    discussion: say(
      """
      Beispiel: tragwerk register import mitglieder.xlsx --source verband
      Erst wird gelesen und verglichen und gesagt, was geschehen würde; dann wird in einem Zug
      übernommen, was klar ist. Zeilen, die ein Mensch entscheiden muss, warten (register review).
      Mit --hold wird noch nichts übernommen, mit --dry-run gar nichts geschrieben. Ein
      unterbrochener Import geht mit demselben Befehl weiter.
      """,
      """
      Example: tragwerk register import members.xlsx --source association
      First it reads, compares and says what would happen; then what is clear is taken over in one
      step. Rows a person has to decide wait (register review). With --hold nothing is taken over
      yet, with --dry-run nothing is written at all. An interrupted import goes on with the same
      command.
      """))

  @OptionGroup var list: ListOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Art der Quelle: list, company (eigene Angabe), public_register, analyst. Für bekannte Registerdateien public_register, sonst list.",
        "Kind of the source: list, company (own word), public_register, analyst. For known register files public_register, else list."
      ), valueName: "kind"))
  var kind: Source.Kind?

  @Option(
    help: ArgumentHelp(
      say("Name der Quelle für Menschen.", "Name of the source for people."), valueName: "title"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Die Liste nennt Mitglieder dieses Verbands; wird mit der Zuordnung der Quelle behalten.",
        "The list names members of this association; kept with the source's mapping."),
      valueName: "name"))
  var association: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Spaltenzuordnung als JSON; ohne sie gilt die letzte der Quelle, sonst wird geraten.",
        "Mapping of columns as JSON; without it the source's last one, else a guess."),
      valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Die verwendete Zuordnung in diese Datei, zum Ändern.",
        "The mapping used into this file, to be edited."), valueName: "file"))
  var saveMapping: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Abgelehnte Zeilen mit Gründen in diese Datei (.csv oder .xlsx).",
        "Refused rows with reasons into this file (.csv or .xlsx)."), valueName: "file"))
  var refused: String?

  @Option(
    help: ArgumentHelp(
      say("Stand der Liste (Standard: heute).", "Day of the list (default: today)."),
      valueName: "date"))
  var statedOn: CalendarDay?

  @Flag(
    help: ArgumentHelp(
      say(
        "Nur ein Teil der Quelle: wer fehlt, ist nicht ausgeschieden.",
        "Only a part of the source: who is missing has not left.")))
  var partial = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Namen und Anschriften nicht vergleichen, nur Nummern.",
        "Do not compare names and addresses, only numbers.")))
  var numbersOnly = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Nur lesen, vergleichen und ankündigen; „register commit“ übernimmt.",
        "Only read, compare and announce; “register commit” takes it over.")))
  var hold = false

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if hold, list.dryRun {
      throw ValidationError(
        say("--hold und --dry-run schließen sich aus.", "--hold and --dry-run exclude each other."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      try await register.withRegister(mayCreate: true) { access in
        try await work(access, language)
      }
    }
  }

  private func work(_ access: RegisterAccess, _ language: Language) async throws {
    var stage = StageList(path: list.file, source: try described())
    if let mapping { stage.mapping = try MappingFile.read(mapping) }
    stage.statedOn = statedOn
    stage.association = association
    stage.compares = !numbersOnly
    stage.isPartial = partial
    stage.isDryRun = list.dryRun
    stage.isCancelled = { Interruption.wasAsked }
    let isQuiet = common.quiet
    let staged = try await stage.run(access) { rows in
      if !isQuiet { Progress.count(ImportWords.reading, rows, language) }
    }
    Progress.finish()
    try told(staged, language)
    guard let id = staged.importID, !hold else {
      if let json = result.json { try Terminal.write(ImportDocument.json(staged, nil), to: json) }
      return
    }
    let summary = try await CommitImport(importID: id).run(access) { line in
      if !isQuiet { Progress.count(ImportWords.writing, line, language) }
    }
    Progress.finish()
    try result.write(
      text: ImportSummary(language).committed(summary, id, register.database.database),
      json: ImportDocument.json(staged, summary))
  }

  private func described() throws -> Source {
    let isKnown = try KnownListFile.name(list.file) != nil
    return Source(
      name: list.source, kind: kind ?? (isKnown ? .publicRegister : .list),
      title: title ?? list.source)
  }

  /// The announcement, before anything reaches the register.
  private func told(_ staged: StagedList, _ language: Language) throws {
    if result.leavesStandardOutput {
      Terminal.out(ImportSummary(language).announcement(staged, file: list.file))
    }
    if let saveMapping { try Terminal.write(staged.mapping.json, to: saveMapping) }
    if let refused { try staged.writeRefused(to: refused) }
  }
}
