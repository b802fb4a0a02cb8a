// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation

/// The database that a command works on.
struct DatabaseOption: ParsableArguments {
  private static let variable = "TRAGWERK_DATABASE"

  @Option(
    help: ArgumentHelp(
      say(
        "Datenbank: ein Dateipfad, sqlite:PFAD oder postgresql://BENUTZER:KENNWORT@RECHNER/NAME. Ohne Angabe \(variable), sonst tragwerk.sqlite. Ein Kennwort gehört besser in die Umgebungsvariable oder in ~/.pgpass: Argumente sehen auch andere auf dem Rechner.",
        "Database: a file's path, sqlite:PATH or postgresql://USER:PASSWORD@HOST/NAME. Without it \(variable), else tragwerk.sqlite. A password is better kept in the environment variable or in ~/.pgpass: others on the machine see arguments."
      ), valueName: "location"))
  var database: String?

  /// What was named, by the option, the environment, or not at all.
  var location: String {
    if let database { return database }
    let named = ProcessInfo.processInfo.environment[Self.variable] ?? ""
    return named.isEmpty ? "tragwerk.sqlite" : named
  }
}
