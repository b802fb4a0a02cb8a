// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Solves a linear capacity program of which most options are of no use, by leaving those out and
/// proving afterwards that they are.
///
/// A coarse program says which options could pay. The program with only these is solved to a vertex;
/// its duals price every option left out. Where one is worth more than it costs, it joins with all
/// that nearly are, and primal simplex goes on from the same vertex. When none is left the solution
/// is optimal for the whole program, to the solver's own tolerance: a certificate, not a guess.
/// Whatever does not fit this course leaves the whole program to be solved.
struct OptionSifting {
  enum Outcome {
    /// Values, duals and basis of the whole program.
    case optimal(Solution, Basis)
    /// The best found within the limit of time; it fulfils the whole program.
    case stopped(Solution)
    case unbounded
    case cancelled
    /// The whole program has to be solved.
    case unsuited
  }

  private let shape: RestrictedProgram.Shape
  private let timeLimit: Double
  private let isCancelled: @Sendable () -> Bool
  /// By column: the options taken in so far.
  private(set) var kept: [Bool]
  /// How often options were added after the first choice.
  private(set) var additions = 0

  /// More rounds than this and the duals lead nowhere.
  private static let mostRounds = 6
  /// HiGHS's tolerance for reduced costs.
  private static let tolerance = 1e-7
  /// The share of its price that an option must be worth in the coarse program to be taken in.
  private static let firstShare = 0.8
  /// And at the duals of a solved round.
  private static let laterShare = 0.9

  /// - Parameter options: columns that may be left out, each with 0 as its lower bound.
  init(
    _ linear: LinearProgram, options: [Int], timeLimit: Double,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    shape = RestrictedProgram.Shape(linear, options: options)
    self.timeLimit = timeLimit
    self.isCancelled = isCancelled
    kept = Array(repeating: false, count: linear.columnCount)
  }

  var keptCount: Int { shape.options.count { kept[$0] } }

  // MARK: The first choice

  /// Takes in the options that a coarse program uses or nearly uses; false where it has no solution.
  mutating func choose(by coarse: CoarseProgram) throws -> Bool {
    var options = HighsSolver.Options()
    options.method = .simplex
    options.timeLimit = timeLimit
    var solver = try HighsSolver(coarse.program, options, isCancelled: isCancelled)
    guard solver.solve() == .optimal else { return false }
    let solution = solver.solution()
    let duals = coarse.rowDuals(solution)
    for option in shape.options {
      let isUsed = coarse.value(of: option, in: solution) > 1e-4
      kept[option] = isUsed || isWorth(Self.firstShare, option, duals)
    }
    return true
  }

  /// Takes in options known to be of use.
  mutating func choose(_ options: [Bool]) { kept = options }

  /// Whether an option brings at least a share of what it costs, the budget's price included.
  private func isWorth(_ share: Double, _ option: Int, _ rowDuals: [Double]) -> Bool {
    let program = shape.program
    var (price, worth) = (program.cost[option], 0.0)
    for entry in program.entries(of: option) {
      let change = program.values[entry] * rowDuals[Int(program.rowIndices[entry])]
      if change > 0 { worth += change } else { price -= change }
    }
    return worth > Self.tolerance && worth > share * price
  }

  // MARK: Rounds

  /// - Parameter first: options for the first round, which starts from scratch.
  mutating func solve(_ first: HighsSolver.Options) throws -> Outcome {
    let clock = ContinuousClock()
    let end = timeLimit.isFinite ? clock.now + .seconds(timeLimit) : nil
    var options = first
    var basis: Basis?
    for _ in 0..<Self.mostRounds {
      let restricted = RestrictedProgram(shape, keeping: kept)
      if let end { options.timeLimit = max(0.01, (end - clock.now) / .seconds(1)) }
      var solver = try HighsSolver(restricted.program, options, isCancelled: isCancelled)
      if let basis { solver.start(from: restricted.part(of: basis)) }
      switch solver.solve() {
      case .optimal: break
      // More options only add plans.
      case .unbounded: return .unbounded
      case .cancelled: return .cancelled
      case .timeLimit where solver.hasPlan:
        return .stopped(restricted.whole(solver.solution()))
      default: return .unsuited
      }
      let solution = solver.solution()
      let whole = restricted.whole(solution)
      let extended = restricted.whole(solver.basis(), solution)
      if isProven(whole) { return .optimal(whole, extended) }
      takeIn(whole)
      basis = extended
      options = .init()
      (options.method, options.presolve) = (.primalSimplex, false)
    }
    return .unsuited
  }

  private func isProven(_ solution: Solution) -> Bool {
    shape.options.allSatisfy { kept[$0] || solution.columnDuals[$0] >= -Self.tolerance }
  }

  private mutating func takeIn(_ solution: Solution) {
    additions += 1
    for option in shape.options where !kept[option] {
      kept[option] =
        solution.columnDuals[option] < -Self.tolerance
        || isWorth(Self.laterShare, option, solution.rowDuals)
    }
  }
}
