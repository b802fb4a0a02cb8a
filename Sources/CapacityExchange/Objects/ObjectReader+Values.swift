// SPDX-License-Identifier: Apache-2.0
import Localization
import ValueChains

/// Numbers and dates.
extension ObjectReader {
  /// A quantity: finite, not negative, of sane size.
  func quantity(_ names: String..., isRequired: Bool = true) -> Double? {
    guard let value = property(names) else {
      if isRequired { missing(names[0]) }
      return nil
    }
    return value.quantity()
  }

  func quantity() -> Double? {
    let number: Double
    switch node.value {
    case .number(let value): number = value
    case .text(let text):
      guard let value = plainNumber(text) else { return nil }
      number = value
    default:
      log.error(
        .numberInvalid, place, "Hier wird eine Zahl erwartet.", "A number is expected here.")
      return nil
    }
    guard number.isFinite else {
      log.error(
        .numberNotFinite, place, "Die Zahl ist unendlich, zu groß oder keine Zahl.",
        "The number is infinite, too large or not a number.")
      return nil
    }
    guard number >= 0, number < Self.largest else {
      log.error(
        .outOfRange, place, "Eine Menge liegt zwischen 0 und 10^18.",
        "A quantity lies between 0 and 10^18.")
      return nil
    }
    return number
  }

  /// A number some senders put in quotes. A point before three digits may part thousands.
  private func plainNumber(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain =
      parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard isPlain, let number = Double(text) else {
      log.error(
        .numberInvalid, place, "„\(text.shown)“ ist keine Zahl.",
        "“\(text.shown)” is not a number.")
      return nil
    }
    if parts.count == 2, parts[1].count == 3 {
      log.error(
        .numberAmbiguous, place,
        "„\(text.shown)“ in Anführungszeichen kann auch Tausender trennen; als Zahl schreiben.",
        "“\(text.shown)” in quotes may also part thousands; write it as a number.")
      return nil
    }
    return number
  }

  /// A day, or the day of a time as it was written.
  func day(_ names: String..., isRequired: Bool = true) -> CalendarDay? {
    timestamp(names, isRequired)?.day
  }

  func timestamp(_ names: String..., isRequired: Bool = false) -> Timestamp? {
    timestamp(names, isRequired)
  }

  private func timestamp(_ names: [String], _ isRequired: Bool) -> Timestamp? {
    guard let value = property(names) else {
      if isRequired { missing(names[0]) }
      return nil
    }
    guard let time = value.node.text.flatMap(Timestamp.init) else {
      log.error(
        .valueInvalid, value.place,
        "Erwartet wird ein Datum wie 2026-11-23, auch mit Uhrzeit nach ISO 8601.",
        "Expected is a date such as 2026-11-23, also with a time by ISO 8601.")
      return nil
    }
    return time
  }

  /// The Monday of a calendar week, given as its Monday or as `2026-W48`.
  func week(_ names: String...) -> CalendarDay? {
    guard let value = property(names) else {
      missing(names[0])
      return nil
    }
    if let text = value.node.text {
      if let monday = CalendarDay(week: text) { return monday }
      if let day = CalendarDay(text) {
        if day != day.monday {
          log.warning(
            .valueInvalid, value.place,
            "\(day) ist kein Montag; gezählt wird die Woche ab \(day.monday).",
            "\(day) is no Monday; the week from \(day.monday) is counted.")
        }
        return day.monday
      }
    }
    log.error(
      .valueInvalid, value.place,
      "Erwartet wird der Montag einer Kalenderwoche wie 2026-11-23, oder 2026-W48.",
      "Expected is the Monday of a calendar week such as 2026-11-23, or 2026-W48.")
    return nil
  }
}
