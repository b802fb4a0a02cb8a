// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Platform

/// Where a result goes: JSON, CSV tables, a report.
struct OutputOptions: ParsableArguments {
  @OptionGroup var document: JSONOption

  @Option(
    help: ArgumentHelp(
      say("Ergebnis als CSV-Tabellen in diesen Ordner.", "Result as CSV tables into this folder."),
      valueName: "dir"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      say("Bericht als eine HTML-Datei.", "Report as one HTML file."), valueName: "file.html"))
  var report: String?

  var json: String? { document.json }

  /// Whether standard output is free for people to read.
  var leavesStandardOutput: Bool { document.leavesStandardOutput && report != "-" }

  /// Writes what was asked for; an interruption while the page is made leaves nothing more.
  func write(
    _ document: String, tables: () -> [(name: String, content: String)], page: () -> String
  ) throws {
    if let csv { try OutputFiles.write(tables(), into: csv) }
    if let report {
      let page = page()
      if Interruption.wasAsked { throw PlatformError.interrupted }
      try Terminal.write(page, to: report)
    }
    if let json { try Terminal.write(document, to: json) }
  }
}
