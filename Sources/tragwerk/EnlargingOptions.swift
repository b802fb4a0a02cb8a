// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CapacityPlanning
import Localization
import Platform
import ValueChains

/// What a command may add to a chain before it computes.
struct EnlargingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Kandidaten aus einer CSV-Datei: Lieferant, Material, Kapazität, Reife, Kosten.",
        "Candidates from a CSV file: supplier, material, capacity, readiness, cost."),
      valueName: "file.csv"))
  var candidates: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Optionen aus der Kette selbst vorschlagen: zweite Schicht, zweite Quelle, zweiter Weg.",
        "Propose options from the chain itself: second shift, second source, parallel route.")))
  var propose = false

  @Option(
    help: ArgumentHelp(
      say(
        "Ordner, in den die ergänzte Kette als Paket geschrieben wird, zum Bearbeiten.",
        "Folder the enlarged chain is written to as a package, for editing."), valueName: "dir"))
  var proposeOut: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Mit --propose-out ein vorhandenes Paket ersetzen, auch ein bearbeitetes.",
        "With --propose-out, replace an existing package, also an edited one.")))
  var replace = false

  func validate() throws {
    if proposeOut != nil, !propose, candidates == nil {
      throw ValidationError(
        say(
          "--propose-out schreibt, was --propose oder --candidates ergänzt; eines davon nennen.",
          "--propose-out writes what --propose or --candidates adds; name one of them."))
    }
    if replace, proposeOut == nil {
      throw ValidationError(
        say("--replace gehört zu --propose-out.", "--replace goes with --propose-out."))
    }
  }

  /// - Parameter days: over which shift premiums are paid.
  func useCase(_ language: Language, days: Double) -> EnlargeChain {
    var useCase = EnlargeChain()
    useCase.candidates = candidates
    useCase.language = language
    if propose {
      var assumptions = ProposalAssumptions()
      assumptions.language = language
      assumptions.days = days
      useCase.proposals = assumptions
    }
    return useCase
  }

  func write(_ enlarged: ValueChain, from source: String) throws {
    guard let proposeOut else { return }
    try EnlargeChain.write(enlarged, to: proposeOut, from: source, replacing: replace)
  }
}
