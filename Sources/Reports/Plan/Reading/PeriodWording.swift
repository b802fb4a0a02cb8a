// SPDX-License-Identifier: Apache-2.0

/// How periods are called: by the calendar's word where their length has one.
struct PeriodWording {
  let periods: Int
  let periodDays: Double
  let wording: Wording

  private enum Length { case day, week, month, year, other }

  private var length: Length {
    switch periodDays {
    case 1: .day
    case 7: .week
    case 28...31: .month
    case 365...366: .year
    default: .other
    }
  }

  var isMonth: Bool { length == .month }

  /// One of them, without its number.
  var noun: String {
    switch length {
    case .day: wording.say(de: "Tag", en: "day")
    case .week: wording.say(de: "Woche", en: "week")
    case .month: wording.say(de: "Monat", en: "month")
    case .year: wording.say(de: "Jahr", en: "year")
    case .other: wording.say(de: "Zeitabschnitt", en: "period")
    }
  }

  /// "je Monat", "a month".
  var each: String { wording.say(de: "je \(noun)", en: "per \(noun)") }

  /// "in jedem Monat", "in every month".
  var inEvery: String {
    length == .week
      ? wording.say(de: "in jeder Woche", en: "in every week")
      : wording.say(de: "in jedem \(dativeNoun)", en: "in every \(noun)")
  }

  private var dativeNoun: String { length == .year ? "Jahr" : noun }

  /// At the head of a sentence, a column or an axis.
  var title: String { wording.capitalised(noun) }

  func count(_ value: Int) -> String {
    switch length {
    case .day: wording.count(value, de: ("Tag", "Tage"), en: ("day", "days"))
    case .week: wording.count(value, de: ("Woche", "Wochen"), en: ("week", "weeks"))
    case .month: wording.count(value, de: ("Monat", "Monate"), en: ("month", "months"))
    case .year: wording.count(value, de: ("Jahr", "Jahre"), en: ("year", "years"))
    case .other:
      wording.count(value, de: ("Zeitabschnitt", "Zeitabschnitte"), en: ("period", "periods"))
    }
  }

  /// "Monat 7": what fits into a sentence; periods are counted from 1.
  func short(_ period: Int) -> String { "\(noun)\u{A0}\(wording.count(period))" }

  /// "Monat 7 (Tag 181–210)".
  func name(_ period: Int) -> String { name(period...period) }

  /// "Monat 3–7 (Tag 61–210)".
  func name(_ range: ClosedRange<Int>) -> String {
    let numbers = Self.span(range.lowerBound, range.upperBound, wording)
    guard length != .day else { return "\(noun)\u{A0}\(numbers)" }
    return "\(noun)\u{A0}\(numbers) (\(days(range)))"
  }

  /// The days of some periods.
  func days(_ range: ClosedRange<Int>) -> String {
    let first = Int((Double(range.lowerBound - 1) * periodDays + 1e-9).rounded(.down)) + 1
    let last = max(first, Int((Double(range.upperBound) * periodDays + 1e-9).rounded(.down)))
    let numbers = Self.span(first, last, wording)
    return wording.say(de: "Tag\u{A0}\(numbers)", en: "day\u{A0}\(numbers)")
  }

  private static func span(_ first: Int, _ last: Int, _ wording: Wording) -> String {
    first == last ? wording.count(first) : "\(wording.count(first))–\(wording.count(last))"
  }

  /// Periods that get a number on an axis with room for so many.
  func ticks(_ most: Int) -> [Int] {
    let steps = isMonth ? [1, 2, 3, 6, 12, 24, 60, 120] : [1, 2, 5, 10, 20, 50, 100, 200, 500]
    let step = steps.first { (periods - 1) / $0 < most } ?? max(1, periods / most)
    return stride(from: 1, through: periods, by: step).map { $0 }
  }
}
