// SPDX-License-Identifier: Apache-2.0

extension ListConditionWriter {
  /// A condition about the object `o`, the person, and the membership `m`. Never NULL where it would be
  /// negated: bars ask for their column first.
  mutating func text(of condition: Condition) throws(ListCondition.MissingFact) -> String {
    switch condition {
    case .ownerIsOwn: return "\(try owner()) = m.organisation"
    case .counterpartIsOwn:
      return "\(try column(\.counterpart, "counterpart")) = m.organisation"
    case .isAuthor:
      return "\(try column(\.author, "author")) = \(boundPerson())"
    case .isNotAuthor:
      return "\(try column(\.author, "author")) <> \(boundPerson())"
    case .agreedByBoth: return "\(try column(\.agreed, "agreed")) = 1"
    case .released(let level): return try released(to: level)
    case .visible(let visibility):
      return try column(\.visibility, "visibility") + " IN "
        + list(visibility.orWider().map(\.rawValue))
    case .needIsOpen:
      return try column(\.needState, "state of the need") + " IN "
        + list(ObjectState.openNeed.map(\.rawValue))
    case .state(let states):
      return try column(\.state, "state") + " IN " + list(states.map(\.rawValue))
    default: return try relation(condition)
    }
  }

  /// The conditions that look into a table of relations.
  private mutating func relation(_ condition: Condition) throws(ListCondition.MissingFact)
    -> String
  {
    switch condition {
    case .ownerIsMember:
      return exists(
        mapping.associationMember, "a",
        ["a.association = m.organisation", "a.member = \(try owner())", valid("a")])
    case .invited:
      return exists(
        mapping.invitation, "i",
        ["i.organisation = m.organisation", "i.need = \(try column(\.need, "need"))"])
    case .granted: return try granted()
    case .notCompeting:
      let owner = try owner()
      return "\(owner) IS NOT NULL AND NOT "
        + exists(
          mapping.competition, "k",
          ["k.organisation = \(owner)", "k.competitor = m.organisation"])
    case .withoutConflict:
      let owner = try owner()
      return "\(owner) IS NOT NULL AND NOT "
        + exists(
          mapping.conflict, "f", ["f.organisation = \(owner)", "f.person = \(boundPerson())"])
    case .assigned(let anchor):
      let scope = try scope(anchor)
      return assigned(scope.kind, scope.id)
    case .inCase(let anchor): return try inCase(anchor, mustNeedToKnow: false)
    case .inNeedToKnowCase(let anchor): return try inCase(anchor, mustNeedToKnow: true)
    case .ownerMatched: return try ownerMatched()
    case .handedIn: return try handedIn()
    default: preconditionFailure("every condition is written as SQL: \(condition)")
    }
  }

  private mutating func granted() throws(ListCondition.MissingFact) -> String {
    exists(
      mapping.grant, "g",
      [
        "g.owner = \(try owner())", "g.grantee = m.organisation",
        "g.object_kind = '\(kind.rawValue)'", "g.field_group = '\(field.rawValue)'",
        "(g.object IS NULL OR g.object = o.\(source.id))", "g.purpose = '\(purpose.rawValue)'",
        valid("g"),
      ])
  }

  private mutating func assigned(_ scopeKind: String, _ scope: String) -> String {
    exists(
      mapping.assignment, "s",
      [
        "s.person = \(boundPerson())", "s.role = m.role", "s.scope_kind = \(scopeKind)",
        "s.scope = \(scope)", valid("s"),
      ])
  }

  private mutating func inCase(_ anchor: Anchor, mustNeedToKnow: Bool)
    throws(ListCondition.MissingFact) -> String
  {
    let scope = try scope(anchor)
    var parts = [
      "co.scope_kind = \(scope.kind)", "co.scope = \(scope.id)", "cm.person = \(boundPerson())",
      "cf.purpose = '\(purpose.rawValue)'", valid("cf"), valid("cm"),
    ]
    if mustNeedToKnow { parts.append("cm.needs_to_know = 1") }
    return "EXISTS (SELECT 1 FROM \(mapping.caseObject) co"
      + " JOIN \(mapping.caseMember) cm ON cm.case_file = co.case_file"
      + " JOIN \(mapping.caseFile) cf ON cf.id = co.case_file WHERE "
      + parts.joined(separator: " AND ") + ")"
  }

  private mutating func ownerMatched() throws(ListCondition.MissingFact) -> String {
    guard let match = mapping.sources[.match], let owner = match.owner, let need = match.need,
      let needState = match.needState, let state = match.state
    else { throw ListCondition.MissingFact(kind: .match, fact: "owner, need and states") }
    return exists(
      match.source, "t",
      [
        "t.\(owner) = \(try self.owner())", "t.\(state) = '\(ObjectState.active.rawValue)'",
        "t.\(needState) IN " + list(ObjectState.openNeed.map(\.rawValue)),
        assigned("'\(Scope.Kind.need.rawValue)'", "t.\(need)"),
      ])
  }

  private mutating func handedIn() throws(ListCondition.MissingFact) -> String {
    guard let review = mapping.sources[.review], let author = review.author,
      let whole = review.whole, let state = review.state
    else { throw ListCondition.MissingFact(kind: .review, fact: "author, whole and state") }
    let handedIn = [ObjectState.submitted, .released].map(\.rawValue)
    return exists(
      review.source, "r",
      [
        "r.\(author) = \(boundPerson())", "r.\(whole) = \(try column(\.whole, "whole"))",
        "r.\(state) IN " + list(handedIn),
      ])
  }

  private func released(to level: ReleasedTo) throws(ListCondition.MissingFact) -> String {
    let enough = ReleasedTo.allCases.filter { $0 >= level }.map(\.rawValue)
    return "COALESCE((SELECT p.released_to FROM \(mapping.release) p WHERE"
      + " p.organisation = \(try owner()) AND p.field_group = '\(field.rawValue)'), "
      + "'\(ReleasedTo.standard(field).rawValue)') IN " + list(enough)
  }

  private func exists(_ table: String, _ alias: String, _ parts: [String]) -> String {
    "EXISTS (SELECT 1 FROM \(table) \(alias) WHERE " + parts.joined(separator: " AND ") + ")"
  }

  private func list(_ words: [String]) -> String {
    "(" + words.map { "'\($0)'" }.joined(separator: ", ") + ")"
  }
}
