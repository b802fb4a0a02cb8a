// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// The columns and rows that sections 1 and 2 of the mathematics share: totals of runs, shipments
/// and supplies over a window, a balance for each pair, and the capacities.
///
/// Scaled by ``ReferenceRates``: a balance is in days of its pair's flow, a column in multiples of
/// its reference rate. Covers the parts of the network asked for.
struct FluidProgram: Sendable {
  /// What a column's flow is limited by, for changing it under a disruption.
  enum Flow: Hashable, Sendable {
    case line(Int)
    case arc(Int)
    case supply(Int)
  }

  let needed: NeededNetwork
  let rates: ReferenceRates
  private(set) var program: LinearProgram
  /// The balance row of each pair, -1 where it has none.
  private(set) var balanceRow: [Int]
  /// What the balance row of each pair is divided by.
  private(set) var balanceScale: [Double]
  private(set) var columnOf: [Flow: Int] = [:]
  /// Rows of limits that lines, arcs, supplies have of their own, and of those they share.
  private(set) var capacityRow: [Flow: Int] = [:]
  private(set) var groupRow: [Int: Int] = [:]
  private(set) var linkRow: [Int: Int] = [:]
  /// Arcs of limited shared links: a row of their own, free until the arc alone is partly hit.
  private(set) var arcRow: [Int: Int] = [:]
  /// For each capacity row: what it is divided by, and the undisturbed capacity per day.
  private(set) var capacities: [(row: Int, scale: Double, perDay: Double)] = []
  let pairs: [Int]

  init(
    _ needed: NeededNetwork, _ rates: ReferenceRates, parts: Set<Int>, sense: LinearProgram.Sense,
    contractions: Contractions
  ) {
    self.needed = needed
    self.rates = rates
    program = LinearProgram(sense)
    let inside = needed.pairs.filter { parts.contains(needed.part[$0]) }
    pairs = inside.filter { contractions.origin[$0] == nil }
    balanceRow = Array(repeating: -1, count: needed.network.pairs.count)
    balanceScale = balanceRow.map { _ in 1 }
    for pair in pairs { balanceRow[pair] = program.addRow(lower: 0) }
    for pair in inside {
      let origin = contractions.root(of: pair)
      balanceRow[pair] = balanceRow[origin]
      balanceScale[pair] = rates.pair[origin]
    }
    let isIn = { (source: NeededNetwork.Source) in
      needed.part(of: source).map(parts.contains) ?? false
    }
    let lines = needed.lines.filter { isIn(.line($0)) }
    let arcs = needed.arcs.filter { isIn(.arc($0)) && !contractions.arcs.contains($0) }
    let supplies = needed.supplies.filter { isIn(.supply($0)) }
    addCapacityRows(lines, arcs, supplies)
    addColumns(lines, arcs, supplies)
  }

  // MARK: Rows

  private mutating func addCapacityRows(_ lines: [Int], _ arcs: [Int], _ supplies: [Int]) {
    let network = needed.network
    func limit(_ perDay: Double, _ scale: Double) -> Int {
      let row = program.addRow(upper: 0)
      capacities.append((row, scale, perDay))
      return row
    }
    for line in lines where network.lines.runsPerDay[line].isFinite {
      capacityRow[.line(line)] = limit(network.lines.runsPerDay[line], rates.line[line])
    }
    for supply in supplies where network.supplies.perDay[supply].isFinite {
      capacityRow[.supply(supply)] = limit(network.supplies.perDay[supply], rates.supply[supply])
    }
    for arc in arcs {
      let link = Int(network.arcs.link[arc])
      let perDay = network.links.perDay[link]
      guard perDay.isFinite else { continue }
      if network.links.carriesEverything[link] {
        let weight = network.arcs.weight[arc]
        if let row = linkRow[link] {
          // The heaviest flow sets the size of a shared capacity.
          let at = capacities.firstIndex { $0.row == row }
          if let at { capacities[at].scale = max(capacities[at].scale, rates.arc[arc] * weight) }
        } else {
          linkRow[link] = limit(perDay, rates.arc[arc] * weight)
        }
        arcRow[arc] = program.addRow()
      } else {
        capacityRow[.arc(arc)] = limit(perDay, rates.arc[arc])
      }
    }
    // What weighs nothing cannot give a shared capacity its size.
    for at in capacities.indices where capacities[at].scale == 0 { capacities[at].scale = 1 }
    let inside = Set(lines)
    for group in 0..<network.groups.count where network.groups.perDay[group].isFinite {
      let members = network.groups.members[group].filter {
        inside.contains(Int(network.groups.memberLine[$0]))
      }
      guard !members.isEmpty else { continue }
      let scale =
        members.map { entry in
          network.groups.memberUse[entry] * rates.line[Int(network.groups.memberLine[entry])]
        }.max() ?? 1
      groupRow[group] = limit(network.groups.perDay[group], scale > 0 ? scale : 1)
    }
  }

