// SPDX-License-Identifier: Apache-2.0
import LinearPrograms
import ValueChains

@testable import Resilience

/// Sections 1 and 2 of the mathematics written down straight from the tables: every pair of site and
/// material, no scaling, no shortcut. The slow, obvious twin.
struct ObviousProgram {
  let chain: ValueChain
  /// Share of capacity left, by table and row.
  var remaining: [String: Double] = [:]
  /// Share left of one material on a `*` link, by link row and material row.
  var remainingPart: [String: Double] = [:]
  var emptied: Set<String> = []

  private func names(_ table: TableName, _ column: ColumnName) -> [String] {
    Array(chain[table].text(column))
  }

  /// - Parameter days: nil asks for the longest window, a number for the least loss over it.
  func solve(days: Double?, horizon: Double) throws -> Double {
    var program = LinearProgram(days == nil ? .maximise : .minimise)
    let sites = names(.sites, .site)
    let materials = names(.materials, .material)
    var row: [String: Int] = [:]
    for site in sites {
      for material in materials {
        row["\(site)|\(material)"] = program.addRow(lower: -stock(site, material))
      }
    }
    var window: [(row: Int, value: Double)] = []
    var columns: [(entries: [(row: Int, value: Double)], upper: Double)] = []
    /// `flow ≤ capacity × t`: a row with the window, or a bound where it is fixed.
    func limited(_ capacity: Double, _ entries: [(row: Int, value: Double)]) {
      var entries = entries
      var upper = Double.infinity
      if capacity == 0 {
        upper = 0
      } else if capacity.isFinite {
        if let days {
          upper = capacity * days
        } else {
          let limit = program.addRow(upper: 0)
          entries.append((limit, 1))
          window.append((limit, -capacity))
        }
      }
      columns.append((entries, upper))
    }
    let lines = chain[.lines]
    var lineColumn: [String: Int] = [:]
    for line in 0..<lines.count {
      let site = lines.text(.site, line)
      var entries: [(row: Int, value: Double)] = []
      for recipe in 0..<chain[.recipes].count
      where chain[.recipes].text(.line, recipe) == lines.text(.line, line) {
        let material = chain[.recipes].text(.material, recipe)
        entries.append(
          (row["\(site)|\(material)"]!, chain[.recipes].number(.quantity, recipe) ?? 0))
      }
      lineColumn[lines.text(.line, line)] = columns.count
      limited(capacity(.lines, line, .runsPerDay), entries)
    }
    let supplies = chain[.supplies]
    for supply in 0..<supplies.count {
      let pair = "\(supplies.text(.site, supply))|\(supplies.text(.material, supply))"
      limited(capacity(.supplies, supply, .perDay), [(row[pair]!, 1)])
    }
    let links = chain[.links]
    for link in 0..<links.count {
      let (from, to) = (links.text(.fromSite, link), links.text(.toSite, link))
      let perDay = capacity(.links, link, .perDay)
      let name = links.text(.material, link)
      if name != "*" {
        limited(perDay, [(row["\(from)|\(name)"]!, -1), (row["\(to)|\(name)"]!, 1)])
        continue
      }
      let shared = perDay.isFinite ? program.addRow(upper: days.map { perDay * $0 } ?? 0) : nil
      if let shared, days == nil { window.append((shared, -perDay)) }
      for (at, material) in materials.enumerated() {
        let mass = chain[.materials].number(.kgPerUnit, at) ?? 0
        var entries = [(row["\(from)|\(material)"]!, -1.0), (row["\(to)|\(material)"]!, 1.0)]
        if let shared { entries.append((shared, mass)) }
        let own = remainingPart["\(link)|\(at)"] ?? 1
        let limit =
          perDay == 0 || own == 0
          ? 0 : own < 1 && perDay.isFinite && mass > 0 ? own * perDay / mass : Double.infinity
        limited(limit, entries.map { (row: $0.0, value: $0.1) })
      }
    }
    addGroups(&program, lineColumn, &columns, &window, days)
    for demand in 0..<chain[.demands].count {
      let pair =
        "\(chain[.demands].text(.site, demand))|\(chain[.demands].text(.material, demand))"
      let rate = chain[.demands].number(.perDay, demand) ?? 0
      if let days {
        let at = row[pair]!
        program.setRow(at, lower: program.rowLower[at] + rate * days, upper: .infinity)
      } else {
        window.append((row[pair]!, -rate))
      }
    }
    for column in columns {
      program.addColumn(upper: column.upper)
      for entry in column.entries { program.addEntry(row: entry.row, entry.value) }
    }
    if let days {
      for demand in 0..<chain[.demands].count {
        let pair =
          "\(chain[.demands].text(.site, demand))|\(chain[.demands].text(.material, demand))"
        let rate = chain[.demands].number(.perDay, demand) ?? 0
        program.addColumn(
          cost: chain[.demands].number(.valuePerUnit, demand) ?? 0, upper: rate * days)
        program.addEntry(row: row[pair]!, 1)
      }
    } else {
      program.addColumn(cost: 1, upper: horizon)
      var sums: [Int: Double] = [:]
      for entry in window { sums[entry.row, default: 0] += entry.value }
      for (row, value) in sums.sorted(by: { $0.key < $1.key }) { program.addEntry(row: row, value) }
    }
    var solver = try HighsSolver(program)
    let status = solver.solve()
    precondition(status == .optimal, "The obvious program is feasible and bounded: \(status)")
    return solver.objective
  }

