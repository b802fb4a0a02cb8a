// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// Capacities, stock and demand.
extension ScheduleAuditor {
  // MARK: Capacities

  /// D·left·(C + Σ modules ready − Σ what donors give), as the schedule shows it and as it is used.
  mutating func checkCapacities() {
    let lines = chain[.lines]
    for line in 0..<lines.count {
      check(
        "line", lines.key(line), used: schedule.runs[line], shown: schedule.lineCapacity[line],
        lines.numbers(.runsPerDay)[line], ["line", "conversion"],
        left: settings.disruption.lines[lines.key(line)] ?? 1)
    }
    let supplies = chain[.supplies]
    for supply in 0..<supplies.count {
      check(
        "supply", supplies.key(supply), used: schedule.purchases[supply],
        shown: schedule.supplyCapacity[supply], supplies.numbers(.perDay)[supply], ["supplier"],
        left: settings.disruption.supplies[supplies.key(supply)] ?? 1,
        open: periods.map { daysOpen(.supplies, supply, $0) })
    }
    let links = chain[.links]
    for link in 0..<links.count {
      let left = settings.disruption.links[links.key(link)] ?? 1
      var used = periods.map { _ in 0.0 }
      for arc in network.links.arcs[link] {
        for t in periods {
          let carried = schedule.shipments[arc][t - 1]
          used[t - 1] += carried * network.arcs.weight[arc]
          if left == 0 { expect(carried, is: 0, "link \(links.key(link)) is down in \(t)") }
          checkPart(arc, links.key(link), links.numbers(.perDay)[link], carried, t)
        }
      }
      check(
        "link", links.key(link), used: used, shown: schedule.linkCapacity[link],
        links.numbers(.perDay)[link], ["link"], left: left)
    }
  }

  private mutating func check(
    _ kind: String, _ name: String, used: [Double], shown: [Double], _ perDay: Double,
    _ kinds: Set<String>, left: Double, open: [Double]? = nil
  ) {
    for t in periods {
      let days = open?[t - 1] ?? self.days
      var most = Double.infinity
      if days == 0 {
        // An unlimited source outside its window is shown as unlimited, and unused.
        expect(used[t - 1], is: 0, "\(kind) \(name) outside its window in \(t)")
        if perDay.isFinite || left == 0 { most = 0 }
      } else if perDay.isFinite || left == 0 {
        let own = perDay.isFinite ? perDay : 0
        most = left * (days * (own + gained(kinds, name, t)) - self.days * given(kinds, name, t))
      }
      expect(used[t - 1], atMost: most, "\(kind) \(name) in \(t)")
      expect(shown[t - 1], is: most, "\(kind) \(name)'s capacity shown in \(t)")
    }
  }

  private func gained(_ kinds: Set<String>, _ name: String, _ t: Int) -> Double {
    let options = chain[.options]
    return (0..<options.count).filter {
      kinds.contains(options.text(.kind, $0)) && options.text(.target, $0) == name
    }.reduce(0) {
      let build = periodsOf(options.numbers(.buildDays)[$1])
      return $0 + modules($1, t - build) * options.numbers(.modulePerDay)[$1]
    }
  }

  private func given(_ kinds: Set<String>, _ name: String, _ t: Int) -> Double {
    let options = chain[.options]
    guard kinds.contains("line") else { return 0 }
    return (0..<options.count).filter { options.text(.donor, $0) == name }.reduce(0) {
      $0 + modules($1, t) * options.numbers(.donorLossPerDay)[$1]
    }
  }

  /// One material of a `*` link, where a disruption hits it alone.
  private mutating func checkPart(
    _ arc: Int, _ link: String, _ perDay: Double, _ carried: Double, _ t: Int
  ) {
    let material = chain[.materials].key(Int(network.pairs.material[Int(network.arcs.from[arc])]))
    guard let left = settings.disruption.parts[.init(link: link, material: material)] else {
      return
    }
    let weight = network.arcs.weight[arc]
    if left == 0 {
      expect(carried, is: 0, "\(material) on \(link) in \(t)")
    } else if perDay.isFinite {
      let most = left * days * (perDay + gained(["link"], link, t))
      expect(carried * weight, atMost: most, "\(material) on \(link) in \(t)")
    }
  }

  /// Σ use·x_lt ≤ D·G_g
  mutating func checkGroups() {
    let members = chain[.groupMembers]
    for (group, name) in chain[.groups].text(.group).enumerated() {
      for t in periods {
        let used = (0..<members.count).filter { members.text(.group, $0) == name }.reduce(0.0) {
          let line = row(.lines, members.text(.line, $1))
          return $0 + members.numbers(.use)[$1] * (line.map { schedule.runs[$0][t - 1] } ?? 0)
        }
        expect(used, atMost: days * chain[.groups].numbers(.perDay)[group], "group \(name) in \(t)")
      }
    }
  }

  // MARK: Stock

