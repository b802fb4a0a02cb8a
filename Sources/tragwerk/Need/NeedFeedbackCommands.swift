// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform
import Registry

struct NeedInviteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: say(
      "Eine Organisation zu einem Bedarf einladen.", "Invite an organisation to a need."),
    discussion: say(
      """
      Beispiel: tragwerk need invite n00000001 o0000000a
      Hält fest, dass gefragt wurde; die Nachricht selbst schreibt der Bedarfsträger. Wer oft gefragt
      wird, soll das sehen können: Einladungen zählen für eine faire Verteilung der Aufmerksamkeit.
      """,
      """
      Example: tragwerk need invite n00000001 o0000000a
      Notes that it was asked; the message itself is the buyer's to write. Those who are asked often
      should be able to see it: invitations count towards a fair share of attention.
      """))

  @OptionGroup var options: NeedFeedbackOptions

  func run() async throws {
    try await options.run(.invited) { need, name in
      LocalizedText(
        de: "\(name) ist zu \(need.id) eingeladen; der Bedarf ist \(need.state.label.german).",
        en: "\(name) is invited to \(need.id); the need is \(need.state.label.english).")
    }
  }
}

struct NeedDeclineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: say(
      "Eine Organisation hat abgesagt.", "An organisation declined."),
    discussion: say(
      """
      Beispiel: tragwerk need decline n00000001 o0000000a --reason no_capacity
      Eine Absage bringt niemandem Nachteile.
      """,
      """
      Example: tragwerk need decline n00000001 o0000000a --reason no_capacity
      Declining brings nobody any disadvantage.
      """))

  @OptionGroup var options: NeedFeedbackOptions

  @Option(help: ArgumentHelp(say("Warum.", "Why."), valueName: "reason"))
  var reason: MatchFeedback.Reason?

  func run() async throws {
    try await options.run(.declined(reason)) { need, name in
      LocalizedText(
        de: "Festgehalten: \(name) sagt \(need.id) ab. Das bringt keine Nachteile.",
        en: "Noted: \(name) declines \(need.id). That brings no disadvantage.")
    }
  }
}

struct NeedDismissCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss",
    abstract: say(
      "Der Bedarfsträger verwirft einen Treffer.", "The buyer drops a match."),
    discussion: say(
      "Beispiel: tragwerk need dismiss n00000001 o0000000a --reason too_small",
      "Example: tragwerk need dismiss n00000001 o0000000a --reason too_small"))

  @OptionGroup var options: NeedFeedbackOptions

  @Option(help: ArgumentHelp(say("Warum.", "Why."), valueName: "reason"))
  var reason: MatchFeedback.Reason?

  func run() async throws {
    try await options.run(.dismissed(reason)) { need, name in
      LocalizedText(
        de: "Festgehalten: \(name) kommt für \(need.id) nicht in Frage.",
        en: "Noted: \(name) is dropped for \(need.id).")
    }
  }
}

struct NeedOutcomeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: say(
      "Festhalten, was aus einem Treffer wurde.", "Note what came of a match."),
    discussion: say(
      """
      Beispiel: tragwerk need outcome n00000001 o0000000a order --evidence document --note "B-4711"
      Als Erfolg zählen Aufträge und Lieferungen, die beide Seiten oder eine Unterlage bestätigen; was
      eine Seite allein sagt, wird als ihre Aussage gezeigt.
      """,
      """
      Example: tragwerk need outcome n00000001 o0000000a order --evidence document --note "B-4711"
      Success is an order or a delivery that both sides or a document confirm; what one side alone
      says is shown as its word.
      """))

  @OptionGroup var options: NeedFeedbackOptions

  @Argument(help: ArgumentHelp(say("Was daraus wurde.", "What came of it.")))
  var outcome: MatchFeedback.Outcome

  @Option(help: ArgumentHelp(say("Woher man es weiß.", "How it is known."), valueName: "evidence"))
  var evidence: MatchFeedback.Evidence

  func run() async throws {
    try await options.run(.outcome(outcome, evidence)) { need, name in
      var text = LocalizedText(
        de:
          "Festgehalten: \(outcome.label.german) mit \(name), \(evidence.label.german).",
        en: "Noted: \(outcome.label.english) with \(name), \(evidence.label.english).")
      if outcome.isSuccess, need.state.isOpen {
        text =
          text
          + LocalizedText(
            de: "\nIst der Bedarf damit gedeckt: tragwerk need cover \(need.id)",
            en: "\nIf that covers the need: tragwerk need cover \(need.id)")
      }
      return text
    }
  }
}

/// What notes about a need and an organisation have in common.
struct NeedFeedbackOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("Der Bedarf.", "The need.")))
  var need: NeedID

  @Argument(help: ArgumentHelp(say("Die Organisation.", "The organisation.")))
  var organisation: EntityID

  @Option(
    help: ArgumentHelp(
      say("Wann es war (Standard: heute).", "When it was (default: today)."), valueName: "date"))
  var on: CalendarDay?

  @OptionGroup var curation: CurationOptions

  func run(
    _ event: RecordFeedback.Event, _ told: (Need, String) -> LocalizedText
  ) async throws {
    try await curation.run { access in
      var work = RecordFeedback(need: need.text, supplier: organisation, event)
      work.day = on
      work.note = curation.note
      let (need, name) = try await work.run(access)
      return told(need, name)
    }
  }
}

extension MatchFeedback.Reason: ExpressibleByArgument {}
extension MatchFeedback.Outcome: ExpressibleByArgument {}
extension MatchFeedback.Evidence: ExpressibleByArgument {}
