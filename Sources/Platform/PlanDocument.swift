// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization

/// The JSON shape of `plan`, format version 1: fields may be added, never renamed.
public enum PlanDocument {
  public static func json(_ plan: CapacityPlan, _ language: Language) -> JSONValue {
    .object(
      AssessmentDocument.head(plan.chain, plan.findings, language) + [
        ("sense", .text(plan.isMaximised ? "maximise" : "minimise")),
        ("goal", .text(goal(plan.request.goal))),
        ("status", .text(plan.status.rawValue)),
        ("objective", JSONValue(plan.objective)),
        ("gap", .number(plan.gap)),
        ("cause", plan.cause.map { cause($0, language) } ?? .null),
        ("periods", .number(Double(plan.request.grid.periods))),
        ("periodDays", .number(plan.request.grid.periodDays)),
      ] + result(plan) + answers(plan, language))
  }

  private static func goal(_ goal: PlanRequest.Goal) -> String {
    switch goal {
    case .leastCost: "least-cost"
    case .mostOutput: "most-output"
    case .sustainedRate: "sustained-rate"
    }
  }

  private static func cause(_ cause: PlanCause, _ language: Language) -> JSONValue {
    .object([
      ("text", .text(cause.text[language])),
      (
        "parts",
        .array(
          cause.parts.map { part in
            .object([
              ("kind", .text(part.kind)), ("name", .text(part.name)),
              ("firstPeriod", JSONValue((part.periods?.lowerBound).map(Double.init))),
              ("lastPeriod", JSONValue((part.periods?.upperBound).map(Double.init))),
              ("text", .text(part.text[language])),
            ])
          })
      ),
    ])
  }

  // MARK: What the plan does

  private static func result(_ plan: CapacityPlan) -> [(String, JSONValue)] {
    guard let schedule = plan.schedule else { return [] }
    let delivered = schedule.demands.flatMap { demand in
      course(demand.delivered) { period, quantity in
        [("demand", .text(demand.demand)), ("period", period), ("quantity", quantity)]
      }
    }
    let unmet = schedule.demands.flatMap { demand in
      course(demand.unmet) { period, quantity in
        [("demand", .text(demand.demand)), ("period", period), ("quantity", quantity)]
      }
    }
    let workers = schedule.workforce.flatMap { site in
      course(site.employed) { period, workers in
        [("site", .text(site.name)), ("period", period), ("workers", workers)]
      }
    }
    return [
      ("modules", modules(schedule)),
      ("donorLosses", .array(schedule.donorLosses.map(donorLoss))),
      ("delivered", .array(delivered)),
      ("deliveredTotal", .number(schedule.deliveredTotal)),
      (plan.request.backlog ? "owed" : "unmet", .array(unmet)),
      ("workers", .array(workers)),
      ("cost", cost(schedule.totalCost)),
      (
        "costBySite",
        .array(
          schedule.costs.map { site in
            .object([("site", .text(site.name)), ("cost", cost(site.cost))])
          })
      ),
      ("measures", measures(schedule.measures)),
    ]
      + (plan.sustained.isEmpty
        ? []
        : [
          (
            "sustained",
            .array(
              plan.sustained.map {
                .object([
                  ("site", .text($0.site)), ("material", .text($0.material)),
                  ("perDay", .number($0.perDay)), ("askedPerDay", JSONValue($0.askedPerDay)),
                ])
              })
          )
        ])
  }

  /// One object for each period with a value, periods from 1.
  private static func course(
    _ values: [Double], _ entries: (JSONValue, JSONValue) -> [(String, JSONValue)]
  ) -> [JSONValue] {
    values.enumerated().filter { $0.element > 0 }.map {
      .object(entries(.number(Double($0.offset + 1)), .number($0.element)))
    }
  }

  private static func modules(_ schedule: PlanSchedule) -> JSONValue {
    .array(
      schedule.modules.map { build in
        .object([
          ("option", .text(build.option)), ("total", .number(build.total)),
          (
            "started",
            .array(
              build.started.map {
                .object([("period", .number(Double($0.period))), ("count", .number($0.count))])
              })
          ), ("buildPeriods", .number(Double(build.buildPeriods))),
        ])
      })
  }

  private static func donorLoss(_ loss: DonorLoss) -> JSONValue {
    .object([
      ("option", .text(loss.option)), ("line", .text(loss.line)),
      ("runsPerDay", .number(loss.runsPerDay)), ("workers", .number(loss.workers)),
      ("runs", .number(loss.runs)),
      (
        "products",
        .array(
          loss.products.map {
            .object([
              ("material", .text($0.material)), ("units", .number($0.units)),
              ("value", JSONValue($0.value)),
            ])
          })
      ),
    ])
  }

