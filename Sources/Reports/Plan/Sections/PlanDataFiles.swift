// SPDX-License-Identifier: Apache-2.0
import CapacityPlanning

/// Parts of a plan as CSV: the same columns in every language.
public enum PlanDataFiles {
  public static func delivered(_ schedule: PlanSchedule) -> String {
    var text = "demand,period,asked,delivered,unmet\n"
    for demand in schedule.demands {
      let key = DataFiles.quoted(demand.demand)
      for period in 0..<schedule.periods {
        let (asked, given, unmet) = (
          demand.asked[period], demand.delivered[period], demand.unmet[period]
        )
        guard asked != 0 || given != 0 || unmet != 0 else { continue }
        let cells = [
          key, "\(period + 1)", DataFiles.number(asked), DataFiles.number(given),
          DataFiles.number(unmet),
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }

  public static func modules(_ schedule: PlanSchedule) -> String {
    var text = "option,start_period,count,build_periods,ready_period,movable\n"
    for build in schedule.modules {
      for start in build.started {
        let cells = [
          DataFiles.quoted(build.option), "\(start.period)", DataFiles.number(start.count),
          "\(build.buildPeriods)", "\(start.period + build.buildPeriods)",
          build.isMovable ? "yes" : "no",
        ]
        text += cells.joined(separator: ",") + "\n"
      }
    }
    return text
  }
}
