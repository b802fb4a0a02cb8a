// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct RegisterDeduplicateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deduplicate",
    abstract: say(
      "Welche Zeilen einer Liste dieselbe Organisation sind.",
      "Which rows of a list are the same organisation."),
    discussion: say(
      """
      Beispiel: tragwerk register deduplicate register.csv.gz --id rec_id --out paare.csv
      Paare ab der Wahrscheinlichkeit 0,5 gelten als dieselbe Organisation (same), unsichere werden
      vorgelegt (ask).
      """,
      """
      Example: tragwerk register deduplicate register.csv.gz --id rec_id --out pairs.csv
      Pairs from a probability of 0.5 on count as the same organisation (same), doubtful ones are
      put to a person (ask).
      """))

  @Argument(
    help: ArgumentHelp(say("Die Liste als CSV, auch gepackt.", "The list as CSV, also packed.")))
  var file: String

  @Option(
    help: ArgumentHelp(
      say("Spalte der Kennungen.", "Column of the ids."), valueName: "column"))
  var id = "rec_id"

  @Option(
    help: ArgumentHelp(
      say(
        "Wohin die Paare kommen; - ist die Standardausgabe.",
        "Where the pairs go; - is standard output."), valueName: "file"))
  var out: String

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      var useCase = DeduplicateList(path: file)
      useCase.idColumn = id
      let step = LocalizedText(de: "Dubletten suchen", en: "Finding duplicates")
      let outcome = try await useCase.run(isCancelled: { Interruption.wasAsked }) { done, all in
        if !isQuiet { Progress.show(step, done, all, language) }
      }
      Progress.finish()
      if Interruption.wasAsked { throw PlatformError.interrupted }
      try Terminal.write(outcome.csv, to: out)
      if out != "-", !isQuiet { Terminal.out(Self.summary(outcome)) }
    }
  }

  private static func summary(_ outcome: DeduplicateList.Outcome) -> String {
    say(
      "\(outcome.records) Organisationen, \(outcome.same) Paare gleich, \(outcome.asked) vorzulegen\n",
      "\(outcome.records) organisations, \(outcome.same) pairs the same, \(outcome.asked) to ask\n")
  }
}
