// SPDX-License-Identifier: Apache-2.0

/// A grid of equal periods over a horizon (section 4 of the mathematics).
public struct PhasedGrid: Sendable, Equatable {
  /// Length of a period in days.
  public let periodDays: Double
  public let periods: Int

  /// - Parameters:
  ///   - periodDays: length of a period, positive.
  ///   - horizon: days to cover, rounded up to whole periods; at least one period.
  public init(periodDays: Double = 7, horizon: Double = 182) {
    precondition(periodDays > 0 && horizon > 0, "A grid has a length and a horizon")
    self.periodDays = periodDays
    periods = max(1, Int((horizon / periodDays - 1e-9).rounded(.up)))
  }

  public var days: Double { Double(periods) * periodDays }

  /// Lead times count in whole periods, rounded up.
  func leadPeriods(_ days: Double) -> Int {
    // A lead time beyond the horizon arrives in no period of it; the rest of its length is alike.
    Int(min((days / periodDays - 1e-9).rounded(.up), Double(periods)))
  }

  /// The period, from 0, in which a day lies; nil beyond the horizon.
  func period(ofDay day: Double) -> Int? {
    let period = Int(min(max(0, (day / periodDays - 1e-9).rounded(.up) - 1), Double(periods)))
    return period < periods ? period : nil
  }

  /// How many days of a window (both ends included) lie in a period.
  func days(of window: ClosedRange<Double>, in period: Int) -> Double {
    let first = Double(period) * periodDays + 1
    let last = Double(period + 1) * periodDays
    return max(0, min(last, window.upperBound) - max(first, window.lowerBound) + 1)
  }

  func days(from: Double, to: Double, in period: Int) -> Double {
    from <= to ? days(of: from...to, in: period) : 0
  }
}
