// SPDX-License-Identifier: Apache-2.0
import Localization

/// A second of time, UTC, from year 1 to 9999.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public static func < (one: Self, other: Self) -> Bool { one.seconds < other.seconds }

  /// As tables keep it: `2026-11-23T08:15:00Z`. Always of one width, so texts sort as instants do.
  public var text: String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(CalendarDay(number: day))T"
      + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

/// From when until when something holds: the first instant belongs to it, the last does not.
public struct Validity: Sendable, Hashable {
  public var from: Instant
  /// Nil where no end is set.
  public var until: Instant?

  public init(from: Instant, until: Instant? = nil) {
    self.from = from
    self.until = until
  }

  public func contains(_ instant: Instant) -> Bool {
    guard from <= instant else { return false }
    guard let until else { return true }
    return instant < until
  }
}
