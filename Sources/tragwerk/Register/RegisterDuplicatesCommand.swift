// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Registry

struct RegisterDuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: say(
      "Organisationen des Registers, die dieselbe sein könnten.",
      "Organisations of the register that may be the same."),
    discussion: say(
      """
      Beispiel: tragwerk register duplicates
      Zusammengeführt wird nichts; das tut „register merge“. Was verschieden ist, merkt sich
      „register distinct“. Für eine Datei statt des Registers: register deduplicate.
      """,
      """
      Example: tragwerk register duplicates
      Nothing is merged; “register merge” does that. “register distinct” remembers what is
      different. For a file instead of the register: register deduplicate.
      """))

  @Option(help: ArgumentHelp(say("Höchstens so viele Paare.", "At most that many pairs.")))
  var limit = 50

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard limit > 0 else {
      throw ValidationError(say("--limit ist größer als 0.", "--limit is above 0."))
    }
  }

  func run() async throws {
    let language = common.language
    let isQuiet = common.quiet
    let step = LocalizedText(de: "Vergleichen", en: "Comparing")
    try await reportingErrors(language) {
      Interruption.watch()
      let pairs = try await register.withRegister { access in
        try await FindDuplicates().run(access, isCancelled: { Interruption.wasAsked }) {
          done, total in
          if !isQuiet { Progress.show(step, done, total, language) }
        }
      }
      Progress.finish()
      Terminal.out(OrganisationSummary(language).duplicates(pairs, limit: limit))
    }
  }
}

struct RegisterDistinctCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distinct",
    abstract: say(
      "Zwei Organisationen sind verschieden, auch wenn sie sich ähneln.",
      "Two organisations are different, though they look alike."),
    discussion: say(
      "Beispiel: tragwerk register distinct o0000000a o0000000k",
      "Example: tragwerk register distinct o0000000a o0000000k"))

  @Argument(help: ArgumentHelp(say("Die eine.", "The one.")))
  var first: EntityID

  @Argument(help: ArgumentHelp(say("Die andere.", "The other.")))
  var second: EntityID

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      try await register.withRegister { try await TellApart(first, second).run($0) }
      Terminal.out(
        LocalizedText(
          de: "\(first) und \(second) gelten als verschieden.",
          en: "\(first) and \(second) count as different.")[language] + "\n")
    }
  }
}
