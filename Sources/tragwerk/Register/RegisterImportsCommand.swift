// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct RegisterImportsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports",
    abstract: say("Alle Importe und ihr Stand.", "All imports and how far they are."),
    discussion: say("Beispiel: tragwerk register imports", "Example: tragwerk register imports"))

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      let imports = try await register.withRegister { try await ListImports().run($0) }
      Terminal.out(ImportSummary(language).list(imports))
    }
  }
}

struct RegisterCommitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit",
    abstract: say(
      "Einen gelesenen Import ins Register übernehmen.",
      "Take an import that was read into the register."),
    discussion: say(
      "Beispiel: tragwerk register commit i00000001",
      "Example: tragwerk register commit i00000001"))

  @Argument(help: ArgumentHelp(say("Der Import.", "The import.")))
  var id: String

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    let isQuiet = common.quiet
    try await reportingErrors(language) {
      let summary = try await register.withRegister { access in
        try await CommitImport(importID: id).run(access) { line in
          if !isQuiet { Progress.count(ImportWords.writing, line, language) }
        }
      }
      Progress.finish()
      Terminal.out(ImportSummary(language).committed(summary, id, register.database.database))
    }
  }
}

struct RegisterUndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say(
      "Einen Import als Ganzes zurücknehmen, oder einen wartenden verwerfen.",
      "Take an import back as a whole, or discard one that waits."),
    discussion: say(
      """
      Beispiel: tragwerk register undo i00000001
      Das Register sagt danach, was es ohne den Import sagen würde; was andere seither angegeben
      haben, bleibt. Vergebene Kennungen bleiben bekannt.
      """,
      """
      Example: tragwerk register undo i00000001
      Afterwards the register says what it would say without the import; what others stated since
      then stays. Ids that were given stay known.
      """))

  @Argument(help: ArgumentHelp(say("Der Import.", "The import.")))
  var id: String

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    let isQuiet = common.quiet
    try await reportingErrors(language) {
      let summary = try await register.withRegister { access in
        try await UndoImport(importID: id).run(access) { line in
          if !isQuiet { Progress.count(ImportWords.undoing, line, language) }
        }
      }
      Progress.finish()
      Terminal.out(ImportSummary(language).undone(summary, id))
    }
  }
}
