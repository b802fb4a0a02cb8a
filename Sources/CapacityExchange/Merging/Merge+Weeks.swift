// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Calendar weeks as days of the chain.
extension Merge {
  /// Weeks from day 1 on, equal ones that follow each other joined.
  func windows(of group: CapacityStatement) -> [Window] {
    var weeks: [CapacityStatement.Week] = []
    for week in group.weeks.sorted(by: { $0.monday < $1.monday }) {
      guard isWithinHorizon(week.monday, week.place) else { continue }
      if let last = weeks.last, last.monday == week.monday {
        let isSame = last.actual == week.actual && last.maximum == week.maximum
        tellRepeatedWeek(week.monday, week.place, isSame: isSame)
      } else {
        weeks.append(week)
      }
    }
    let early = weeks.filter { day($0.monday) < 1 }
    if let first = early.first {
      tellEarly(first.place, weeks: early.count, first.monday)
    }
    var windows: [Window] = []
    for week in weeks where day(week.monday) + 6 >= 1 {
      let (from, to) = (max(1, day(week.monday)), day(week.monday) + 6)
      if let last = windows.last, last.to + 1 == from, last.actual == week.actual,
        last.maximum == week.maximum
      {
        windows[windows.count - 1].to = to
        continue
      }
      if let last = windows.last, last.to + 1 < from { tellGap(week.place, week.monday) }
      windows.append(
        Window(
          from: from, to: to, monday: week.monday, actual: week.actual, maximum: week.maximum,
          place: week.place))
    }
    return windows
  }

  func tellRepeatedWeek(_ day: CalendarDay, _ place: Place, isSame: Bool) {
    if isSame {
      log.warning(
        .keyRepeated, place,
        "\(day) steht schon in dieser Reihe, mit demselben Wert; es zählt einmal.",
        "\(day) already stands in this series, with the same value; it counts once.")
    } else {
      log.error(
        .statementsDiffer, place, "\(day) steht schon in dieser Reihe, mit einem anderen Wert.",
        "\(day) already stands in this series, with another value.")
    }
  }

  func tellEarly(_ place: Place, weeks: Int, _ first: CalendarDay) {
    log.warning(
      .leftOut, place,
      "Vor Tag 1 (\(writer.firstDay)) zählt nichts: \(weeks) Einträge der Reihe liegen ganz oder zum Teil davor (ab \(first)).",
      "Nothing counts before day 1 (\(writer.firstDay)): \(weeks) entries of the series lie before it, wholly or in part (from \(first))."
    )
  }

  func tellGap(_ place: Place, _ day: CalendarDay) {
    log.warning(
      .incomplete, place,
      "Vor \(day) fehlt mindestens eine Woche der Reihe; für sie ist nichts bekannt.",
      "At least one week of the series is missing before \(day); nothing is known of it.")
  }
}
