// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import TextAnalysis

struct ClassifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: say(
      "Freie Texte den Codes einer Klassifikation zuordnen.",
      "Find codes of a classification for free texts."),
    discussion: say(
      """
      Beispiel: tragwerk classify --codes cpv.csv --texts bedarf.csv --out codes.csv
      --codes: code und Spalten mit Text (label…, title…, phrases), wenn vorhanden parent und level.
      --texts: id oder qid und Spalten mit Text (title…, phrase…, text…, description…). Spalten wie
      code oder cpv werden hier nie gelesen.
      --examples: Texte mit einer Spalte cpv oder code, aus denen gelernt wird.
      Ergebnis: id, rank, code, score, words (die Wörter, die dafür sprachen).
      """,
      """
      Example: tragwerk classify --codes cpv.csv --texts needs.csv --out codes.csv
      --codes: code and text columns (label…, title…, phrases), parent and level if there.
      --texts: id or qid and text columns (title…, phrase…, text…, description…). Columns such as
      code or cpv are never read here.
      --examples: texts with a column cpv or code to learn from.
      Result: id, rank, code, score, words (the words that spoke for it).
      """))

  @Option(
    help: ArgumentHelp(
      say("Codes der Klassifikation.", "Codes of the classification."), valueName: "file"))
  var codes: String

  @Option(
    help: ArgumentHelp(
      say("Texte, die zugeordnet werden.", "Texts to find codes for."), valueName: "file"))
  var texts: String

  @Option(
    help: ArgumentHelp(
      say("Texte mit bekannten Codes.", "Texts whose codes are known."), valueName: "file"))
  var examples: String?

  @Option(
    help: ArgumentHelp(say("So viele Codes je Text.", "So many codes a text."), valueName: "n"))
  var top = 20

  @Option(
    help: ArgumentHelp(
      say(
        "Sprache der Texte, de oder en; sonst aus jedem erkannt.",
        "Language of the texts, de or en; otherwise told from each."), valueName: "de|en"))
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      say("Ergebnis als CSV; - ist die Standardausgabe.", "Result as CSV; - is standard output."),
      valueName: "file"))
  var out: String

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if top < 1 {
      throw ValidationError(
        say("--top muss mindestens 1 sein.", "--top has to be at least 1."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      let step = LocalizedText(de: "Zuordnen", en: "Classifying")
      var use = ClassifyTexts(codes: codes, texts: texts, examples: examples)
      use.limit = top
      use.textLanguage = lang
      let outcome = try await use.run(isCancelled: { Interruption.wasAsked }) { done, total in
        if !isQuiet { Progress.show(step, done, total, language) }
      }
      Progress.finish()
      if Interruption.wasAsked { throw PlatformError.interrupted }
      try Terminal.write(outcome.csv, to: out)
      if !outcome.findings.isEmpty {
        Terminal.error(Terminal.lines(outcome.findings, in: nil, language))
      }
      if !isQuiet, out != "-" { Terminal.out(summary(outcome)) }
    }
  }

  private func summary(_ outcome: ClassifyTexts.Outcome) -> String {
    let found = outcome.texts - outcome.empty
    return switch common.language {
    case .german: "\(outcome.texts) Texte, \(found) mit Codes. Ergebnis: \(out)\n"
    case .english: "\(outcome.texts) texts, \(found) with codes. Result: \(out)\n"
    }
  }
}
