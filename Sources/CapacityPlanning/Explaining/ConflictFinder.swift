// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms

/// Finds why a chain has no plan: the smallest set of requirements that contradict one another.
///
/// Demand is allowed to stay unmet, and what stays unmet at least is the contradiction. It is narrowed
/// to one demand in one period where one alone cannot be met. Then every limit whose multiplier is 0
/// is lifted at once, and the others one by one as long as the shortage stays (the deletion filter of
/// Chinneck and Dravnieks, ORSA J. Computing 3(2), 1991). What is left is irreducible: lifting any one
/// of it ends this contradiction.
struct ConflictFinder: ~Copyable {
  struct Conflict: Sendable {
    /// Demands that cannot be met together, with their period (from 0); empty where the chain cannot
    /// be run at all.
    var demands: [(demand: Int, period: Int)] = []
    /// The most of those demands that can be met, in their units together, and what they ask for.
    var reachable = 0.0
    var asked = 0.0
    /// Limits in the way, with the periods (from 0) in which they bind.
    var limits: [(requirement: Requirement, periods: ClosedRange<Int>)] = []
    /// Whether only whole modules (or a fewest number of them) stand in the way.
    var isByWholeModules = false
  }

  private let program: CapacityProgram
  private var highs: HighsSolver
  private let isCancelled: @Sendable () -> Bool

  /// Units in the program's scale that count as met.
  private static let nothing = 1e-6

  init(_ program: CapacityProgram, isCancelled: @escaping @Sendable () -> Bool) throws {
    self.program = program
    self.isCancelled = isCancelled
    highs = try HighsSolver(Self.relaxed(program), Self.options, isCancelled: isCancelled)
  }

  private static let options: HighsSolver.Options = {
    var options = HighsSolver.Options()
    (options.method, options.pricing) = (.simplex, .devex)
    options.presolve = false
    return options
  }()

  /// The linear program in which demand may stay unmet and modules need not be whole.
  private static func relaxed(_ program: CapacityProgram) -> LinearProgram {
    var linear = program.program.withoutWholeColumns()
    for (demand, columns) in program.demandColumns.enumerated() where columns.unmet >= 0 {
      let unit = program.scale.pair[Int(program.model.network.demands.pair[demand])]
      for (at, asked) in columns.asked.enumerated() {
        // More than is asked for cannot stay unmet: that would bring material from nowhere.
        linear.setColumn(
          Int(columns.unmet) + at, lower: 0,
          upper: program.owedRow[demand] >= 0 ? .infinity : asked / unit)
      }
    }
    for column in program.openingColumn where column >= 0 {
      linear.setColumn(Int(column), lower: 0, upper: 1)
    }
    linear.setCosts(Array(repeating: 0, count: linear.columnCount))
    return linear
  }

  mutating func find() throws -> Conflict {
    let all = shortageColumns()
    guard let shortages = try shortages(all) else { return try withoutPlan() }
    guard let worst = try narrowed(shortages, all) else {
      // The linear program serves everything; only wholeness is left.
      return Conflict(isByWholeModules: true)
    }
    var conflict = Conflict(demands: worst.map { (demand: $0.demand, period: $0.period) })
    conflict.asked = worst.reduce(0) { $0 + $1.asked }
    let unmet = try shortage(of: worst)
    conflict.reachable = conflict.asked - unmet.units
    conflict.limits = try filtered { (try $0.shortage(of: worst).scaled) > Self.nothing }
    return conflict
  }

  // MARK: Demands

  private struct Shortage {
    let demand: Int
    let period: Int
    let column: Int32
    let unit: Double
    let asked: Double
  }

  private func shortageColumns() -> [Shortage] {
    var all: [Shortage] = []
    for (demand, columns) in program.demandColumns.enumerated() where columns.unmet >= 0 {
      let unit = program.scale.pair[Int(program.model.network.demands.pair[demand])]
      for (at, asked) in columns.asked.enumerated() {
        // With backlog only what is owed in the end must be nothing.
        let isLast = at == columns.asked.count - 1
        guard program.model.request.backlog ? isLast : asked > 0 else { continue }
        let due = program.model.request.backlog ? columns.asked.reduce(0, +) : asked
        all.append(
          Shortage(
            demand: demand, period: columns.first + at, column: columns.unmet + Int32(at),
            unit: unit, asked: due))
      }
    }
    return all.sorted { ($0.period, $0.demand) < ($1.period, $1.demand) }
  }

  /// Those that stay unmet when all together are to be met as far as can be; nil where the chain
  /// cannot be run at all.
  private mutating func shortages(_ all: [Shortage]) throws -> [Shortage]? {
    highs.setCosts(all.map(\.column), all.map { _ in 1 })
    guard try isSolved() else { return nil }
    let values = highs.solution().columnValues
    highs.setCosts(all.map(\.column), all.map { _ in 0 })
    return all.filter { values[Int($0.column)] > Self.nothing }
  }

