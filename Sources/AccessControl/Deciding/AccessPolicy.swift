// SPDX-License-Identifier: Apache-2.0

/// The rules, laid out so that a question meets only those that could answer it.
///
/// Cost of a decision: the few rules of one action on one field group, times the person's memberships.
public struct AccessPolicy: Sendable {
  public let rules: [AccessRule]
  private let index: [Key: [AccessRule]]

  private struct Key: Hashable {
    let action: Action
    let kind: ObjectKind
    let group: FieldGroup
  }

  public static let standard = AccessPolicy(RuleTable.all)

  public init(_ rules: [AccessRule]) {
    self.rules = rules
    var index: [Key: [AccessRule]] = [:]
    for rule in rules {
      for action in rule.actions {
        for group in rule.groups {
          index[Key(action: action, kind: rule.kind, group: group), default: []].append(rule)
        }
      }
    }
    self.index = index
  }

  /// The rules that speak of an action on a field group, in their order.
  public func rules(_ action: Action, _ kind: ObjectKind, _ group: FieldGroup) -> [AccessRule] {
    index[Key(action: action, kind: kind, group: group)] ?? []
  }

  /// Whether somebody may do something with a field group of an object, for a purpose, at an instant.
  /// The first rule that opens it decides; without one the answer is no.
  public func can(
    _ subject: Subject, _ action: Action, _ object: ProtectedObject, _ field: FieldGroup,
    for purpose: Purpose, at instant: Instant
  ) -> Decision {
    let isLookAtProtected = action.isLook && field.sensitivity.isProtected
    func denied(_ denial: Decision.Denial) -> Decision {
      Decision(
        rule: nil, denial: denial, purpose: purpose, isLookAtProtected: isLookAtProtected)
    }
    let candidates = rules(action, object.kind, field)
    guard !candidates.isEmpty else {
      return denied(object.kind.groups.contains(field) ? .noRule : .unknownField)
    }
    let question = Question(
      subject: subject, object: object, field: field, purpose: purpose, instant: instant)
    var denial = Decision.Denial.role
    for rule in candidates {
      guard let finding = question.finding(rule) else {
        return Decision(
          rule: rule, denial: nil, purpose: purpose, isLookAtProtected: isLookAtProtected)
      }
      // The refusal that came closest to a yes is told.
      if finding == .relation || (finding == .purpose && denial == .role) { denial = finding }
    }
    return denied(denial)
  }
}
