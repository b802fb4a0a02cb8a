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

  @OptionGroup var list: ListOptions

  @Flag(
    help: ArgumentHelp(
      say(
        "Neue Bedarfe gleich veröffentlichen; sonst sind sie Entwürfe.",
        "Publish new needs at once; else they are drafts.")))
  var publish = false

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var work = ImportNeeds(path: list.file, source: list.source)
      work.publishesNew = publish
      work.isDryRun = list.dryRun
      let outcome = try await register.withRegister(mayCreate: true) { try await work.run($0) }
      if !outcome.findings.isEmpty {
        Terminal.error(Terminal.lines(outcome.findings, in: nil, language))
      }
      try result.write(
        text: NeedImportSummary(language).text(outcome, work),
        json: NeedDocument.json(outcome).rendered())
    }
  }
}
