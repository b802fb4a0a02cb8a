// SPDX-License-Identifier: Apache-2.0
import Localization

/// At most so many suggestions reach a buyer in a week, Monday to Sunday.
public struct SuggestionAllowance: Sendable, Hashable {
  /// 0 or more.
  public let perWeek: Int

  public init(perWeek: Int = 10) { self.perWeek = max(0, perWeek) }

  /// How many more may reach a buyer in the week of a day.
  ///
  /// - Parameter suggestedOn: a day for every suggestion the buyer got.
  public func remaining(suggestedOn: [CalendarDay], on day: CalendarDay) -> Int {
    max(0, perWeek - suggestedOn.count { $0.monday == day.monday })
  }

  /// Deals out what remains among the needs of a buyer: a suggestion each in turn, so that no need
  /// waits for another's tenth; the need with the better next suggestion goes first in each turn.
  ///
  /// - Parameter waiting: by need, its suggestions, best first; ids of needs are unique.
  /// - Returns: how many suggestions each need gets now, in the order given.
  public func dealt(
    _ waiting: [(need: String, suggestions: [ScoredSupplier])], suggestedOn: [CalendarDay],
    on day: CalendarDay
  ) -> [Int] {
    var left = remaining(suggestedOn: suggestedOn, on: day)
    var dealt = waiting.map { _ in 0 }
    while left > 0 {
      let open = waiting.indices.filter { dealt[$0] < waiting[$0].suggestions.count }
      guard !open.isEmpty else { break }
      let turn = open.sorted {
        let (a, b) = (waiting[$0].suggestions[dealt[$0]], waiting[$1].suggestions[dealt[$1]])
        return (b.merit, waiting[$0].need) < (a.merit, waiting[$1].need)
      }
      for at in turn.prefix(left) { dealt[at] += 1 }
      left -= min(left, turn.count)
    }
    return dealt
  }

  /// Why a buyer sees no more; nil as long as something remains.
  public func reason(suggestedOn: [CalendarDay], on day: CalendarDay) -> LocalizedText? {
    guard remaining(suggestedOn: suggestedOn, on: day) == 0 else { return nil }
    return LocalizedText(
      de: "Für diese Woche sind alle \(perWeek) Vorschläge gezeigt; weitere folgen ab Montag.",
      en: "All \(perWeek) suggestions of this week have been shown; more follow from Monday.")
  }
}
