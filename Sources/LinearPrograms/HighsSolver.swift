// SPDX-License-Identifier: Apache-2.0
import CHighs

/// One HiGHS instance with one program in it.
///
/// The only place that meets HiGHS's C interface (version 1.15). Arrays cross the border whole. A
/// solver is owned by one task at a time; several may run side by side, each single-threaded, and
/// the same sequence of calls gives the same bits on every run.
@safe public struct HighsSolver: ~Copyable {
  /// A defect of ours or of the solver: a program it refuses, or an option it does not know.
  public struct SolverError: Error, CustomStringConvertible {
    public let description: String
  }

  /// Created in `init`, destroyed once in `deinit`, never handed out.
  private let highs: UnsafeMutableRawPointer
  private let watch: Watch
  private var columnCount: Int
  private var rowCount: Int
  private var hasWholeColumns: Bool
  /// Solves that ended without a verdict and were repeated from scratch.
  public private(set) var coldRestarts = 0

  public init(
    _ program: LinearProgram, _ options: Options = Options(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    log: (@Sendable (String) -> Void)? = nil
  ) throws(SolverError) {
    let watch = Watch(isCancelled: isCancelled, log: log)
    let highs = unsafe try Self.prepared(program, options, watch)
    unsafe self.highs = highs
    self.watch = watch
    columnCount = program.columnCount
    rowCount = program.rowCount
    hasWholeColumns = program.isWhole.contains(true)
  }

  deinit { unsafe Highs_destroy(highs) }

  // MARK: Setting up

  /// An instance with options, program and callbacks in place; destroyed again if HiGHS refuses.
  private static func prepared(_ program: LinearProgram, _ options: Options, _ watch: Watch)
    throws(SolverError) -> UnsafeMutableRawPointer
  {
    guard let highs = unsafe Highs_create() else {
      throw SolverError(description: "HiGHS gave no instance")
    }
    let accepted =
      unsafe set(options, hasLog: watch.log != nil, highs) && pass(program, highs)
    guard accepted else {
      unsafe Highs_destroy(highs)
      throw SolverError(description: "HiGHS refused the program or an option")
    }
    unsafe startCallbacks(watch, highs)
    return unsafe highs
  }

  private static func pass(_ program: LinearProgram, _ highs: UnsafeMutableRawPointer) -> Bool {
    let sense = program.sense == .minimise ? kHighsObjSenseMinimize : kHighsObjSenseMaximize
    let (columns, rows) = (Int32(program.columnCount), Int32(program.rowCount))
    let entries = Int32(program.entryCount)
    let status: Int32
    if program.isWhole.contains(true) {
      let kinds = program.isWhole.map { $0 ? kHighsVarTypeInteger : kHighsVarTypeContinuous }
      status = unsafe Highs_passMip(
        highs, columns, rows, entries, kHighsMatrixFormatColwise, sense, 0, program.cost,
        program.columnLower, program.columnUpper, program.rowLower, program.rowUpper,
        program.starts, program.rowIndices, program.values, kinds)
    } else {
      status = unsafe Highs_passLp(
        highs, columns, rows, entries, kHighsMatrixFormatColwise, sense, 0, program.cost,
        program.columnLower, program.columnUpper, program.rowLower, program.rowUpper,
        program.starts, program.rowIndices, program.values)
    }
    return status != kHighsStatusError
  }

  /// HiGHS asks between iterations whether to stop, and hands over its log lines.
  private static func startCallbacks(_ watch: Watch, _ highs: UnsafeMutableRawPointer) {
    let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
    unsafe Highs_setCallback(
      highs,
      { kind, message, _, input, context in
        guard let context = unsafe context else { return }
        // The solver owns the watch for as long as HiGHS can call back.
        let watch = unsafe Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
        if kind == kHighsCallbackLogging {
          if let message = unsafe message { watch.log?(unsafe String(cString: message)) }
        } else if watch.isCancelled() {
          unsafe input?.pointee.user_interrupt = 1
        }
      }, context)
    for kind in [
      kHighsCallbackSimplexInterrupt, kHighsCallbackIpmInterrupt, kHighsCallbackMipInterrupt,
    ] {
      unsafe Highs_startCallback(highs, kind)
    }
    if watch.log != nil { unsafe Highs_startCallback(highs, kHighsCallbackLogging) }
  }

  // MARK: Changing

  /// Changes bounds of columns; the next solve starts from the last basis.
  public mutating func setColumns(_ columns: [Int32], lower: [Double], upper: [Double]) {
    precondition(columns.count == lower.count && columns.count == upper.count)
    precondition(columns.allSatisfy { $0 >= 0 && $0 < columnCount })
    let sorted = Self.sorted(columns, lower, upper)
    must(
      unsafe Highs_changeColsBoundsBySet(
        highs, Int32(sorted.indices.count), sorted.indices, sorted.first, sorted.second))
  }

  /// Changes bounds of rows; the next solve starts from the last basis.
  public mutating func setRows(_ rows: [Int32], lower: [Double], upper: [Double]) {
    precondition(rows.count == lower.count && rows.count == upper.count)
    precondition(rows.allSatisfy { $0 >= 0 && $0 < rowCount })
    let sorted = Self.sorted(rows, lower, upper)
    must(
      unsafe Highs_changeRowsBoundsBySet(
        highs, Int32(sorted.indices.count), sorted.indices, sorted.first, sorted.second))
  }

  public mutating func setCosts(_ columns: [Int32], _ costs: [Double]) {
    precondition(columns.count == costs.count)
    precondition(columns.allSatisfy { $0 >= 0 && $0 < columnCount })
    let sorted = Self.sorted(columns, costs, costs)
    must(
      unsafe Highs_changeColsCostBySet(
        highs, Int32(sorted.indices.count), sorted.indices, sorted.first))
  }

  public mutating func setEntry(row: Int, column: Int, _ value: Double) {
    precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount)
    precondition(value.isFinite)
    must(unsafe Highs_changeCoeff(highs, Int32(row), Int32(column), value))
  }

