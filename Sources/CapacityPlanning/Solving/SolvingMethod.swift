// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms

/// How a capacity program is solved; measured in Documentation/Decisions/0011.
struct SolvingMethod: Sendable, Equatable {
  enum Solver: Sendable {
    /// Dual simplex.
    case simplex
    /// Interior point, with crossover where a basis is needed.
    case interiorPoint
    /// Branch and bound.
    case branching
  }

  let solver: Solver
  /// Whether options of no use are left out first, see ``OptionSifting``.
  let sifts: Bool

  /// Fewer options than this are not worth a second program.
  private static let fewestOptions = 100
  /// Sources a pair, on average, from which on a network is flat: simplex goes round in it.
  private static let flatness = 2.0

  /// - Parameter isWarm: whether there is a basis to start from.
  init(_ program: CapacityProgram, isWarm: Bool) {
    let request = program.model.request
    let isFlat = program.model.sourcesPerPair >= Self.flatness
    if program.program.isWhole.contains(true) {
      (solver, sifts) = (.branching, false)
      return
    }
    solver =
      switch request.method {
      case .simplex: .simplex
      case .interiorPoint: .interiorPoint
      case .automatic: isFlat && !isWarm ? .interiorPoint : .simplex
      }
    sifts =
      switch request.sifting {
      case .always: true
      case .never: false
      case .automatic:
        request.method == .automatic && !isWarm
          && program.siftableOptions().count >= Self.fewestOptions
      }
  }

  /// For a program solved from scratch.
  var options: HighsSolver.Options {
    var options = HighsSolver.Options()
    switch solver {
    case .simplex: (options.method, options.pricing) = (.simplex, .devex)
    case .interiorPoint: (options.method, options.boundScale) = (.interiorPoint, 10)
    case .branching: options.method = .automatic
    }
    return options
  }
}

extension PlanningModel {
  /// How many lines, links and supplies bring a material to where any brings it, on average.
  var sourcesPerPair: Double {
    var count = Array(repeating: 0, count: network.pairs.count)
    let lines = network.lines
    for entry in lines.recipePair.indices where lines.recipeQuantity[entry] > 0 {
      count[Int(lines.recipePair[entry])] += 1
    }
    for pair in network.arcs.to { count[Int(pair)] += 1 }
    for pair in network.supplies.pair where pair >= 0 { count[Int(pair)] += 1 }
    return Double(count.reduce(0, +)) / Double(max(1, count.count { $0 > 0 }))
  }
}

extension CapacityProgram {
  /// Columns of options that sifting may leave out: all their modules are one column.
  func siftableOptions() -> [Int] {
    let options = model.options
    return (0..<options.count).compactMap { option in
      let isSiftable =
        moduleColumn[option] >= 0 && openingColumn[option] < 0 && !options.isTimed[option]
      return isSiftable ? Int(moduleColumn[option]) : nil
    }
  }
}
