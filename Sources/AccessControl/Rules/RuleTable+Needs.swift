// SPDX-License-Identifier: Apache-2.0

extension RuleTable {
  /// A need is seen by whom it is meant for while it is open, and kept by its buyer and its planner.
  static let needs: [AccessRule] = [
    AccessRule(
      "need.public", [.everyone], [.read], .need, [.summary, .detail],
      for: .working.union(Purposes(.information)), when: [.visible(to: .public), .needIsOpen]),
    AccessRule(
      "need.register", .business, [.read], .need, ObjectKind.need.groups, for: .working,
      when: [.visible(to: .register), .needIsOpen]),
    AccessRule(
      "need.invited", .company, [.read], .need, ObjectKind.need.groups,
      for: Purposes(.ownBusiness, .sourcing, .dialogue), when: [.invited, .needIsOpen]),
    AccessRule(
      "need.own.read", .company, [.read, .export], .need, ObjectKind.need.groups,
      for: Purposes(.ownBusiness, .sourcing), when: [.ownerIsOwn]),
    AccessRule(
      "need.own.keep", [.companyEditor], [.create, .change, .decide], .need,
      ObjectKind.need.groups, for: Purposes(.ownBusiness, .sourcing), when: [.ownerIsOwn]),
    AccessRule(
      "need.planner", [.planner], [.read, .export, .change, .decide], .need,
      ObjectKind.need.groups, for: Purposes(.sourcing, .rampUp), when: [.assigned(.need)]),
    AccessRule(
      "need.planner.open", [.planner], [.create], .need, ObjectKind.need.groups,
      for: Purposes(.sourcing, .rampUp), when: [.ownerIsOwn]),
    AccessRule(
      "need.case", [.analyst], [.read], .need, ObjectKind.need.groups,
      for: Purposes(.supplySecurity, .rampUp), when: [.inCase(.need)]),
  ]

  /// What was found for a need: the planner's and the buyer's to use, the supplier's as far as the
  /// need is meant for it. What a supplier lacks is not for its competitor.
  static let matches: [AccessRule] = [
    AccessRule(
      "match.planner", [.planner], [.read, .export, .create, .decide], .match, [.result],
      for: Purposes(.sourcing, .rampUp), when: [.assigned(.need)]),
    AccessRule(
      "match.gap.planner", [.planner], [.read, .create], .match, [.gap],
      for: Purposes(.sourcing, .rampUp), when: [.assigned(.need), .notCompeting]),
    AccessRule(
      "match.buyer.read", .company, [.read], .match, [.result], for: Purposes(.sourcing),
      when: [.counterpartIsOwn]),
    AccessRule(
      "match.buyer.keep", [.companyEditor], [.create, .decide], .match, [.result],
      for: Purposes(.sourcing), when: [.counterpartIsOwn]),
    AccessRule(
      "match.supplier", .company, [.read], .match, ObjectKind.match.groups,
      for: Purposes(.ownBusiness, .sourcing),
      when: [.ownerIsOwn, .needIsOpen, .visible(to: .register)]),
    AccessRule(
      "match.supplier.invited", .company, [.read], .match, ObjectKind.match.groups,
      for: Purposes(.ownBusiness, .sourcing), when: [.ownerIsOwn, .needIsOpen, .invited]),
    AccessRule(
      "match.case", [.analyst], [.read], .match, [.result],
      for: Purposes(.supplySecurity, .rampUp), when: [.inCase(.need)]),
    AccessRule(
      "suggestion.planner", [.planner], [.read], .suggestion, [.place],
      for: Purposes(.sourcing), when: [.assigned(.need)]),
    AccessRule(
      "suggestion.oversight", [.auditor], [.read], .suggestion, ObjectKind.suggestion.groups,
      for: Purposes(.oversight)),
    AccessRule(
      "feedback.own.read", .company, [.read], .feedback, ObjectKind.feedback.groups,
      for: Purposes(.ownBusiness, .sourcing), when: [.ownerIsOwn]),
    AccessRule(
      "feedback.own.give", [.companyEditor], [.create], .feedback, ObjectKind.feedback.groups,
      for: Purposes(.ownBusiness, .sourcing), when: [.ownerIsOwn]),
    AccessRule(
      "feedback.planner", [.planner], [.read, .create], .feedback, ObjectKind.feedback.groups,
      for: Purposes(.sourcing, .rampUp), when: [.assigned(.need)]),
    AccessRule(
      "feedback.about", .company, [.read], .feedback, [.statement],
      for: Purposes(.ownBusiness), when: [.counterpartIsOwn]),
  ]
}
