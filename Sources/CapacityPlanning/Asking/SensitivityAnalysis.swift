// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// What the uncertain figures of a chain do to its plan.
///
/// Every sample draws all of them at once from triangular distributions, compiles and solves anew.
/// Which figures move the result most is found in two steps: the multipliers of the plan say what the
/// low and the high end of each would do to first order, and the samples what goes with the result;
/// those that stand out are taken to both ends and re-solved, and the three with the widest swing are
/// named. Samples are independent of one another and of the number of
/// tasks: each has a generator of its own made from the seed and its number.
struct SensitivityAnalysis: Sendable {
  let chain: ValueChain
  let request: PlanRequest
  let figures: [UncertainFigure]
  let isCancelled: @Sendable () -> Bool

  /// How many figures are re-solved at both ends: by multipliers, and by correlation.
  private static let candidates = (byMultiplier: 12, byCorrelation: 4)
  static let named = 3

  init(
    _ chain: ValueChain, _ request: PlanRequest, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.chain = chain
    self.request = request
    self.isCancelled = isCancelled
    figures = chain.uncertainFigures()
  }

  /// One draw: where in its distribution each figure lies, and the objective, nil where infeasible.
  struct Sample: Sendable {
    let shares: [Double]
    let objective: Double?
  }

  func sample(_ number: Int) throws -> Sample {
    var random = SampleGenerator(seed: request.seed, number: number)
    let shares = figures.map { _ in random.share() }
    let drawn = chain.setting(zip(figures, shares).map { ($0, $0.value(at: $1)) })
    return Sample(shares: shares, objective: try objective(of: drawn))
  }

  /// The objective with one figure elsewhere; nil where there is no plan.
  func objective(_ figure: Int, at value: Double) throws -> Double? {
    try objective(of: chain.setting([(figures[figure], value)]))
  }

  private func objective(of chain: ValueChain) throws -> Double? {
    let program = CapacityProgram(PlanningModel(FlowNetwork(chain), request))
    var solver = try ProgramSolver(program, needsBasis: false, isCancelled: isCancelled)
    guard case .solved(let solution, _) = try solver.solve() else { return nil }
    return program.objectiveValue(solution, solver.primary)
  }

  /// What the ends of a figure would do by the multipliers of the plan, the larger of both; infinity
  /// where they say nothing.
  func firstOrder(_ figure: Int, _ optimum: CapacityValuing) -> Double {
    let base = FirstOrderChange(optimum.linear, optimum.solution)
    let uncertain = figures[figure]
    return [uncertain.low, uncertain.high].map { end in
      let network = FlowNetwork(chain.setting([(uncertain, end)]))
      let program = CapacityProgram(
        PlanningModel(network, request), scale: optimum.program.scale)
      var linear = program.program.withoutWholeColumns()
      let objective = program.primary()
      let scale = optimum.program.primary().scale / objective.scale
      linear.setCosts(objective.costs.map { $0 * scale })
      return base.change(to: linear).map(abs) ?? .infinity
    }.max() ?? 0
  }

  /// The figures worth re-solving, the most telling first.
  func candidates(_ firstOrder: [Double], _ correlations: [Double]) -> [Int] {
    func top(_ count: Int, _ weight: [Double]) -> ArraySlice<Int> {
      weight.indices.filter { weight[$0] > 0 }.sorted {
        (-weight[$0], $0) < (-weight[$1], $1)
      }.prefix(count)
    }
    let byMultiplier = top(Self.candidates.byMultiplier, firstOrder)
    let others = top(
      Self.candidates.byMultiplier + Self.candidates.byCorrelation, correlations.map(abs)
    ).filter { !byMultiplier.contains($0) }
    return Array(byMultiplier) + others.prefix(Self.candidates.byCorrelation)
  }

  func driver(_ figure: Int, _ correlation: Double) throws -> PlanSensitivity.Driver {
    let uncertain = figures[figure]
    return PlanSensitivity.Driver(
      table: uncertain.table.rawValue, key: chain[uncertain.table].key(uncertain.row),
      column: uncertain.column.rawValue, low: uncertain.low, likely: uncertain.likely,
      high: uncertain.high, atLow: try objective(figure, at: uncertain.low),
      atHigh: try objective(figure, at: uncertain.high), correlation: correlation)
  }

  // MARK: Reading the samples

  /// - Parameter best: the objective of the plan with every figure as the chain states it.
  func result(_ samples: [Sample], _ drivers: [PlanSensitivity.Driver], _ best: Double)
    -> PlanSensitivity
  {
    let objectives = samples.compactMap(\.objective)
    let sorted = objectives.sorted()
    func swing(_ driver: PlanSensitivity.Driver) -> Double {
      // Without a plan at one end nothing moves the result more.
      guard let low = driver.atLow, let high = driver.atHigh else { return .infinity }
      return max(abs(high - low), abs(high - best), abs(low - best))
    }
    let ranked = drivers.enumerated().sorted {
      (-swing($0.element), $0.offset) < (-swing($1.element), $1.offset)
    }.map(\.element).filter { swing($0) > abs(best) * 1e-9 }
    return PlanSensitivity(
      samples: samples.count, seed: request.seed, infeasible: samples.count - objectives.count,
      quantiles: sorted.isEmpty
        ? []
        : [0.05, 0.25, 0.5, 0.75, 0.95].map { ($0, Self.quantile($0, of: sorted)) },
      mean: objectives.isEmpty
        ? .nan : objectives.reduce(0, +) / Double(objectives.count),
      objectives: objectives, uncertainFigures: figures.count,
      drivers: Array(ranked.prefix(Self.named)))
  }

  /// Rank correlation (Spearman) of each figure with the objective over the samples with a plan.
  func correlations(_ samples: [Sample]) -> [Double] {
    let solved = samples.filter { $0.objective != nil }
    guard solved.count > 2 else { return figures.map { _ in 0 } }
    let objective = Self.ranks(solved.map { $0.objective ?? 0 })
    return figures.indices.map { figure in
      Self.correlation(Self.ranks(solved.map { $0.shares[figure] }), objective)
    }
  }

  /// Ranks, the mean rank for equal values.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = Array(repeating: 0.0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count && values[order[last + 1]] == values[order[first]] { last += 1 }
      for at in first...last { ranks[order[at]] = Double(first + last) / 2 }
      first = last + 1
    }
    return ranks
  }

  static func correlation(_ first: [Double], _ second: [Double]) -> Double {
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var (products, squares) = (0.0, (0.0, 0.0))
    for (a, b) in zip(first, second) {
      products += (a - means.0) * (b - means.1)
      squares.0 += (a - means.0) * (a - means.0)
      squares.1 += (b - means.1) * (b - means.1)
    }
    let size = (squares.0 * squares.1).squareRoot()
    return size > 0 ? products / size : 0
  }

  /// The value that a share of sorted values does not exceed, between neighbours in proportion.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// Numbers of one sample (SplitMix64), the same on every machine.
private struct SampleGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state =
      seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: Int64(number)) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0…1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}
