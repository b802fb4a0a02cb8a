// SPDX-License-Identifier: Apache-2.0

/// What the register holds to be true of an entity, each value with those who say so.
public struct EntityProfile: Sendable {
  /// One value of a field and the statements that support it, the weightiest first.
  public struct Entry: Sendable {
    public let value: String
    public let statements: [Statement]
  }

  public let id: EntityID
  /// By field name: the values that stand, the weightiest first. Of a field of one value the first
  /// holds and the others are contradictions to look at.
  public let entries: [String: [Entry]]

  /// - Parameter statements: those about the entity and whatever was merged into it; those that
  ///   ended are left out. Linear in their number, but for sorting.
  public init(id: EntityID, statements: [Statement]) {
    self.id = id
    var byField: [String: [Statement]] = [:]
    for statement in statements where statement.endedBy == nil {
      byField[statement.field.name, default: []].append(statement)
    }
    entries = byField.mapValues { standing in
      var order: [String] = []
      var supporting: [String: [Statement]] = [:]
      for statement in standing.sorted(by: Precedence.isBefore) {
        if supporting[statement.value] == nil { order.append(statement.value) }
        supporting[statement.value, default: []].append(statement)
      }
      return order.map { Entry(value: $0, statements: supporting[$0] ?? []) }
    }
  }

  /// The value that holds, nil where nobody says anything.
  public subscript(name: String) -> String? { entries[name]?.first?.value }

  /// Every value of a field that may have many.
  public func all(_ name: String) -> [String] { entries[name]?.map(\.value) ?? [] }

  public func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }

  /// Fields of one value for which sources name different values.
  public var contradictions: [RegisterField] {
    RegisterField.fields(of: id.kind).filter {
      !$0.definition.isMany && (entries[$0.name]?.count ?? 0) > 1
    }
  }
}
