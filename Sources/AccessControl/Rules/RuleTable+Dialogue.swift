// SPDX-License-Identifier: Apache-2.0

extension RuleTable {
  /// Wishes are the organisation's own; the office of the meeting learns whom to keep apart, not why.
  static let dialogues: [AccessRule] = [
    AccessRule(
      "wish.own.read", .company, [.read], .wish, ObjectKind.wish.groups,
      for: Purposes(.ownBusiness, .dialogue), when: [.ownerIsOwn]),
    AccessRule(
      "wish.own.keep", [.companyEditor], [.create, .change, .remove], .wish,
      ObjectKind.wish.groups, for: Purposes(.ownBusiness, .dialogue), when: [.ownerIsOwn]),
    AccessRule(
      "wish.office", [.dialogueOffice], [.read, .export], .wish, [.wish, .veto],
      for: Purposes(.dialogue), when: [.assigned(.whole)]),
  ]

  /// Reviewers see each other's texts only once they have handed in their own; whoever handed in the
  /// solution sees outcome and reasons, never a text or who wrote it.
  static let reviews: [AccessRule] = [
    AccessRule(
      "review.own.read", [.reviewer], [.read], .review, [.assessment],
      for: Purposes(.innovation), when: [.isAuthor, .assigned(.whole), .withoutConflict]),
    AccessRule(
      "review.own.write", [.reviewer], [.create, .change], .review, [.assessment],
      for: Purposes(.innovation),
      when: [.isAuthor, .assigned(.whole), .withoutConflict, .state([.draft])]),
    AccessRule(
      "review.panel", [.reviewer], [.read], .review, [.assessment], for: Purposes(.innovation),
      when: [
        .assigned(.whole), .withoutConflict, .handedIn, .state([.submitted, .released]),
      ]),
    AccessRule(
      "review.outcome.panel", [.reviewer], [.read], .review, [.outcome],
      for: Purposes(.innovation),
      when: [.assigned(.whole), .withoutConflict, .state([.released])]),
    AccessRule(
      "review.office", [.innovationOffice], [.read, .export], .review, ObjectKind.review.groups,
      for: Purposes(.innovation),
      when: [.assigned(.whole), .withoutConflict, .state([.submitted, .released])]),
    AccessRule(
      "review.office.decide", [.innovationOffice], [.decide], .review, [.outcome],
      for: Purposes(.innovation),
      when: [.assigned(.whole), .withoutConflict, .state([.submitted])]),
    AccessRule(
      "review.outcome.own", .company, [.read], .review, [.outcome],
      for: Purposes(.ownBusiness, .innovation), when: [.ownerIsOwn, .state([.released])]),
  ]
}
