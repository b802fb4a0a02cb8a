// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The register of organisations, sites and capabilities.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: say(
      "Das Register der Organisationen, Standorte und Fähigkeiten.",
      "The register of organisations, sites and capabilities."),
    discussion: say(
      """
      Beispiel:
        tragwerk register import mitglieder.xlsx --source verband
        tragwerk register review i00000001 --out fragen.csv
        tragwerk register find pumpen
      """,
      """
      Example:
        tragwerk register import members.xlsx --source association
        tragwerk register review i00000001 --out questions.csv
        tragwerk register find pumps
      """),
    subcommands: [
      RegisterImportCommand.self, RegisterCommitCommand.self, RegisterReviewCommand.self,
      RegisterAnswerCommand.self, RegisterUndoCommand.self, RegisterImportsCommand.self,
      RegisterFindCommand.self, RegisterShowCommand.self, RegisterStateCommand.self,
      RegisterFieldsCommand.self, RegisterMergeCommand.self, RegisterUnmergeCommand.self,
      RegisterSplitCommand.self, RegisterExportCommand.self, RegisterReconcileCommand.self,
      RegisterDeduplicateCommand.self, RegisterDuplicatesCommand.self, RegisterDistinctCommand.self,
      RegisterScreenCommand.self, RegisterHitsCommand.self,
      RegisterDecideCommand.self,
    ])
}
