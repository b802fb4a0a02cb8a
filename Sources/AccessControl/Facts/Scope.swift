// SPDX-License-Identifier: Apache-2.0

/// What cases hold and what people are given to work on.
public struct Scope: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case organisation, chain, need, dialogue, solution
  }

  public var kind: Kind
  public var id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// By which of its facts an object hangs on a scope.
public enum Anchor: Sendable, Hashable {
  /// The organisation it belongs to.
  case owner
  /// The need it is, or is about.
  case need
  /// What it is a part of: the chain of a version, the dialogue of a wish, the solution of a review.
  case whole
}

extension ObjectKind {
  /// What ``ProtectedObject/whole`` names. A chain is its own whole.
  public var wholeKind: Scope.Kind? {
    switch self {
    case .chain, .chainVersion: .chain
    case .wish: .dialogue
    case .review: .solution
    default: nil
    }
  }

  func scopeKind(_ anchor: Anchor) -> Scope.Kind? {
    switch anchor {
    case .owner: .organisation
    case .need: .need
    case .whole: wholeKind
    }
  }
}
