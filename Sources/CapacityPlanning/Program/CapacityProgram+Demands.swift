// SPDX-License-Identifier: Apache-2.0
import FlowNetworks

extension CapacityProgram {
  mutating func addDemands() {
    let demands = model.network.demands
    demandColumns = (0..<demands.count).map(askedFor)
    owedRow = Array(repeating: -1, count: demands.count)
    if model.request.goal == .mostOutput { outputRow = program.addRow() }
    if case .sustainedRate(let day) = model.request.goal { addSustainedRate(fromDay: day) }
    for demand in 0..<demands.count where !demandColumns[demand].asked.isEmpty {
      if isOwed(demand) {
        addOwed(demand)
      } else if isSustained || demands.perDay[demand] == .infinity {
        addDelivered(demand)
      } else {
        addUnmet(demand)
      }
    }
  }

  /// What a demand asks for, from its first period to its last; to the end where it may be owed.
  private func askedFor(_ demand: Int) -> DemandColumns {
    let demands = model.network.demands
    var columns = DemandColumns()
    guard demands.pair[demand] >= 0 else { return columns }
    let asked = (0..<periods).map { period in
      let days = model.grid.days(
        from: demands.fromDay[demand], to: demands.toDay[demand], in: period)
      return days > 0 ? demands.perDay[demand] * days : 0
    }
    guard let first = asked.firstIndex(where: { $0 > 0 }) else { return columns }
    let last = isOwed(demand) ? periods - 1 : asked.lastIndex { $0 > 0 } ?? first
    columns.first = first
    columns.asked = Array(asked[first...last])
    return columns
  }

  private func isOwed(_ demand: Int) -> Bool {
    model.request.backlog && !isSustained && model.network.demands.perDay[demand].isFinite
  }

  private var isSustained: Bool {
    if case .sustainedRate = model.request.goal { return true }
    return false
  }

  /// Unmet demand of each period; what is delivered is the rest.
  private mutating func addUnmet(_ demand: Int) {
    let columns = demandColumns[demand]
    let pair = Int(model.network.demands.pair[demand])
    let units = scale.pair[pair]
    let cost = model.network.demands.valuePerUnit[demand] * units
    demandColumns[demand].unmet = Int32(program.columnCount)
    for (at, asked) in columns.asked.enumerated() {
      let period = columns.first + at
      addToBalance(pair, period, asked)
      program.addColumn(cost: cost, upper: model.request.requireDemand ? 0 : asked / units)
      program.addEntry(row: balance(pair, period), 1)
      addToOutput(demand, -1)
    }
  }

  /// An entry of the column begun last in the row of the value delivered.
  private mutating func addToOutput(_ demand: Int, _ sign: Double) {
    guard outputRow >= 0 else { return }
    let pair = Int(model.network.demands.pair[demand])
    program.addEntry(row: outputRow, sign * unitValue(demand) * scale.pair[pair] / scale.output)
  }

  /// Deliveries without a limit. They earn nothing: a least-cost plan makes none of its own accord.
  private mutating func addDelivered(_ demand: Int) {
    let columns = demandColumns[demand]
    let pair = Int(model.network.demands.pair[demand])
    demandColumns[demand].delivered = Int32(program.columnCount)
    for (at, asked) in columns.asked.enumerated() {
      let period = columns.first + at
      program.addColumn(upper: asked > 0 ? .infinity : 0)
      program.addEntry(row: balance(pair, period), -1)
      if let rate = sustained[SustainedPeriod(pair: pair, period: period)] {
        program.addEntry(row: rate.row, 1)
      }
      addToOutput(demand, 1)
    }
  }

  /// What is still owed at the end of each period, and deliveries from the first period on.
  private mutating func addOwed(_ demand: Int) {
    let columns = demandColumns[demand]
    let pair = Int(model.network.demands.pair[demand])
    let units = scale.pair[pair]
    let cost = model.network.demands.valuePerUnit[demand] * units
    let row = program.rowCount
    owedRow[demand] = Int32(row)
    for asked in columns.asked { program.addRow(lower: asked / units, upper: asked / units) }
    demandColumns[demand].delivered = Int32(program.columnCount)
    for at in columns.asked.indices {
      program.addColumn()
      program.addEntry(row: balance(pair, columns.first + at), -1)
      program.addEntry(row: row + at, 1)
      addToOutput(demand, 1)
    }
    demandColumns[demand].unmet = Int32(program.columnCount)
    for at in columns.asked.indices {
      let isLast = at == columns.asked.count - 1
      program.addColumn(cost: cost, upper: isLast && model.request.requireDemand ? 0 : .infinity)
      program.addEntry(row: row + at, 1)
      if !isLast { program.addEntry(row: row + at + 1, -1) }
    }
  }

  // MARK: A rate to be sustained

  /// From the first period that begins on or after the day, every period in which a pair has a
  /// demand delivers at least the factor times the mean rate stated for those days; where no
  /// demand states a rate, each counts one unit a day.
  private mutating func addSustainedRate(fromDay day: Double) {
    let demands = model.network.demands
    let start = model.grid.firstPeriod(beginningFrom: day)
    let hasRates = demandColumns.indices.contains {
      !demandColumns[$0].asked.isEmpty && demands.perDay[$0].isFinite
    }
    var byPair: [Int: [Int]] = [:]
    for demand in 0..<demands.count where !demandColumns[demand].asked.isEmpty {
      if hasRates && demands.perDay[demand] == .infinity { continue }
      byPair[Int(demands.pair[demand]), default: []].append(demand)
    }
    var entries: [(row: Int, value: Double)] = []
    for pair in byPair.keys.sorted() {
      let needs = sustainedNeeds(byPair[pair]!, from: start)
      for period in 0..<periods where needs[period] > 0 {
        let row = program.addRow(lower: 0)
        sustained[SustainedPeriod(pair: pair, period: period)] = (row, needs[period])
        entries.append((row, -needs[period] / scale.pair[pair]))
      }
    }
    rateColumn = program.addColumn(cost: 0)
    for entry in entries { program.addEntry(row: entry.row, entry.value) }
  }

  /// Units of each period at the mean rate of the demands of one pair.
  private func sustainedNeeds(_ members: [Int], from start: Int) -> [Double] {
    let demands = model.network.demands
    var days = Array(repeating: 0.0, count: periods)
    var units = 0.0
    for demand in members {
      for period in start..<max(start, periods) {
        let open = model.grid.days(
          from: demands.fromDay[demand], to: demands.toDay[demand], in: period)
        let isAsking = demands.perDay[demand] > 0 && open > 0
        guard isAsking else { continue }
        days[period] = max(days[period], open)
        units += open * (demands.perDay[demand].isFinite ? demands.perDay[demand] : 1)
      }
    }
    let open = days.reduce(0, +)
    return days.map { open > 0 ? $0 * units / open : 0 }
  }
}
