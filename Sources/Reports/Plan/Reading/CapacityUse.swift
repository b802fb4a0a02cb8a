// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import ValueChains

/// How much of its capacity a line, link or supply uses in each period.
struct CapacityUse {
  let table: TableName
  let row: Int
  /// 0…1 by period; nil where there is no capacity.
  let shares: [Double?]

  /// What counts as full.
  static let full = 0.995

  /// Mean over the periods that have a capacity.
  var mean: Double {
    let known = shares.compactMap(\.self)
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
  var peak: Double { shares.compactMap(\.self).max() ?? 0 }
  var fullPeriods: Int { shares.count { ($0 ?? 0) >= Self.full } }

  /// Everything limited that is used at all, the busiest first.
  static func all(_ plan: CapacityPlan) -> [CapacityUse] {
    guard let schedule = plan.schedule else { return [] }
    var all: [CapacityUse] = []
    func add(_ table: TableName, _ used: [[Double]], _ capacity: [[Double]]) {
      for row in used.indices where row < capacity.count {
        let isLimited = capacity[row].contains { $0.isFinite && $0 > 0 }
        guard isLimited, used[row].contains(where: { $0 > 0 }) else { continue }
        all.append(
          CapacityUse(
            table: table, row: row,
            shares: zip(used[row], capacity[row]).map { used, capacity in
              guard capacity > 1e-9 else { return nil }
              return capacity.isFinite ? min(1, used / capacity) : 0
            }))
      }
    }
    add(.lines, schedule.runs, schedule.lineCapacity)
    add(.links, linkUse(plan.network, schedule), schedule.linkCapacity)
    add(.supplies, schedule.purchases, schedule.supplyCapacity)
    return all.enumerated().sorted {
      (-$0.element.mean, $0.offset) < (-$1.element.mean, $1.offset)
    }.map(\.element)
  }

  /// Shipments of all materials on a link, in the unit of its capacity.
  private static func linkUse(_ network: FlowNetwork, _ schedule: PlanSchedule) -> [[Double]] {
    var use = Array(
      repeating: Array(repeating: 0.0, count: schedule.periods), count: network.links.count)
    for arc in 0..<min(network.arcs.count, schedule.shipments.count) {
      let link = Int(network.arcs.link[arc])
      for period in 0..<schedule.periods {
        use[link][period] += schedule.shipments[arc][period] * network.arcs.weight[arc]
      }
    }
    return use
  }
}
