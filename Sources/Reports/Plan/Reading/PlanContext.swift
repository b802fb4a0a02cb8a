// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import FlowNetworks
import Localization
import ValueChains

/// Everything the sections of a plan's report read from, computed once.
struct PlanContext {
  let plan: CapacityPlan
  let wording: Wording
  let names: ChainNames
  let periods: PeriodWording
  let regions: PlanRegions
  /// How well founded the figures are that the plan rests on.
  let tally: [(table: TableName, counts: [FigureKind: Int])]
  /// Capacities left empty, which count as not limited.
  let unlimitedCapacities: Int
  let courses: [MaterialCourse]
  /// The options used, the first to start first.
  let options: [PlannedOption]
  let comparison: PlanComparison?

  var chain: ValueChain { plan.chain }
  var network: FlowNetwork { plan.network }
  var schedule: PlanSchedule? { plan.schedule }
  var isOwed: Bool { plan.request.backlog }

  init(_ plan: CapacityPlan, _ language: Language, comparedWith earlier: PlanFigures?) {
    self.plan = plan
    let chain = plan.chain
    let wording = Wording(language: language, currency: chain.currency)
    self.wording = wording
    let names = ChainNames(chain, wording)
    self.names = names
    periods = PeriodWording(
      periods: plan.request.grid.periods, periodDays: plan.request.grid.periodDays,
      wording: wording)
    regions = PlanRegions(chain: chain, wording: wording)
    let figures = FigureSources(chain, columns: Self.columns)
    tally = figures.tally()
    unlimitedCapacities = figures.unlimitedCapacities()
    courses = MaterialCourse.all(plan)
    options = (plan.schedule?.modules ?? []).map { PlannedOption($0, chain, names) }
      .enumerated().sorted {
        ($0.element.firstStart, $0.offset) < ($1.element.firstStart, $1.offset)
      }.map(\.element)
    let owners = Self.firstDemands(chain)
    comparison = earlier.map {
      PlanComparison(
        earlier: $0.joined { owners[$0] ?? $0 },
        now: PlanFigures(plan).joined { owners[$0] ?? $0 })
    }
  }

  /// Columns that a plan rests on: those of an assessment, and what money, people and options say.
  private static let columns: [(table: TableName, columns: [ColumnName])] = [
    (.demands, [.perDay, .valuePerUnit]),
    (
      .options,
      [
        .modulePerDay, .maxModules, .costPerModule, .buildDays, .buildWorkers, .donorLossPerDay,
        .fixedCost,
      ]
    ), (.budget, [.cumulative]), (.stocks, [.onHand, .inTransit, .maximum, .holdingCostPerDay]),
    (.arrivals, [.quantity, .day]),
    (.lines, [.runsPerDay, .leadDays, .costPerRun, .workersPerDailyRun]), (.recipes, [.quantity]),
    (.supplies, [.perDay, .costPerUnit]), (.links, [.perDay, .leadDays, .costPerUnit]),
    (.sites, [.workers, .hiresPerDay, .costPerHire]), (.groups, [.perDay]), (.groupMembers, [.use]),
  ]

  /// For each demand the first one for the same material at the same site: how deliveries are
  /// spread over such demands is often one of several equally good ways.
  private static func firstDemands(_ chain: ValueChain) -> [String: String] {
    let demands = chain[.demands]
    var first: [[String]: String] = [:]
    var owners: [String: String] = [:]
    for row in 0..<demands.count {
      let place = [demands.text(.site, row), demands.text(.material, row)]
      let key = demands.key(row)
      owners[key] = first[place] ?? key
      if first[place] == nil { first[place] = key }
    }
    return owners
  }

  // MARK: Names and figures

  func unit(_ material: Int) -> String { chain[.materials].text(.unit, material) }

  /// The name of a material in quotation marks, for sentences.
  func quoted(_ material: Int) -> Markup { wording.quoted(names.name(.materials, material)) }

  func quantity(_ value: Double, _ material: Int) -> String {
    wording.quantity(value, unit(material))
  }

  /// The objective or a change of it, in what the question counts.
  func objective(_ value: Double) -> String {
    if case .sustainedRate = plan.request.goal {
      return wording.say(
        de: "das \(wording.number(value, 2))-fache", en: "\(wording.number(value, 2)) times")
    }
    return wording.money(value)
  }

  var objectiveName: String {
    switch plan.request.goal {
    case .leastCost: wording.say(de: "Kosten zusammen", en: "cost in all")
    case .mostOutput: wording.say(de: "Wert des Gelieferten", en: "value delivered")
    case .sustainedRate: wording.say(de: "gehaltene Rate", en: "sustained rate")
    }
  }

  func modules(_ count: Double) -> String {
    let text = wording.number(count, count < 10 ? 2 : 1)
    return text == "1"
      ? wording.say(de: "1\u{A0}Modul", en: "1\u{A0}module")
      : wording.say(de: "\(text)\u{A0}Module", en: "\(text)\u{A0}modules")
  }

  func people(_ count: Double) -> String {
    let text = wording.number(count, count < 10 ? 1 : 0)
    return text == "1"
      ? wording.say(de: "1\u{A0}Person", en: "1\u{A0}person")
      : wording.say(de: "\(text)\u{A0}Personen", en: "\(text)\u{A0}people")
  }

  func kind(_ kind: CapacityValue.Kind) -> String {
    let label =
      switch kind {
      case .line: LocalizedText(de: "Linie", en: "line")
      case .link: LocalizedText(de: "Verbindung", en: "link")
      case .supply: LocalizedText(de: "Bezug", en: "supply")
      case .stock: LocalizedText(de: "Bestand", en: "stock")
      case .group: LocalizedText(de: "gemeinsame Kapazität", en: "shared capacity")
      case .budget: LocalizedText(de: "Budget", en: "budget")
      case .workforce: LocalizedText(de: "Personal", en: "people")
      }
    return label[wording.language]
  }

  /// The name of what limits.
  func name(_ kind: CapacityValue.Kind, _ key: String) -> String {
    func named(_ table: TableName) -> String {
      names.row(table, key).map { names.plain(table, $0) } ?? key
    }
    switch kind {
    case .line: return named(.lines)
    case .link: return named(.links)
    case .supply: return named(.supplies)
    case .group: return named(.groups)
    case .workforce: return named(.sites)
    case .budget: return wording.say(de: "Geld für Module", en: "money for modules")
    case .stock:
      let parts = key.split(separator: "|", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return key }
      let site = names.row(.sites, parts[0]).map { names.plain(.sites, $0) } ?? parts[0]
      let material =
        names.row(.materials, parts[1]).map { names.plain(.materials, $0) } ?? parts[1]
      return "\(material) · \(site)"
    }
  }

  /// A demand in words: its material and site.
  func demandTitle(_ key: String) -> String {
    names.row(.demands, key).map { names.plain(.demands, $0) } ?? key
  }

  func demandUnit(_ key: String) -> String {
    guard let row = names.row(.demands, key) else { return "" }
    let unit = names.row(.materials, chain[.demands].text(.material, row)).map(unit) ?? ""
    return unit.isEmpty ? periods.each : "\(unit) \(periods.each)"
  }

  func optionName(_ key: String) -> String {
    names.row(.options, key).map { names.plain(.options, $0) } ?? key
  }

  func siteName(_ key: String) -> String {
    names.row(.sites, key).map { names.plain(.sites, $0) } ?? key
  }
}
