// SPDX-License-Identifier: Apache-2.0

/// An organisation opens a field group to another one, for one purpose and a time.
public struct Grant: Sendable, Hashable {
  /// Whose data it opens.
  public var owner: String
  /// Who may look.
  public var grantee: String
  public var kind: ObjectKind
  public var group: FieldGroup
  /// One object alone; nil for all of the owner's.
  public var object: String?
  public var purpose: Purpose
  public var validity: Validity

  public init(
    owner: String, grantee: String, kind: ObjectKind, group: FieldGroup, object: String? = nil,
    purpose: Purpose, validity: Validity
  ) {
    self.owner = owner
    self.grantee = grantee
    self.kind = kind
    self.group = group
    self.object = object
    self.purpose = purpose
    self.validity = validity
  }
}
