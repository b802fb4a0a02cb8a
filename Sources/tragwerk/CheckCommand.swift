// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import ValueChains

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say("Ein Kettenpaket prüfen.", "Check a chain package."),
    discussion: say(
      "Beispiel: tragwerk check Examples/field-hospital",
      "Example: tragwerk check Examples/field-hospital"))

  @Argument(help: ArgumentHelp(say("Ordner des Kettenpakets.", "Folder of the chain package.")))
  var chain: String

  @Option(
    help: ArgumentHelp(
      say(
        "Befunde als JSON; - ist die Standardausgabe.", "Findings as JSON; - is standard output."),
      valueName: "file"))
  var json: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let checked = try CheckChain(path: chain).run()
      if let json {
        try Terminal.write(AssessmentDocument.json(checked, language).rendered(), to: json)
      }
      if json != "-" {
        Terminal.out(Terminal.lines(checked.findings, in: chain, language))
        Terminal.out(Terminal.count(checked.findings, language))
      }
      if checked.findings.hasErrors { throw ExitCode(65) }
    }
  }
}
