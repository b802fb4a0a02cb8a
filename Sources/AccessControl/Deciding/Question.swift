// SPDX-License-Identifier: Apache-2.0

/// One question with everything at hand that conditions ask for.
struct Question {
  let subject: Subject
  let object: ProtectedObject
  let field: FieldGroup
  let purpose: Purpose
  let instant: Instant

  /// Nil where the rule opens it, else why not.
  func finding(_ rule: AccessRule) -> Decision.Denial? {
    if rule.roles.contains(.everyone) {
      guard rule.purposes.contains(purpose) else { return .purpose }
      return rule.when.allSatisfy({ holds($0, nil) }) ? nil : .relation
    }
    var hasRole = false
    for membership in subject.memberships
    where rule.roles.contains(membership.role) && membership.validity.contains(instant) {
      guard rule.purposes.contains(purpose) else { return .purpose }
      hasRole = true
      if rule.when.allSatisfy({ holds($0, membership) }) { return nil }
    }
    return hasRole ? .relation : .role
  }

  /// Whether a condition holds; without a membership only those of the object alone can.
  private func holds(_ condition: Condition, _ membership: Subject.Membership?) -> Bool {
    switch condition {
    case .agreedByBoth: object.isAgreed
    case .released(let level):
      (object.releases[field] ?? .standard(field)) >= level
    case .visible(let visibility):
      object.visibility.map(visibility.orWider().contains) ?? false
    case .needIsOpen: object.needState.map(ObjectState.openNeed.contains) ?? false
    case .state(let states): object.state.map(states.contains) ?? false
    default: membership.map { holdsForMember(condition, $0) } ?? false
    }
  }

  private func holdsForMember(_ condition: Condition, _ membership: Subject.Membership) -> Bool {
    let own = membership.organisation
    switch condition {
    case .ownerIsOwn: return object.owner == own
    case .counterpartIsOwn: return object.counterpart == own
    case .ownerIsMember:
      return object.associations.contains {
        $0.association == own && $0.validity.contains(instant)
      }
    case .invited:
      guard let need = object.need, let needs = subject.invitations[own] else { return false }
      return needs.contains(need)
    case .granted: return isGranted(to: own)
    case .notCompeting: return object.owner != nil && !object.competitors.contains(own)
    case .assigned(let anchor):
      return object.scope(anchor).map { isAssigned($0, membership.role) } ?? false
    case .ownerMatched:
      return object.matchedNeeds.contains { isAssigned(Scope(.need, $0), membership.role) }
    case .isAuthor: return object.author != nil && object.author == subject.person
    case .isNotAuthor: return object.author != nil && object.author != subject.person
    case .inCase(let anchor): return isInCase(anchor, mustNeedToKnow: false)
    case .inNeedToKnowCase(let anchor): return isInCase(anchor, mustNeedToKnow: true)
    case .handedIn: return object.whole.map(subject.handedIn.contains) ?? false
    case .withoutConflict:
      return object.owner.map { !subject.conflicts.contains($0) } ?? false
    case .agreedByBoth, .released, .visible, .needIsOpen, .state: return holds(condition, nil)
    }
  }

  private func isGranted(to own: String) -> Bool {
    guard let owner = object.owner, let grants = subject.grants[owner] else { return false }
    return grants.contains { grant in
      grant.grantee == own && grant.kind == object.kind && grant.group == field
        && (grant.object == nil || grant.object == object.id)
        && grant.purpose == purpose && grant.validity.contains(instant)
    }
  }

  private func isAssigned(_ scope: Scope, _ role: Role) -> Bool {
    subject.assignments[scope]?.contains { $0.role == role && $0.validity.contains(instant) }
      ?? false
  }

  private func isInCase(_ anchor: Anchor, mustNeedToKnow: Bool) -> Bool {
    guard let scope = object.scope(anchor) else { return false }
    return subject.cases.contains { file in
      file.purpose == purpose && (file.needsToKnow || !mustNeedToKnow)
        && file.validity.contains(instant) && file.membership.contains(instant)
        && file.objects.contains(scope)
    }
  }
}
