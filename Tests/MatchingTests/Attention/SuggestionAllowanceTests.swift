// SPDX-License-Identifier: Apache-2.0
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct SuggestionAllowanceTests {
  /// A Monday.
  private let monday = CalendarDay(number: 20_003).monday

  private func day(_ offset: Int) -> CalendarDay { CalendarDay(number: monday.number + offset) }

  private func suggestions(_ scores: [Double]) -> [ScoredSupplier] {
    scores.enumerated().map { ScoredSupplier(id: "s\($0)", score: $1) }
  }

  @Test func aWeekBeginsOnMonday() {
    let allowance = SuggestionAllowance(perWeek: 3)
    let past = [day(-1), day(0), day(6)]
    #expect(allowance.remaining(suggestedOn: past, on: day(3)) == 1)
    #expect(allowance.remaining(suggestedOn: past, on: day(7)) == 3)
    #expect(allowance.reason(suggestedOn: past, on: day(3)) == nil)
    #expect(
      allowance.reason(suggestedOn: past + [day(2)], on: day(3))?.english
        == "All 3 suggestions of this week have been shown; more follow from Monday.")
    #expect(SuggestionAllowance(perWeek: -1).remaining(suggestedOn: [], on: day(0)) == 0)
  }

  @Test func needsTakeTurns() {
    let waiting = [
      (need: "a", suggestions: suggestions([90, 89, 88, 87])),
      (need: "b", suggestions: suggestions([70])), (need: "c", suggestions: suggestions([95, 40])),
    ]
    let dealt = { SuggestionAllowance(perWeek: $0).dealt(waiting, suggestedOn: [], on: day(0)) }
    #expect(dealt(0) == [0, 0, 0])
    #expect(dealt(1) == [0, 0, 1])
    #expect(dealt(4) == [2, 1, 1])
    #expect(dealt(5) == [2, 1, 2])
    #expect(dealt(50) == [4, 1, 2])
  }

  @Test(arguments: 0..<30) func neverMoreThanAllowed(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let allowance = SuggestionAllowance(perWeek: Int.random(in: 0...12, using: &random))
    var shown: [CalendarDay] = []
    for offset in 0..<28 {
      let waiting = (0..<4).map { need in
        (
          need: "n\(need)",
          suggestions: suggestions(
            (0..<Int.random(in: 0...3, using: &random)).map { 90 - Double($0) })
        )
      }
      let dealt = allowance.dealt(waiting, suggestedOn: shown, on: day(offset))
      for (count, need) in zip(dealt, waiting) { #expect(count <= need.suggestions.count) }
      shown += Array(repeating: day(offset), count: dealt.reduce(0, +))
      #expect(shown.count { $0.monday == day(offset).monday } <= allowance.perWeek)
    }
  }
}
