// SPDX-License-Identifier: Apache-2.0
import LinearPrograms
import ValueChains

/// Section 4 of the mathematics written down straight from the tables: every variable of every
/// period, every pair of site and material, no scaling, no shortcut. The slow, obvious twin.
struct ObviousPlan {
  enum Goal: Sendable {
    case leastCost
    case mostOutput
  }

  /// What the command's words say.
  struct Settings: Sendable {
    var periods = 1
    var periodDays = 1.0
    var goal = Goal.leastCost
    var wholeModules = false
    var backlog = false
    /// No unmet demand in any period; with backlog, none left at the end of the horizon.
    var requireDemand = false
    /// In place of the chain's table where given; infinity lifts it.
    var budget: Double?
    var disruption = Disruption()
    /// Whether `*` links carry only what is of use at their end, or every material of the chain.
    ///
    /// Not the same where storing costs or is limited: carrying things away is then of use itself.
    var starLinksCarryOnlyWhatIsOfUse = true
  }

  /// Shares of capacity left over the whole horizon, by key, and sites whose stock is lost.
  struct Disruption: Sendable {
    struct Part: Hashable, Sendable {
      let link: String
      let material: String
    }

    var lines: [String: Double] = [:]
    var links: [String: Double] = [:]
    var supplies: [String: Double] = [:]
    /// One material on a `*` link.
    var parts: [Part: Double] = [:]
    var emptiedSites: Set<String> = []
  }

  struct Result: Sendable {
    let status: SolveStatus
    /// This and what follows are meaningful where the status is optimal.
    let objective: Double
    /// Delivered in all, over demands and periods.
    let deliveredTotal: Double
    /// Modules started in all, by option.
    let modules: [String: Double]
  }

  let chain: ValueChain
  var settings: Settings

  init(_ chain: ValueChain, _ settings: Settings) {
    self.chain = chain
    self.settings = settings
  }

  func solve() throws -> Result { try Self.solve(PlanEquations(chain, settings)) }

  /// Solves from scratch, exactly: no gap is left.
  static func solve(_ equations: PlanEquations) throws -> Result {
    let sense = equations.settings.goal == .leastCost ? LinearProgram.Sense.minimise : .maximise
    let program = equations.program.program(sense)
    var options = HighsSolver.Options()
    options.relativeGap = 0
    var solver = try HighsSolver(program, options)
    var status = solver.solve()
    if status != .optimal {
      // Presolve at times cannot tell infeasible from unbounded.
      options.method = .simplex
      options.presolve = false
      solver = try HighsSolver(program, options)
      status = solver.solve()
    }
    guard status == .optimal else {
      return Result(status: status, objective: .nan, deliveredTotal: .nan, modules: [:])
    }
    let solution = solver.solution()
    func value(_ variable: Int?) -> Double { variable.map { solution.columnValues[$0] } ?? 0 }
    let periods = 1...equations.settings.periods
    let delivered = equations.delivered.flatMap { series in periods.map { value(series[$0]) } }
    let choices = equations.chain[.options]
    var modules: [String: Double] = [:]
    for option in 0..<choices.count {
      modules[choices.text(.option, option)] =
        value(equations.modules[option][equations.settings.periods])
    }
    return Result(
      status: status, objective: solution.objective, deliveredTotal: delivered.reduce(0, +),
      modules: modules)
  }
}
