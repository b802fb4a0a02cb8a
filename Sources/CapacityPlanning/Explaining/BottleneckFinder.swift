// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// Finds what holds a plan back, the most effective first.
///
/// Multipliers only rank: at a degenerate optimum they are one choice of many. What is named gets its
/// value from both sides.
struct BottleneckFinder: Sendable {
  let program: CapacityProgram
  let valuing: CapacityValuing
  let measure: Bottleneck.Measure

  /// How many limits are named at most.
  private static let most = 12
  private static let mostStocks = 3

  /// A limit that binds in consecutive periods.
  private struct Stretch {
    let limits: [CapacityLimit]
    /// Of all its periods, what a unit a day more would bring by the multipliers.
    let weight: Double
    /// Where one unit weighs most.
    let peak: CapacityLimit
  }

  func bottlenecks(isCancelled: @escaping @Sendable () -> Bool) throws -> [Bottleneck] {
    let stretches = stretches()
    var seen: Set<String> = []
    var stocks = 0
    // One stretch an element: the heaviest. Stocks are many and alike; a few tell enough.
    let chosen = stretches.filter { stretch in
      guard seen.insert("\(stretch.peak.kind):\(stretch.peak.id)").inserted else { return false }
      if stretch.peak.kind == .stock { stocks += 1 }
      return stretch.peak.kind != .stock || stocks <= Self.mostStocks
    }.prefix(Self.most)
    var found: [Bottleneck] = []
    let text = BottleneckText(program, measure, valuing.solution.columnValues)
    for stretch in chosen {
      let values = try valuing.values(of: [stretch.peak], isCancelled: isCancelled)
      guard let value = values.first else { continue }
      let periods = stretch.limits[0].period...stretch.limits[stretch.limits.count - 1].period
      found.append(text.bottleneck(value, stretch.peak, periods))
    }
    return found
  }

  private func stretches() -> [Stretch] {
    var stretches: [Stretch] = []
    var open: [(limit: CapacityLimit, weight: Double)] = []
    func close() {
      guard let peak = open.max(by: { $0.weight < $1.weight }) else { return }
      stretches.append(
        Stretch(
          limits: open.map(\.limit), weight: open.reduce(0) { $0 + $1.weight }, peak: peak.limit))
      open = []
    }
    for limit in program.limits() {
      let weight = abs(multiplier(limit) * limit.step)
      if let last = open.last?.limit,
        last.kind != limit.kind || last.id != limit.id || last.period + 1 != limit.period
          || weight == 0
      {
        close()
      }
      if weight > 0, isWorthNaming(limit) { open.append((limit, weight * worth(limit))) }
    }
    close()
    return stretches.sorted { first, second in
      first.weight != second.weight
        ? first.weight > second.weight
        : (first.peak.kind.rawValue, first.peak.id) < (second.peak.kind.rawValue, second.peak.id)
    }
  }

  /// Stock that is not there and was never there is no limit a reader would look for.
  private func isWorthNaming(_ limit: CapacityLimit) -> Bool {
    limit.kind != .stock || program.model.openingStock[limit.id] > 0
  }

  /// A tenth more of what there is, so that a limit of kilograms and one of pieces compare.
  private func worth(_ limit: CapacityLimit) -> Double {
    let bound: Double
    switch limit.bound {
    case .rowUpper(let row): bound = program.program.rowUpper[row]
    case .columnUpper(let column): bound = program.program.columnUpper[column]
    case .rowBoth: return 0.1 * program.model.openingStock[limit.id]
    default: return 1
    }
    let used = max(bound, activity(limit))
    return 0.1 * max(used / abs(limit.step), 1e-9)
  }

  /// What uses a limit, also where modules give it.
  private func activity(_ limit: CapacityLimit) -> Double {
    switch limit.kind {
    case .line: valuing.solution.columnValues[program.line(limit.id, limit.period)]
    case .supply:
      program.supply(limit.id, limit.period).map { valuing.solution.columnValues[$0] } ?? 0
    default: 0
    }
  }

  private func multiplier(_ limit: CapacityLimit) -> Double {
    let value: Double
    switch limit.bound {
    case .rowUpper(let row), .rowLower(let row), .rowBoth(let row):
      value = valuing.solution.rowDuals[row]
    case .columnUpper(let column):
      // A reduced cost belongs to the upper bound only where the column stands there.
      let isAtUpper =
        valuing.solution.columnValues[column]
        >= valuing.linear.columnUpper[column] - TangentProgram.tightness
      value = isAtUpper ? min(0, valuing.solution.columnDuals[column]) : 0
    case .columnLower(let column): value = valuing.solution.columnDuals[column]
    }
    return abs(value) < 1e-7 ? 0 : value
  }
}
