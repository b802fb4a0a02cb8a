// SPDX-License-Identifier: Apache-2.0

extension RuleTable {
  /// Jobs and accounts: everybody one's own; the administrator what keeps the platform running, never
  /// what was computed, never about himself.
  static let operation: [AccessRule] = [
    AccessRule(
      "job.own", Role.given.filter { $0 != .administrator }, [.read, .create, .remove], .job,
      ObjectKind.job.groups, for: .any, when: [.isAuthor]),
    AccessRule(
      "job.operation", [.administrator], [.read, .remove], .job, [.status],
      for: Purposes(.operation)),
    AccessRule(
      "account.own.read", Role.given, [.read, .export], .account, ObjectKind.account.groups,
      for: Purposes(.ownBusiness), when: [.isAuthor]),
    AccessRule(
      "account.own.keep", Role.given, [.change], .account, [.identity, .security],
      for: Purposes(.ownBusiness), when: [.isAuthor]),
    AccessRule(
      "account.colleagues", [.companyEditor], [.read], .account, [.identity, .roles],
      for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "account.operation.read", [.administrator], [.read], .account, [.identity, .roles],
      for: Purposes(.operation)),
    AccessRule(
      "account.operation.keep", [.administrator], [.create, .change, .remove], .account,
      [.identity, .roles], for: Purposes(.operation), when: [.isNotAuthor]),
    AccessRule(
      "account.operation.reset", [.administrator], [.decide], .account, [.security],
      for: Purposes(.operation), when: [.isNotAuthor]),
  ]

  /// The log is added to, never changed. An organisation reads who looked at its data.
  static let audit: [AccessRule] = [
    AccessRule(
      "audit_entry.own", .company, [.read, .export], .auditEntry, [.access],
      for: Purposes(.ownBusiness), when: [.ownerIsOwn]),
    AccessRule(
      "audit_entry.oversight", [.auditor], [.read, .export], .auditEntry,
      ObjectKind.auditEntry.groups, for: Purposes(.oversight)),
    AccessRule(
      "audit_entry.append", [.administrator], [.create], .auditEntry,
      ObjectKind.auditEntry.groups, for: Purposes(.operation)),
  ]

  /// Aggregates have passed disclosure control; why a value is held back is the ministry's to know.
  static let aggregates: [AccessRule] = [
    AccessRule(
      "aggregate.public", [.everyone], [.read, .export], .aggregate, [.cells],
      for: .working.union(Purposes(.information)),
      when: [.visible(to: .public), .state([.published])]),
    AccessRule(
      "aggregate.register", .business, [.read, .export], .aggregate, [.cells], for: .working,
      when: [.visible(to: .register), .state([.published])]),
    AccessRule(
      "aggregate.own", [.association, .analyst], [.read, .create, .decide], .aggregate, [.cells],
      for: Purposes(.statistics), when: [.ownerIsOwn]),
    AccessRule(
      "aggregate.reason", [.analyst], [.read], .aggregate, [.suppression],
      for: Purposes(.statistics)),
    AccessRule(
      "aggregate.oversight", [.auditor], [.read], .aggregate, ObjectKind.aggregate.groups,
      for: Purposes(.oversight)),
  ]
}
