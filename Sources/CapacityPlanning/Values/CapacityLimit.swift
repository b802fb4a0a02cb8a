// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import LinearPrograms
import ValueChains

/// One scarce thing in one period, and the bound of the program that stands for it.
struct CapacityLimit: Sendable {
  let kind: CapacityValue.Kind
  /// Row in its table; the pair for stock, the entry of the budget, the site for workforce.
  let id: Int
  /// From 0.
  let period: Int
  let bound: TangentProgram.Bound
  /// How far the bound moves for one unit more of the thing.
  let step: Double
}

extension CapacityProgram {
  /// Every finite limit of every period, in a fixed order.
  func limits() -> [CapacityLimit] {
    let network = model.network
    var limits: [CapacityLimit] = []
    func add(
      _ kind: CapacityValue.Kind, _ id: Int, row: Int32, unit: Double,
      column: (Int) -> Int? = { _ in nil }
    ) {
      for period in 0..<periods {
        if row >= 0 {
          limits.append(
            CapacityLimit(
              kind: kind, id: id, period: period, bound: .rowUpper(Int(row) + period),
              step: 1 / unit))
        } else if let column = column(period), program.columnUpper[column].isFinite {
          limits.append(
            CapacityLimit(
              kind: kind, id: id, period: period, bound: .columnUpper(column), step: 1 / unit))
        }
      }
    }
    for line in 0..<network.lines.count {
      add(.line, line, row: lineRow[line], unit: scale.line[line]) { self.line(line, $0) }
    }
    for link in 0..<network.links.count {
      if network.links.carriesEverything[link] {
        add(.link, link, row: linkRow[link], unit: linkScale(link))
      } else if let arc = network.links.arcs[link].first {
        add(
          .link, link, row: linkRow[link],
          unit: linkRow[link] >= 0 ? linkScale(link) : scale.arc[arc]
        ) {
          self.arc(arc, $0)
        }
      }
    }
    for supply in 0..<network.supplies.count {
      add(.supply, supply, row: supplyRow[supply], unit: scale.supply[supply]) {
        self.supply(supply, $0)
      }
    }
    for pair in 0..<network.pairs.count {
      limits.append(
        CapacityLimit(
          kind: .stock, id: pair, period: 0, bound: .rowBoth(balance(pair, 0)),
          step: -1 / scale.pair[pair]))
    }
    for group in groupRow.indices {
      add(.group, group, row: groupRow[group], unit: scale.group[group])
    }
    for (entry, limit) in model.budget.enumerated() {
      limits.append(
        CapacityLimit(
          kind: .budget, id: entry, period: limit.period, bound: .rowUpper(budgetRow + entry),
          step: 1 / scale.money))
    }
    for site in workforceRow.indices {
      add(.workforce, site, row: workforceRow[site], unit: scale.workers[site])
    }
    return limits
  }

  /// The key people know a limit by.
  func name(of limit: CapacityLimit) -> String {
    let (network, chain) = (model.network, model.network.chain)
    switch limit.kind {
    case .line: return chain[.lines].key(limit.id)
    case .link: return chain[.links].key(limit.id)
    case .supply: return chain[.supplies].key(limit.id)
    case .group: return chain[.groups].key(limit.id)
    case .workforce: return chain[.sites].key(limit.id)
    case .budget: return "budget"
    case .stock:
      return chain[.sites].key(Int(network.pairs.site[limit.id])) + "|"
        + chain[.materials].key(Int(network.pairs.material[limit.id]))
    }
  }
}
