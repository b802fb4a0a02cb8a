// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform

struct NeedSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: say(
      "Dem Bedarfsträger Anbieter vorschlagen: wenige, begründet, gerecht gereiht.",
      "Put suppliers before the buyer: few, with reasons, in a fair order."),
    discussion: say(
      """
      Beispiel: tragwerk need suggest n00000001 --per-week 5
      Zeigt, was ein Käufer sehen darf, und hält fest, wer gezeigt wurde: Wer zuletzt seltener gezeigt
      oder angefragt wurde, als er passt, rückt unter fast gleich guten nach vorn. Schon Gezeigte,
      Eingeladene, Verworfene und Absagende kommen nicht noch einmal.
      """,
      """
      Example: tragwerk need suggest n00000001 --per-week 5
      Shows what a buyer may see, and keeps who was shown: whoever was lately shown or asked less than
      they fit moves up among those that fit almost equally. Who was shown, invited, dropped or has
      declined does not come again.
      """))

  @Argument(help: ArgumentHelp(say("Der Bedarf.", "The need.")))
  var need: NeedID

  @Option(
    help: ArgumentHelp(
      say(
        "So viele Vorschläge sieht ein Käufer in einer Woche, über alle seine Bedarfe.",
        "So many suggestions a buyer sees in a week, over all its needs."), valueName: "n"))
  var perWeek = 10

  @Flag(help: ArgumentHelp(say("Nur zeigen, nichts festhalten.", "Only show, keep nothing.")))
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      say("Als JSON; - ist die Standardausgabe.", "As JSON; - is standard output."),
      valueName: "file"))
  var json: String?

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...1000).contains(perWeek) else {
      throw ValidationError(
        say("--per-week liegt zwischen 1 und 1000.", "--per-week lies between 1 and 1000."))
    }
  }

  func run() async throws {
    let (language, isQuiet) = (common.language, common.quiet)
    try await reportingErrors(language) {
      Interruption.watch()
      var work = SuggestSuppliers(need: need.text)
      work.allowance = SuggestionAllowance(perWeek: perWeek)
      work.isDryRun = dryRun
      let use = work
      let step = LocalizedText(de: "Register lesen", en: "Reading the register")
      let told: @Sendable (Int, Int) -> Void = { done, total in
        if !isQuiet { Progress.show(step, done, total, language) }
      }
      let outcome = try await register.withRegister { access in
        try await use.run(access, isCancelled: { Interruption.wasAsked }, progress: told)
      }
      Progress.finish()
      if json != "-" { Terminal.out(MatchSummary(language).text(outcome)) }
      if let json { try Terminal.write(SuggestionDocument.json(outcome).rendered(), to: json) }
    }
  }
}
