// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: say(
      "Die Tabellen der Datenbank anlegen oder auf den Stand bringen.",
      "Make the tables of the database or bring them up to date."),
    discussion: say(
      """
      Beispiel: tragwerk migrate --database register.sqlite
      Jeder Schritt gilt ganz oder gar nicht; ein zweiter Aufruf ändert nichts.
      """,
      """
      Example: tragwerk migrate --database register.sqlite
      Each step is kept as a whole or not at all; a second call changes nothing.
      """))

  @OptionGroup var database: DatabaseOption

  @Flag(
    help: ArgumentHelp(
      say("Nur sagen, was zu tun wäre.", "Only say what would be done.")))
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var migrate = MigrateDatabase(location: database.location)
      migrate.isDryRun = dryRun
      Terminal.out(Self.lines(try await migrate.run(), language))
    }
  }

  private static func lines(_ result: MigrateDatabase.Result, _ language: Language) -> String {
    let report = result.report
    let applied = LocalizedText(de: "angewandt", en: "applied")[language]
    let pending = LocalizedText(de: "steht aus", en: "pending")[language]
    let lines =
      report.applied.map { "\(applied): \($0)\n" } + report.pending.map { "\(pending): \($0)\n" }
    let (done, open) = (report.earlier.count + report.applied.count, report.pending.count)
    let sum = LocalizedText(
      de:
        "\(result.place): \(done) \(done == 1 ? "Schritt" : "Schritte") angewandt, \(open) offen\n",
      en: "\(result.place): \(done) \(done == 1 ? "step" : "steps") applied, \(open) pending\n")
    return lines.joined() + sum[language]
  }
}
