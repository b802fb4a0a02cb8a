// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A result as JSON, beside or in place of the text for people.
struct JSONOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Ergebnis als JSON; - ist die Standardausgabe.", "Result as JSON; - is standard output."),
      valueName: "file"))
  var json: String?

  /// Whether standard output is free for people to read.
  var leavesStandardOutput: Bool { json != "-" }

  /// Writes the text where JSON does not take its place, and the JSON where it was asked for.
  func write(text: @autoclosure () -> String, json document: @autoclosure () -> String) throws {
    if leavesStandardOutput { Terminal.out(text()) }
    if let json { try Terminal.write(document(), to: json) }
  }
}
