// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms

/// Something a program is solved for: always to be minimised, scaled so that the largest
/// coefficient is about a thousand.
struct Objective: Sendable {
  let costs: [Double]
  /// Objective values of the solver, divided by this, are in the unit asked for.
  let scale: Double

  init(_ costs: [Double]) {
    let largest = costs.lazy.map(abs).max() ?? 0
    scale = ProgramScale.power(largest > 0 ? 1024 / largest : 1)
    let factor = scale
    self.costs = costs.map { $0 * factor }
  }
}

extension CapacityProgram {
  /// What the request asks for first.
  func primary() -> Objective {
    switch model.request.goal {
    case .leastCost: leastCost()
    case .mostOutput: output()
    case .sustainedRate: rate()
    }
  }

  /// The cost of section 4, with the value of what is not delivered.
  func leastCost() -> Objective { Objective(program.cost) }

  /// The cost without the value of what is not delivered.
  func spending() -> Objective {
    var costs = program.cost
    for columns in demandColumns where columns.unmet >= 0 {
      for at in columns.asked.indices { costs[Int(columns.unmet) + at] = 0 }
    }
    return Objective(costs)
  }

  /// The value of what is delivered, negative. A unit counts as one where no demand has a value.
  func output() -> Objective {
    var costs = Array(repeating: 0.0, count: program.columnCount)
    for (demand, columns) in demandColumns.enumerated() where !columns.asked.isEmpty {
      let value = unitValue(demand) * scale.pair[Int(model.network.demands.pair[demand])]
      if columns.delivered >= 0 {
        for at in columns.asked.indices { costs[Int(columns.delivered) + at] = -value }
      } else {
        for at in columns.asked.indices { costs[Int(columns.unmet) + at] = value }
      }
    }
    return Objective(costs)
  }

  /// The value of what is asked for at a stated rate and not delivered, or delivered late; demands
  /// without a rate miss nothing.
  func shortfall() -> Objective {
    var costs = Array(repeating: 0.0, count: program.columnCount)
    for (demand, columns) in demandColumns.enumerated() where columns.unmet >= 0 {
      let value = unitValue(demand) * scale.pair[Int(model.network.demands.pair[demand])]
      for at in columns.asked.indices { costs[Int(columns.unmet) + at] = value }
    }
    return Objective(costs)
  }

  /// What a delivered unit counts when output is asked for.
  func unitValue(_ demand: Int) -> Double {
    hasValues ? model.network.demands.valuePerUnit[demand] : 1
  }

  var hasValues: Bool { model.network.demands.valuePerUnit.contains { $0 > 0 } }

  /// The factor on the rates to be sustained, negative.
  func rate() -> Objective {
    var costs = Array(repeating: 0.0, count: program.columnCount)
    costs[rateColumn] = -1
    return Objective(costs)
  }
}

extension CapacityProgram {
  /// The objective as people state it: cost, value delivered, or the factor of the rate.
  func objectiveValue(_ solution: Solution, _ objective: Objective) -> Double {
    switch model.request.goal {
    case .leastCost: return solution.objective / objective.scale
    case .mostOutput: return deliveredValue(solution.columnValues)
    case .sustainedRate: return solution.columnValues[rateColumn]
    }
  }

  /// The value of all that is asked for at a stated rate.
  var askedValue: Double {
    demandColumns.indices.reduce(0) { sum, demand in
      let asked = demandColumns[demand].asked.reduce(0, +)
      return asked.isFinite ? sum + asked * unitValue(demand) : sum
    }
  }

  /// The value of all that is delivered.
  func deliveredValue(_ values: [Double]) -> Double {
    var value = 0.0
    for (demand, columns) in demandColumns.enumerated() where !columns.asked.isEmpty {
      let unit = scale.pair[Int(model.network.demands.pair[demand])]
      let delivered = columns.asked.indices.reduce(0.0) { sum, at in
        columns.delivered >= 0
          ? sum + values[Int(columns.delivered) + at] * unit
          : sum + columns.asked[at] - values[Int(columns.unmet) + at] * unit
      }
      value += delivered * unitValue(demand)
    }
    return value
  }
}
