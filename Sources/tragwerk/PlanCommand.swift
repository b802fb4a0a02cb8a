// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CapacityPlanning
import FlowNetworks
import Localization
import Platform

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: say(
      "Wie die Ausbringung wächst, was sie hält, was es kostet und wie viele Arbeitsplätze.",
      "How output grows, what holds it back, what it costs and how many jobs."),
    discussion: say(
      """
      Beispiel: tragwerk plan Examples/field-hospital --periods 24 --period-days 30 --report plan.html
      Ein Tag des Pakets ist ein Tag; --period-days 30 rechnet in Monaten von 30 Tagen.
      """,
      """
      Example: tragwerk plan Examples/field-hospital --periods 24 --period-days 30 --report plan.html
      A day of the package is a day; --period-days 30 counts in months of 30 days.
      """))

  enum Goal: String, ExpressibleByArgument {
    case leastCost = "least-cost"
    case mostOutput = "most-output"
  }

  enum Solver: String, ExpressibleByArgument {
    case simplex
    case interiorPoint = "interior-point"
  }

  @Argument(help: ArgumentHelp(say("Ordner des Kettenpakets.", "Folder of the chain package.")))
  var chain: String

  @Option(help: ArgumentHelp(say("Wie viele Zeitabschnitte.", "How many periods."), valueName: "n"))
  var periods: Int

  @Option(
    help: ArgumentHelp(
      say("Länge eines Zeitabschnitts in Tagen.", "Length of a period in days."), valueName: "days")
  )
  var periodDays: Double

  @Option(
    help: ArgumentHelp(
      say(
        "Geringste Kosten (least-cost) oder größte Ausbringung (most-output).",
        "Least cost (least-cost) or most output (most-output)."), valueName: "goal"))
  var goal: Goal?

  @Option(
    help: ArgumentHelp(
      say(
        "Höchste Rate, die jeder Zeitabschnitt ab diesem Tag liefern kann.",
        "Highest rate that every period from this day on can deliver."), valueName: "day"))
  var sustainFrom: Double?

  @Flag(help: ArgumentHelp(say("Nur ganze Module.", "Whole modules only.")))
  var wholeModules = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Was fehlt, wird geschuldet und darf später geliefert werden.",
        "What is missing is owed and may be delivered later.")))
  var backlog = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Alle Nachfrage muss gedeckt sein; geht das nicht, wird der Grund genannt.",
        "All demand must be met; where that cannot be, the reason is named.")))
  var requireDemand = false

  @Option(
    help: ArgumentHelp(
      say(
        "Geld für Module insgesamt, statt der Tabelle budget.",
        "Money for modules in all, in place of the table budget."), valueName: "amount"))
  var budget: Double?

  @Option(
    help: ArgumentHelp(
      say(
        "Störung des Pakets, unter der geplant wird.", "Disruption of the package to plan under."),
      valueName: "id"))
  var disruption: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Was eine Einheit mehr oder weniger von allem Knappen wert ist.",
        "What a unit more or less of everything scarce is worth.")))
  var marginals = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Jede Option allein, und der Plan ohne sie.", "Each option alone, and the plan without it.")
    ))
  var eachOption = false

  @Option(
    help: ArgumentHelp(
      say(
        "Andere Pläne, die höchstens um diesen Anteil mehr kosten, z. B. 0.02.",
        "Other plans that cost at most this share more, e.g. 0.02."), valueName: "epsilon"))
  var alternatives: Double?

  @Option(
    help: ArgumentHelp(
      say(
        "So viele Pläne mit Zahlen aus den Spannen der Herkunft.",
        "So many plans with figures drawn from the ranges of provenance."), valueName: "n"))
  var samples = 0

  @Option(
    help: ArgumentHelp(
      say("Startwert des Zufalls.", "Seed of the randomness."),
      valueName: "s"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say("Verfahren (Standard: nach Art des Modells).", "Method (default: by the kind of model)."),
      valueName: "simplex|interior-point"))
  var solver: Solver?

  @Option(
    help: ArgumentHelp(
      say(
        "Erlaubter Abstand zum Besten bei ganzen Modulen.",
        "Allowed gap to the best with whole modules."), valueName: "share"))
  var gap = 0.005

  @Option(
    help: ArgumentHelp(
      say("Längste Zeit einer Lösung in Sekunden.", "Longest time of one solve in seconds."),
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      say(
        "Land, von dem aus „ausländisch“ gezählt wird.",
        "Country from which “foreign” is counted."), valueName: "country"))
  var home = "DE"

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Früherer Plan (JSON), mit dem verglichen wird.",
        "Earlier plan (JSON) to compare with."), valueName: "plan.json"))
  var compare: String?

  @OptionGroup var enlarging: EnlargingOptions

  @OptionGroup var common: CommonOptions

  /// More periods than this are no plan any more.
  private static let mostPeriods = 2000

  func validate() throws {
    func require(_ isMet: Bool, _ german: String, _ english: String) throws {
      if !isMet { throw ValidationError(say(german, english)) }
    }
    try require(
      (1...Self.mostPeriods).contains(periods),
      "--periods muss zwischen 1 und \(Self.mostPeriods) liegen.",
      "--periods must be between 1 and \(Self.mostPeriods).")
    for (name, value) in [("period-days", periodDays), ("time-limit", timeLimit ?? 1)] {
      try require(
        value > 0 && value.isFinite, "--\(name) muss eine positive Zahl sein.",
        "--\(name) must be a positive number.")
    }
    for (name, value) in [("budget", budget ?? 0), ("alternatives", alternatives ?? 0)] {
      try require(
        value >= 0 && value.isFinite, "--\(name) darf nicht negativ sein.",
        "--\(name) must not be negative.")
    }
    try require(
      (0...1).contains(gap), "--gap ist ein Anteil zwischen 0 und 1.",
      "--gap is a share between 0 and 1.")
    try require(
      (0...100_000).contains(samples), "--samples muss zwischen 0 und 100000 liegen.",
      "--samples must be between 0 and 100000.")
    if let sustainFrom {
      try require(
        goal == nil,
        "--sustain-from ist selbst ein Ziel; --goal weglassen.",
        "--sustain-from is a goal itself; leave out --goal.")
      try require(
        !requireDemand && !backlog,
        "--sustain-from fragt nach einer Rate; --require-demand und --backlog weglassen.",
        "--sustain-from asks for a rate; leave out --require-demand and --backlog.")
      let last = Double(periods - 1) * periodDays + 1
      try require(
        sustainFrom >= 1 && sustainFrom <= last,
        "--sustain-from muss ein Tag zwischen 1 und \(language(last)) sein, dem Beginn des letzten Zeitabschnitts.",
        "--sustain-from must be a day between 1 and \(language(last)), where the last period begins."
      )
    }
  }

  private func language(_ day: Double) -> String {
    common.language.number(day, fractionDigits: 1)
  }

  private func request() -> PlanRequest {
    var request = PlanRequest(PeriodGrid(periods: periods, periodDays: periodDays))
    if let sustainFrom {
      request.goal = .sustainedRate(fromDay: sustainFrom)
    } else if goal == .mostOutput {
      request.goal = .mostOutput
    }
    request.wholeModules = wholeModules
    request.backlog = backlog
    request.requireDemand = requireDemand
    request.budget = budget
    request.method =
      switch solver {
      case .simplex: .simplex
      case .interiorPoint: .interiorPoint
      case nil: .automatic
      }
    request.marginals = marginals
    request.eachOption = eachOption
    request.alternatives = alternatives
    request.samples = samples
    request.seed = seed
    request.gap = gap
    request.timeLimit = timeLimit ?? .infinity
    request.home = home
    return request
  }

  private func useCase() -> PlanChain {
    var useCase = PlanChain(path: chain, request: request())
    useCase.disruption = disruption
    useCase.enlarging = enlarging.useCase(common.language, days: Double(periods) * periodDays)
    return useCase
  }

  private func earlierPlan() throws -> EarlierPlan? {
    guard let compare else { return nil }
    return try EarlierPlan(path: compare)
  }

  func run() async throws {
    let language = common.language
    try await reportingErrors(language) {
      Interruption.watch()
      let isQuiet = common.quiet
      // Read first, so that nobody waits for a plan only to hear that the file is no good.
      let earlier = try earlierPlan()
      let outcome = try await useCase().run(isCancelled: { Interruption.wasAsked }) { progress in
        if !isQuiet { Progress.show(progress.step, progress.done, progress.total, language) }
      }
      Progress.finish()
      switch outcome {
      case .unusable(let checked): try Terminal.refuse(checked, json: output.json, chain, language)
      case .planned(let plan): try write(plan, comparedWith: earlier)
      }
    }
  }

  private func write(_ plan: CapacityPlan, comparedWith earlier: EarlierPlan?) throws {
    let language = common.language
    if Interruption.wasAsked { throw PlatformError.interrupted }
    try enlarging.write(plan.chain, from: chain)
    try earlier?.check(plan.chain)
    let document = PlanDocument.json(plan, language).rendered()
    try output.write(
      document, tables: { PlanTables.files(plan, language) },
      page: { PlanReportFile.html(plan, json: document, comparedWith: earlier, language) })
    if output.leavesStandardOutput {
      if plan.schedule != nil { Terminal.out(PlanSummary(plan, language).text) }
      if let earlier { Terminal.out(comparison(earlier, plan)) }
      if let report = output.report {
        Terminal.out(say("Bericht: \(report)\n", "Report: \(report)\n"))
      }
    }
    if let cause = plan.cause {
      Terminal.error("tragwerk: " + cause.text[language])
      throw ExitCode(65)
    }
  }

  /// The comparison in short, a part of the summary.
  private func comparison(_ earlier: EarlierPlan, _ plan: CapacityPlan) -> String {
    let title = say("Vergleich mit dem früheren Plan:", "Comparison with the earlier plan:")
    let lines = earlier.lines(against: plan, common.language).map { "  \($0)" }
    return ([title] + lines).joined(separator: "\n") + "\n"
  }
}