  /// The first demand and period that cannot be met even alone; else the least set of demands found.
  private mutating func narrowed(_ shortages: [Shortage], _ all: [Shortage]) throws -> [Shortage]? {
    guard !shortages.isEmpty else { return nil }
    for one in shortages.prefix(60) where try shortage(of: [one]).scaled > Self.nothing {
      return [one]
    }
    // Several contradict one another: leave out what the shortage does not need.
    var kept = all
    for chunk in [64, 16, 4, 1] {
      var at = 0
      while at < kept.count {
        var fewer = kept
        fewer.removeSubrange(at..<min(kept.count, at + chunk))
        if !fewer.isEmpty, try shortage(of: fewer).scaled > Self.nothing {
          kept = fewer
        } else {
          at += chunk
        }
        if kept.count > 400 && at > 4 * chunk { break }
      }
    }
    return kept
  }

  /// What stays unmet of some demands at least, whatever becomes of the others.
  private mutating func shortage(of some: [Shortage]) throws -> (scaled: Double, units: Double) {
    let columns = some.map(\.column)
    highs.setCosts(columns, columns.map { _ in 1 })
    defer { highs.setCosts(columns, columns.map { _ in 0 }) }
    guard try isSolved() else { return (.infinity, .infinity) }
    let values = highs.solution().columnValues
    return some.reduce(into: (0, 0)) { sum, one in
      sum.0 += values[Int(one.column)]
      sum.1 += values[Int(one.column)] * one.unit
    }
  }

  private mutating func isSolved() throws -> Bool {
    switch highs.solve() {
    case .optimal: return true
    case .infeasible, .infeasibleOrUnbounded: return false
    case .cancelled: throw PlanningError.cancelled
    case let status: throw PlanningError.unsolved(status)
    }
  }

  // MARK: Limits

  /// The chain cannot be run even when nothing must be delivered: stocks that must not be kept.
  private mutating func withoutPlan() throws -> Conflict {
    var conflict = Conflict()
    conflict.limits = try filtered { !(try $0.isSolved()) }
    return conflict
  }

  /// Lifts whatever the contradiction does not need.
  private mutating func filtered(_ persists: (inout Self) throws -> Bool) throws
    -> [(requirement: Requirement, periods: ClosedRange<Int>)]
  {
    var kept = program.requirements()
    // Many at once first; each step halves the piece tried.
    var chunk = max(1, kept.count / 2)
    while true {
      var at = 0
      while at < kept.count {
        if isCancelled() { throw PlanningError.cancelled }
        let piece = kept[at..<min(kept.count, at + chunk)]
        lift(piece)
        if try persists(&self) {
          kept.removeSubrange(piece.indices)
        } else {
          restore(piece)
          at += chunk
        }
      }
      if chunk == 1 { break }
      chunk = max(1, chunk / 4)
    }
    return try kept.map { ($0, try bindingPeriods($0, persists)) }
  }

  /// The first and last period in which a limit is needed for the contradiction.
  private mutating func bindingPeriods(
    _ requirement: Requirement, _ persists: (inout Self) throws -> Bool
  ) throws -> ClosedRange<Int> {
    let periods = (requirement.rows.map(\.period) + requirement.columns.map(\.period))
    var (low, high) = (periods.min() ?? 0, periods.max() ?? 0)
    func part(_ range: ClosedRange<Int>) -> Requirement {
      var part = requirement
      part.rows = part.rows.filter { range.contains($0.period) }
      part.columns = part.columns.filter { range.contains($0.period) }
      return part
    }
    while low < high {
      let before = part(low...low)
      lift([before])
      guard try persists(&self) else {
        restore([before])
        break
      }
      low += 1
    }
    while high > low {
      let after = part(high...high)
      lift([after])
      guard try persists(&self) else {
        restore([after])
        break
      }
      high -= 1
    }
    return low...high
  }

  private mutating func lift(_ some: ArraySlice<Requirement>) {
    set(some, isLifted: true)
  }

  private mutating func lift(_ some: [Requirement]) { set(some[...], isLifted: true) }
  private mutating func restore(_ some: [Requirement]) { set(some[...], isLifted: false) }
  private mutating func restore(_ some: ArraySlice<Requirement>) { set(some, isLifted: false) }

  private mutating func set(_ some: ArraySlice<Requirement>, isLifted: Bool) {
    let rows = some.flatMap { $0.rows.map(\.row) }.sorted()
    let columns = some.flatMap { $0.columns.map(\.column) }.sorted()
    let linear = program.program
    highs.setRows(
      rows.map(Int32.init), lower: rows.map { linear.rowLower[$0] },
      upper: rows.map { isLifted ? .infinity : linear.rowUpper[$0] })
    highs.setColumns(
      columns.map(Int32.init), lower: columns.map { linear.columnLower[$0] },
      upper: columns.map { isLifted ? .infinity : linear.columnUpper[$0] })
  }
}