  public mutating func setSense(_ sense: LinearProgram.Sense) {
    must(
      unsafe Highs_changeObjectiveSense(
        highs, sense == .minimise ? kHighsObjSenseMinimize : kHighsObjSenseMaximize))
  }

  /// HiGHS takes sets of indices in ascending order.
  private static func sorted(_ indices: [Int32], _ first: [Double], _ second: [Double])
    -> (indices: [Int32], first: [Double], second: [Double])
  {
    if zip(indices, indices.dropFirst()).allSatisfy(<) { return (indices, first, second) }
    let order = indices.indices.sorted { indices[$0] < indices[$1] }
    return (order.map { indices[$0] }, order.map { first[$0] }, order.map { second[$0] })
  }

  private func must(_ status: Int32) {
    precondition(status != kHighsStatusError, "A change of a program that was passed is accepted")
  }

  // MARK: Solving

  /// Solves from the last basis, if there is one.
  ///
  /// HiGHS at times ends a degenerate program with the status "unknown"; it is then solved once more
  /// from scratch before ``SolveStatus/undecided`` is reported.
  public mutating func solve() -> SolveStatus {
    let status = runOnce()
    guard status == .undecided else { return status }
    coldRestarts += 1
    must(unsafe Highs_clearSolver(highs))
    return runOnce()
  }

  private func runOnce() -> SolveStatus {
    _ = unsafe Highs_zeroAllClocks(highs)
    let call = unsafe Highs_run(highs)
    let status = unsafe Highs_getModelStatus(highs)
    switch status {
    case kHighsModelStatusOptimal, kHighsModelStatusModelEmpty: return .optimal
    case kHighsModelStatusInfeasible: return .infeasible
    case kHighsModelStatusUnbounded: return .unbounded
    case kHighsModelStatusUnboundedOrInfeasible: return .infeasibleOrUnbounded
    case kHighsModelStatusTimeLimit: return .timeLimit
    case kHighsModelStatusIterationLimit, kHighsModelStatusSolutionLimit: return .iterationLimit
    case kHighsModelStatusInterrupt: return .cancelled
    default:
      return call == kHighsStatusError && watch.isCancelled() ? .cancelled : .undecided
    }
  }

