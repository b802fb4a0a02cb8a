// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The equations of section 4, one function for each of its lines.
extension PlanEquations {
  mutating func writeEquations() {
    writeModules()
    writeStock()
    writeGroups()
    writeLineCapacity()
    writeLinkCapacity()
    writeSupplyCapacity()
    writeDemand()
    writeBudget()
    writeWorkforce()
  }

  private func row(_ table: TableName, _ key: ColumnName, _ name: String) -> Int? {
    (0..<chain[table].count).first { chain[table].text(key, $0) == name }
  }

  /// A sum over all of something.
  private func total<Each>(_ all: some Sequence<Each>, _ sum: (Each) -> Sum) -> Sum {
    all.flatMap(sum)
  }

  // MARK: Options

  /// n_ot ≥ n_o,t−1; at least `min_modules` or none; the fixed cost with the first module.
  private mutating func writeModules() {
    let options = chain[.options]
    for option in 0..<options.count {
      let started = modules[option]
      for t in 1...periods {
        program.require(started.times(1, t - 1) + started.times(-1, t), atMost: 0)
      }
      guard let isUsed = isUsed[option] else { continue }
      let most = options.numbers(.maxModules)[option]
      let fewest = options.numbers(.minModules)[option]
      program.require(started.times(1, periods) + [(-most, isUsed)], atMost: 0)
      program.require(started.times(-1, periods) + [(fewest, isUsed)], atMost: 0)
    }
  }

  /// What one option adds to a capacity per day, from when on; a donor's loss is negative.
  private typealias Gain = (option: Int, perDay: Double, build: Int)

  /// The options that give to a target, and for a line those that take from it.
  private func gains(_ kinds: Set<String>, _ target: String) -> [Gain] {
    let options = chain[.options]
    return (0..<options.count).flatMap { option -> [Gain] in
      var gains: [Gain] = []
      if kinds.contains(options.text(.kind, option)), options.text(.target, option) == target {
        let build = periodsOf(options.numbers(.buildDays)[option])
        gains.append((option, options.numbers(.modulePerDay)[option], build))
      }
      if kinds.contains("line"), options.text(.donor, option) == target {
        gains.append((option, -options.numbers(.donorLossPerDay)[option], 0))
      }
      return gains
    }
  }

  /// Σ_{o on target} M_o n_o,t−build − Σ_{o with donor} donor_loss_o n_ot, per day.
  private func gained(_ gains: [Gain], _ t: Int) -> Sum {
    total(gains) { modules[$0.option].times($0.perDay, t - $0.build) }
  }

  // MARK: Capacities

  /// flow ≤ days · left · (perDay + gained); an unlimited capacity stays so unless nothing is left.
  private mutating func limit(
    _ flow: Sum, _ capacity: ObviousPlan.Capacity?, perDay: Double, gained: Sum, days: Double,
    left: Double
  ) {
    guard perDay.isFinite || days == 0 || left == 0 else { return }
    let scale = days * left
    let equation = program.require(
      flow + gained.map { (-scale * $0.factor, $0.variable) },
      atMost: scale == 0 ? 0 : scale * perDay)
    if let capacity { equationOf[capacity] = equation }
  }

  private mutating func writeLineCapacity() {
    for (line, name) in chain[.lines].text(.line).enumerated() {
      let perDay = chain[.lines].numbers(.runsPerDay)[line]
      let gains = gains(["line", "conversion"], name)
      for t in 1...periods {
        limit(
          runs[line].times(1, t), .init(.line, name, t), perDay: perDay,
          gained: gained(gains, t), days: days, left: settings.disruption.lines[name] ?? 1)
      }
    }
  }

  private mutating func writeLinkCapacity() {
    let materials = Array(chain[.materials].text(.material))
    for (link, name) in chain[.links].text(.link).enumerated() {
      let perDay = chain[.links].numbers(.perDay)[link]
      let carried = shipments.filter { $0.link == link }
      let gains = gains(["link"], name)
      for t in 1...periods {
        let gained = gained(gains, t)
        limit(
          total(carried) { $0.quantity.times($0.weight, t) }, .init(.link, name, t),
          perDay: perDay, gained: gained, days: days, left: settings.disruption.links[name] ?? 1)
        if settings.disruption.links[name] == 0 {
          // What weighs nothing is stopped too.
          program.require(total(carried) { $0.quantity.times(1, t) }, atMost: 0)
        }
        for shipment in carried {
          let part = ObviousPlan.Disruption.Part(link: name, material: materials[shipment.material])
          guard let left = settings.disruption.parts[part] else { continue }
          limit(
            shipment.quantity.times(left == 0 ? 1 : shipment.weight, t), nil, perDay: perDay,
            gained: gained, days: days, left: left)
        }
      }
    }
  }

