// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Drafting
import Geodesy
import Localization
import Platform
import ReferenceLibrary

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: say(
      "Aus einer Teileliste eine erste Wertschöpfungskette entwerfen.",
      "Draft a first value chain from a parts list."),
    discussion: say(
      """
      Beispiel: tragwerk draft teile.csv --quantity 100 --out kette
      Jede Zahl des Entwurfs trägt ihre Herkunft, jede Lücke eine Frage (Tabellen provenance und
      questions); parts.csv sagt, was aus jeder Zeile der Liste wurde.
      """,
      """
      Example: tragwerk draft parts.csv --quantity 100 --out chain
      Every figure of the draft has its origin, every gap a question (tables provenance and
      questions); parts.csv says what became of each line of the list.
      """))

  @Argument(
    help: ArgumentHelp(
      say(
        "Teileliste als CSV, wie sie KiCad, Excel, FreeCAD oder ein ERP ausgibt.",
        "Parts list as CSV, as KiCad, Excel, FreeCAD or an ERP exports it.")))
  var parts: String

  @Option(help: ArgumentHelp(say("Wie viele Stück gebraucht werden.", "How many are needed.")))
  var quantity: Double

  @Option(
    help: ArgumentHelp(
      say(
        "Wie das Produkt heißt (Standard: der Name der Datei).",
        "What the product is called (default: the file's name).")))
  var name: String?

  @Option(
    help: ArgumentHelp(
      say("In wie vielen Tagen.", "Within how many days."), valueName: "days"))
  var perDays = 365.0

  @Option(
    help: ArgumentHelp(
      say(
        "Kapazität jeder Quelle über ihren Anteil hinaus (0.25 = 25 %).",
        "Capacity of each source beyond its share (0.25 = 25 %)."), valueName: "share"))
  var spare = 0.25

  @Option(
    help: ArgumentHelp(
      say("Tage Bedarf, die beim Montierenden liegen.", "Days of need that lie at the assembler."),
      valueName: "n"))
  var coverDays = 30.0

  @Option(
    help: ArgumentHelp(say("Geschwindigkeit der Schiffe.", "Speed of ships."), valueName: "knots"))
  var speed = 13.0

  @Option(
    help: ArgumentHelp(
      say("Tage im Hafen an beiden Enden zusammen.", "Days in port at both ends together."),
      valueName: "days"))
  var portDays = 4.0

  @Option(
    help: ArgumentHelp(
      say(
        "Sicht auf die Herkunft: eu (woher die EU bezieht) oder world (Weltförderung).",
        "View of origin: eu (where the EU gets it from) or world (world production).")))
  var view = SupplyView.eu

  @Option(
    help: ArgumentHelp(
      say("Ort der Montage, z. B. 50.98,11.03.", "Place of assembly, e.g. 50.98,11.03."),
      valueName: "lat,lon"))
  var assemblyAt: String?

  @Option(
    help: ArgumentHelp(
      say("Ordner mit größeren Nachschlagetabellen.", "Folder of larger reference tables."),
      valueName: "dir"))
  var library: String?

  @Option(
    help: ArgumentHelp(
      say("Ordner, in den das Kettenpaket kommt.", "Folder the chain package goes into."),
      valueName: "chain"))
  var out: String

  @Flag(
    help: ArgumentHelp(
      say(
        "Ein vorhandenes Paket ersetzen, auch ein bearbeitetes.",
        "Replace an existing package, also an edited one.")))
  var replace = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    func check(_ isRight: Bool, _ de: String, _ en: String) throws {
      if !isRight { throw ValidationError(say(de, en)) }
    }
    for (value, name) in [(quantity, "quantity"), (perDays, "per-days"), (speed, "speed")] {
      try check(
        value > 0 && value.isFinite, "--\(name) muss eine positive Zahl sein.",
        "--\(name) must be a positive number.")
    }
    for (value, name) in [(spare, "spare"), (coverDays, "cover-days"), (portDays, "port-days")] {
      try check(
        value >= 0 && value.isFinite, "--\(name) muss 0 oder größer sein.",
        "--\(name) must be 0 or more.")
    }
    _ = try assemblyPlace()
  }

  private func assemblyPlace() throws -> GeoPoint? {
    guard let assemblyAt else { return nil }
    let parts = assemblyAt.split(separator: ",").map { Double($0.trimmingBlanks) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1],
      let place = GeoPoint(latitude: latitude, longitude: longitude)
    else {
      throw ValidationError(
        say(
          "--assembly-at erwartet Breite,Länge in Grad, z. B. 50.98,11.03.",
          "--assembly-at expects latitude,longitude in degrees, e.g. 50.98,11.03."))
    }
    return place
  }

  private func options() throws -> DraftOptions {
    var options = DraftOptions(quantity: quantity)
    options.perDays = perDays
    options.spare = spare
    options.coverDays = coverDays
    options.knots = speed
    options.portDays = portDays
    options.view = view
    options.language = common.language
    options.assembly = try assemblyPlace()
    return options
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      var useCase = DraftChain(partsList: parts, options: try options())
      useCase.library = library
      useCase.name = name
      let draft = try useCase.run()
      try DraftChain.write(draft, to: out, replacing: replace)
      if !draft.reading.findings.isEmpty {
        Terminal.error(Terminal.lines(draft.reading.findings, in: nil, language))
      }
      if !common.quiet { Terminal.out(DraftSummary(draft, out, language).text) }
    }
  }
}

extension SupplyView: ExpressibleByArgument {}
