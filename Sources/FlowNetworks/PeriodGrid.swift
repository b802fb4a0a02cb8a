// SPDX-License-Identifier: Apache-2.0

/// A grid of equal periods (sections 3 and 4 of the mathematics). Periods count from 0 here, days
/// from 1.
public struct PeriodGrid: Sendable, Equatable {
  /// Length of a period in days.
  public let periodDays: Double
  public let periods: Int

  /// - Parameters:
  ///   - periods: how many, at least one.
  ///   - periodDays: length of a period, positive.
  public init(periods: Int, periodDays: Double) {
    precondition(periods >= 1 && periodDays > 0, "A grid has periods and a length")
    self.periods = periods
    self.periodDays = periodDays
  }

  /// - Parameters:
  ///   - periodDays: length of a period, positive.
  ///   - horizon: days to cover, rounded up to whole periods; at least one period.
  public init(periodDays: Double = 7, horizon: Double = 182) {
    precondition(periodDays > 0 && horizon > 0, "A grid has a length and a horizon")
    self.init(
      periods: max(1, Int((horizon / periodDays - 1e-9).rounded(.up))), periodDays: periodDays)
  }

  public var days: Double { Double(periods) * periodDays }

  /// Lead and build times count in whole periods, rounded up.
  package func leadPeriods(_ days: Double) -> Int {
    // A lead time beyond the horizon arrives in no period of it; the rest of its length is alike.
    Int(min((days / periodDays - 1e-9).rounded(.up), Double(periods)))
  }

  /// The period, from 0, in which a day lies; nil beyond the horizon.
  package func period(ofDay day: Double) -> Int? {
    let period = Int(min(max(0, (day / periodDays - 1e-9).rounded(.up) - 1), Double(periods)))
    return period < periods ? period : nil
  }

  /// The first period, from 0, that begins on or after a day; `periods` where none does.
  package func firstPeriod(beginningFrom day: Double) -> Int {
    Int(min(max(0, ((day - 1) / periodDays - 1e-9).rounded(.up)), Double(periods)))
  }

  /// How many days of a window (both ends included) lie in a period.
  package func days(of window: ClosedRange<Double>, in period: Int) -> Double {
    let first = Double(period) * periodDays + 1
    let last = Double(period + 1) * periodDays
    return max(0, min(last, window.upperBound) - max(first, window.lowerBound) + 1)
  }

  package func days(from: Double, to: Double, in period: Int) -> Double {
    from <= to ? days(of: from...to, in: period) : 0
  }

  /// The days, from 1, of a period.
  package func days(in period: Int) -> ClosedRange<Double> {
    Double(period) * periodDays + 1...Double(period + 1) * periodDays
  }
}
