// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CapacityExchange
import Localization
import Platform
import ValueChains

struct ExchangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exchange",
    abstract: say(
      "Bedarf, Kapazität und Bestände direkter Partner in eine Kette übernehmen.",
      "Take demand, capacity and stocks of direct partners into a chain."),
    discussion: say(
      """
      Beispiel: tragwerk exchange bedarf.json kapazitaet.json --first-day 2026-11-23 --out kette
      Gelesen werden JSON-Objekte von Catena-X (CX-0128: WeekBasedMaterialDemand,
      WeekBasedCapacityGroup) und PURIS (ItemStock, ShortTermMaterialDemand,
      PlannedProductionOutput, DeliveryInformation, DaysOfSupply). Dieselben Dateien noch einmal
      zu übernehmen ändert nichts; neuere ersetzen ältere.
      """,
      """
      Example: tragwerk exchange demand.json capacity.json --first-day 2026-11-23 --out chain
      Read are JSON objects of Catena-X (CX-0128: WeekBasedMaterialDemand,
      WeekBasedCapacityGroup) and PURIS (ItemStock, ShortTermMaterialDemand,
      PlannedProductionOutput, DeliveryInformation, DaysOfSupply). Taking the same files in again
      changes nothing; newer ones replace older ones.
      """))

  @Argument(
    help: ArgumentHelp(
      say("JSON-Dateien, wie Partner sie schicken.", "JSON files as partners send them.")))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "Kettenpaket, in das übernommen wird (Standard: eine neue Kette).",
        "Chain package to take them into (default: a new chain)."), valueName: "chain"))
  var chain: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Das Datum von Tag 1 der Kette, z. B. 2026-11-23.",
        "The date of day 1 of the chain, e.g. 2026-11-23."), valueName: "date"))
  var firstDay: CalendarDay

  @Option(
    help: ArgumentHelp(
      say("Ordner, in den das Kettenpaket kommt.", "Folder the chain package goes into."),
      valueName: "chain2"))
  var out: String

  @Flag(
    help: ArgumentHelp(
      say(
        "Ein vorhandenes Paket ersetzen, auch ein bearbeitetes.",
        "Replace an existing package, also an edited one.")))
  var replace = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var useCase = ImportExchange(files: files, firstDay: firstDay)
      useCase.chain = chain
      let imported = try useCase.run()
      try ImportExchange.write(imported, to: out, replacing: replace)
      if !imported.outcome.findings.isEmpty {
        Terminal.error(Terminal.lines(imported.outcome.findings, in: nil, language))
      }
      if !common.quiet { Terminal.out(ExchangeSummary(imported.outcome, out, language).text) }
    }
  }
}

extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
