// SPDX-License-Identifier: Apache-2.0

/// One fact the register can hold about an entity.
///
/// Each field is declared once in ``definitions``; checks, imports, exports, statements and their
/// history all read that list.
public struct RegisterField: Sendable, Hashable {
  public let kind: EntityKind
  /// Unique within the kind, in snake case, as it stands in statements and exports.
  public let name: String

  /// The field of that name, nil if there is none.
  public init?(_ kind: EntityKind, _ name: String) {
    self.init(kind: kind, name: name)
    guard Self.definitions[self] != nil else { return nil }
  }

  /// The field named `kind.name`, as in `site.postcode`; nil if there is none.
  public init?(_ key: String) {
    guard let dot = key.firstIndex(of: "."), let kind = EntityKind(rawValue: String(key[..<dot]))
    else { return nil }
    self.init(kind, String(key[key.index(after: dot)...]))
  }

  init(kind: EntityKind, name: String) {
    self.kind = kind
    self.name = name
  }

  public var key: String { "\(kind.rawValue).\(name)" }

  public var definition: FieldDefinition {
    guard let definition = Self.definitions[self] else {
      preconditionFailure("field \(key) is made without a definition")
    }
    return definition
  }

  /// Every field with its definition.
  public static let definitions = Dictionary(
    uniqueKeysWithValues: FieldDefinition.all.map { ($0.field, $0) })

  /// The fields of a kind, in the order of the catalogue.
  public static func fields(of kind: EntityKind) -> [RegisterField] {
    FieldDefinition.all.filter { $0.field.kind == kind }.map(\.field)
  }
}
