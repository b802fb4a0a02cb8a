// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Localization

extension Language {
  /// The language this process speaks: `--language`, else the locale's, else English.
  static let ofProcess: Language = {
    let arguments = CommandLine.arguments
    if let at = arguments.lastIndex(of: "--language"), at + 1 < arguments.count,
      let language = Language(rawValue: arguments[at + 1])
    {
      return language
    }
    if let given = arguments.last(where: { $0.hasPrefix("--language=") }),
      let language = Language(rawValue: String(given.dropFirst("--language=".count)))
    {
      return language
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    return locale?.hasPrefix("de") == true ? .german : .english
  }()
}

/// A text in the language of the process; also for help, which is made before options are read.
func say(_ german: String, _ english: String) -> String {
  Language.ofProcess == .german ? german : english
}

extension Language: ExpressibleByArgument {}

/// Options every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Sprache der Meldungen und Berichte.", "Language of messages and reports.")))
  var language: Language = .ofProcess

  @Flag(help: ArgumentHelp(say("Kein Fortschritt auf der Konsole.", "No progress on the console.")))
  var quiet = false
}
