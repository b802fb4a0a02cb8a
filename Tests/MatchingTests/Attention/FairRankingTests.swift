// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Testing
import TragwerkTesting

@testable import Matching

@Suite struct FairRankingTests {
  private func day(_ number: Int) -> CalendarDay { CalendarDay(number: 20_000 + number) }

  @Test func whoWasShownStepsBackWithinTheTolerance() {
    let list = [
      ScoredSupplier(id: "A", score: 80), ScoredSupplier(id: "B", score: 77),
      ScoredSupplier(id: "C", score: 60),
    ]
    var ledger = ExposureLedger()
    let first = FairRanking(list, ledger: ledger, on: day(0))
    #expect(first.suppliers.map(\.id) == ["A", "B", "C"])
    #expect(first.entries.allSatisfy { $0.reason == nil })
    ledger.record(first.suppliers, shown: 1, on: day(0))
    let second = FairRanking(list, ledger: ledger, on: day(1))
    #expect(second.suppliers.map(\.id) == ["B", "A", "C"])
    #expect(second.entries[0].reason?.english.contains("at most 5 points") == true)
    let strict = FairRanking(list, ledger: ledger, on: day(1), tolerance: 0)
    #expect(strict.suppliers.map(\.id) == ["A", "B", "C"])
  }

  /// A ledger that forgets gradually, beside one that keeps every list.
  @Test(arguments: 0..<20) func ledgerIsWhatAllListsAddUpTo(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var ledger = ExposureLedger()
    var history: [(id: String, change: Double, day: Int)] = []
    for _ in 0..<40 {
      let list = randomList(&random)
      let shown = Int.random(in: 0...6, using: &random)
      let number = Int.random(in: 0...300, using: &random)
      ledger.record(list, shown: shown, on: day(number))
      let scores = list.reduce(0) { $0 + $1.score }
      let looks = (0..<min(shown, list.count)).reduce(0) { $0 + 1 / log2(Double($1) + 2) }
      for (place, entry) in list.enumerated() {
        let got = place < shown ? 1 / log2(Double(place) + 2) / looks : 0
        history.append((entry.id, entry.score / scores - got, number))
      }
    }
    for id in Set(history.map(\.id)).sorted() {
      let expected = history.filter { $0.id == id }.reduce(0) {
        $0 + $1.change * pow(0.5, Double(400 - $1.day) / 90)
      }
      #expect(abs(ledger.deficit(of: id, on: day(400)) - expected) < 1e-9)
    }
  }

  @Test(arguments: 0..<60) func nobodyPassesABetterOneBeyondTheTolerance(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 100)
    var ledger = ExposureLedger()
    for number in 0..<20 {
      let list = randomList(&random)
      let tolerance = random.pick([0.0, 1, 5, 20, 1000])
      let ranking = FairRanking(list, ledger: ledger, on: day(number), tolerance: tolerance)
      let shown = ranking.suppliers
      #expect(Set(shown) == Set(list) && shown.count == list.count)
      for (place, one) in shown.enumerated() {
        for later in shown[place...] { #expect(one.score >= later.score - tolerance) }
      }
      if tolerance == 1000 {
        let deficits = ranking.entries.map(\.deficit)
        #expect(deficits == deficits.sorted(by: >))
      }
      let again = FairRanking(
        list.shuffled(using: &random), ledger: ledger, on: day(number), tolerance: tolerance)
      #expect(again == ranking)
      ledger.record(shown, shown: 5, on: day(number))
    }
  }

  private func randomList(_ random: inout SeededGenerator) -> [ScoredSupplier] {
    (0..<25).filter { _ in random.chance(oneIn: 2) }.map {
      ScoredSupplier(id: "s\($0)", score: Double(Int.random(in: 1...100, using: &random)))
    }
  }

  @Test func oddScoresDoNoHarm() {
    let list = [Double.nan, .infinity, -5, 50].enumerated().map {
      ScoredSupplier(id: "s\($0)", score: $1)
    }
    var ledger = ExposureLedger()
    let ranking = FairRanking(list, ledger: ledger, on: day(0), tolerance: .nan)
    #expect(ranking.suppliers.map(\.id) == ["s3", "s0", "s1", "s2"])
    ledger.record([], shown: 3, on: day(0))
    ledger.record(list, shown: -1, on: day(0))
    #expect(list.allSatisfy { ledger.deficit(of: $0.id, on: day(1)).isFinite })
  }
}
