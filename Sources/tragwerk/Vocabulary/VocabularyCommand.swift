// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import ValueChains
import Vocabulary

/// What industry does and makes, and the words for it.
struct VocabularyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: say(
      "Der Wortschatz: Begriffe mit ihren Wörtern, ausgeben, prüfen, in Texten finden.",
      "The vocabulary: concepts with their words, exported, checked, found in texts."),
    discussion: say(
      """
      Beispiel:
        tragwerk vocabulary find "Abdeckhauben aus Feinblech, lasergeschnitten und gekantet"
        tragwerk vocabulary export --out wortschatz.ttl
        tragwerk vocabulary check eigene-begriffe.ttl
      """,
      """
      Example:
        tragwerk vocabulary find "covers of thin sheet, laser cut and bent"
        tragwerk vocabulary export --out vocabulary.ttl
        tragwerk vocabulary check own-concepts.ttl
      """),
    subcommands: [
      VocabularyFindCommand.self, VocabularyExportCommand.self, VocabularyCheckCommand.self,
    ])
}

extension ThesaurusScheme: ExpressibleByArgument {}

/// Which thesaurus.
struct SchemeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "capabilities: was Industrie tut und macht; procurement: was öffentliche Auftraggeber suchen.",
        "capabilities: what industry does and makes; procurement: what public buyers ask for.")))
  var scheme = ThesaurusScheme.capabilities
}

struct VocabularyExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Den Wortschatz als SKOS in Turtle ausgeben.", "Export the vocabulary as SKOS in Turtle."),
    discussion: say(
      "Beispiel: tragwerk vocabulary export --out wortschatz.ttl",
      "Example: tragwerk vocabulary export --out vocabulary.ttl"))

  @Option(
    help: ArgumentHelp(
      say("Wohin; - ist die Standardausgabe.", "Where to; - is standard output."),
      valueName: "file.ttl"))
  var out: String

  @OptionGroup var chosen: SchemeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let thesaurus = Thesaurus.builtIn(chosen.scheme)
      try Terminal.write(thesaurus.turtle(chosen.scheme), to: out)
      guard !common.quiet, out != "-" else { return }
      let count = language.number(Double(thesaurus.concepts.count), fractionDigits: 0)
      Terminal.out(
        language == .german ? "\(count) Begriffe: \(out)\n" : "\(count) concepts: \(out)\n")
    }
  }
}

struct VocabularyCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Eine Datei mit Begriffen prüfen, ehe sie hinzukommt.",
      "Check a file of concepts before it is added."),
    discussion: say(
      "Beispiel: tragwerk vocabulary check eigene-begriffe.ttl",
      "Example: tragwerk vocabulary check own-concepts.ttl"))

  @Argument(
    help: ArgumentHelp(
      say("Turtle-Datei mit SKOS-Begriffen.", "Turtle file of SKOS concepts."),
      valueName: "file.ttl"))
  var file: String

  @OptionGroup var chosen: SchemeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let checked = try CheckVocabulary(path: file, scheme: chosen.scheme).run()
      Terminal.out(Terminal.lines(checked.findings, in: nil, language))
      let count = language.number(Double(checked.concepts), fractionDigits: 0)
      Terminal.out(
        (language == .german
          ? checked.concepts == 1 ? "1 Begriff, " : "\(count) Begriffe, "
          : checked.concepts == 1 ? "1 concept, " : "\(count) concepts, ")
          + Terminal.count(checked.findings, language))
      if checked.findings.hasErrors { throw ExitCode(65) }
    }
  }
}