  // MARK: Results

  /// Simplex iterations of the last solve, those of its crossover not counted.
  public var simplexIterations: Int {
    var count: Int32 = 0
    _ = unsafe Highs_getIntInfoValue(highs, "simplex_iteration_count", &count)
    return Int(count)
  }

  public var objective: Double { unsafe Highs_getObjectiveValue(highs) }

  /// Whether the last solve left values that fulfil every row and bound.
  public var hasPlan: Bool {
    var status: Int32 = 0
    _ = unsafe Highs_getIntInfoValue(highs, "primal_solution_status", &status)
    return status == kHighsSolutionStatusFeasible
  }

  /// The whole solution of the last solve that ended with values.
  public func solution() -> Solution {
    var columnValues = Array(repeating: 0.0, count: columnCount)
    var columnDuals = columnValues
    var rowValues = Array(repeating: 0.0, count: rowCount)
    var rowDuals = rowValues
    _ = unsafe Highs_getSolution(highs, &columnValues, &columnDuals, &rowValues, &rowDuals)
    var gap = 0.0
    if hasWholeColumns { _ = unsafe Highs_getDoubleInfoValue(highs, "mip_gap", &gap) }
    return Solution(
      objective: objective, columnValues: columnValues, rowValues: rowValues,
      columnDuals: hasWholeColumns ? [] : columnDuals, rowDuals: hasWholeColumns ? [] : rowDuals,
      gap: gap)
  }

  public func basis() -> Basis {
    var columns = Array(repeating: Int32(0), count: columnCount)
    var rows = Array(repeating: Int32(0), count: rowCount)
    _ = unsafe Highs_getBasis(highs, &columns, &rows)
    return Basis(columns: columns, rows: rows)
  }

  /// What a column of the basis matrix stands for.
  enum BasicVariable {
    case column(Int)
    /// The negative activity of a row, with a unit vector as its column.
    case row(Int)
  }

  /// The columns of the basis matrix in their order; nil where the last solve left none.
  func basicVariables() -> [BasicVariable]? {
    var variables = Array(repeating: Int32(0), count: rowCount)
    let status = unsafe Highs_getBasicVariables(highs, &variables)
    guard status == kHighsStatusOk else { return nil }
    return variables.map { $0 < 0 ? .row(-1 - Int($0)) : .column(Int($0)) }
  }

  /// Solves `B x = rightSide` with the basis matrix; what is not named is 0.
  func basisSolve(_ rightSide: [Double]) -> [(position: Int, value: Double)] {
    precondition(rightSide.count == rowCount)
    var solution = Array(repeating: 0.0, count: rowCount)
    let status = unsafe Highs_getBasisSolve(highs, rightSide, &solution, nil, nil)
    precondition(status != kHighsStatusError, "A basis matrix at hand can be solved with")
    return solution.enumerated().filter { $0.element != 0 }.map { ($0.offset, $0.element) }
  }

  /// Makes the next solve start from a basis of the same program, forgetting the last one.
  public mutating func start(from basis: Basis) {
    precondition(basis.columns.count == columnCount && basis.rows.count == rowCount)
    must(unsafe Highs_setBasis(highs, basis.columns, basis.rows))
  }

  /// Gives the next solve of a program with whole columns a plan to start from: values of some
  /// columns, best of all the whole ones. HiGHS finds the rest, or ignores them where there is none.
  public mutating func suggest(_ columns: [Int32], _ values: [Double]) {
    precondition(columns.count == values.count)
    precondition(columns.allSatisfy { $0 >= 0 && $0 < columnCount })
    must(unsafe Highs_setSparseSolution(highs, Int32(columns.count), columns, values))
  }
}

/// What HiGHS's callbacks reach back to.
private final class Watch: Sendable {
  let isCancelled: @Sendable () -> Bool
  let log: (@Sendable (String) -> Void)?

  init(isCancelled: @escaping @Sendable () -> Bool, log: (@Sendable (String) -> Void)?) {
    self.isCancelled = isCancelled
    self.log = log
  }
}