  /// I_pt = I_p,t−1 + all that comes − all that goes, 0 ≤ I ≤ maximum.
  mutating func checkStock() {
    var comes = network.pairs.site.map { _ in Array(repeating: 0.0, count: settings.periods + 1) }
    func add(_ pair: Int, _ period: Int, _ units: Double) {
      if period <= settings.periods { comes[pair][period] += units }
    }
    func pair(_ table: TableName, _ row: Int) -> Int? {
      guard let site = self.row(.sites, chain[table].text(.site, row)),
        let material = self.row(.materials, chain[table].text(.material, row))
      else { return nil }
      return network.pairs.id(site: site, material: material)
    }
    for row in 0..<chain[.stocks].count {
      guard let pair = pair(.stocks, row) else { continue }
      let isLost = settings.disruption.emptiedSites.contains(chain[.stocks].text(.site, row))
      add(pair, 1, isLost ? 0 : chain[.stocks].numbers(.onHand)[row])
      add(pair, 1, chain[.stocks].numbers(.inTransit)[row])
    }
    for row in 0..<chain[.arrivals].count {
      let day = chain[.arrivals].numbers(.day)[row]
      guard let pair = pair(.arrivals, row), day <= Double(settings.periods) * days else {
        continue
      }
      add(pair, period(ofDay: day), chain[.arrivals].numbers(.quantity)[row])
    }
    let recipes = chain[.recipes]
    for recipe in 0..<recipes.count {
      guard let line = row(.lines, recipes.text(.line, recipe)),
        let site = row(.sites, chain[.lines].text(.site, line)),
        let material = row(.materials, recipes.text(.material, recipe)),
        let pair = network.pairs.id(site: site, material: material)
      else { continue }
      let quantity = recipes.numbers(.quantity)[recipe]
      let lead = quantity < 0 ? 0 : periodsOf(chain[.lines].numbers(.leadDays)[line])
      for t in periods { add(pair, t + lead, quantity * schedule.runs[line][t - 1]) }
    }
    for arc in 0..<network.arcs.count {
      let lead = periodsOf(chain[.links].numbers(.leadDays)[Int(network.arcs.link[arc])])
      for t in periods {
        add(Int(network.arcs.from[arc]), t, -schedule.shipments[arc][t - 1])
        add(Int(network.arcs.to[arc]), t + lead, schedule.shipments[arc][t - 1])
      }
    }
    for supply in 0..<chain[.supplies].count {
      guard let pair = pair(.supplies, supply) else { continue }
      for t in periods { add(pair, t, schedule.purchases[supply][t - 1]) }
    }
    for demand in schedule.demands {
      guard let pair = pair(.demands, demand.row) else { continue }
      for t in periods { add(pair, t, -demand.delivered[t - 1]) }
    }
    for pair in comes.indices {
      let site = chain[.sites].key(Int(network.pairs.site[pair]))
      let name = site + "|" + chain[.materials].key(Int(network.pairs.material[pair]))
      let known = row(.stocks, name)
      let maximum = known.map { chain[.stocks].numbers(.maximum)[$0] } ?? .infinity
      for t in periods {
        let before = t == 1 ? 0 : schedule.stocks[pair][t - 2]
        let stock = schedule.stocks[pair][t - 1]
        expect(stock, is: before + comes[pair][t], "stock \(name) in \(t)")
        expect(0, atMost: stock, "stock \(name) in \(t)")
        expect(stock, atMost: maximum, "maximum of \(name) in \(t)")
      }
    }
  }

  // MARK: Demand

  /// s + w = D·r, or with backlog b_t = b_t−1 + D·r − s; with required demand nothing is missing.
  mutating func checkDemand() {
    for demand in schedule.demands {
      let name = demand.demand
      let rate = chain[.demands].number(.perDay, demand.row)
      var owed = 0.0
      for t in periods {
        let open = daysOpen(.demands, demand.row, t)
        let (sent, unmet) = (demand.delivered[t - 1], demand.unmet[t - 1])
        expect(0, atMost: sent, "\(name) in \(t)")
        guard let rate else {
          expect(unmet, is: 0, "\(name) without rate in \(t)")
          if open == 0 { expect(sent, is: 0, "\(name) outside its window in \(t)") }
          continue
        }
        let asked = open * rate
        expect(demand.asked[t - 1], is: asked, "asked for \(name) in \(t)")
        if isSustained {
          expect(unmet, is: max(0, asked - sent), "missing of \(name) in \(t)")
          continue
        }
        owed = (settings.backlog ? owed : 0) + asked - sent
        expect(0, atMost: owed, "more than asked for of \(name) in \(t)")
        expect(unmet, is: owed, "missing of \(name) in \(t)")
        if settings.requireDemand, !settings.backlog || t == settings.periods {
          expect(owed, atMost: 0, "required \(name) in \(t)")
        }
      }
    }
  }
}
