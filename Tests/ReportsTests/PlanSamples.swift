// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import Localization
import ValueChains

@testable import CapacityPlanning
@testable import Reports

/// Plans that reports are tried on: real ones, and parts made by hand.
enum PlanSamples {
  /// The small chain with people, regions, options of every kind and a civil line that gives.
  static func chain(name: String = "Motor", perDay: Double = 4) -> ValueChain {
    let small = ReportSamples.small(name: name, perDay: perDay)
    var chain = ValueChain(name: "small", title: small.title, currency: "EUR")
    for table in TableName.allCases where ![.sites, .lines, .supplies].contains(table) {
      chain[table] = small[table]
    }
    for row in 0..<small[.sites].count {
      let key = small[.sites].key(row)
      chain[.sites].append([
        .site: .init(key), .name: .init(small[.sites].text(.name, row)),
        .country: .init(small[.sites].text(.country, row)),
        .region: key == "werk" ? "DEG01" : key == "hamburg" ? "DE600" : .empty,
        .latitude: .init(small[.sites].number(.latitude, row)),
        .longitude: .init(small[.sites].number(.longitude, row)),
        .workers: key == "werk" ? 22 : .empty, .hiresPerDay: 0.2, .costPerHire: 5000,
      ])
    }
    chain[.supplies].append([
      .supply: "cl", .site: "mine", .material: "kupfer", .perDay: 20, .country: "CL",
      .costPerUnit: 9,
    ])
    chain[.lines].append([
      .line: "montage", .site: "werk", .name: .init(name), .runsPerDay: 2, .costPerRun: 300,
      .workersPerDailyRun: 8, .leadDays: 4,
    ])
    chain[.lines].append([
      .line: "zivil", .site: "werk", .name: .init("\(name) zivil"), .runsPerDay: 3,
      .workersPerDailyRun: 2,
    ])
    chain[.recipes].append([.line: "zivil", .material: "kupfer", .quantity: -1])
    chain[.recipes].append([.line: "zivil", .material: "kessel", .quantity: 1])
    chain[.materials].append([.material: "kessel", .name: .init("\(name) K"), .unit: "Stück"])
    chain[.demands].append([
      .demand: "markt", .site: "werk", .material: "kessel", .valuePerUnit: 10,
    ])
    chain[.options].append([
      .option: "bau", .name: .init("\(name) Halle"), .kind: "line", .target: "montage",
      .modulePerDay: 0.5, .maxModules: 3, .costPerModule: 9000, .buildDays: 60, .buildWorkers: 2,
    ])
    chain[.options].append([
      .option: "umbau", .name: .init("\(name) Umbau"), .kind: "conversion", .target: "montage",
      .modulePerDay: 0.4, .maxModules: 2, .costPerModule: 4000, .buildDays: 30, .donor: "zivil",
      .donorLossPerDay: 0.5,
    ])
    chain[.options].append([
      .option: "bezug", .name: .init("\(name) Bezug"), .kind: "supplier", .target: "cl",
      .modulePerDay: 5, .maxModules: 2, .costPerModule: 700, .buildDays: 20,
    ])
    return chain
  }

  static func plan(
    _ chain: ValueChain, periods: Int = 8, periodDays: Double = 30,
    _ change: (inout PlanRequest) -> Void = { _ in }
  ) async throws -> CapacityPlan {
    var request = PlanRequest(PeriodGrid(periods: periods, periodDays: periodDays))
    change(&request)
    return try await Planner(FlowNetwork(chain), request).run()
  }

