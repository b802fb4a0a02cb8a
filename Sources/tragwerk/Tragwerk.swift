// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization

/// The command.
@main
struct Tragwerk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tragwerk",
    abstract: say(
      "Wertschöpfungsketten sehen, prüfen und auf Störungen rechnen.",
      "See value chains, check them and compute what disruptions do."),
    discussion: say(
      """
      Beispiel:
        tragwerk draft teile.csv --quantity 100 --out kette
        tragwerk assess kette --report bericht.html
      """,
      """
      Example:
        tragwerk draft parts.csv --quantity 100 --out chain
        tragwerk assess chain --report report.html
      """),
    version: "0.1.0",
    subcommands: [
      DraftCommand.self, ExchangeCommand.self, CheckCommand.self, AssessCommand.self,
      PlanCommand.self, RegisterCommand.self, NeedCommand.self, ScreenCommand.self,
      ClassifyCommand.self, MatchCommand.self, VocabularyCommand.self, MigrateCommand.self,
    ])
}
