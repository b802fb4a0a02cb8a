// SPDX-License-Identifier: Apache-2.0
import SQLEngine

/// What stands behind `WHERE` so that a list holds exactly the objects ``AccessPolicy/can(_:_:_:_:for:at:)``
/// opens. The table of the objects is named `o`; the same text runs on SQLite and PostgreSQL.
///
/// The text depends on action, kind, field group, purpose and the first parameter's number alone, so it
/// can be prepared once. Everything of the person is looked up in the same transaction as the list.
public struct ListCondition: Sendable, Hashable {
  public let text: String
  /// The person and the instant, as far as the text asks for them.
  public let parameters: [SQLValue]

  /// A fact is asked for that no table holds.
  public struct MissingFact: Error, Hashable, CustomStringConvertible {
    public let kind: ObjectKind
    public let fact: String

    public init(kind: ObjectKind, fact: String) {
      self.kind = kind
      self.fact = fact
    }

    public var description: String { "no column for \(fact) of \(kind.rawValue)" }
  }
}

extension AccessPolicy {
  /// The condition of a list of objects.
  ///
  /// - Parameters:
  ///   - person: nil for those without an account.
  ///   - first: the number of the first parameter, for queries with parameters of their own before.
  /// - Throws: ``ListCondition/MissingFact`` where a rule asks for what the mapping does not hold.
  public func listCondition(
    _ action: Action, _ kind: ObjectKind, _ field: FieldGroup, for purpose: Purpose,
    person: String?, at instant: Instant, in mapping: TableMapping, first: Int = 1
  ) throws(ListCondition.MissingFact) -> ListCondition {
    guard let source = mapping.sources[kind] else {
      throw ListCondition.MissingFact(kind: kind, fact: "source")
    }
    var writer = ListConditionWriter(
      mapping: mapping, source: source, kind: kind, field: field, purpose: purpose,
      person: SQLValue(person), instant: .text(instant.text), first: first)
    var alternatives: [String] = []
    for rule in rules(action, kind, field) where rule.purposes.contains(purpose) {
      alternatives.append(try writer.text(of: rule))
    }
    return ListCondition(
      text: alternatives.isEmpty
        ? "1 = 0" : "(" + alternatives.joined(separator: "\n OR ") + ")",
      parameters: writer.parameters)
  }
}
