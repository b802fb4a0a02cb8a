// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms

/// The ramp-up of section 4 of the mathematics as one linear (or mixed-integer) program.
///
/// Columns lie element by element, period after period: runs, shipments, purchases, end stocks,
/// demand, modules, hires. Unmet demand is a column and what is delivered follows from it; with
/// backlog, for a demand without rate and for a rate to be sustained it is the other way round.
/// Building is linear in the entries.
struct CapacityProgram: Sendable {
  let model: PlanningModel
  var scale: ProgramScale
  var program = LinearProgram(.minimise)

  // MARK: Rows: the first of each element's periods, -1 where there are none

  /// Balance of each pair.
  var balanceRow = 0
  var lineRow: [Int32] = []
  var linkRow: [Int32] = []
  var supplyRow: [Int32] = []
  var groupRow: [Int32] = []
  /// What is owed of each demand, with backlog.
  var owedRow: [Int32] = []
  /// Modules never go back.
  var startRow: [Int32] = []
  /// Two an option whose opening costs something or has a fewest number of modules.
  var openingRow: [Int32] = []
  /// Workers needed at each site.
  var workforceRow: [Int32] = []
  /// Hires of each period at each site.
  var hireRow: [Int32] = []
  /// One for each entry of the model's budget.
  var budgetRow = 0
  /// The value delivered, less what none of it depends on, where output is asked for; -1 elsewhere.
  var outputRow = -1
  /// Where a rate is to be sustained: the row of each pair and period.
  var sustained: [SustainedPeriod: (row: Int, units: Double)] = [:]

  // MARK: Columns, likewise

  var lineColumn = 0
  var arcColumn = 0
  var supplyColumn: [Int32] = []
  var stockColumn = 0
  var demandColumns: [DemandColumns] = []
  var moduleColumn: [Int32] = []
  var openingColumn: [Int32] = []
  var hireColumn: [Int32] = []
  /// The factor on the rates to be sustained, -1 for other goals.
  var rateColumn = -1

  /// The columns of a demand, from its first period on.
  struct DemandColumns: Sendable {
    var first = 0
    /// First column of what is not delivered, or still owed; -1 where there is none.
    var unmet: Int32 = -1
    /// First column of what is delivered; -1 where it follows from what is not.
    var delivered: Int32 = -1
    /// Units asked for in each period with a column; infinity for "take all".
    var asked: [Double] = []

    var periods: Range<Int> { first..<first + asked.count }
  }

  /// A pair in a period.
  struct SustainedPeriod: Hashable, Sendable {
    let pair: Int
    let period: Int
  }

  /// With the cost of section 4 as its objective, not yet scaled; see ``Objective``.
  ///
  /// - Parameter scale: that of another program of the same chain, to compare with it.
  init(_ model: PlanningModel, scale: ProgramScale? = nil) {
    self.model = model
    self.scale = scale ?? ProgramScale(model)
    let network = model.network
    let columns =
      network.lines.count + network.arcs.count + network.supplies.count + network.pairs.count
      + model.options.count
    program.reserve(
      columns: (columns + 8) * model.grid.periods,
      rows: (network.pairs.count + network.lines.count + model.options.count) * model.grid.periods,
      entries: (3 * columns + network.lines.recipePair.count) * model.grid.periods)
    addRows()
    addColumns()
  }

  // MARK: Where things stand

  var periods: Int { model.grid.periods }

  func line(_ line: Int, _ period: Int) -> Int { lineColumn + line * periods + period }
  func arc(_ arc: Int, _ period: Int) -> Int { arcColumn + arc * periods + period }
  func stock(_ pair: Int, _ period: Int) -> Int { stockColumn + pair * periods + period }
  func balance(_ pair: Int, _ period: Int) -> Int { balanceRow + pair * periods + period }

  func supply(_ supply: Int, _ period: Int) -> Int? {
    supplyColumn[supply] < 0 ? nil : Int(supplyColumn[supply]) + period
  }

  /// The column with the modules started by the end of a period; nil where there can be none.
  func modules(_ option: Int, _ period: Int) -> Int? {
    let options = model.options
    guard moduleColumn[option] >= 0, period >= options.first[option] else { return nil }
    guard options.isTimed[option] else { return Int(moduleColumn[option]) }
    return Int(moduleColumn[option]) + min(period, options.last[option]) - options.first[option]
  }

  /// The column with all modules of an option.
  func allModules(_ option: Int) -> Int? { modules(option, periods - 1) }
}