  static func cost(_ cost: PlanCost) -> JSONValue {
    .object([
      ("unmet", .number(cost.unmet)), ("running", .number(cost.running)),
      ("transport", .number(cost.transport)), ("purchases", .number(cost.purchases)),
      ("holding", .number(cost.holding)), ("modules", .number(cost.modules)),
      ("fixed", .number(cost.fixed)), ("hiring", .number(cost.hiring)),
      ("total", .number(cost.total)),
    ])
  }

  static func measures(_ measures: PlanMeasures) -> JSONValue {
    .object([
      ("jobsMoved", .number(measures.jobsMoved)),
      ("foreignShare", JSONValue(measures.foreignShare)),
      ("unknownOriginShare", JSONValue(measures.unknownOriginShare)),
      ("conversions", .number(measures.conversions)),
      ("singleSourceExposure", JSONValue(measures.singleSourceExposure)),
    ])
  }

  // MARK: What else was asked

  private static func answers(_ plan: CapacityPlan, _ language: Language) -> [(String, JSONValue)] {
    var entries: [(String, JSONValue)] = []
    if plan.schedule != nil {
      entries.append(("mostOutput", JSONValue(plan.mostOutput)))
      entries.append(("whyNotMore", .array(plan.bottlenecks.map { bottleneck($0, language) })))
    }
    if let values = plan.capacityValues {
      entries.append(("capacityValue", .array(values.map { .object(value($0)) })))
    }
    if let effects = plan.optionEffects {
      entries.append(("optionEffects", .array(effects.map(effect))))
    }
    if let alternatives = plan.alternatives {
      entries.append(("alternatives", .array(alternatives.map { alternative($0, language) })))
    }
    if let sensitivity = plan.sensitivity {
      entries.append(("sensitivity", self.sensitivity(sensitivity)))
    }
    return entries
  }

  private static func value(_ value: CapacityValue) -> [(String, JSONValue)] {
    [
      ("kind", .text(value.kind.rawValue)), ("name", .text(value.name)),
      ("period", .number(Double(value.period))), ("oneLess", JSONValue(value.oneLess)),
      ("oneMore", JSONValue(value.oneMore)),
    ]
  }

  private static func bottleneck(_ bottleneck: Bottleneck, _ language: Language) -> JSONValue {
    .object(
      value(bottleneck.value) + [
        ("firstPeriod", .number(Double(bottleneck.periods.lowerBound))),
        ("lastPeriod", .number(Double(bottleneck.periods.upperBound))),
        ("leadDays", .number(bottleneck.leadDays)), ("text", .text(bottleneck.text[language])),
      ])
  }

  private static func effect(_ effect: OptionEffect) -> JSONValue {
    .object([
      ("option", .text(effect.option)), ("alone", JSONValue(effect.alone)),
      ("without", JSONValue(effect.without)), ("modulesAlone", .number(effect.modulesAlone)),
    ])
  }

  private static func alternative(_ plan: AlternativePlan, _ language: Language) -> JSONValue {
    .object([
      ("aim", .text(plan.aim.rawValue)), ("cost", JSONValue(plan.cost)),
      ("modules", plan.schedule.map(modules) ?? .null),
      ("measures", plan.schedule.map { measures($0.measures) } ?? .null),
      ("reason", plan.reason.map { .text($0[language]) } ?? .null),
    ])
  }

  private static func sensitivity(_ result: PlanSensitivity) -> JSONValue {
    .object([
      ("samples", .number(Double(result.samples))), ("seed", .number(Double(result.seed))),
      ("infeasible", .number(Double(result.infeasible))),
      ("uncertainFigures", .number(Double(result.uncertainFigures))),
      ("mean", .number(result.mean)),
      (
        "quantiles",
        .array(
          result.quantiles.map {
            .object([("share", .number($0.share)), ("value", .number($0.value))])
          })
      ),
      (
        "drivers",
        .array(
          result.drivers.map { driver in
            .object([
              ("table", .text(driver.table)), ("key", .text(driver.key)),
              ("column", .text(driver.column)), ("low", .number(driver.low)),
              ("likely", .number(driver.likely)), ("high", .number(driver.high)),
              ("atLow", JSONValue(driver.atLow)), ("atHigh", JSONValue(driver.atHigh)),
              ("correlation", .number(driver.correlation)),
            ])
          })
      ),
    ])
  }
}
