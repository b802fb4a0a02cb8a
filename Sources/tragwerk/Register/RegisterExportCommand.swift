// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct RegisterExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Das Register ausgeben: JSON mit der Herkunft jeder Angabe, oder CSV.",
      "Give the register out: JSON with the origin of every fact, or CSV."),
    discussion: say(
      """
      Beispiel: tragwerk register export --out register.csv
      Die Endung bestimmt die Form; die CSV-Datei lässt sich ohne Zuordnung wieder einlesen.
      Ansprechpersonen erscheinen nur, wo sie eingewilligt haben.
      """,
      """
      Example: tragwerk register export --out register.csv
      The ending decides the form; the CSV file can be read in again without a mapping. Contacts
      appear only where they agreed.
      """))

  @Option(
    help: ArgumentHelp(
      say(
        "Datei mit Endung .json oder .csv; - ist JSON auf der Standardausgabe.",
        "File ending in .json or .csv; - is JSON on standard output."),
      valueName: "file"))
  var out: String

  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard out == "-" || out.hasSuffix(".json") || out.hasSuffix(".csv") else {
      throw ValidationError(
        say("--out endet auf .json oder .csv.", "--out ends in .json or .csv."))
    }
  }

  func run() async throws {
    let language = common.language
    let isQuiet = common.quiet
    let (out, format) = (out, out.hasSuffix(".csv") ? ExportRegister.Format.csv : .json)
    try await reportingErrors(language) {
      let stream = try Terminal.stream(to: out)
      do {
        try await register.withRegister { access in
          try await ExportRegister(format: format).run(access) { done, total in
            if !isQuiet { Progress.show(ImportWords.exporting, done, total, language) }
          } write: {
            try stream.write($0)
          }
        }
        try stream.finish()
      } catch {
        stream.abandon()
        throw error
      }
    }
  }
}
