// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import Localization

/// Tables of what was asked beyond the plan itself.
extension PlanTables {
  static func values(_ values: [CapacityValue]) -> String {
    csv(
      ["kind", "name", "period", "oneLess", "oneMore"],
      values.map {
        [
          $0.kind.rawValue, $0.name, String($0.period), number($0.oneLess), number($0.oneMore),
        ]
      })
  }

  static func options(_ effects: [OptionEffect]) -> String {
    csv(
      ["option", "alone", "without", "modulesAlone"],
      effects.map {
        [$0.option, number($0.alone), number($0.without), number($0.modulesAlone)]
      })
  }

  static func alternatives(_ plans: [AlternativePlan], _ language: Language) -> String {
    csv(
      [
        "aim", "cost", "conversions", "jobsMoved", "foreignShare", "unknownOriginShare",
        "singleSourceExposure", "reason",
      ],
      plans.map { plan in
        let measures = plan.schedule?.measures
        return [
          plan.aim.rawValue, number(plan.cost), number(measures?.conversions),
          number(measures?.jobsMoved), number(measures?.foreignShare),
          number(measures?.unknownOriginShare), number(measures?.singleSourceExposure),
          plan.reason?[language] ?? "",
        ]
      })
  }

  static func alternativeModules(_ plans: [AlternativePlan]) -> String {
    csv(
      ["aim", "option", "total"],
      plans.flatMap { plan in
        (plan.schedule?.modules ?? []).map { [plan.aim.rawValue, $0.option, number($0.total)] }
      })
  }

  static func sensitivity(_ result: PlanSensitivity) -> String {
    csv(
      ["figure", "value"],
      [
        ["samples", String(result.samples)], ["seed", String(result.seed)],
        ["infeasible", String(result.infeasible)],
        ["uncertainFigures", String(result.uncertainFigures)], ["mean", number(result.mean)],
      ]
        + result.quantiles.map { ["quantile \(number($0.share))", number($0.value)] }
        + result.objectives.enumerated().map { ["objective \($0 + 1)", number($1)] })
  }

  static func drivers(_ result: PlanSensitivity) -> String {
    csv(
      ["table", "key", "column", "low", "likely", "high", "atLow", "atHigh", "correlation"],
      result.drivers.map { driver in
        [driver.table, driver.key, driver.column]
          + [
            driver.low, driver.likely, driver.high, driver.atLow, driver.atHigh,
            driver.correlation,
          ].map(number)
      })
  }
}