  private mutating func writeSupplyCapacity() {
    for (supply, name) in chain[.supplies].text(.supply).enumerated() {
      let perDay = chain[.supplies].numbers(.perDay)[supply]
      let gains = gains(["supplier"], name)
      for t in 1...periods {
        limit(
          purchases[supply].times(1, t), .init(.supply, name, t), perDay: perDay,
          gained: gained(gains, t), days: daysOpen(.supplies, supply, t),
          left: settings.disruption.supplies[name] ?? 1)
      }
    }
  }

  /// Σ use·x_lt ≤ D·G_g
  private mutating func writeGroups() {
    let members = chain[.groupMembers]
    for (group, name) in chain[.groups].text(.group).enumerated() {
      for t in 1...periods {
        let own = (0..<members.count).filter { members.text(.group, $0) == name }
        let used = total(own) { member in
          let line = row(.lines, .line, members.text(.line, member))
          return line.map { runs[$0].times(members.numbers(.use)[member], t) } ?? []
        }
        limit(
          used, .init(.group, name, t), perDay: chain[.groups].numbers(.perDay)[group], gained: [],
          days: days, left: 1)
      }
    }
  }

  // MARK: Demand

  /// s + w = D·r, or with backlog b_t = b_t−1 + D·r − s.
  private mutating func writeDemand() {
    for (demand, rate) in chain[.demands].numbers(.perDay).enumerated() {
      guard let unmet = unmet[demand] else { continue }
      for t in 1...periods {
        let earlier = settings.backlog ? unmet.times(-1, t - 1) : []
        program.require(
          unmet.times(1, t) + earlier + delivered[demand].times(1, t),
          equals: daysOpen(.demands, demand, t) * rate)
      }
    }
  }

  // MARK: Money and people

  /// What may be committed up to a period.
  private func budget(_ t: Int) -> Double {
    if let budget = settings.budget { return budget }
    let rows = zip(chain[.budget].numbers(.day), chain[.budget].numbers(.cumulative))
      .sorted { $0.0 < $1.0 }
    let limits = rows.map { (period: min(period(ofDay: $0.0), periods), amount: $0.1) }
    let own = limits.filter { $0.period == t }.map(\.amount).min() ?? .infinity
    guard let last = limits.last, t > last.period else { return own }
    return last.amount
  }

  /// Σ cost_per_module n_ot ≤ budget(t)
  private mutating func writeBudget() {
    let prices = chain[.options].numbers(.costPerModule)
    for t in 1...periods where budget(t).isFinite {
      equationOf[.init(.budget, "", t)] = program.require(
        total(prices.indices) { modules[$0].times(prices[$0], t) }, atMost: budget(t))
    }
  }

  /// Where an option's building work is done.
  private func buildingSite(_ option: Int) -> String {
    let target = chain[.options].text(.target, option)
    switch chain[.options].text(.kind, option) {
    case "supplier":
      return row(.supplies, .supply, target).map { chain[.supplies].text(.site, $0) } ?? ""
    case "link":
      return row(.links, .link, target).map { chain[.links].text(.fromSite, $0) } ?? ""
    default:
      return row(.lines, .line, target).map { chain[.lines].text(.site, $0) } ?? ""
    }
  }

  /// Workers of lines and of building sites ≤ W_st, W_st = W_s,t−1 + h_st.
  private mutating func writeWorkforce() {
    let (lines, options) = (chain[.lines], chain[.options])
    for (site, name) in chain[.sites].text(.site).enumerated() {
      guard let there = workers[site], let hired = hires[site] else { continue }
      let own = (0..<lines.count).filter { lines.text(.site, $0) == name }
      let built = (0..<options.count).filter { buildingSite($0) == name }
      for t in 1...periods {
        let running = total(own) {
          runs[$0].times(lines.numbers(.workersPerDailyRun)[$0] / days, t)
        }
        let building = total(built) {
          let (people, build) =
            (options.numbers(.buildWorkers)[$0], periodsOf(options.numbers(.buildDays)[$0]))
          return modules[$0].times(people, t) + modules[$0].times(-people, t - build)
        }
        equationOf[.init(.workforce, name, t)] = program.require(
          running + building + there.times(-1, t), atMost: 0)
        program.require(
          there.times(1, t) + there.times(-1, t - 1) + hired.times(-1, t),
          equals: t == 1 ? chain[.sites].numbers(.workers)[site] : 0)
      }
    }
  }
}