  private func addGroups(
    _ program: inout LinearProgram, _ lineColumn: [String: Int],
    _ columns: inout [(entries: [(row: Int, value: Double)], upper: Double)],
    _ window: inout [(row: Int, value: Double)], _ days: Double?
  ) {
    for group in 0..<chain[.groups].count {
      guard let perDay = chain[.groups].number(.perDay, group) else { continue }
      let limit = program.addRow(upper: days.map { perDay * $0 } ?? 0)
      if days == nil { window.append((limit, -perDay)) }
      for member in 0..<chain[.groupMembers].count
      where chain[.groupMembers].text(.group, member) == chain[.groups].text(.group, group) {
        let column = lineColumn[chain[.groupMembers].text(.line, member)]!
        columns[column].entries.append((limit, chain[.groupMembers].number(.use, member) ?? 1))
      }
    }
  }

  private func capacity(_ table: TableName, _ row: Int, _ column: ColumnName) -> Double {
    let left = remaining["\(table.rawValue)|\(row)"] ?? 1
    guard left > 0 else { return 0 }
    return (chain[table].number(column, row) ?? .infinity) * left
  }

  private func stock(_ site: String, _ material: String) -> Double {
    var total = 0.0
    let stocks = chain[.stocks]
    for row in 0..<stocks.count
    where stocks.text(.site, row) == site && stocks.text(.material, row) == material {
      total += (emptied.contains(site) ? 0 : stocks.number(.onHand, row) ?? 0)
      total += stocks.number(.inTransit, row) ?? 0
    }
    let arrivals = chain[.arrivals]
    for row in 0..<arrivals.count
    where arrivals.text(.site, row) == site && arrivals.text(.material, row) == material {
      total += arrivals.number(.quantity, row) ?? 0
    }
    return total
  }
}

extension ObviousProgram {
  /// The twin of a disruption as the resolver sees it.
  init(_ chain: ValueChain, _ effect: DisruptionEffect, arcs: [(link: Int, material: Int)]) {
    self.chain = chain
    for (id, left) in effect.lines { remaining["lines|\(id)"] = left }
    for (id, left) in effect.links { remaining["links|\(id)"] = left }
    for (id, left) in effect.supplies { remaining["supplies|\(id)"] = left }
    for (id, left) in effect.arcs {
      remainingPart["\(arcs[id].link)|\(arcs[id].material)"] = left
    }
    emptied = Set(effect.emptiedSites.map { chain[.sites].text(.site, $0) })
  }
}
