// SPDX-License-Identifier: Apache-2.0
import Batching
import FlowNetworks
import LinearPrograms
import Localization
import ValueChains

/// Assesses a compiled chain: structure, time to survive, what each disruption costs.
///
/// Disruptions are worked off in batches of fixed size by as many tasks as asked for; each batch
/// starts from the same state, so the results are the same bits for any number of tasks.
public struct Assessor: Sendable {
  public struct Request: Sendable {
    public var disruptions: [Disruption] = []
    /// Longest window in days.
    public var horizon = 3650.0
    /// Leaves out what disruptions cost.
    public var survivalOnly = false
    /// The range of each demand's loss over all cheapest solutions.
    public var lossRanges = false
    /// The value of stock from both sides.
    public var stockValue = false
    /// The grid for time to survive with lead times; nil for none.
    public var phased: PeriodGrid?
    /// Tasks side by side.
    public var tasks = 1
    package var method = SurvivalMethod.automatic

    public init() {}
  }

  /// How far an assessment has come.
  public struct Progress: Sendable {
    public let step: LocalizedText
    public let done: Int
    public let total: Int
  }

  private let network: FlowNetwork
  private let request: Request
  private let isCancelled: @Sendable () -> Bool
  private let report: @Sendable (Progress) -> Void
  private let needed: NeededNetwork
  private let effects: [DisruptionEffect]
  private let findings: [Finding]

  public init(
    _ network: FlowNetwork, _ request: Request,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.network = network
    self.request = request
    self.isCancelled = isCancelled
    report = progress
    needed = NeededNetwork(network)
    let resolver = DisruptionResolver(network)
    let resolved = request.disruptions.map(resolver.resolve)
    effects = resolved.map(\.effect)
    var seen: Set<Finding> = []
    findings = network.findings + resolved.flatMap(\.findings).filter { seen.insert($0).inserted }
  }

  /// Runs the assessment. Throws ``ResilienceError``.
  public func run() async throws -> Assessment {
    let model = try SurvivalModel(
      needed, effects, horizon: request.horizon, method: request.method,
      isCancelled: isCancelled)
    let days = try await survivalDays(model)
    let phased = try await phasedDays()
    let undisturbed = model.undisturbed()
    var assessment = Assessment(
      network: network, findings: findings, horizon: request.horizon,
      baseline: Assessment.Baseline(
        days: undisturbed, isLimited: isLimited(undisturbed), phased: phased?.baseline))
    assessment.structure = MaterialStructure.all(network)
    let stockValues = try await stockValues()
    assessment.survival = request.disruptions.indices.map { at in
      Assessment.Survival(
        disruption: request.disruptions[at], days: days[at], isLimited: isLimited(days[at]),
        phased: phased?.disturbed[at], stockValues: stockValues?[at])
    }
    assessment.isSurvivalOnly = request.survivalOnly
    if !request.survivalOnly { assessment.recovery = try await recovery(days) }
    return assessment
  }

  /// A window within rounding of the horizon reaches it.
  private func isLimited(_ days: Double) -> Bool { days < request.horizon * (1 - 1e-9) }

  // MARK: Survival

  private func survivalDays(_ model: SurvivalModel) async throws -> [Double] {
    var days = model.nettedDays(effects)
    guard model.usesPrograms else { return days }
    let names = request.disruptions.map(\.id)
    let step = LocalizedText(de: "Reichweite", en: "Time to survive")
    let solved = try await batches(of: 32, step) { range, advance in
      try model.programDays(
        effects[range], names: names[range], isCancelled: isCancelled, progress: advance)
    }
    for at in days.indices { days[at] = min(days[at], solved[at]) }
    return days
  }

  private func phasedDays() async throws -> (baseline: PhasedSurvival, disturbed: [PhasedSurvival])?
  {
    guard let grid = request.phased else { return nil }
    let model = try PhasedModel(network, grid, isCancelled: isCancelled)
    let step = LocalizedText(de: "Reichweite mit Durchlaufzeiten", en: "Phased time to survive")
    let disturbed = try await batches(of: 1, step) { range, advance in
      try range.map { at in
        defer { advance() }
        return try model.survival(
          under: effects[at], named: request.disruptions[at].id, isCancelled: isCancelled)
      }
    }
    return (model.undisturbed, disturbed)
  }

