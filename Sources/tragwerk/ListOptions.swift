// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A list to be taken in, and whose it is.
struct ListOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("Die Liste.", "The list.")))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "Kurzname der Quelle; derselbe bei jeder neueren Liste.",
        "Short name of the source; the same one for each newer list."), valueName: "name"))
  var source: String

  @Flag(
    help: ArgumentHelp(say("Nichts schreiben, nur ankündigen.", "Write nothing, only announce.")))
  var dryRun = false

  func validate() throws {
    if source.isEmpty || source.count > 100 {
      throw ValidationError(
        say("--source braucht einen kurzen Namen.", "--source wants a short name."))
    }
  }
}
