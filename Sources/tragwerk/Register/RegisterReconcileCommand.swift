// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct RegisterReconcileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: say(
      "Welche Organisationen eines Registers eine Liste meint.",
      "Which organisations of a register a list means."),
    discussion: say(
      """
      Beispiel: tragwerk register reconcile --registry register.csv --list mitglieder.csv --out abgleich.csv
      Jede Zeile der Liste wird verknüpft (link), vorgelegt (ask) oder ist neu (new), mit
      Wahrscheinlichkeit und Gründen. Gelesen werden name, aliases, former_names, street, street2,
      postcode, city, country und die Nummern lei, vat, register, ncage, bpnl, duns.
      """,
      """
      Example: tragwerk register reconcile --registry register.csv --list members.csv --out reconciled.csv
      Each row of the list is linked (link), put to a person (ask) or new (new), with probability
      and reasons. Read are name, aliases, former_names, street, street2, postcode, city, country
      and the numbers lei, vat, register, ncage, bpnl, duns.
      """))

  @Option(
    help: ArgumentHelp(
      say("Das Register als CSV, auch gepackt.", "The register as CSV, also packed."),
      valueName: "file"))
  var registry: String

  @Option(
    help: ArgumentHelp(
      say("Die Liste als CSV, auch gepackt.", "The list as CSV, also packed."), valueName: "file"))
  var list: String

  @Option(
    help: ArgumentHelp(
      say(
        "Wohin das Ergebnis kommt; - ist die Standardausgabe.",
        "Where the result goes; - is standard output."), valueName: "file"))
  var out: String

  @Option(
    help: ArgumentHelp(
      say("Spalte der Kennungen im Register.", "Column of the ids in the register."),
      valueName: "column"))
  var registryId = "reg_id"

  @Option(
    help: ArgumentHelp(
      say("Spalte der Kennungen in der Liste.", "Column of the ids in the list."),
      valueName: "column"))
  var listId = "rec_id"

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      var useCase = ReconcileLists(registry: registry, list: list)
      useCase.registryID = registryId
      useCase.listID = listId
      useCase.language = language
      let step = LocalizedText(de: "Abgleichen", en: "Reconciling")
      let outcome = try await useCase.run(isCancelled: { Interruption.wasAsked }) { done, all in
        if !isQuiet { Progress.show(step, done, all, language) }
      }
      Progress.finish()
      if Interruption.wasAsked { throw PlatformError.interrupted }
      try Terminal.write(outcome.csv, to: out)
      if out != "-", !isQuiet { Terminal.out(Self.summary(outcome)) }
    }
  }

  private static func summary(_ outcome: ReconcileLists.Outcome) -> String {
    say(
      "\(outcome.linked) verknüpft, \(outcome.asked) vorzulegen, \(outcome.new) neu\n",
      "\(outcome.linked) linked, \(outcome.asked) to ask, \(outcome.new) new\n")
  }
}
