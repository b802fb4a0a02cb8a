// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Matching
import Platform

/// What buyers look for: needs, their way and what came of them.
struct NeedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: say(
      "Bedarfe: einlesen, veröffentlichen, Anbieter einladen, festhalten, was daraus wurde.",
      "Needs: take them in, publish them, invite suppliers, note what came of it."),
    discussion: say(
      """
      Beispiel:
        tragwerk need import bedarfe.csv --source bbk --dry-run
        tragwerk need enter title="Faltbare Trinkwasserblasen" description="…" quantity=500
        tragwerk need publish n00000001
        tragwerk need suggest n00000001
        tragwerk need invite n00000001 o0000000a
      """,
      """
      Example:
        tragwerk need import needs.csv --source bbk --dry-run
        tragwerk need enter title="Collapsible drinking water bladders" description="…" quantity=500
        tragwerk need publish n00000001
        tragwerk need suggest n00000001
        tragwerk need invite n00000001 o0000000a
      """),
    subcommands: [
      NeedImportCommand.self, NeedEnterCommand.self, NeedChangeCommand.self,
      NeedFromChainCommand.self, NeedListCommand.self, NeedShowCommand.self,
      NeedPublishCommand.self, NeedCoverCommand.self, NeedWithdrawCommand.self,
      NeedMoveCommand.self, NeedSuggestCommand.self, NeedInviteCommand.self,
      NeedDeclineCommand.self, NeedDismissCommand.self, NeedOutcomeCommand.self,
      NeedFieldsCommand.self,
    ])
}

/// The id of a need as somebody types it.
struct NeedID: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard let id = Need.storedID(argument) else { return nil }
    text = id
  }
}

extension NeedState: ExpressibleByArgument {
  /// Also `in-dialogue`, and the German and English labels.
  public init?(argument: String) {
    let word = argument.lowercased().replacing("-", with: "_")
    let found = Self.allCases.first {
      $0.rawValue == word || $0.label.german.lowercased() == argument.lowercased()
        || $0.label.english == argument.lowercased()
    }
    guard let found else { return nil }
    self = found
  }

  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
