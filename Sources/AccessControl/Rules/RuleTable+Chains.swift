// SPDX-License-Identifier: Apache-2.0

extension RuleTable {
  /// A chain belongs to the house that keeps it and to the cases it lies in. A version is made once
  /// and stays; what hangs on one source is for those who must know, and for the planner of the need.
  static let chains: [AccessRule] = [
    AccessRule(
      "chain.own.read", .company, [.read, .export], .chain, [.summary], for: keeping,
      when: [.ownerIsOwn]),
    AccessRule(
      "chain.own.keep", [.companyEditor], [.create, .change, .remove], .chain, [.summary],
      for: keeping, when: [.ownerIsOwn]),
    AccessRule(
      "chain.open", [.analyst], [.create], .chain, [.summary],
      for: Purposes(.supplySecurity, .rampUp), when: [.ownerIsOwn]),
    AccessRule(
      "chain.case", [.analyst], [.read, .change, .decide], .chain, [.summary],
      for: Purposes(.supplySecurity, .rampUp), when: [.inCase(.whole)]),
    AccessRule(
      "chain_version.own.read", .company, [.read, .export], .chainVersion,
      ObjectKind.chainVersion.groups, for: keeping, when: [.ownerIsOwn]),
    AccessRule(
      "chain_version.own.make", [.companyEditor], [.create], .chainVersion, [.content],
      for: keeping, when: [.ownerIsOwn]),
    AccessRule(
      "chain_version.case", [.analyst], [.read, .create, .decide], .chainVersion, [.content],
      for: Purposes(.supplySecurity, .rampUp), when: [.inCase(.whole)]),
    AccessRule(
      "chain_version.bottleneck.case", [.analyst], [.read], .chainVersion, [.bottleneck],
      for: Purposes(.supplySecurity), when: [.inNeedToKnowCase(.whole)]),
    AccessRule(
      "chain_version.bottleneck.need", [.planner], [.read], .chainVersion, [.bottleneck],
      for: Purposes(.sourcing, .rampUp), when: [.assigned(.need)]),
  ]

  private static let keeping = Purposes(.ownBusiness, .supplySecurity, .rampUp)
}
