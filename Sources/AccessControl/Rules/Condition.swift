// SPDX-License-Identifier: Apache-2.0

/// What must hold between whoever asks and an object for a rule to open it.
///
/// "Own" is the organisation at which the role of the rule is held.
public enum Condition: Sendable, Hashable {
  // MARK: Between the own organisation and the object

  case ownerIsOwn
  case counterpartIsOwn
  /// The owner is a member of the own association.
  case ownerIsMember
  /// The own organisation is invited to the need.
  case invited
  /// The owner opened the field group to the own organisation for the purpose asked.
  case granted
  /// A bar: the own organisation and the owner do not compete.
  case notCompeting

  // MARK: Between the person and the object

  case isAuthor
  /// A bar: nobody decides about himself.
  case isNotAuthor
  /// It was given to the person in the role of the rule.
  case assigned(Anchor)
  /// It lies in a case of the person, opened for the purpose asked.
  case inCase(Anchor)
  /// Likewise, and the person belongs to those who must know.
  case inNeedToKnowCase(Anchor)
  /// The owner is an active match of an open need that was given to the person in the role of the rule.
  case ownerMatched
  /// The person has handed in a review of the same solution.
  case handedIn
  /// A bar: the person has no interest in the owner.
  case withoutConflict

  // MARK: Of the object alone

  case agreedByBoth
  /// The owner opens the field group at least that far.
  case released(to: ReleasedTo)
  /// It is meant for at least that audience.
  case visible(to: Visibility)
  case needIsOpen
  case state([ObjectState])

  /// Whether it is asked about each membership by itself.
  var isOfMembership: Bool {
    switch self {
    case .ownerIsOwn, .counterpartIsOwn, .ownerIsMember, .invited, .granted, .notCompeting,
      .assigned, .ownerMatched:
      true
    case .isAuthor, .isNotAuthor, .inCase, .inNeedToKnowCase, .handedIn, .withoutConflict,
      .agreedByBoth, .released, .visible, .needIsOpen, .state:
      false
    }
  }

  /// Whether it speaks of the object alone, so that it can be asked of those without an account.
  public var isOfObject: Bool {
    switch self {
    case .agreedByBoth, .released, .visible, .needIsOpen, .state: true
    default: false
    }
  }

  /// Whether it shuts out somebody who has a relation, rather than letting in somebody who has one.
  public var isBar: Bool {
    switch self {
    case .notCompeting, .isNotAuthor, .withoutConflict: true
    default: false
    }
  }
}
