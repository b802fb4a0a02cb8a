// SPDX-License-Identifier: Apache-2.0

/// One row of a list as the register understands it: an organisation, and what it says of it.
///
/// Values are normalised for their field.
public struct ListRow: Sendable, Hashable {
  /// One entity of the row and its fields.
  public struct Part: Sendable, Hashable {
    public var kind: EntityKind
    /// Values by field name, in the order of the columns; a field of many values may come again.
    public var values: [Value]

    public init(_ kind: EntityKind, _ values: [Value] = []) {
      self.kind = kind
      self.values = values
    }

    /// The first value of a field.
    public subscript(name: String) -> String? {
      values.first { $0.field.name == name }?.text
    }
  }

  public struct Value: Sendable, Hashable {
    public var field: RegisterField
    public var text: String

    public init(_ field: RegisterField, _ text: String) {
      self.field = field
      self.text = text
    }
  }

  /// The line in the file, the header being 1.
  public var line: Int
  /// The list's own number of the row, as a member number; nil where it has none.
  public var key: String?
  public var organisation: Part
  /// Sites, capabilities, qualifications, memberships and contacts, in the order of the columns.
  public var parts: [Part]

  public init(line: Int, key: String?, organisation: Part, parts: [Part]) {
    self.line = line
    self.key = key
    self.organisation = organisation
    self.parts = parts
  }
}
