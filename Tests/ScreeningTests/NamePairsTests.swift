// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TragwerkTesting

@testable import Screening

@Suite struct NamePairsTests {
  @Test func answersInTheFileAreNotLookedAt() {
    let rows = "Nordwerk,Nordwerck,Company"
    let plain = NamePairs(Array("query,candidate,schema\n\(rows)\n".utf8))
    let judged = NamePairs(
      Array("query,candidate,schema,is_match,quality\n\(rows),false,WEAK\n".utf8))
    #expect(plain.pairs == judged.pairs)
    #expect(plain.pairs.map(\.kind) == [.organisation])
  }

  @Test func missingColumnsAreTold() {
    #expect(NamePairs(Array("query,schema\na,b\n".utf8)).faults.map(\.severity) == [.wholeFile])
    #expect(NamePairs([]).faults.map(\.severity) == [.wholeFile])
  }

  /// What the decision note claims, with some slack.
  @Test(.enabled(if: SharedFolder.path("data/er/screening_pairs_dev.csv") != nil))
  func developmentPairsAreToldApart() throws {
    let path = SharedFolder.file("data/er/screening_pairs_dev.csv")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let answers = try answers(bytes)
    let pairs = NamePairs(bytes).pairs
    #expect(pairs.count == 407)
    var scorer = SubjectScorer()
    var counts: [Bool: [Bool: Int]] = [:]
    for (pair, isMatch) in zip(pairs, answers) where pair.kind == .organisation {
      let score = scorer.score(
        ScreeningSubject(pair.query, kind: pair.kind),
        ScreeningSubject(pair.candidate, kind: pair.kind))
      counts[isMatch, default: [:]][score.decision != .clear, default: 0] += 1
    }
    func share(_ isMatch: Bool) -> Double {
      let found = Double(counts[isMatch]?[isMatch] ?? 0)
      return found / (found + Double(counts[isMatch]?[!isMatch] ?? 0))
    }
    #expect((share(true) + share(false)) / 2 >= 0.92)
  }

  private func answers(_ bytes: [UInt8]) throws -> [Bool] {
    var table = ListTable(bytes)
    var answers: [Bool] = []
    while table.next() { answers.append(table.cell("is_match") == "true") }
    return answers
  }
}
