// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform
import Registry

struct RegisterFindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "Organisationen nach Wörtern ihres Namens oder einer Nummer finden.",
      "Find organisations by words of their name or by a number."),
    discussion: say(
      "Beispiel: tragwerk register find \"pumpen nord\"",
      "Example: tragwerk register find \"pumpen nord\""))

  @Argument(
    help: ArgumentHelp(
      say(
        "Wörter oder Wortanfänge, oder LEI, USt-IdNr. …",
        "Words or their beginnings, or LEI, VAT number …")))
  var text: String

  @Option(help: ArgumentHelp(say("Höchstens so viele.", "At most that many.")))
  var limit = 20

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...1_000).contains(limit) else {
      throw ValidationError(
        say("--limit liegt zwischen 1 und 1000.", "--limit lies between 1 and 1000."))
    }
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let found = try await register.withRegister { access in
        try await FindOrganisations(text: text, limit: limit).run(access)
      }
      Terminal.out(OrganisationSummary(language).list(found))
    }
  }
}

struct RegisterShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Alles über eine Organisation: was gilt, wer es sagt, was vorher war.",
      "All about one organisation: what holds, who says so, what was before."),
    discussion: say(
      "Beispiel: tragwerk register show o0000000a --history",
      "Example: tragwerk register show o0000000a --history"))

  @Argument(help: ArgumentHelp(say("Kennung der Organisation.", "Id of the organisation.")))
  var id: EntityID

  @Flag(help: ArgumentHelp(say("Auch, was nicht mehr gilt.", "Also what holds no more.")))
  var history = false

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let (resolution, file) = try await register.withRegister { access in
        try await ShowOrganisation(id: id).run(access)
      }
      try result.write(
        text: OrganisationSummary(language).file(file, id, resolution, withHistory: history),
        json: RegisterDocument.json(file).rendered())
    }
  }
}

struct RegisterFieldsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: say(
      "Alle Felder, die das Register kennt.", "All fields the register knows."),
    discussion: say("Beispiel: tragwerk register fields", "Example: tragwerk register fields"))

  @OptionGroup var common: CommonOptions

  func run() async throws {
    Terminal.out(OrganisationSummary(common.language).fields())
  }
}
