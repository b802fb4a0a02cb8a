// SPDX-License-Identifier: Apache-2.0

/// A day of birth as far as a list knows it: `1961`, `1961-04` or `1961-04-12`.
public struct BirthDate: Sendable, Hashable, Codable {
  public let year: Int
  /// 1…12, nil where only the year is known.
  public let month: Int?
  /// 1…31, nil where it is not known; never without a month.
  public let day: Int?
  /// About that year: two years more or less may be the same person.
  public let isAbout: Bool

  /// Nil where the year is not between 1800 and 2200 or month and day cannot be.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, isAbout: Bool = false) {
    guard (1800...2200).contains(year), month.map((1...12).contains) ?? (day == nil),
      day.map((1...31).contains) ?? true
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.isAbout = isAbout
  }

  /// Reads `1961`, `1961-04`, `1961-04-12` and the German `12.04.1961`.
  public init?(_ text: String, isAbout: Bool = false) {
    let hyphens = text.split(separator: "-", omittingEmptySubsequences: false)
    let points = text.split(separator: ".", omittingEmptySubsequences: false)
    let parts = points.count == 3 ? points.reversed() : hyphens
    let numbers = parts.map { part in
      part.utf8.allSatisfy { (48...57).contains($0) } && part.utf8.count <= 4 ? Int(part) : nil
    }
    guard (1...3).contains(parts.count), let year = numbers[0], !numbers.contains(nil) else {
      return nil
    }
    self.init(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil, isAbout: isAbout)
  }

  /// Whether both can be one birthday, as far as both are known.
  public func mayBe(_ other: Self) -> Bool {
    if isAbout || other.isAbout { return abs(year - other.year) <= 2 }
    guard year == other.year else { return false }
    guard let month, let otherMonth = other.month else { return true }
    guard month == otherMonth else { return false }
    guard let day, let otherDay = other.day else { return true }
    return day == otherDay
  }

  /// Whether both name the same day completely.
  public func isSameDay(as other: Self) -> Bool {
    day != nil && !isAbout && !other.isAbout && self == other
  }

  /// `1961-04-12`, as far as known; `~1961` where it is about.
  public var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (isAbout ? "~" : "") + "\(year)" + (month.map { "-" + padded($0) } ?? "")
      + (day.map { "-" + padded($0) } ?? "")
  }
}
