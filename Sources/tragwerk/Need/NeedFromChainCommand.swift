// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Localization
import Platform

struct NeedFromChainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "from-chain",
    abstract: say(
      "Aus einem kritischen Element einer Kette den Entwurf eines Bedarfs machen.",
      "Make the draft of a need from a critical element of a chain."),
    discussion: say(
      """
      Beispiel: tragwerk need from-chain Examples/field-hospital --element supply:o2-sensor-ch
      Elemente heißen wie in „tragwerk assess --each“: line, supply, link, site oder material, ein
      Doppelpunkt und der Schlüssel. Titel, Beschreibung, Menge und Ort folgen aus der Kette. Wie
      lange die Kette ohne das Element hält, wird hier gesagt, steht aber nicht im Bedarf.
      """,
      """
      Example: tragwerk need from-chain Examples/field-hospital --element supply:o2-sensor-ch
      Elements are named as in “tragwerk assess --each”: line, supply, link, site or material, a
      colon and the key. Title, description, quantity and place follow from the chain. How long the
      chain holds without the element is told here, but does not stand in the need.
      """))

  @Argument(help: ArgumentHelp(say("Ordner des Kettenpakets.", "Folder of the chain package.")))
  var chain: String

  @Option(
    help: ArgumentHelp(
      say("Das Element, ART:SCHLÜSSEL.", "The element, KIND:KEY."), valueName: "kind:key"))
  var element: String

  @Flag(
    help: ArgumentHelp(
      say("Nichts schreiben, nur den Entwurf zeigen.", "Write nothing, only show the draft.")))
  var dryRun = false

  @OptionGroup var result: JSONOption
  @OptionGroup var register: RegisterOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      var work = NeedFromChain(path: chain, element: element)
      work.language = language
      let outcome =
        dryRun
        ? try await work.draft(isCancelled: { Interruption.wasAsked })
        : try await register.withRegister(mayCreate: true) { access in
          try await work.run(access, isCancelled: { Interruption.wasAsked })
        }
      try result.write(
        text: NeedSummary(language).fromChain(outcome, element),
        json: NeedDocument.json(outcome).rendered())
    }
  }
}
