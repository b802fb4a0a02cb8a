// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Screening

@Suite struct RescreeningTests {
  private static let person = ScreeningSubject(
    "Mikhail Sokolow", kind: .person, countries: ["FR"], addresses: ["Hafenstr. 5"])
  private static let dismissed = ReviewDecision(
    outcome: .dismissed, by: "anna", at: "2026-10-01T08:00:00Z", why: "another birth date")
  private static let confirmed = ReviewDecision(
    outcome: .confirmed, by: "anna", at: "2026-10-01T08:00:00Z", why: "same passport")

  private func hit(
    _ entry: String = "e1", _ subject: ScreeningSubject = person,
    organisation: ScreeningSubject = ScreeningSubject("Sokolow GmbH"), version: String = "1",
    decision: ScreeningDecision = .review, review: ReviewDecision = .open
  ) -> ScreeningHit {
    ScreeningHit(
      key: .init(subject: "o1", list: "EU", entry: entry), version: version,
      entryName: subject.name, score: decision == .hit ? 0.9 : 0.6, decision: decision, reasons: [],
      entry: EntryFingerprint(subject), subject: EntryFingerprint(organisation), review: review)
  }

  private func rescreen(_ earlier: [ScreeningHit], _ current: [ScreeningHit]) -> Rescreening {
    Rescreening(
      earlier: earlier, current: current, entries: Set(current.map(\.key.entry)), subjects: ["o1"])
  }

  @Test func aDecisionStandsWhileItsGroundsStand() {
    var moved = Self.person
    moved.addresses = ["Another street 7"]
    moved.names = ["SOKOLOW, Mikhail"]
    let result = rescreen([hit(review: Self.dismissed)], [hit("e1", moved, version: "2")])
    #expect(result.unchanged.map(\.review) == [Self.dismissed])
    #expect(result.unchanged.map(\.version) == ["2"])
    #expect(result.new.isEmpty && result.reopened.isEmpty && result.closed.isEmpty)
  }

  @Test func whatChangesWhoIsMeantIsAskedAgain() throws {
    var renamed = Self.person
    renamed.names.append("Mischa Sokolow")
    renamed.birthDates = [try #require(BirthDate("1961"))]
    let result = rescreen([hit(review: Self.dismissed)], [hit("e1", renamed, version: "2")])
    let again = try #require(result.reopened.first)
    #expect(again.before == Self.dismissed)
    #expect(again.hit.review == .open)
    #expect(again.change.entry == [.names, .birthDates])
    #expect(again.change.subject.isEmpty)
  }

  @Test func aChangedOrganisationIsAskedAgain() throws {
    let result = rescreen(
      [hit(review: Self.dismissed)], [hit(organisation: ScreeningSubject("Sokolow Trading GmbH"))])
    #expect(result.reopened.map(\.change.subject) == [[.names]])
  }

  @Test func aMoreSeriousFindingReopensADismissalOnly() {
    let serious = hit(version: "2", decision: .hit)
    #expect(rescreen([hit(review: Self.dismissed)], [serious]).reopened.count == 1)
    #expect(rescreen([hit(review: Self.confirmed)], [serious]).unchanged.count == 1)
    #expect(rescreen([hit()], [serious]).unchanged.map(\.review) == [.open])
  }

  @Test func groundsStayThoseThatWereDecidedOn() throws {
    // Small steps must not carry a decision away from what it was made on.
    var second = Self.person
    second.addresses = []
    let kept = try #require(
      rescreen([hit(review: Self.dismissed)], [hit("e1", second)]).unchanged.first)
    #expect(kept.entry == EntryFingerprint(Self.person))
  }

  @Test func newOnesAreOpenAndVanishedOnesClosed() {
    let earlier = [hit("gone", review: Self.confirmed), hit("unlike", review: Self.dismissed)]
    let result = Rescreening(
      earlier: earlier, current: [hit("fresh", review: Self.confirmed)],
      entries: ["fresh", "unlike"], subjects: ["o1"])
    #expect(result.new.map(\.key.entry) == ["fresh"])
    #expect(result.new.map(\.review) == [.open])
    #expect(result.closed.map(\.closure) == [.entryGone, .noLongerAlike])
    #expect(result.closed.map(\.hit.review) == [Self.confirmed, Self.dismissed])
    let left = Rescreening(
      earlier: earlier, current: [], entries: ["gone", "unlike"], subjects: [])
    #expect(left.closed.map(\.closure) == [.subjectGone, .subjectGone])
  }

  @Test func fingerprintsComeBackFromTheirText() {
    let odd = ScreeningSubject(
      "a;b|c\\d=e", kind: .organisation, otherNames: ["…", ""], weakNames: ["x|y"],
      countries: ["DE"])
    for subject in [Self.person, odd, ScreeningSubject("")] {
      let fingerprint = EntryFingerprint(subject)
      #expect(EntryFingerprint(text: fingerprint.text) == fingerprint)
    }
    #expect(EntryFingerprint(text: "") == nil)
    #expect(EntryFingerprint(text: "kind=person") == nil)
    #expect(EntryFingerprint(text: "nonsense") == nil)
  }
}
