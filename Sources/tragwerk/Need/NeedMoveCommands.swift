// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform

struct NeedPublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: say(
      "Einen Bedarf veröffentlichen: Ab jetzt wird gesucht.",
      "Publish a need: suppliers are looked for from now on."),
    discussion: say(
      """
      Beispiel: tragwerk need publish n00000001
      Ein gedeckter oder zurückgezogener Bedarf wird damit als neue Version wieder geöffnet.
      """,
      """
      Example: tragwerk need publish n00000001
      A need that was covered or withdrawn is opened again by it, as a new version.
      """))

  @OptionGroup var step: NeedStepOptions

  func run() async throws { try await step.run(to: .published) }
}

struct NeedCoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover",
    abstract: say("Ein Bedarf ist gedeckt.", "A need is covered."),
    discussion: say(
      "Beispiel: tragwerk need cover n00000001 --note \"Auftrag an o0000000a\"",
      "Example: tragwerk need cover n00000001 --note \"order to o0000000a\""))

  @OptionGroup var step: NeedStepOptions

  func run() async throws { try await step.run(to: .covered) }
}

struct NeedWithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: say("Einen Bedarf zurückziehen.", "Withdraw a need."),
    discussion: say(
      "Beispiel: tragwerk need withdraw n00000001 --note \"Vorhaben eingestellt\"",
      "Example: tragwerk need withdraw n00000001 --note \"project ended\""))

  @OptionGroup var step: NeedStepOptions

  func run() async throws { try await step.run(to: .withdrawn) }
}

struct NeedMoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: say(
      "Einen Bedarf einen Schritt seines Weges weiterführen.",
      "Take a need a step along its way."),
    discussion: say(
      """
      Beispiel: tragwerk need move n00000001 matched
      Entwurf (draft) → veröffentlicht (published) → Treffer gefunden (matched) → im Gespräch
      (in_dialogue) → gedeckt (covered) oder zurückgezogen (withdrawn). Was nicht geht, wird gesagt.
      """,
      """
      Example: tragwerk need move n00000001 matched
      draft → published → matched → in_dialogue → covered or withdrawn. What cannot be is told.
      """))

  @OptionGroup var step: NeedStepOptions

  @Argument(help: ArgumentHelp(say("Wohin.", "Where to.")))
  var state: NeedState

  func run() async throws { try await step.run(to: state) }
}

/// What the steps of a need have in common.
struct NeedStepOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("Der Bedarf.", "The need.")))
  var id: NeedID

  @OptionGroup var curation: CurationOptions

  func run(to state: NeedState) async throws {
    try await curation.run { access in
      var work = MoveNeed(id: id.text, to: state)
      work.note = curation.note
      return NeedSummary.told(try await work.run(access))
    }
  }
}
