// SPDX-License-Identifier: Apache-2.0
import AccessControl
import Testing

/// What can be read off the table of rules without asking a single question.
@Suite("The table of rules")
struct RuleTableTests {
  @Test func idsAreUniqueAndBeginWithTheKind() {
    #expect(Set(RuleTable.all.map(\.id)).count == RuleTable.all.count)
    for rule in RuleTable.all { #expect(rule.id.hasPrefix(rule.kind.rawValue + "."), "\(rule.id)") }
  }

  @Test func rulesSpeakOfFieldsTheirObjectsHave() {
    for rule in RuleTable.all {
      #expect(Set(rule.groups).isSubset(of: rule.kind.groups), "\(rule.id)")
      #expect(!rule.actions.isEmpty && !rule.groups.isEmpty && !rule.purposes.isEmpty)
      #expect(!rule.roles.isEmpty)
    }
    let used = Set(ObjectKind.allCases.flatMap(\.groups))
    #expect(used == Set(FieldGroup.allCases))
  }

  /// Without an account there is neither person nor house: only the object can open itself, to look at.
  @Test func everybodyIsAskedAboutTheObjectAlone() {
    for rule in RuleTable.all where rule.roles.contains(.everyone) {
      #expect(rule.roles == [.everyone] && rule.when.allSatisfy(\.isOfObject), "\(rule.id)")
      #expect(!rule.when.isEmpty && rule.actions.allSatisfy(\.isLook), "\(rule.id)")
      for group in rule.groups { #expect(group.sensitivity <= .confidential, "\(rule.id)") }
    }
  }

  @Test func theAdministratorLooksAtNoTradeSecret() {
    for rule in RuleTable.all where rule.roles.contains(.administrator) {
      for group in rule.groups { #expect(group.sensitivity != .tradeSecret, "\(rule.id)") }
    }
  }

  @Test func theLogIsOnlyAddedTo() {
    for rule in RuleTable.all where rule.kind == .auditEntry {
      #expect(Set(rule.actions).isSubset(of: [.read, .export, .create]), "\(rule.id)")
    }
  }

  /// A trade secret of a company is opened by a relation to it or to a case, never by a role alone,
  /// and never to a whole audience.
  @Test func noTradeSecretIsOpenToARoleAlone() {
    for rule in RuleTable.all where rule.groups.contains(where: { $0.sensitivity == .tradeSecret })
    {
      #expect(
        rule.when.contains { !$0.isOfObject && !$0.isBar }, "\(rule.id) opens to a role alone")
    }
  }

  @Test func sharingAndKeepingAreTheOwnersAlone() {
    for rule in RuleTable.all where rule.actions.contains(.share) {
      #expect(rule.roles == [.companyEditor] && rule.when.contains(.ownerIsOwn), "\(rule.id)")
    }
  }

  @Test func everyRefusalSaysHowFarItCame() {
    let person = Subject(
      person: "p",
      memberships: [
        .init(
          organisation: "o", role: .companyReader, validity: Validity(from: Instant(seconds: 0)))
      ])
    var object = ProtectedObject(.organisation, "other")
    object.owner = "other"
    func basis(_ action: Action, _ group: FieldGroup, _ purpose: Purpose) -> String {
      AccessPolicy.standard.can(
        person, action, object, group, for: purpose, at: Instant(seconds: 5)
      ).basis
    }
    #expect(basis(.read, .veto, .sourcing) == "denied.unknown_field")
    #expect(basis(.decide, .capacity, .sourcing) == "denied.no_rule")
    #expect(basis(.change, .capacity, .ownBusiness) == "denied.role")
    #expect(basis(.export, .capacity, .sourcing) == "denied.purpose")
    #expect(basis(.export, .capacity, .ownBusiness) == "denied.relation")
    #expect(basis(.read, .profile, .sourcing) == "organisation.profile.everyone")
  }
}