  /// By the linear program over the whole network, also where days are netted: the program knows the
  /// one-sided derivatives at a degenerate optimum. A pair that no demand rests on has a left one
  /// too: owing a unit of it takes what the demands need.
  private func stockValues() async throws -> [[Assessment.StockValue]]? {
    guard request.stockValue else { return nil }
    let needed = NeededNetwork(network, keepsEverything: true)
    guard needed.partCount > 0 else { return effects.map { _ in [] } }
    let program = SurvivalProgram(
      needed, ReferenceRates(needed), parts: Set(0..<needed.partCount), horizon: request.horizon)
    let (_, basis) = try program.undisturbed(isCancelled)
    let step = LocalizedText(de: "Wert von Bestand", en: "Value of stock")
    return try await batches(of: 4, step) { range, advance in
      var solver = try program.makeSolver(isCancelled)
      return try range.map { at in
        var values: [Assessment.StockValue] = []
        let name = request.disruptions[at].id
        _ = try program.days(
          under: effects[at], named: name, &solver, startingFrom: basis
        ) { solver, days in
          // Where the horizon limits, stock changes nothing.
          guard isLimited(days) else { return }
          values = try program.stockValues(under: effects[at], named: name, isCancelled, &solver)
        }
        advance()
        return values
      }
    }
  }

  // MARK: Recovery

  private func recovery(_ survivalDays: [Double]) async throws -> [Assessment.Recovery] {
    let asked = effects.indices.filter { effects[$0].recoveryDays != nil }
    guard let longest = asked.compactMap({ effects[$0].recoveryDays }).max() else { return [] }
    let program = RecoveryProgram(needed, ReferenceRates(needed), effects)
    var first = try program.makeSolver(isCancelled)
    let basis = try program.undisturbed(&first, days: longest)
    let step = LocalizedText(de: "Kosten der Störungen", en: "Cost of disruptions")
    var results = try await batches(of: 16, count: asked.count, step) { range, advance in
      var solver = try program.makeSolver(isCancelled)
      return try range.map { position in
        defer { advance() }
        let at = asked[position]
        return try recovery(at, survivalDays[at], program, &solver, basis)
      }
    }
    let largest = results.map(\.lostValue).max() ?? 0
    for at in results.indices where largest > 0 {
      results[at].exposureIndex = results[at].lostValue / largest
    }
    return results
  }

  private func recovery(
    _ at: Int, _ survivalDays: Double, _ program: RecoveryProgram, _ solver: inout HighsSolver,
    _ basis: Basis
  ) throws -> Assessment.Recovery {
    let name = request.disruptions[at].id
    let days = effects[at].recoveryDays ?? 0
    let lost = try program.loss(
      over: days, under: effects[at], named: name, &solver, startingFrom: basis)
    var ranges: [Assessment.LostDemand]?
    if request.lossRanges {
      var own = try program.makeSolver(isCancelled)
      _ = try program.loss(
        over: days, under: effects[at], named: name, &own, startingFrom: basis)
      ranges = try program.ranges(named: name, &own, over: days).map { demand, low, high in
        Assessment.LostDemand(demand: network.chain[.demands].key(demand), low: low, high: high)
      }
    }
    return Assessment.Recovery(
      disruption: request.disruptions[at], days: days, lostValue: lost, exposureIndex: 0,
      isExposed: survivalDays < days * (1 - 1e-9), lost: ranges)
  }

  // MARK: Side by side

  /// Works off disruptions in batches of a fixed size, in order of the results.
  private func batches<Value: Sendable>(
    of size: Int, count: Int? = nil, _ step: LocalizedText,
    _ body: @escaping @Sendable (Range<Int>, () -> Void) throws -> [Value]
  ) async throws -> [Value] {
    let count = count ?? effects.count
    return try await SideBySide.batches(
      of: size, count: count, tasks: request.tasks, isCancelled: isCancelled,
      finished: { report(Progress(step: step, done: $0, total: count)) }, body)
  }
}
