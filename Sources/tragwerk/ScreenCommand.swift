// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Screening

struct ScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: say(
      "Namen gegen eine Sanktions- oder andere Liste prüfen.",
      "Screen names against a sanctions list or another one."),
    discussion: say(
      """
      Beispiel: tragwerk screen --names lieferanten.csv --against eu-liste.xml --out treffer.csv
      Gelesen werden die XML-Datei der EU-Finanzsanktionen, targets.simple.csv von OpenSanctions und
      CSV-Dateien mit einer Spalte name (dazu wahlweise schema, country, address, identifier,
      birth_date). Ergebnis: query, candidate, score, decision (hit, review, clear), reasons.
      Eine Hilfe für Menschen, keine Rechtsberatung: „clear“ beweist nicht, dass jemand auf keiner
      Liste steht.
      """,
      """
      Example: tragwerk screen --names suppliers.csv --against eu-list.xml --out hits.csv
      Read are the XML file of the EU financial sanctions, targets.simple.csv of OpenSanctions and
      CSV files with a column name (and, if there, schema, country, address, identifier,
      birth_date). Result: query, candidate, score, decision (hit, review, clear), reasons.
      An aid for people, not legal advice: “clear” does not prove that somebody is on no list.
      """))

  @Option(
    help: ArgumentHelp(
      say("Namen, die geprüft werden.", "Names to be screened."), valueName: "file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      say("Liste, gegen die geprüft wird.", "List to screen against."), valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Statt dessen Paare von Namen: query, candidate, schema.",
        "Instead pairs of names: query, candidate, schema."), valueName: "file"))
  var pairs: String?

  @Option(
    help: ArgumentHelp(
      say("Ergebnis als CSV; - ist die Standardausgabe.", "Result as CSV; - is standard output."),
      valueName: "file"))
  var out: String

  @OptionGroup var common: CommonOptions

  func validate() throws { _ = try question() }

  private func question() throws -> ScreenNames.Question {
    switch (names, against, pairs) {
    case (let names?, let against?, nil): return .names(names, against: against)
    case (nil, nil, let pairs?): return .pairs(pairs)
    default:
      throw ValidationError(
        say(
          "Anzugeben sind --names und --against, oder --pairs.",
          "Name --names and --against, or --pairs."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      let step = LocalizedText(de: "Vergleichen", en: "Comparing")
      let screened = try await ScreenNames(try question()).run(
        isCancelled: { Interruption.wasAsked }
      ) { done, total in
        if !isQuiet { Progress.show(step, done, total, language) }
      }
      Progress.finish()
      if Interruption.wasAsked { throw PlatformError.interrupted }
      try Terminal.write(ScreeningTable.text(screened.rows, language), to: out)
      if !screened.findings.isEmpty {
        Terminal.error(Terminal.lines(screened.findings, in: nil, language))
      }
      if !isQuiet, out != "-" { Terminal.out(summary(screened)) }
    }
  }

  private func summary(_ screened: ScreenNames.Screened) -> String {
    func count(_ decision: ScreeningDecision) -> Int {
      screened.rows.count { $0.decision == decision }
    }
    let (hits, reviews, clear) = (count(.hit), count(.review), count(.clear))
    return switch common.language {
    case .german:
      "\(screened.asked) geprüft: \(hits) Treffer, \(reviews) anzusehen, \(clear) ohne Befund. Ergebnis: \(out)\n"
    case .english:
      "\(screened.asked) screened: \(hits) \(hits == 1 ? "hit" : "hits"), \(reviews) to review, \(clear) clear. Result: \(out)\n"
    }
  }
}
