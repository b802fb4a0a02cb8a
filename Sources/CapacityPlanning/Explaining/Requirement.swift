// SPDX-License-Identifier: Apache-2.0
import LinearPrograms

/// Something a plan must respect that could, in thought, be lifted: one element's limit over the
/// whole horizon.
struct Requirement: Sendable {
  enum Kind: String, Sendable {
    case line, link, supply, group, budget, workforce, maximum, option
  }

  let kind: Kind
  /// Row of its table; the pair for a maximum, the site for workforce.
  let id: Int
  /// Bounds to lift, with the period (from 0) of each.
  var rows: [(row: Int, period: Int)] = []
  var columns: [(column: Int, period: Int)] = []
}

extension CapacityProgram {
  /// Every limit that could be lifted, in a fixed order.
  func requirements() -> [Requirement] {
    let network = model.network
    var requirements: [Requirement] = []
    func add(_ kind: Requirement.Kind, _ id: Int, row: Int32, columns: [Int] = []) {
      var requirement = Requirement(kind: kind, id: id)
      for period in 0..<periods {
        if row >= 0 { requirement.rows.append((Int(row) + period, period)) }
        if period < columns.count, program.columnUpper[columns[period]].isFinite {
          requirement.columns.append((columns[period], period))
        }
      }
      if !requirement.rows.isEmpty || !requirement.columns.isEmpty {
        requirements.append(requirement)
      }
    }
    for line in 0..<network.lines.count {
      add(.line, line, row: lineRow[line], columns: (0..<periods).map { self.line(line, $0) })
    }
    for link in 0..<network.links.count { requirements += linkRequirement(link).map { [$0] } ?? [] }
    for supply in 0..<network.supplies.count {
      add(
        .supply, supply, row: supplyRow[supply],
        columns: (0..<periods).compactMap { self.supply(supply, $0) })
    }
    for group in groupRow.indices { add(.group, group, row: groupRow[group]) }
    for pair in 0..<network.pairs.count where network.pairs.maximum[pair].isFinite {
      add(.maximum, pair, row: -1, columns: (0..<periods).map { stock(pair, $0) })
    }
    for site in workforceRow.indices { add(.workforce, site, row: workforceRow[site]) }
    if !model.budget.isEmpty {
      var budget = Requirement(kind: .budget, id: 0)
      budget.rows = model.budget.enumerated().map { (budgetRow + $0.offset, $0.element.period) }
      requirements.append(budget)
    }
    for option in 0..<model.options.count where model.options.maximum[option].isFinite {
      guard let last = allModules(option) else { continue }
      var maximum = Requirement(kind: .option, id: option)
      maximum.columns = (Int(moduleColumn[option])...last).map { ($0, periods - 1) }
      // A fixed cost or a fewest number of modules holds the maximum in a row of its own as well.
      if openingRow[option] >= 0 { maximum.rows = [(Int(openingRow[option]), periods - 1)] }
      requirements.append(maximum)
    }
    return requirements
  }

  private func linkRequirement(_ link: Int) -> Requirement? {
    var requirement = Requirement(kind: .link, id: link)
    for period in 0..<periods {
      if linkRow[link] >= 0 { requirement.rows.append((Int(linkRow[link]) + period, period)) }
      for arc in model.network.links.arcs[link] where program.columnUpper[self.arc(arc, 0)].isFinite
      {
        requirement.columns.append((self.arc(arc, period), period))
      }
    }
    return requirement.rows.isEmpty && requirement.columns.isEmpty ? nil : requirement
  }
}
