// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, without a time or a time zone.
public struct CalendarDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Nil where the calendar has no such day; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Counted in years that begin in March, so that the day that comes and goes is the last.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// A day as `2026-11-23`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Self.digits(parts[0]), let month = Self.digits(parts[1]),
      let day = Self.digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The Monday of an ISO 8601 week as `2026-W48` or `2026W48`; nil where the year has no such week.
  public init?(week text: String) {
    let parts = text.split(separator: "W", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let week = Self.digits(parts[1]),
      let year = Self.digits(parts[0].hasSuffix("-") ? parts[0].dropLast() : parts[0]),
      let fourth = CalendarDay(year: year, month: 1, day: 4),
      let last = CalendarDay(year: year, month: 12, day: 28)
    else { return nil }
    // The week of 4 January is the first, that of 28 December the last of a year.
    let monday = fourth.monday.number + (week - 1) * 7
    guard week >= 1, monday <= last.monday.number else { return nil }
    number = monday
  }

  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }

  /// The Monday of the week the day lies in.
  public var monday: CalendarDay {
    // 1970-01-01 was a Thursday.
    let sinceMonday = ((number + 3) % 7 + 7) % 7
    return CalendarDay(number: number - sinceMonday)
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension CalendarDay: CustomStringConvertible {
  public var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
