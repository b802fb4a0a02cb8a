// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FlowNetworks
import Localization
import Platform
import Resilience
import ValueChains

struct AssessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: say(
      "Wie lange eine Kette hält, was Störungen kosten und worauf sie ruht.",
      "How long a chain holds, what disruptions cost and what it rests on."),
    discussion: say(
      """
      Beispiel: tragwerk assess Examples/field-hospital --phased --report bericht.html
      Ohne --each gelten die Störungen des Pakets; mit --each fällt jedes einzelne Element der
      genannten Arten aus: site, line, link, supply, organisation, group, material, country,
      region, sector, passage, mode.
      """,
      """
      Example: tragwerk assess Examples/field-hospital --phased --report report.html
      Without --each the package's own disruptions count; with --each every single element of the
      kinds named fails: site, line, link, supply, organisation, group, material, country, region,
      sector, passage, mode.
      """))

  @Argument(help: ArgumentHelp(say("Ordner des Kettenpakets.", "Folder of the chain package.")))
  var chain: String

  @Option(
    help: ArgumentHelp(
      say("Jedes einzelne Element dieser Arten.", "Every single element of these kinds."),
      valueName: "kind,…"))
  var each: String?

  @Option(
    help: ArgumentHelp(
      say("Nur die Störungen mit diesen Namen.", "Only the disruptions with these names."),
      valueName: "id,…"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      say("Längster betrachteter Zeitraum.", "Longest window looked at."), valueName: "days"))
  var horizon = 3650.0

  @Flag(
    help: ArgumentHelp(say("Ohne die Kosten der Störungen.", "Without the cost of disruptions.")))
  var survivalOnly = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Was jede Nachfrage mindestens und höchstens verliert.",
        "What each demand loses at least and at most.")))
  var lossRanges = false

  @Flag(
    help: ArgumentHelp(
      say("Auch mit Durchlaufzeiten, in Zeitabschnitten.", "Also with lead times, in periods.")))
  var phased = false

  @Option(
    help: ArgumentHelp(
      say(
        "Zeitraum mit Durchlaufzeiten (Standard 182).", "Horizon with lead times (default 182)."),
      valueName: "days"))
  var phasedDays: Double?

  @Flag(
    help: ArgumentHelp(
      say("Was mehr oder weniger Bestand wert ist.", "What more or less stock is worth.")))
  var stockValue = false

  @Option(
    help: ArgumentHelp(
      say("Länge eines Zeitabschnitts (Standard 7).", "Length of a period (default 7)."),
      valueName: "days"))
  var periodDays: Double?

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Ordner mit größeren Nachschlagetabellen für Rohstoffe.",
        "Folder of larger reference tables for raw materials."), valueName: "dir"))
  var library: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Wie viele Störungen gleichzeitig gerechnet werden (Standard: alle Kerne). Das Ergebnis hängt nicht davon ab.",
        "How many disruptions are computed side by side (default: all cores). The result does not depend on it."
      ), valueName: "n"))
  var threads: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    func positive(_ value: Double?, _ name: String) throws {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError(
          say("--\(name) muss eine positive Zahl sein.", "--\(name) must be a positive number."))
      }
    }
    try positive(horizon, "horizon")
    try positive(phasedDays, "phased-days")
    try positive(periodDays, "period-days")
    if let threads, threads < 1 {
      throw ValidationError(
        say("--threads muss mindestens 1 sein.", "--threads must be at least 1."))
    }
    let grid = (phasedDays ?? 182) / (periodDays ?? 7)
    if grid > 2000 {
      throw ValidationError(
        say(
          "Das wären \(Int(grid)) Zeitabschnitte; mehr als 2000 sind nicht sinnvoll. --period-days vergrößern oder --phased-days verkleinern.",
          "That would be \(Int(grid)) periods; more than 2000 are not sensible. Enlarge --period-days or shorten --phased-days."
        ))
    }
    _ = try kinds()
  }

  private func kinds() throws -> [Disruption.Kind] {
    try (each?.split(separator: ",") ?? []).map { name in
      guard let kind = Disruption.Kind(rawValue: name.trimmingBlanks) else {
        let all = Disruption.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          say(
            "--each kennt „\(name)“ nicht. Möglich sind: \(all)",
            "--each does not know “\(name)”. Possible are: \(all)"))
      }
      return kind
    }
  }

  private func useCase() throws -> AssessChain {
    var assess = AssessChain(path: chain)
    assess.each = try kinds()
    assess.library = library
    assess.only = (only?.split(separator: ",") ?? []).map(\.trimmingBlanks)
    assess.horizon = horizon
    assess.survivalOnly = survivalOnly
    assess.lossRanges = lossRanges
    assess.stockValue = stockValue
    if phased || phasedDays != nil || periodDays != nil {
      assess.phased = PeriodGrid(periodDays: periodDays ?? 7, horizon: phasedDays ?? 182)
    }
    if let threads { assess.tasks = threads }
    return assess
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      let outcome = try await useCase().run(isCancelled: { Interruption.wasAsked }) { progress in
        if !isQuiet { Progress.show(progress.step, progress.done, progress.total, language) }
      }
      Progress.finish()
      switch outcome {
      case .unusable(let checked): try Terminal.refuse(checked, json: output.json, chain, language)
      case .assessed(let assessment): try write(assessment)
      }
    }
  }

  private func write(_ assessment: Assessment) throws {
    let language = common.language
    if Interruption.wasAsked { throw PlatformError.interrupted }
    let document = AssessmentDocument.json(assessment, language).rendered()
    try output.write(
      document, tables: { AssessmentTables.files(assessment, language) },
      page: { AssessmentReportFile.html(assessment, json: document, language) })
    if output.leavesStandardOutput {
      Terminal.out(AssessmentSummary(assessment, language).text)
      if let report = output.report {
        Terminal.out(say("Bericht: \(report)\n", "Report: \(report)\n"))
      }
    }
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    split(separator: " ").joined(separator: " ")
  }
}
