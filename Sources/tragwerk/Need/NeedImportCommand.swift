// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct NeedImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Bedarfe einer CSV-Liste übernehmen.", "Take in the needs of a CSV list."),
    discussion: say(
      """
      Beispiel: tragwerk need import bedarfe.csv --source bbk --dry-run
      Spalten: need (Kennung in der Liste), title, description; dazu wahlweise, was „tragwerk need
      fields“ nennt. Deutsche Spaltennamen gelten auch. Dieselbe Liste noch einmal: Was sie
      anders sagt als zuvor, wird eine neue Version; was Menschen hier geändert haben, bleibt sonst.
      Eine Spalte, die fehlt, lässt ihr Feld, wie es ist; eine leere Zelle leert es. Bei einem
      einzigen Fehler wird nichts übernommen.
      """,
      """
      Example: tragwerk need import needs.csv --source bbk --dry-run
      Columns: need (its key in the list), title, description; and any that “tragwerk need fields”
      names. German names of columns count as well. The same list again: what it says
      otherwise than before becomes a new version; what people changed here stays otherwise. A column
      that is missing leaves its field as it is; an empty cell clears it. With a single error nothing
      is taken over.
      """))

  @Argument(help: ArgumentHelp(say("Die Liste.", "The list.")))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "Kurzname der Quelle; derselbe bei jeder neueren Liste.",
        "Short name of the source; the same one for each newer list."), valueName: "name"))
  var source: String

  @Flag(
    help: ArgumentHelp(
      say(
        "Neue Bedarfe gleich veröffentlichen; sonst sind sie Entwürfe.",
        "Publish new needs at once; else they are drafts.")))
  var publish = false

  @Flag(
    help: ArgumentHelp(say("Nichts schreiben, nur ankündigen.", "Write nothing, only announce.")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      say("Ergebnis als JSON; - ist die Standardausgabe.", "Result as JSON; - is standard output."),
      valueName: "file"))
  var json: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if source.isEmpty || source.count > 100 {
      throw ValidationError(
        say("--source braucht einen kurzen Namen.", "--source wants a short name."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var work = ImportNeeds(path: file, source: source)
      work.publishesNew = publish
      work.isDryRun = dryRun
      let outcome = try await register.withRegister(mayCreate: true) { try await work.run($0) }
      if !outcome.findings.isEmpty {
        Terminal.error(Terminal.lines(outcome.findings, in: nil, language))
      }
      if json != "-" {
        Terminal.out(NeedImportSummary(language).text(outcome, work))
      }
      if let json { try Terminal.write(NeedDocument.json(outcome).rendered(), to: json) }
    }
  }
}