  // MARK: Columns

  private mutating func addColumns(_ lines: [Int], _ arcs: [Int], _ supplies: [Int]) {
    let network = needed.network
    let scaleOfRow = Dictionary(uniqueKeysWithValues: capacities.map { ($0.row, $0.scale) })
    var groupsOfLine: [Int: [(row: Int, use: Double)]] = [:]
    for (group, row) in groupRow.sorted(by: { $0.key < $1.key }) {
      for entry in network.groups.members[group] {
        groupsOfLine[Int(network.groups.memberLine[entry]), default: []].append(
          (row, network.groups.memberUse[entry] / (scaleOfRow[row] ?? 1)))
      }
    }
    for line in lines {
      let size = rates.line[line]
      columnOf[.line(line)] = program.addColumn()
      for entry in network.lines.recipe[line] {
        balance(Int(network.lines.recipePair[entry]), network.lines.recipeQuantity[entry] * size)
      }
      if let row = capacityRow[.line(line)] { program.addEntry(row: row, 1) }
      for (row, use) in groupsOfLine[line] ?? [] { program.addEntry(row: row, use * size) }
    }
    for arc in arcs {
      let size = rates.arc[arc]
      columnOf[.arc(arc)] = program.addColumn()
      balance(Int(network.arcs.to[arc]), size)
      balance(Int(network.arcs.from[arc]), -size)
      if let row = capacityRow[.arc(arc)] { program.addEntry(row: row, 1) }
      if let row = arcRow[arc] { program.addEntry(row: row, 1) }
      if let row = linkRow[Int(network.arcs.link[arc])] {
        program.addEntry(row: row, network.arcs.weight[arc] * size / (scaleOfRow[row] ?? 1))
      }
    }
    for supply in supplies {
      columnOf[.supply(supply)] = program.addColumn()
      balance(Int(network.supplies.pair[supply]), rates.supply[supply])
      if let row = capacityRow[.supply(supply)] { program.addEntry(row: row, 1) }
    }
  }

  private mutating func balance(_ pair: Int, _ quantity: Double) {
    guard balanceRow[pair] >= 0 else { return }
    program.addEntry(row: balanceRow[pair], quantity / balanceScale[pair])
  }

  /// Demand per day on each balance row, scaled.
  var demandRates: [Int: Double] {
    var rates: [Int: Double] = [:]
    for pair in needed.pairs where balanceRow[pair] >= 0 && needed.demandRate[pair] > 0 {
      rates[balanceRow[pair], default: 0] += needed.demandRate[pair] / balanceScale[pair]
    }
    return rates
  }

  /// Adds a column beyond the flows: the window of section 1, an unmet demand of section 2.
  mutating func addColumn(
    cost: Double, upper: Double, _ entries: [(row: Int, value: Double)]
  ) -> Int {
    let column = program.addColumn(cost: cost, upper: upper)
    for entry in entries { program.addEntry(row: entry.row, entry.value) }
    return column
  }

  /// Sets a row's bounds while building.
  mutating func setRow(_ row: Int, lower: Double, upper: Double) {
    program.setRow(row, lower: lower, upper: upper)
  }

  // MARK: Disruptions

  /// What a disruption changes here.
  struct Limits {
    /// Columns that stand still.
    var stopped: [Int] = []
    /// Capacity rows and the share of their capacity that remains.
    var reduced: [(row: Int, remaining: Double)] = []
    /// Rows of arcs partly hit on a shared link, and the scaled quantity a day they may carry.
    var arcs: [(row: Int, perDay: Double)] = []
  }

  func limits(under effect: DisruptionEffect) -> Limits {
    var limits = Limits()
    let network = needed.network
    func hit(_ flow: Flow, _ remaining: Double) {
      guard let column = columnOf[flow] else { return }
      if remaining == 0 {
        limits.stopped.append(column)
      } else if let row = capacityRow[flow] {
        limits.reduced.append((row, remaining))
      }
    }
    for (line, remaining) in effect.lines { hit(.line(line), remaining) }
    for (supply, remaining) in effect.supplies { hit(.supply(supply), remaining) }
    for (link, remaining) in effect.links {
      for arc in network.links.arcs[link] { hit(.arc(arc), remaining) }
      if remaining > 0, let row = linkRow[link] { limits.reduced.append((row, remaining)) }
    }
    for (arc, remaining) in effect.arcs {
      guard let column = columnOf[.arc(arc)] else { continue }
      let weight = network.arcs.weight[arc]
      let capacity = network.links.perDay[Int(network.arcs.link[arc])]
      if remaining == 0 {
        limits.stopped.append(column)
      } else if let row = arcRow[arc], weight > 0 {
        limits.arcs.append((row, remaining * capacity / weight / rates.arc[arc]))
      }
    }
    return limits
  }
}
