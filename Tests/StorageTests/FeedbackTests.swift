// SPDX-License-Identifier: Apache-2.0
import Matching
import Registry
import SQLEngine
import Screening
import Testing
import TragwerkTesting

@testable import Storage

@Suite struct FeedbackTests {
  private static func feedback(
    _ need: Need, _ supplier: EntityID, _ kind: MatchFeedback.Kind, on day: String = "2026-11-02",
    reason: MatchFeedback.Reason? = nil, outcome: MatchFeedback.Outcome? = nil,
    evidence: MatchFeedback.Evidence? = nil, note: String? = nil
  ) -> MatchFeedback {
    MatchFeedback(
      need: need.id, supplier: supplier.text, kind: kind, reason: reason, outcome: outcome,
      evidence: evidence, note: note, on: Sample.day(day))
  }

  private static func published(_ register: Register, _ title: String = "A") throws -> Need {
    let need = try register.enter(NeedSample.plain(title), NeedSample.deed())
    return try register.move(need.id, to: .published, NeedSample.deed())
  }

  @Test("Inviting takes a need into dialogue, once a version", arguments: TestEngine.available)
  func inviting(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let ids = try NeedSample.organisations(["Alpha", "Beta"], connection)
      let draft = try register.enter(NeedSample.plain(), NeedSample.deed())
      #expect(throws: StorageError.need(.notPublished(draft.id))) {
        try register.record(Self.feedback(draft, ids[0], .invited), NeedSample.deed())
      }
      let need = try register.move(draft.id, to: .published, NeedSample.deed())
      let now = try register.record(Self.feedback(need, ids[0], .invited), NeedSample.deed())
      #expect(now.state == .inDialogue)
      #expect(
        throws: StorageError.need(.alreadyInvited(need.id, ids[0], Sample.day("2026-11-02")))
      ) {
        try register.record(Self.feedback(need, ids[0], .invited), NeedSample.deed())
      }
      // What was merged into an organisation was asked as that organisation.
      try register.merge(ids[1], ids[0], by: "x", at: "2026-11-03T00:00:00Z", note: "")
      #expect(
        throws: StorageError.need(.alreadyInvited(need.id, ids[1], Sample.day("2026-11-02")))
      ) {
        try register.record(Self.feedback(need, ids[1], .invited), NeedSample.deed())
      }
      var content = need
      content.title = "anders"
      _ = try register.change(need.id, from: 1, to: content, NeedSample.deed())
      try register.record(
        Self.feedback(need, ids[1], .invited, on: "2026-11-04"), NeedSample.deed("2026-11-04"))
      let file = try register.needFile(need.id)
      #expect(file.feedback.map(\.version) == [1, 2])
      #expect(file.history.map(\.to).suffix(2) == [.published, .inDialogue])
      #expect(
        try register.askedDays(of: ids[0], since: Sample.day("2026-11-01"))
          == ["2026-11-02", "2026-11-04"].map(Sample.day))
      #expect(try register.askedDays(of: ids[1], since: Sample.day("2026-11-03")).count == 1)
    }
  }

  @Test(
    "Nobody invites for what expired or closed, or who is on a list",
    arguments: TestEngine.available)
  func refusals(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let ids = try NeedSample.organisations(["Alpha"], connection)
      var content = NeedSample.plain()
      content.expiresOn = Sample.day("2026-11-10")
      let id = try register.enter(content, NeedSample.deed()).id
      let need = try register.move(id, to: .published, NeedSample.deed())
      #expect(throws: StorageError.need(.expired(id, Sample.day("2026-11-10")))) {
        try register.record(Self.feedback(need, ids[0], .invited), NeedSample.deed("2026-11-11"))
      }
      try connection.execute(
        """
        INSERT INTO screening_list (name, version, entries, screened_at, screened_by)
        VALUES ('eu', '1', 1, 'x', 'x')
        """)
      try connection.execute(
        """
        INSERT INTO screening_hit (organisation, list, entry, entry_name, version, score, decision,
          reasons_de, reasons_en, entry_fingerprint, subject_fingerprint, outcome, decided_by,
          decided_at, decided_why)
        VALUES ($1, 'eu', 'e', 'e', '1', 1.0, 'hit', '', '', '', '', 'confirmed', 'x', 'x', '')
        """, [.text(ids[0].text)])
      #expect(throws: StorageError.need(.screenedOut(ids[0], "eu"))) {
        try register.record(Self.feedback(need, ids[0], .invited), NeedSample.deed())
      }
      try register.move(id, to: .withdrawn, NeedSample.deed())
      #expect(throws: StorageError.need(.closed(id, .withdrawn))) {
        try register.record(Self.feedback(need, ids[0], .invited), NeedSample.deed())
      }
      #expect(throws: StorageError.noSuchEntity("o00000zzz")) {
        try register.record(
          Self.feedback(need, EntityID(stored: "o00000zzz"), .declined), NeedSample.deed())
      }
    }
  }

  @Test("Only confirmed deliveries and orders count as success", arguments: TestEngine.available)
  func counts(_ engine: TestEngine) async throws {
    try await withNeeds(engine) { register, connection in
      let ids = try NeedSample.organisations(["Alpha", "Beta", "Gamma", "Delta"], connection)
      let needs = try ["A", "B", "C"].map { try Self.published(register, $0) }
      func said(
        _ at: Int, _ to: Int, _ outcome: MatchFeedback.Outcome, _ evidence: MatchFeedback.Evidence
      ) throws {
        try register.record(
          Self.feedback(needs[at], ids[to], .outcome, outcome: outcome, evidence: evidence),
          NeedSample.deed())
      }
      // Alpha: one need by a document (twice), one that both sides told apart, one only said.
      try said(0, 0, .order, .document)
      try said(0, 0, .delivered, .confirmedByBoth)
      try said(1, 0, .order, .saidByBuyer)
      try said(1, 0, .delivered, .saidBySupplier)
      try said(2, 0, .delivered, .saidBySupplier)
      // Beta: talks and an offer are no success, however sure.
      try said(0, 1, .talks, .confirmedByBoth)
      try said(0, 1, .offer, .document)
      for need in needs {
        try register.record(Self.feedback(need, ids[2], .invited), NeedSample.deed())
        try register.record(
          Self.feedback(need, ids[2], .declined, reason: .noCapacity, note: "bis Mai"),
          NeedSample.deed())
      }
      try register.record(
        Self.feedback(needs[0], ids[2], .dismissed, reason: .terms), NeedSample.deed())
      let counts = try register.feedbackCounts(since: Sample.day("2026-11-01"))
      #expect(counts[ids[0]]?.served == 2 && counts[ids[0]]?.saidToBeServed == 1)
      #expect(counts[ids[1]] == nil || counts[ids[1]]?.served == 0)
      #expect(counts[ids[2]]?.askedOn.count == 3 && counts[ids[2]]?.declined == 3)
      #expect(counts[ids[3]] == nil)
      #expect(try register.feedbackCounts(since: Sample.day("2026-11-03")).isEmpty)
      // Merged, the two are one; taken apart, they are two again.
      try register.merge(ids[3], ids[0], by: "x", at: "2026-11-03T00:00:00Z", note: "")
      let merged = try register.feedbackCounts(since: Sample.day("2026-11-01"))
      #expect(merged[ids[3]]?.served == 2 && merged[ids[0]] == nil)
      let file = try register.needFile(needs[0].id)
      #expect(file.feedback.last?.feedback.reason == .terms)
      #expect(file.feedback.contains { $0.feedback.note == "bis Mai" })
    }
  }
}
