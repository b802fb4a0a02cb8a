// SPDX-License-Identifier: Apache-2.0

/// Where the facts that conditions ask for lie in the database.
public struct TableMapping: Sendable {
  /// How a kind of object is kept: a table, a view or a query in brackets, and which columns hold which
  /// of the facts of ``ProtectedObject``. Nil where there is none; then no condition may ask for it.
  public struct Source: Sendable, Hashable {
    public var source: String
    public var id = "id"
    public var owner: String?
    public var counterpart: String?
    public var author: String?
    public var need: String?
    public var needState: String?
    public var visibility: String?
    public var state: String?
    public var whole: String?
    /// 1 where both ends agreed, else 0.
    public var agreed: String?

    public init(_ source: String) { self.source = source }
  }

  public var sources: [ObjectKind: Source]

  /// person, organisation, role, from_at, until_at
  public var roleHeld = "person_role"
  /// person, role, scope_kind, scope, from_at, until_at
  public var assignment = "assignment"
  /// association, member, from_at, until_at
  public var associationMember = "association_member"
  /// id, purpose, from_at, until_at
  public var caseFile = "case_file"
  /// case_file, person, needs_to_know (0 or 1), from_at, until_at
  public var caseMember = "case_member"
  /// case_file, scope_kind, scope
  public var caseObject = "case_object"
  /// owner, grantee, object_kind, field_group, object, purpose, from_at, until_at
  public var grant = "access_grant"
  /// organisation, field_group, released_to
  public var release = "field_release"
  /// need, organisation
  public var invitation = "invitation"
  /// organisation, competitor; each pair in both orders
  public var competition = "competition"
  /// person, organisation
  public var conflict = "conflict_of_interest"

  public init(_ sources: [ObjectKind: Source]) { self.sources = sources }
}
