// SPDX-License-Identifier: Apache-2.0
import ValueChains

/// The variables of section 4, named as there, and their part of the objective.
///
/// The equations over them are written in `PlanEquations+Writing.swift`.
struct PlanEquations {
  typealias Series = WrittenProgram.Series
  typealias Sum = WrittenProgram.Sum

  /// What one link does with one material: f_kt.
  struct Shipment {
    let link: Int
    let material: Int
    /// How much of the link's capacity a unit takes, and times which its cost counts.
    let weight: Double
    let quantity: Series
  }

  let chain: ValueChain
  let settings: ObviousPlan.Settings
  var program = WrittenProgram()

  /// x_lt, by row of `lines`; likewise below.
  private(set) var runs: [Series] = []
  private(set) var shipments: [Shipment] = []
  /// z_et
  private(set) var purchases: [Series] = []
  /// I_pt, by row of `sites` and row of `materials`.
  private(set) var endStock: [[Series]] = []
  /// s_dt
  private(set) var delivered: [Series] = []
  /// w_dt, or with backlog b_dt; nil for a demand that takes all that can be made.
  private(set) var unmet: [Series?] = []
  /// n_ot
  private(set) var modules: [Series] = []
  /// Whether an option is used at all; nil where nothing depends on it.
  private(set) var isUsed: [Int?] = []
  /// W_st and h_st; nil where no workers are stated.
  private(set) var workers: [Series?] = []
  private(set) var hires: [Series?] = []
  /// Which equation holds which capacity.
  var equationOf: [ObviousPlan.Capacity: Int] = [:]

  init(_ chain: ValueChain, _ settings: ObviousPlan.Settings) {
    self.chain = chain
    self.settings = settings
    addFlows()
    addStock()
    addDemands()
    addOptions()
    addWorkers()
    writeEquations()
  }

  var periods: Int { settings.periods }
  var days: Double { settings.periodDays }

  // MARK: Time

  /// Days as whole periods, rounded up; as in the product, rounding of a division is not a day.
  func periodsOf(_ days: Double) -> Int { Int((days / self.days - 1e-9).rounded(.up)) }

  /// Day n lies in period ceil(n / D).
  func period(ofDay day: Double) -> Int { max(1, periodsOf(day)) }

  /// How many days of a window, both ends included, lie in a period.
  func daysOpen(_ table: TableName, _ row: Int, _ period: Int) -> Double {
    let from = chain[table].numbers(.fromDay)[row]
    let to = chain[table].numbers(.toDay)[row]
    guard from <= to else { return 0 }
    let (before, last) = (Double(period - 1) * days, Double(period) * days)
    return max(0, min(last, to) - max(before, from - 1))
  }

  // MARK: Variables

  /// Costs do not count where the goal is the most output.
  private func cost(_ amount: Double) -> Double { settings.goal == .leastCost ? amount : 0 }

  private mutating func addFlows() {
    for price in chain[.lines].numbers(.costPerRun) {
      runs.append(program.series(periods, cost: cost(price)))
    }
    for price in chain[.supplies].numbers(.costPerUnit) {
      purchases.append(program.series(periods, cost: cost(price)))
    }
    let links = chain[.links]
    let masses = (0..<chain[.materials].count).map { chain[.materials].number(.kgPerUnit, $0) ?? 0 }
    let useful = UsefulPlaces(chain)
    for (link, price) in links.numbers(.costPerUnit).enumerated() {
      let isStar = links.text(.material, link) == "*"
      for (material, name) in chain[.materials].text(.material).enumerated() {
        let isCarried =
          isStar
          ? !settings.starLinksCarryOnlyWhatIsOfUse
            || useful.isOfUse(name, at: links.text(.toSite, link))
          : links.text(.material, link) == name
        guard isCarried else { continue }
        let weight = isStar ? masses[material] : 1
        let quantity = program.series(periods, cost: cost(price * weight))
        shipments.append(
          Shipment(link: link, material: material, weight: weight, quantity: quantity))
      }
    }
  }

  private mutating func addStock() {
    let stocks = chain[.stocks]
    let holding = stocks.numbers(.holdingCostPerDay)
    let maximum = stocks.numbers(.maximum)
    for site in chain[.sites].text(.site) {
      var ofSite: [Series] = []
      for material in chain[.materials].text(.material) {
        let row = (0..<stocks.count).first {
          stocks.text(.site, $0) == site && stocks.text(.material, $0) == material
        }
        ofSite.append(
          program.series(
            periods, cost: row.map { cost(holding[$0] * days) } ?? 0,
            upper: row.map { maximum[$0] } ?? .infinity))
      }
      endStock.append(ofSite)
    }
  }

  private mutating func addDemands() {
    let all = 1...periods
    for (demand, value) in chain[.demands].numbers(.valuePerUnit).enumerated() {
      let earned = all.map { _ in settings.goal == .mostOutput ? value : 0 }
      let isRated = chain[.demands].number(.perDay, demand) != nil
      delivered.append(
        program.series(
          costs: earned,
          limits: all.map { isRated || daysOpen(.demands, demand, $0) > 0 ? .infinity : 0 }))
      unmet.append(
        isRated
          ? program.series(
            costs: all.map { _ in cost(value) },
            limits: all.map { period in
              let mayWait = settings.backlog && period < periods
              return settings.requireDemand && !mayWait ? 0 : .infinity
            }) : nil)
    }
  }

  private mutating func addOptions() {
    let options = chain[.options]
    let all = 1...periods
    for (option, price) in options.numbers(.costPerModule).enumerated() {
      let from = options.numbers(.fromDay)[option]
      let most = options.numbers(.maxModules)[option]
      modules.append(
        program.series(
          costs: all.map { $0 == periods ? cost(price) : 0 },
          limits: all.map { Double($0 - 1) * days + 1 >= from ? most : 0 },
          isWhole: settings.wholeModules))
      let fixed = options.numbers(.fixedCost)[option]
      let isSwitched = fixed > 0 || options.numbers(.minModules)[option] > 0
      precondition(!isSwitched || most.isFinite, "A switched option states max_modules")
      isUsed.append(
        isSwitched ? program.variable(cost: cost(fixed), upper: 1, isWhole: true) : nil)
    }
  }

  private mutating func addWorkers() {
    let hiring = chain[.sites].numbers(.costPerHire)
    let perDay = chain[.sites].numbers(.hiresPerDay)
    for site in 0..<chain[.sites].count {
      let isLimited = chain[.sites].number(.workers, site) != nil
      workers.append(isLimited ? program.series(periods) : nil)
      hires.append(
        isLimited
          ? program.series(periods, cost: cost(hiring[site]), upper: perDay[site] * days) : nil)
    }
  }
}
