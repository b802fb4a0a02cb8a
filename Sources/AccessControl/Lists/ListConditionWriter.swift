// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// Writes rules as SQL. Words of our own enumerations stand in the text; what comes from outside is
/// bound.
struct ListConditionWriter {
  let mapping: TableMapping
  let source: TableMapping.Source
  let kind: ObjectKind
  let field: FieldGroup
  let purpose: Purpose
  let person: SQLValue
  let instant: SQLValue
  let first: Int
  private(set) var parameters: [SQLValue] = []
  private var personNumber: Int?
  private var instantNumber: Int?

  init(
    mapping: TableMapping, source: TableMapping.Source, kind: ObjectKind, field: FieldGroup,
    purpose: Purpose, person: SQLValue, instant: SQLValue, first: Int
  ) {
    self.mapping = mapping
    self.source = source
    self.kind = kind
    self.field = field
    self.purpose = purpose
    self.person = person
    self.instant = instant
    self.first = first
  }

  /// One rule: what it asks of the object and the person, and a membership that does the rest.
  mutating func text(of rule: AccessRule) throws(ListCondition.MissingFact) -> String {
    var outside: [String] = []
    for condition in rule.when where !condition.isOfMembership {
      outside.append(try text(of: condition))
    }
    if rule.roles.contains(.everyone) {
      return outside.isEmpty ? "1 = 1" : "(" + outside.joined(separator: " AND ") + ")"
    }
    let roles = rule.roles.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let who = boundPerson()
    var inside = ["m.person = \(who)", "m.role IN (\(roles))", valid("m")]
    for condition in rule.when where condition.isOfMembership {
      inside.append(try text(of: condition))
    }
    let membership =
      "EXISTS (SELECT 1 FROM \(mapping.roleHeld) m WHERE "
      + inside.joined(separator: " AND ") + ")"
    return "(" + (outside + [membership]).joined(separator: " AND ") + ")"
  }

  // MARK: Parameters

  mutating func boundPerson() -> String {
    if personNumber == nil {
      parameters.append(person)
      personNumber = first + parameters.count - 1
    }
    return "$\(personNumber ?? first)"
  }

  mutating func boundInstant() -> String {
    if instantNumber == nil {
      parameters.append(instant)
      instantNumber = first + parameters.count - 1
    }
    return "$\(instantNumber ?? first)"
  }

  /// Whether a row of a relation holds at the instant.
  mutating func valid(_ alias: String) -> String {
    let now = boundInstant()
    return
      "\(alias).from_at <= \(now) AND (\(alias).until_at IS NULL OR \(alias).until_at > \(now))"
  }

  // MARK: Columns

  /// The column of a fact of the object.
  func column(_ fact: KeyPath<TableMapping.Source, String?> & Sendable, _ name: String)
    throws(ListCondition.MissingFact) -> String
  {
    guard let column = source[keyPath: fact] else {
      throw ListCondition.MissingFact(kind: kind, fact: name)
    }
    return "o." + column
  }

  func owner() throws(ListCondition.MissingFact) -> String { try column(\.owner, "owner") }

  /// What the object hangs on: the kind of scope and the column of its id.
  func scope(_ anchor: Anchor) throws(ListCondition.MissingFact) -> (kind: String, id: String) {
    guard let scope = kind.scopeKind(anchor) else {
      throw ListCondition.MissingFact(kind: kind, fact: "\(anchor)")
    }
    let id =
      switch anchor {
      case .owner: try owner()
      case .need: try column(\.need, "need")
      case .whole: try column(\.whole, "whole")
      }
    return ("'\(scope.rawValue)'", id)
  }
}
