import Foundation
// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing

@testable import CapacityExchange

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("2026-W01", "2025-12-29"), ("2026-W48", "2026-11-23"), ("2026W48", "2026-11-23"),
    ("2026-W53", "2026-12-28"), ("2027-W01", "2027-01-04"), ("2020-W53", "2020-12-28"),
    ("2024-W52", "2024-12-23"), ("2025-W01", "2024-12-30"),
  ])
  func weeksBeginOnTheirMonday(_ week: String, _ monday: String) {
    #expect(CalendarDay(week: week)?.description == monday)
  }

  @Test(arguments: [
    "2027-W53", "2025-W53", "2026-W00", "2026-W54", "2026-W5", "W48", "2026-48", "",
  ])
  func weeksThatDoNotExist(_ week: String) {
    #expect(CalendarDay(week: week) == nil)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-23", "2026-11-2x", "2026-11",
    "+026-11-23", "0000-01-01", "2026-11-23T00:00",
  ])
  func daysThatDoNotExist(_ day: String) {
    #expect(CalendarDay(day) == nil)
  }

  @Test func everyDayAgreesWithAnIndependentCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var iso = Calendar(identifier: .iso8601)
    iso.timeZone = calendar.timeZone
    for number in stride(from: -30_000, to: 60_000, by: 13) {
      let day = CalendarDay(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      #expect(
        [day.parts.year, day.parts.month, day.parts.day] == [parts.year, parts.month, parts.day])
      #expect(CalendarDay(day.description) == day)
      let week = iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      let digits = String((week.weekOfYear ?? 0) + 100).dropFirst()
      #expect(CalendarDay(week: "\(week.yearForWeekOfYear ?? 0)-W\(digits)") == day.monday)
    }
  }

  @Test(arguments: [
    ("2026-11-20T08:00:00Z", "2026-11-20T09:00:00+01:00"),
    ("2026-11-20T23:30:00-01:00", "2026-11-21T00:30:00.000Z"),
    ("2026-11-20", "2026-11-20T00:00:00"), ("2026-11-20T24:00:00Z", "2026-11-21T00:00Z"),
  ])
  func timesAreComparedInOneZone(_ one: String, _ other: String) throws {
    #expect(try #require(Timestamp(one)).seconds == #require(Timestamp(other)).seconds)
  }

  @Test(arguments: [
    "2026-11-20T8:00", "2026-11-20 08:00", "2026-11-20T08:00:00+1", "T08:00", "now",
  ])
  func timesThatAreNone(_ text: String) {
    #expect(Timestamp(text) == nil)
  }
}
