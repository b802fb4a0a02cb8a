// SPDX-License-Identifier: Apache-2.0

/// Whoever asks, with everything about it that a decision may need, loaded once for a request.
///
/// Facts that have ended may be in it: each is checked against the instant asked about.
public struct Subject: Sendable {
  /// A role at an organisation.
  public struct Membership: Sendable, Hashable {
    public var organisation: String
    public var role: Role
    public var validity: Validity

    public init(organisation: String, role: Role, validity: Validity) {
      self.organisation = organisation
      self.role = role
      self.validity = validity
    }
  }

  /// Something given to a person to work on in a role.
  public struct Assignment: Sendable, Hashable {
    public var role: Role
    public var scope: Scope
    public var validity: Validity

    public init(role: Role, scope: Scope, validity: Validity) {
      self.role = role
      self.scope = scope
      self.validity = validity
    }
  }

  /// A case the person belongs to: some objects, for one purpose, for a time.
  public struct CaseFile: Sendable, Hashable {
    public var id: String
    public var purpose: Purpose
    public var validity: Validity
    /// How long the person belongs to it.
    public var membership: Validity
    /// Whether the person belongs to those who must know its most harmful facts.
    public var needsToKnow: Bool
    public var objects: Set<Scope>

    public init(
      id: String, purpose: Purpose, validity: Validity, membership: Validity, needsToKnow: Bool,
      objects: Set<Scope>
    ) {
      self.id = id
      self.purpose = purpose
      self.validity = validity
      self.membership = membership
      self.needsToKnow = needsToKnow
      self.objects = objects
    }
  }

  /// Nil without an account.
  public let person: String?
  public let memberships: [Membership]
  public let cases: [CaseFile]
  /// Needs each organisation of the person is invited to.
  public let invitations: [String: Set<String>]
  /// Solutions the person has handed in a review of.
  public let handedIn: Set<String>
  /// Organisations the person has declared, or was found to have, an interest in.
  public let conflicts: Set<String>
  let assignments: [Scope: [Assignment]]
  let grants: [String: [Grant]]

  /// - Parameter grants: those to the person's organisations.
  public init(
    person: String, memberships: [Membership], assignments: [Assignment] = [],
    cases: [CaseFile] = [], grants: [Grant] = [], invitations: [String: Set<String>] = [:],
    handedIn: Set<String> = [], conflicts: Set<String> = []
  ) {
    self.init(
      person, memberships, assignments, cases, grants, invitations, handedIn, conflicts)
  }

  /// Somebody without an account.
  public static let anonymous = Subject(nil, [], [], [], [], [:], [], [])

  private init(
    _ person: String?, _ memberships: [Membership], _ assignments: [Assignment],
    _ cases: [CaseFile], _ grants: [Grant], _ invitations: [String: Set<String>],
    _ handedIn: Set<String>, _ conflicts: Set<String>
  ) {
    self.person = person
    self.memberships = memberships
    self.cases = cases
    self.invitations = invitations
    self.handedIn = handedIn
    self.conflicts = conflicts
    self.assignments = Dictionary(grouping: assignments, by: \.scope)
    self.grants = Dictionary(grouping: grants, by: \.owner)
  }
}
