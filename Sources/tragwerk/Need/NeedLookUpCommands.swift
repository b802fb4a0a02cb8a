// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform
import Registry

struct NeedListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("Bedarfe und ihr Stand.", "Needs and where they stand."),
    discussion: say(
      "Beispiel: tragwerk need list --state published",
      "Example: tragwerk need list --state published"))

  @Option(help: ArgumentHelp(say("Nur in diesem Stand.", "Only in this state.")))
  var state: NeedState?

  @Option(
    help: ArgumentHelp(
      say("Nur von dieser Organisation.", "Only of this organisation."), valueName: "organisation"))
  var buyer: EntityID?

  @Flag(
    help: ArgumentHelp(
      say(
        "Nur offene, die niemand rechtzeitig verlängert hat.",
        "Only open ones that nobody renewed in time.")))
  var expired = false

  @Option(help: ArgumentHelp(say("Höchstens so viele.", "At most that many.")))
  var limit = 100

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...100_000).contains(limit) else {
      throw ValidationError(
        say("--limit liegt zwischen 1 und 100000.", "--limit lies between 1 and 100000."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var work = ListNeeds()
      work.state = state
      work.buyer = buyer
      work.onlyExpired = expired
      work.limit = limit
      let (outcome, today) = try await register.withRegister { access in
        (try await work.run(access), access.today)
      }
      try result.write(
        text: NeedSummary(language).list(outcome, today: today),
        json: NeedDocument.json(outcome, today: today).rendered())
    }
  }
}

struct NeedShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Alles über einen Bedarf: was er sagt, seine Versionen, sein Weg, was mit wem war.",
      "All about a need: what it says, its versions, its way, what passed with whom."),
    discussion: say(
      "Beispiel: tragwerk need show n00000001", "Example: tragwerk need show n00000001"))

  @Argument(help: ArgumentHelp(say("Der Bedarf.", "The need.")))
  var id: NeedID

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let (file, today) = try await register.withRegister { access in
        (try await ShowNeed(id: id.text).run(access), access.today)
      }
      try result.write(
        text: NeedSummary(language).file(file, today: today),
        json: NeedDocument.json(file, today: today).rendered())
    }
  }
}

struct NeedFieldsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: say("Alle Felder eines Bedarfs.", "All fields of a need."),
    discussion: say("Beispiel: tragwerk need fields", "Example: tragwerk need fields"))

  @OptionGroup var common: CommonOptions

  func run() async throws {
    Terminal.out(NeedSummary(common.language).fields())
  }
}
