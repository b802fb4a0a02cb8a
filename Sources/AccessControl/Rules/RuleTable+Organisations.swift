// SPDX-License-Identifier: Apache-2.0

extension RuleTable {
  /// A company keeps its entry; others see what it opens, what their work was bound to, or what it
  /// granted. A competitor never sees its capacity, not even by a grant.
  static let organisations: [AccessRule] = [
    AccessRule(
      "organisation.profile.everyone", [.everyone], [.read], .organisation, [.profile],
      for: .any, when: [.released(to: .everyone)]),
    AccessRule(
      "organisation.profile.register", Role.given, [.read], .organisation, [.profile],
      for: .any, when: [.released(to: .register)]),
    AccessRule(
      "organisation.known", .business, [.read], .organisation,
      [.contact, .capability, .qualification], for: .working, when: [.released(to: .register)]),
    AccessRule(
      "organisation.own.read", .company, [.read, .export], .organisation,
      ObjectKind.organisation.groups, for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "organisation.own.keep", [.companyEditor], [.create, .change, .remove], .organisation,
      ObjectKind.organisation.groups, for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "organisation.own.share", [.companyEditor], [.share], .organisation,
      [.contact, .capability, .qualification, .capacity], for: Purposes(.ownBusiness),
      when: [.ownerIsOwn]),
    AccessRule(
      "organisation.granted", [.companyEditor, .companyReader, .planner], [.read], .organisation,
      [.contact, .capability, .qualification], for: granting, when: [.granted]),
    AccessRule(
      "organisation.granted.capacity", [.companyEditor, .companyReader, .planner], [.read],
      .organisation, [.capacity], for: granting, when: [.granted, .notCompeting]),
    AccessRule(
      "organisation.contact.planner", [.planner], [.read], .organisation, [.contact],
      for: Purposes(.sourcing, .rampUp), when: [.ownerMatched, .released(to: .invited)]),
    AccessRule(
      "organisation.capacity.planner", [.planner], [.read], .organisation, [.capacity],
      for: Purposes(.sourcing, .rampUp),
      when: [.ownerMatched, .released(to: .invited), .notCompeting]),
    AccessRule(
      "organisation.contact.dialogue", [.dialogueOffice], [.read], .organisation, [.contact],
      for: Purposes(.dialogue), when: [.released(to: .invited)]),
    AccessRule(
      "organisation.case", [.analyst], [.read], .organisation,
      [.contact, .capability, .qualification, .capacity],
      for: Purposes(.supplySecurity, .rampUp), when: [.inCase(.owner)]),
    AccessRule(
      "organisation.bottleneck.case", [.analyst], [.read], .organisation, [.bottleneck],
      for: Purposes(.supplySecurity), when: [.inNeedToKnowCase(.owner)]),
    AccessRule(
      "organisation.members.read", [.association], [.read], .organisation,
      [.profile, .contact, .capability, .qualification],
      for: Purposes(.ownBusiness, .dialogue, .statistics), when: [.ownerIsMember]),
    AccessRule(
      "organisation.members.enter", [.association], [.create], .organisation, [.profile],
      for: Purposes(.ownBusiness), when: [.ownerIsMember]),
  ]

  /// Purposes a grant may be given for.
  static let granting = Purposes(.sourcing, .supplySecurity, .rampUp, .dialogue, .innovation)

  /// Whoever states a link keeps it; the other end sees it once both agree.
  static let supplyLinks: [AccessRule] = [
    AccessRule(
      "supply_link.own.read", .company, [.read, .export], .supplyLink, [.ends],
      for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "supply_link.own.keep", [.companyEditor], [.create, .change, .remove], .supplyLink, [.ends],
      for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "supply_link.agreed", .company, [.read], .supplyLink, [.ends],
      for: Purposes(.ownBusiness), when: [.counterpartIsOwn, .agreedByBoth]),
    AccessRule(
      "supply_link.agree", [.companyEditor], [.decide], .supplyLink, [.ends],
      for: Purposes(.ownBusiness), when: [.counterpartIsOwn]),
    AccessRule(
      "supply_link.case", [.analyst], [.read], .supplyLink, [.ends],
      for: Purposes(.supplySecurity), when: [.inCase(.owner)]),
  ]
}
