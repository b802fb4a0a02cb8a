// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Testing

/// What begins and ends does so at its instant.
@Suite("Time")
struct TimeTests {
  private static let ten = Instant(seconds: 1_764_000_000)

  private static func after(_ seconds: Int) -> Instant {
    Instant(seconds: ten.seconds + seconds)
  }

  private static let always = Validity(from: Instant(seconds: 0))

  private static func reads(
    _ group: FieldGroup, memberFor: Validity = always, grantedFor: Validity,
    purpose: Purpose = .sourcing, at instant: Instant
  ) -> Decision {
    let buyer = Subject(
      person: "p",
      memberships: [
        .init(organisation: "buyer", role: .companyReader, validity: memberFor)
      ],
      grants: [
        Grant(
          owner: "firm", grantee: "buyer", kind: .organisation, group: .capacity,
          purpose: .sourcing, validity: grantedFor)
      ])
    var firm = ProtectedObject(.organisation, "firm")
    firm.owner = "firm"
    return AccessPolicy.standard.can(buyer, .read, firm, group, for: purpose, at: instant)
  }

  @Test(arguments: [(-1, false), (0, true), (1, true), (3599, true), (3600, false), (3601, false)])
  func aGrantHoldsFromItsFirstInstantUntilBeforeItsLast(seconds: Int, holds: Bool) {
    let hour = Validity(from: Self.ten, until: Self.after(3600))
    let decision = Self.reads(.capacity, grantedFor: hour, at: Self.after(seconds))
    #expect(decision.isAllowed == holds)
    #expect(decision.isLookAtProtected)
    // So does a role.
    #expect(
      Self.reads(.capacity, memberFor: hour, grantedFor: Self.always, at: Self.after(seconds))
        .isAllowed == holds)
  }

  @Test func aGrantWithoutAnEndHoldsOn() {
    let open = Validity(from: Self.ten)
    #expect(Self.reads(.capacity, grantedFor: open, at: Self.after(1_000_000_000)).isAllowed)
    #expect(!Self.reads(.capacity, grantedFor: open, at: Self.after(-1)).isAllowed)
  }

  @Test func aGrantThatEndsAsItBeginsNeverHolds() {
    let never = Validity(from: Self.ten, until: Self.ten)
    for seconds in -1...1 {
      #expect(!Self.reads(.capacity, grantedFor: never, at: Self.after(seconds)).isAllowed)
    }
  }

  @Test func aGrantOpensOneFieldForOnePurpose() {
    for group in ObjectKind.organisation.groups where group != .capacity {
      let decision = Self.reads(group, grantedFor: Self.always, at: Self.ten)
      #expect(decision.rule?.when.contains(.granted) != true)
    }
    for purpose in Purpose.allCases where purpose != .sourcing {
      #expect(
        !Self.reads(.capacity, grantedFor: Self.always, purpose: purpose, at: Self.ten).isAllowed)
    }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_764_000_000, "2025-11-24T16:00:00Z"), (951_827_696, "2000-02-29T12:34:56Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
  ])
  func instantsAreWrittenAsTablesKeepThem(seconds: Int, text: String) {
    #expect(Instant(seconds: seconds).text == text)
  }
}
