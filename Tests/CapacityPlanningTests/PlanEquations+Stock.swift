// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The balance of every pair of site and material in every period.
extension PlanEquations {
  private struct Pair: Hashable {
    let site: String
    let material: String
  }

  /// What changes one pair's stock: sums by period, from index 1.
  private typealias Flows = [Pair: [Sum]]

  /// I_pt − I_p,t−1 − all that comes + all that goes = arrivals, and I_p0 in period 1.
  mutating func writeStock() {
    var flows: Flows = [:]
    addRuns(to: &flows)
    addShipments(to: &flows)
    addEnds(to: &flows)
    let (opening, arriving) = (opening(), arrivals())
    for (site, siteName) in chain[.sites].text(.site).enumerated() {
      for (material, name) in chain[.materials].text(.material).enumerated() {
        let pair = Pair(site: siteName, material: name)
        let stock = endStock[site][material]
        for t in 1...periods {
          let change = flows[pair]?[t] ?? []
          let balance = program.require(
            stock.times(1, t) + stock.times(-1, t - 1)
              + change.map { (-$0.factor, $0.variable) },
            equals: (arriving[pair]?[t] ?? 0) + (t == 1 ? opening[pair] ?? 0 : 0))
          if t == 1 { equationOf[.stock(siteName, name)] = balance }
        }
      }
    }
  }

  private func add(_ pair: Pair, to flows: inout Flows, _ sum: (_ t: Int) -> Sum) {
    for t in 1...periods {
      flows[pair, default: Array(repeating: [], count: periods + 1)][t] += sum(t)
    }
  }

  /// Inputs of runs starting, outputs of runs started lead ago.
  private func addRuns(to flows: inout Flows) {
    let (lines, recipes) = (chain[.lines], chain[.recipes])
    let quantities = recipes.numbers(.quantity)
    let rows = Dictionary(grouping: 0..<recipes.count) { recipes.text(.line, $0) }
    for (line, leadDays) in lines.numbers(.leadDays).enumerated() {
      for recipe in rows[lines.text(.line, line)] ?? [] {
        let pair = Pair(site: lines.text(.site, line), material: recipes.text(.material, recipe))
        let lead = quantities[recipe] > 0 ? periodsOf(leadDays) : 0
        add(pair, to: &flows) { runs[line].times(quantities[recipe], $0 - lead) }
      }
    }
  }

  /// Dispatch, and shipments dispatched lead ago.
  private func addShipments(to flows: inout Flows) {
    let links = chain[.links]
    let leadDays = links.numbers(.leadDays)
    for shipment in shipments {
      let material = chain[.materials].text(.material, shipment.material)
      let from = Pair(site: links.text(.fromSite, shipment.link), material: material)
      let to = Pair(site: links.text(.toSite, shipment.link), material: material)
      let lead = periodsOf(leadDays[shipment.link])
      add(from, to: &flows) { shipment.quantity.times(-1, $0) }
      add(to, to: &flows) { shipment.quantity.times(1, $0 - lead) }
    }
  }

  /// Purchases, and what is delivered to demands.
  private func addEnds(to flows: inout Flows) {
    for (supply, bought) in purchases.enumerated() {
      add(pair(.supplies, supply), to: &flows) { bought.times(1, $0) }
    }
    for (demand, sent) in delivered.enumerated() {
      add(pair(.demands, demand), to: &flows) { sent.times(-1, $0) }
    }
  }

  private func pair(_ table: TableName, _ row: Int) -> Pair {
    Pair(site: chain[table].text(.site, row), material: chain[table].text(.material, row))
  }

  /// What arrives, by period from index 1; beyond the horizon nothing matters.
  private func arrivals() -> [Pair: [Double]] {
    let table = chain[.arrivals]
    let (days, quantities) = (table.numbers(.day), table.numbers(.quantity))
    var arrivals: [Pair: [Double]] = [:]
    for row in 0..<table.count where period(ofDay: days[row]) <= periods {
      arrivals[pair(.arrivals, row), default: Array(repeating: 0, count: periods + 1)][
        period(ofDay: days[row])] += quantities[row]
    }
    return arrivals
  }

  /// I_p0 = on_hand + in_transit
  private func opening() -> [Pair: Double] {
    let table = chain[.stocks]
    var opening: [Pair: Double] = [:]
    for row in 0..<table.count {
      let isEmptied = settings.disruption.emptiedSites.contains(table.text(.site, row))
      opening[pair(.stocks, row), default: 0] +=
        (isEmptied ? 0 : table.numbers(.onHand)[row]) + table.numbers(.inTransit)[row]
    }
    return opening
  }
}
