// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning
import DelimitedText
import FlowNetworks
import Localization
import Reports
import ValueChains

/// A plan as CSV tables: UTF-8, comma, decimal point, one header row.
public enum PlanTables {
  /// File names and contents; tables that were not asked for are left out.
  public static func files(_ plan: CapacityPlan, _ language: Language) -> [(
    name: String, content: String
  )] {
    var files = [("summary.csv", summary(plan, language))]
    if let schedule = plan.schedule {
      files += [
        ("modules.csv", PlanDataFiles.modules(schedule)),
        ("delivered.csv", PlanDataFiles.delivered(schedule)),
        ("workers.csv", workers(plan, schedule)), ("cost.csv", cost(plan, schedule)),
        ("use.csv", use(plan, schedule)), ("bottlenecks.csv", bottlenecks(plan, language)),
      ]
    }
    if let cause = plan.cause { files.append(("cause.csv", self.cause(cause, language))) }
    if let values = plan.capacityValues {
      files.append(("capacity_values.csv", self.values(values)))
    }
    if let effects = plan.optionEffects { files.append(("options.csv", options(effects))) }
    if let alternatives = plan.alternatives {
      files.append(("alternatives.csv", self.alternatives(alternatives, language)))
      files.append(("alternative_modules.csv", alternativeModules(alternatives)))
    }
    if let sensitivity = plan.sensitivity {
      files.append(("sensitivity.csv", self.sensitivity(sensitivity)))
      files.append(("drivers.csv", drivers(sensitivity)))
    }
    return files.map { (name: $0.0, content: $0.1) }
  }

  // MARK: What the plan does

  private static func summary(_ plan: CapacityPlan, _ language: Language) -> String {
    var rows: [[String]] = [
      ["status", plan.status.rawValue], ["sense", plan.isMaximised ? "maximise" : "minimise"],
      ["objective", number(plan.objective)], ["gap", number(plan.gap)],
      ["periods", String(plan.request.grid.periods)],
      ["periodDays", number(plan.request.grid.periodDays)],
    ]
    if let cause = plan.cause { rows.append(["cause", cause.text[language]]) }
    if let schedule = plan.schedule {
      let measures = schedule.measures
      rows += [
        ["deliveredTotal", number(schedule.deliveredTotal)],
        ["mostOutput", number(plan.mostOutput)],
        ["spending", number(schedule.totalCost.spending)],
        ["unmetValue", number(schedule.totalCost.unmet)],
        ["modules", number(schedule.modules.reduce(0) { $0 + $1.total })],
        ["conversions", number(measures.conversions)], ["jobsMoved", number(measures.jobsMoved)],
        ["foreignShare", number(measures.foreignShare)],
        ["unknownOriginShare", number(measures.unknownOriginShare)],
        ["singleSourceExposure", number(measures.singleSourceExposure)],
      ]
    }
    rows += plan.sustained.flatMap {
      [
        ["sustainedPerDay \($0.site)|\($0.material)", number($0.perDay)],
        ["askedPerDay \($0.site)|\($0.material)", number($0.askedPerDay)],
      ]
    }
    return csv(["figure", "value"], rows)
  }

  private static func workers(_ plan: CapacityPlan, _ schedule: PlanSchedule) -> String {
    csv(
      ["site", "region", "period", "needed", "employed", "hired"],
      schedule.workforce.flatMap { site in
        (0..<schedule.periods).map { period in
          let before = period > 0 ? site.employed[period - 1] : site.stated
          let hired = site.stated == nil ? nil : before.map { max(0, site.employed[period] - $0) }
          return [
            site.name, plan.chain[.sites].text(.region, site.site), String(period + 1),
            number(site.needed[period]), number(site.employed[period]), number(hired),
          ]
        }
      })
  }

  private static func cost(_ plan: CapacityPlan, _ schedule: PlanSchedule) -> String {
    csv(
      [
        "site", "region", "unmet", "running", "transport", "purchases", "holding", "modules",
        "fixed", "hiring", "spending", "total",
      ],
      schedule.costs.map { site in
        let cost = site.cost
        return [site.name, plan.chain[.sites].text(.region, site.site)]
          + [
            cost.unmet, cost.running, cost.transport, cost.purchases, cost.holding, cost.modules,
            cost.fixed, cost.hiring, cost.spending, cost.total,
          ].map(number)
      })
  }

  private static func use(_ plan: CapacityPlan, _ schedule: PlanSchedule) -> String {
    let network = plan.network
    var links = schedule.linkCapacity.map { _ in Array(repeating: 0.0, count: schedule.periods) }
    for arc in 0..<min(network.arcs.count, schedule.shipments.count) {
      for period in 0..<schedule.periods {
        links[Int(network.arcs.link[arc])][period] +=
          schedule.shipments[arc][period] * network.arcs.weight[arc]
      }
    }
    func rows(
      _ kind: String, _ table: TableName, _ used: [[Double]], _ capacity: [[Double]]
    ) -> [[String]] {
      zip(used, capacity).enumerated().flatMap { row, courses in
        let key = plan.chain[table].key(row)
        return (0..<schedule.periods).compactMap { period -> [String]? in
          let (amount, most) = (courses.0[period], courses.1[period])
          guard amount > 0 else { return nil }
          return [
            kind, key, String(period + 1), number(amount), number(most),
            most.isFinite && most > 0 ? number(amount / most) : "",
          ]
        }
      }
    }
    return csv(
      ["kind", "name", "period", "used", "capacity", "share"],
      rows("line", .lines, schedule.runs, schedule.lineCapacity)
        + rows("link", .links, links, schedule.linkCapacity)
        + rows("supply", .supplies, schedule.purchases, schedule.supplyCapacity))
  }

  private static func bottlenecks(_ plan: CapacityPlan, _ language: Language) -> String {
    csv(
      [
        "rank", "kind", "name", "firstPeriod", "lastPeriod", "oneLess", "oneMore", "leadDays",
        "text",
      ],
      plan.bottlenecks.enumerated().map { at, entry in
        [
          String(at + 1), entry.value.kind.rawValue, entry.value.name,
          String(entry.periods.lowerBound), String(entry.periods.upperBound),
          number(entry.value.oneLess), number(entry.value.oneMore), number(entry.leadDays),
          entry.text[language],
        ]
      })
  }

  private static func cause(_ cause: PlanCause, _ language: Language) -> String {
    csv(
      ["kind", "name", "firstPeriod", "lastPeriod", "text"],
      cause.parts.map {
        [
          $0.kind, $0.name, $0.periods.map { String($0.lowerBound) } ?? "",
          $0.periods.map { String($0.upperBound) } ?? "", $0.text[language],
        ]
      })
  }

  // MARK: Form

  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }

  static func csv(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(CSVCell.quoted).joined(separator: ",") + "\n" }.joined()
  }
}