  /// A plan with an answer to every question.
  static func full(name: String = "Motor") async throws -> CapacityPlan {
    var plan = try await plan(chain(name: name)) {
      $0.alternatives = 0.02
      $0.samples = 40
    }
    let values = [
      CapacityValue(kind: .line, name: "montage", period: 3, oneLess: 1000, oneMore: -2.5),
      CapacityValue(
        kind: .stock, name: "werk|kupfer", period: 1, oneLess: nil, oneMore: nil),
      CapacityValue(kind: .budget, name: "", period: 2, oneLess: 0.5, oneMore: -0.25),
      CapacityValue(kind: .workforce, name: "werk", period: 4, oneLess: 40, oneMore: -40),
    ]
    plan.capacityValues = values
    plan.mostOutput = 900_000
    plan.bottlenecks = [
      Bottleneck(
        value: values[0], periods: 2...5, measure: .cost, leadDays: 34,
        text: LocalizedText(de: "Satz mit Engpass: \(name).", en: "Sentence of limit: \(name)."))
    ]
    plan.optionEffects = [
      OptionEffect(option: "bau", alone: 500_000, without: 700_000, modulesAlone: 2.5),
      OptionEffect(option: "umbau", alone: nil, without: nil, modulesAlone: 0),
    ]
    plan.alternatives = alternatives(plan)
    plan.sensitivity = sensitivity(plan.objective ?? 0)
    return plan
  }

  static func alternatives(_ plan: CapacityPlan) -> [AlternativePlan] {
    var other = plan.schedule
    other?.modules.removeLast()
    other?.measures.jobsMoved = 0
    return [
      AlternativePlan(
        aim: .fewestJobsMoved, schedule: other, cost: (plan.objective ?? 0) * 1.015, reason: nil),
      AlternativePlan(
        aim: .leastSingleSource, schedule: nil, cost: nil,
        reason: LocalizedText(de: "Grund: keine Wahl.", en: "Reason: no choice.")),
    ]
  }

  static func sensitivity(_ center: Double) -> PlanSensitivity {
    let objectives = (0..<38).map { center * (0.9 + 0.005 * Double(($0 * 17) % 38)) }
    let sorted = objectives.sorted()
    return PlanSensitivity(
      samples: 40, seed: 7, infeasible: 2,
      quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map {
        (share: $0, value: sorted[Int($0 * Double(sorted.count - 1))])
      }, mean: center, objectives: objectives, uncertainFigures: 3,
      drivers: [
        .init(
          table: "stocks", key: "werk|kupfer", column: "on_hand", low: 40, likely: 60, high: 80,
          atLow: center * 1.1, atHigh: center * 0.95, correlation: -0.8),
        .init(
          table: "lines", key: "montage", column: "runs_per_day", low: 1, likely: 2, high: 3,
          atLow: nil, atHigh: center * 0.9, correlation: -0.5),
        .init(
          table: "nirgends", key: "x", column: "y", low: 0, likely: 0, high: 0, atLow: center,
          atHigh: center, correlation: 0),
      ])
  }

  static func infeasible(name: String = "Motor") -> CapacityPlan {
    var request = PlanRequest(PeriodGrid(periods: 12, periodDays: 7))
    request.requireDemand = true
    var plan = CapacityPlan(
      network: FlowNetwork(chain(name: name)), request: request, findings: [],
      status: .infeasible)
    plan.cause = PlanCause(
      parts: [
        PlanCause.Part(
          kind: "demand", name: "d", periods: 2...3,
          text: LocalizedText(de: "Teil 1: \(name)", en: "Part 1: \(name)")),
        PlanCause.Part(
          kind: "line", name: "montage", periods: nil,
          text: LocalizedText(de: "Teil 2", en: "Part 2")),
      ], text: LocalizedText(de: "Widerspruch benannt.", en: "Contradiction named."))
    return plan
  }

  /// An earlier plan that built less.
  static func earlier(_ plan: CapacityPlan) -> PlanFigures {
    var figures = PlanFigures(plan)
    figures.objective = figures.objective.map { $0 * 1.1 }
    figures.modules["bau"] = 0
    figures.modules["abgeschafft"] = 2
    figures.delivered = figures.delivered.mapValues { $0.map { $0 * 0.5 } }
    figures.cost?.modules += 1000
    return figures
  }
}
