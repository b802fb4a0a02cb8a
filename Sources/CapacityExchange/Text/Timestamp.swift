// SPDX-License-Identifier: Apache-2.0
import Localization

/// A date with or without time, as ISO 8601 and SAMM write it.
struct Timestamp: Sendable, Hashable {
  /// As it was written.
  let text: String
  /// The day where it was written, whatever the time zone.
  let day: CalendarDay
  /// Seconds since 1970 in universal time; without a zone taken as universal.
  let seconds: Double

  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first, let day = CalendarDay(String(date)) else { return nil }
    var ofDay = 0.0
    if parts.count == 2 {
      guard let seconds = Self.seconds(of: parts[1]) else { return nil }
      ofDay = seconds
    }
    self.text = text
    self.day = day
    seconds = Double(day.number) * 86_400 + ofDay
  }

  /// `14:23:00.123+02:00`, the seconds and everything after them optional.
  private static func seconds(of text: Substring) -> Double? {
    var clock = text
    var zone = 0.0
    if clock.hasSuffix("Z") {
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let offset = time(clock[clock.index(after: sign)...], parts: 2...2) else { return nil }
      zone = clock[sign] == "+" ? offset : -offset
      clock = clock[..<sign]
    }
    return time(clock, parts: 2...3).map { $0 - zone }
  }

  private static func time(_ text: Substring, parts count: ClosedRange<Int>) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(parts.count) else { return nil }
    var total = 0.0
    for (at, part) in parts.enumerated() {
      let whole = part.split(separator: ".", omittingEmptySubsequences: false)
      let isLast = at == parts.count - 1
      guard whole.count <= (isLast && at == 2 ? 2 : 1), whole[0].count == 2,
        whole.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let value = Double(String(part)), value <= (at == 0 ? 24 : 60)
      else { return nil }
      total += value * [3600, 60, 1][at]
    }
    return total
  }
}
