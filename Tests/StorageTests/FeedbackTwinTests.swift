// SPDX-License-Identifier: Apache-2.0
import Localization
import Matching
import Registry
import SQLEngine
import Testing
import TragwerkTesting

@testable import Storage

/// Counts of random feedback, with merges in between, beside counting by hand over a plain list.
@Suite struct FeedbackTwinTests {
  @Test("Counts are those of a plain list", arguments: 0..<6 as Range<UInt64>)
  func counts(_ seed: UInt64) async throws {
    let engine = seed.isMultiple(of: 3) ? TestEngine.available.last ?? .sqlite : .sqlite
    try await withNeeds(engine) { register, connection in
      var random = SeededGenerator(seed: seed)
      let ids = try NeedSample.organisations(["Alpha", "Beta", "Gamma", "Delta"], connection)
      let needs = try (0..<3).map { number in
        let id = try register.enter(NeedSample.plain("\(number)"), NeedSample.deed()).id
        return try register.move(id, to: .published, NeedSample.deed()).id
      }
      var said: [MatchFeedback] = []
      for _ in 0..<60 {
        let kind = random.pick(MatchFeedback.Kind.allCases)
        let isOutcome = kind == .outcome
        let feedback = MatchFeedback(
          need: random.pick(needs), supplier: random.pick(ids).text, kind: kind,
          outcome: isOutcome ? random.pick(MatchFeedback.Outcome.allCases) : nil,
          evidence: isOutcome ? random.pick(MatchFeedback.Evidence.allCases) : nil,
          on: CalendarDay(number: 20_700 + Int.random(in: 0..<20, using: &random)))
        if (try? register.record(feedback, NeedSample.deed())) != nil { said.append(feedback) }
      }
      if Bool.random(using: &random) {
        try register.merge(ids[0], ids[1], by: "x", at: "2026-11-03T00:00:00Z", note: "")
      }
      for day in [20_700, 20_709, 20_725].map(CalendarDay.init(number:)) {
        let counts = try register.feedbackCounts(since: day)
        var seen: Set<EntityID> = []
        for id in ids {
          guard case .current(let now) = try register.resolve(id) else { continue }
          seen.insert(now)
          var mine: [MatchFeedback] = []
          for feedback in said where feedback.on >= day {
            let whose = try register.resolve(EntityID(stored: feedback.supplier)).current
            if whose == now { mine.append(feedback) }
          }
          let found = counts[now] ?? FeedbackCounts()
          #expect(found == Self.byHand(mine, needs))
          #expect(try register.askedDays(of: id, since: day) == found.askedOn)
        }
        #expect(Set(counts.keys).isSubset(of: seen))
      }
    }
  }

  private static func byHand(_ said: [MatchFeedback], _ needs: [String]) -> FeedbackCounts {
    var counts = FeedbackCounts()
    counts.askedOn = said.filter { $0.kind == .invited }.map(\.on).sorted()
    counts.declined = said.count { $0.kind == .declined }
    for need in needs {
      let evidence = said.filter {
        $0.need == need && ($0.outcome == .order || $0.outcome == .delivered)
      }.compactMap(\.evidence)
      if evidence.isEmpty { continue }
      let isSure =
        evidence.contains(.document) || evidence.contains(.confirmedByBoth)
        || evidence.contains(.saidByBuyer) && evidence.contains(.saidBySupplier)
      if isSure { counts.served += 1 } else { counts.saidToBeServed += 1 }
    }
    return counts
  }
}

extension Register.Resolution {
  fileprivate var current: EntityID? {
    switch self {
    case .current(let id), .merged(let id): id
    case .withdrawn: nil
    }
  }
}
