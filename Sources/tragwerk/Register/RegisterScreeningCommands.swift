// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization
import Platform
import Registry
import Screening

struct RegisterScreenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: say(
      "Alle Organisationen gegen eine Sanktionsliste prüfen.",
      "Screen all organisations against a sanctions list."),
    discussion: say(
      """
      Beispiel: tragwerk register screen --against eu-liste.xml --list eu
      Treffer kommen in die Warteschlange (register hits). Nach einer neuen Fassung der Liste wird
      nur gefragt, was neu ist oder sich geändert hat; Entscheidungen bleiben.
      Eine Hilfe für Menschen, keine Rechtsberatung.
      """,
      """
      Example: tragwerk register screen --against eu-list.xml --list eu
      Hits go into the queue (register hits). After a new version of the list only what is new or
      has changed is asked; decisions stay. An aid for people, not legal advice.
      """))

  @Option(help: ArgumentHelp(say("Die Liste.", "The list."), valueName: "file"))
  var against: String

  @Option(
    help: ArgumentHelp(
      say(
        "Wie die Liste über ihre Fassungen hinweg heißt (Standard: der Dateiname).",
        "What the list is called from version to version (default: the file's name)."),
      valueName: "name"))
  var list: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    let isQuiet = common.quiet
    let name = list ?? URL(fileURLWithPath: against).lastPathComponent
    try await reportingErrors(language) {
      Interruption.watch()
      let outcome = try await register.withRegister { access in
        try await ScreenRegister(path: against, list: name).run(
          access, isCancelled: { Interruption.wasAsked }
        ) { done, total in
          if !isQuiet { Progress.show(HitWords.comparing, done, total, language) }
        }
      }
      Progress.finish()
      if !outcome.findings.isEmpty {
        Terminal.error(Terminal.lines(outcome.findings, in: nil, language))
      }
      Terminal.out(HitWords.summary(outcome, language))
    }
  }
}

struct RegisterHitsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hits",
    abstract: say(
      "Treffer der Prüfung, über die ein Mensch entscheiden muss.",
      "Hits of screening that a person has to decide."),
    discussion: say(
      "Beispiel: tragwerk register hits --list eu",
      "Example: tragwerk register hits --list eu"))

  @Option(help: ArgumentHelp(say("Nur diese Liste.", "Only this list."), valueName: "name"))
  var list: String?

  @Flag(help: ArgumentHelp(say("Auch entschiedene.", "Also those decided.")))
  var all = false

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var review = ReviewHits()
      review.list = list
      if all { review.outcome = nil }
      let hits = try await register.withRegister { try await review.run($0) }
      Terminal.out(HitWords.list(hits, language))
    }
  }
}

struct RegisterDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: say(
      "Über einen Treffer entscheiden, mit Begründung.", "Decide about a hit, with the reason."),
    discussion: say(
      """
      Beispiel: tragwerk register decide o0000000a --list eu --entry 1234 --outcome dismissed \\
        --why "anderes Land, andere Registernummer"
      """,
      """
      Example: tragwerk register decide o0000000a --list eu --entry 1234 --outcome dismissed \\
        --why "another country, another register number"
      """))

  @Argument(help: ArgumentHelp(say("Die Organisation.", "The organisation.")))
  var id: EntityID

  @Option(help: ArgumentHelp(say("Die Liste.", "The list."), valueName: "name"))
  var list: String

  @Option(
    help: ArgumentHelp(say("Der Eintrag der Liste.", "The entry of the list."), valueName: "entry"))
  var entry: String

  @Option(
    help: ArgumentHelp(
      say("confirmed, dismissed oder open.", "confirmed, dismissed or open."), valueName: "outcome")
  )
  var outcome: ReviewDecision.Outcome

  @Option(help: ArgumentHelp(say("Warum.", "Why."), valueName: "text"))
  var why: String

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if why.trimmingCharacters(in: .whitespaces).isEmpty {
      throw ValidationError(say("--why braucht eine Begründung.", "--why wants a reason."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let key = ScreeningHit.Key(subject: id.text, list: list, entry: entry)
      try await register.withRegister { access in
        try await DecideHit(key: key, outcome: outcome, why: why).run(access)
      }
      Terminal.out(LocalizedText(de: "Entschieden.", en: "Decided.")[language] + "\n")
    }
  }
}

extension ReviewDecision.Outcome: ExpressibleByArgument {}

/// Hits in words for a terminal.
enum HitWords {
  static let comparing = LocalizedText(de: "Organisationen geprüft", en: "Organisations screened")

  static func summary(_ outcome: ScreenRegister.Outcome, _ language: Language) -> String {
    let result = outcome.rescreening
    let open = (result.new + result.unchanged + result.reopened.map(\.hit))
      .count { $0.review.outcome == .open }
    return LocalizedText(
      de: """
        \(outcome.organisations) Organisationen gegen \(outcome.entries) Einträge (Fassung \(outcome.version.isEmpty ? "ohne Angabe" : outcome.version)) geprüft:
        \(result.new.count) neue Treffer, \(result.unchanged.count) wie bisher, \(result.reopened.count) wegen Änderungen wieder offen, \(result.closed.count) geschlossen.
        \(open) warten auf eine Entscheidung: tragwerk register hits

        """,
      en: """
        Screened \(outcome.organisations) organisations against \(outcome.entries) entries (version \(outcome.version.isEmpty ? "not stated" : outcome.version)):
        \(result.new.count) new hits, \(result.unchanged.count) as before, \(result.reopened.count) open again because of changes, \(result.closed.count) closed.
        \(open) wait for a decision: tragwerk register hits

        """)[language]
  }

  static func list(_ hits: [(hit: ScreeningHit, name: String)], _ language: Language) -> String {
    guard !hits.isEmpty else {
      return LocalizedText(
        de: "Nichts wartet. Das beweist nicht, dass niemand auf einer Liste steht.\n",
        en: "Nothing waits. That does not prove that nobody is on a list.\n")[language]
    }
    return hits.map { hit, name in
      let score = language.number(hit.score, fractionDigits: 2)
      var text = "\(hit.key.subject)  \(name)\n"
      text +=
        "  \(hit.decision.rawValue) \(score)  \(hit.key.list) \(hit.key.entry): \(hit.entryName)\n"
      text += "      " + hit.reasons.map { $0[language] }.joined(separator: "; ") + "\n"
      if hit.review.outcome != .open {
        text +=
          "      \(hit.review.outcome.rawValue): \(hit.review.why) (\(hit.review.by), \(hit.review.at.prefix(10)))\n"
      }
      return text
    }.joined()
  }
}
