// SPDX-License-Identifier: Apache-2.0

/// Which of several statements about one field is shown first.
///
/// A company knows itself best, so its own word outranks a public register, research and lists; of
/// identifiers the register that gives them knows best. Among equals the younger statement wins,
/// then the one that came first into the register, so that the choice never depends on chance.
public enum Precedence {
  /// Smaller goes first.
  static func rank(_ kind: Source.Kind, _ field: RegisterField) -> Int {
    if case .identifier = field.definition.content {
      switch kind {
      case .publicRegister: return 0
      case .company: return 1
      case .analyst: return 2
      case .list: return 3
      }
    }
    switch kind {
    case .company: return 0
    case .publicRegister: return 1
    case .analyst: return 2
    case .list: return 3
    }
  }

  /// Whether `one` goes before `other`; both are about the same field.
  public static func isBefore(_ one: Statement, _ other: Statement) -> Bool {
    let ranks = (rank(one.source.kind, one.field), rank(other.source.kind, other.field))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    if one.statedOn != other.statedOn { return one.statedOn > other.statedOn }
    return (one.begunBy, one.record, one.position, one.subject.text)
      < (other.begunBy, other.record, other.position, other.subject.text)
  }
}
