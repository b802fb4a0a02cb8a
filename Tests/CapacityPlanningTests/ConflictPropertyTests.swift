// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Testing
import ValueChains

@testable import CapacityPlanning

/// What stands in the way of random chains is a contradiction by itself, and nothing of it is
/// superfluous: held against the twin by lifting limits in the tables.
@Suite struct ConflictPropertyTests {
  /// A limit that a cause may name, and the cells that state it.
  private struct Limit: Hashable {
    let kind: String
    let name: String
  }

  private func limits(_ chain: ValueChain) -> [Limit] {
    let tables: [(String, TableName)] = [
      ("line", .lines), ("link", .links), ("supply", .supplies), ("group", .groups),
      ("workforce", .sites), ("maximum", .stocks), ("option", .options),
    ]
    return tables.flatMap { kind, table in
      (0..<chain[table].count).map { Limit(kind: kind, name: chain[table].key($0)) }
    } + [Limit(kind: "budget", name: "budget")]
  }

  /// Empties the cells of a limit; a window of a supply falls with it.
  private func lift(_ limit: Limit, in chain: inout ValueChain) {
    let (table, columns): (TableName, [ColumnName]) =
      switch limit.kind {
      case "line": (.lines, [.runsPerDay])
      case "link": (.links, [.perDay])
      case "supply": (.supplies, [.perDay, .fromDay, .toDay])
      case "group": (.groups, [.perDay])
      case "workforce": (.sites, [.workers])
      case "maximum": (.stocks, [.maximum])
      case "option": (.options, [.maxModules])
      default: (.budget, [])
      }
    guard let row = (0..<chain[table].count).first(where: { chain[table].key($0) == limit.name })
    else { return }
    chain[table].set(columns.map { (row: row, column: $0, cell: .empty) })
  }

  /// One row a demand and period in place of the demands; what is named has a value, the rest none.
  private func setDemands(
    _ named: [PlanCause.Part], in chain: inout ValueChain, _ settings: ObviousPlan.Settings
  ) -> Double {
    let old = chain[.demands]
    chain[.demands] = TableContents(.demands)
    var asked = 0.0
    for demand in 0..<old.count {
      for period in 1...settings.periods {
        let first = max(
          old.numbers(.fromDay)[demand], Double(period - 1) * settings.periodDays + 1)
        let last = min(old.numbers(.toDay)[demand], Double(period) * settings.periodDays)
        guard last - first + 1 > 1e-9 else { continue }
        let isNamed = named.contains {
          $0.name == old.key(demand) && $0.periods == period...period
        }
        let rate = old.number(.perDay, demand)
        if isNamed { asked += (rate ?? 0) * (last - first + 1) }
        chain[.demands].append([
          .demand: Cell("\(old.key(demand))-\(period)"), .site: Cell(old.text(.site, demand)),
          .material: Cell(old.text(.material, demand)), .perDay: Cell(rate),
          .valuePerUnit: isNamed ? 1 : 0, .fromDay: .number(first), .toDay: .number(last),
        ])
      }
    }
    return asked
  }

  /// Whether the demands named cannot all be met with these limits alone; without any, whether the
  /// chain cannot be run at all.
  private func isContradiction(
    _ demands: [PlanCause.Part], _ kept: Set<Limit>, _ chain: ValueChain,
    _ settings: ObviousPlan.Settings
  ) throws -> Bool {
    var (chain, settings) = (chain, settings)
    for limit in limits(chain) where !kept.contains(limit) { lift(limit, in: &chain) }
    if !kept.contains(Limit(kind: "budget", name: "budget")) { settings.budget = .infinity }
    settings.requireDemand = false
    settings.goal = .mostOutput
    let asked = setDemands(demands, in: &chain, settings)
    let result = try ObviousPlan(chain, settings).solve()
    guard result.status == .optimal else {
      #expect(result.status == .infeasible)
      return true
    }
    return result.objective < asked - 1e-5
  }

  @Test func whatIsNamedContradictsItselfAndNothingIsSuperfluous() async throws {
    var (plans, several, limited, withoutRunning) = (0, 0, 0, 0)
    var kinds: Set<String> = []
    for seed in 4070..<4200 {
      let chain = RandomRampChain.make(seed: seed, .init(hasSwitches: false))
      var settings = RandomRampQuestion.make(
        seed: seed, about: chain, .init(mayBeWhole: false, mayBeDisrupted: false))
      (settings.requireDemand, settings.backlog) = (true, false)
      let network = FlowNetwork(chain)
      let plan = try await Planner(network, PlanRequest(settings, network)).run()
      guard plan.status == .infeasible else { continue }
      let cause = try #require(plan.cause)
      plans += 1
      let demands = cause.parts.filter { $0.kind == "demand" }
      let named = Set(
        cause.parts.filter { $0.kind != "demand" }.map { Limit(kind: $0.kind, name: $0.name) })
      let all = limits(chain)
      #expect(named.isSubset(of: all), "seed \(seed): \(named)")
      kinds.formUnion(named.map(\.kind))
      if demands.count > 1 { several += 1 }
      if named.count > 1 { limited += 1 }
      if demands.isEmpty { withoutRunning += 1 }
      #expect(try isContradiction(demands, named, chain, settings), "seed \(seed): \(named)")
      for one in named {
        let others = named.subtracting([one])
        let remains = try isContradiction(demands, others, chain, settings)
        #expect(!remains, "seed \(seed): \(one) is superfluous")
      }
      for at in demands.indices where demands.count > 1 {
        var fewer = demands
        let one = fewer.remove(at: at)
        let remains = try isContradiction(fewer, Set(all), chain, settings)
        #expect(!remains, "seed \(seed): \(one.name) in \(one.periods ?? 0...0) is superfluous")
      }
    }
    #expect(
      plans > 60 && limited > 2 && several > 1 && withoutRunning > 0,
      "\(plans) plans, \(limited) limited, \(several) several, \(withoutRunning) not run")
    #expect(kinds.count >= 6, "\(kinds)")
  }
}
