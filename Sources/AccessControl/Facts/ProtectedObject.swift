// SPDX-License-Identifier: Apache-2.0

/// An object that access is asked about, with the facts a decision may need. What is unknown opens
/// nothing.
public struct ProtectedObject: Sendable {
  /// The organisation an association's member is, with the time of its membership.
  public struct AssociationMembership: Sendable, Hashable {
    public var association: String
    public var validity: Validity

    public init(association: String, validity: Validity) {
      self.association = association
      self.validity = validity
    }
  }

  public var kind: ObjectKind
  public var id: String
  /// The organisation whose data it is: of a match or a suggestion the supplier, of a feedback who gave
  /// it, of a review who handed in the solution, of an audit entry whose data was looked at.
  public var owner: String?
  /// The other organisation it is about: of a match the buyer, of a feedback the supplier.
  public var counterpart: String?
  /// The person it comes from: of a review the reviewer, of an account its holder.
  public var author: String?
  /// The need it is or is about.
  public var need: String?
  public var needState: ObjectState?
  public var visibility: Visibility?
  /// Where the object itself stands.
  public var state: ObjectState?
  /// The id of what it is a part of; ``ObjectKind/wholeKind`` says of what kind.
  public var whole: String?
  /// Whether both ends of a supply link agreed to it.
  public var isAgreed = false
  /// How far the owner opens its entry; ``ReleasedTo/standard(_:)`` where it decided nothing.
  public var releases: [FieldGroup: ReleasedTo] = [:]
  /// Associations the owner belongs or belonged to.
  public var associations: [AssociationMembership] = []
  /// Organisations that compete with the owner.
  public var competitors: Set<String> = []
  /// Open needs the owner is an active match of.
  public var matchedNeeds: Set<String> = []

  public init(_ kind: ObjectKind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  func scope(_ anchor: Anchor) -> Scope? {
    guard let kind = kind.scopeKind(anchor) else { return nil }
    let id =
      switch anchor {
      case .owner: owner
      case .need: need
      case .whole: whole
      }
    return id.map { Scope(kind, $0) }
  }
}
