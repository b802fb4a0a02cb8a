// SPDX-License-Identifier: Apache-2.0
import Registry

/// What the numbers of two records say before any name is looked at.
enum IdentifierVerdict: Sendable, Equatable {
  /// A number of this scheme is equal, and none contradicts.
  case same(IdentifierScheme)
  /// Both have numbers of this scheme, and none is equal.
  case different(IdentifierScheme)
  /// Numbers agree in one scheme and contradict in another.
  case contradictory
  case silent

  /// Schemes that give an organisation one number only.
  private static let unique: [IdentifierScheme] = [.register, .lei, .vat, .bpnl]

  init(_ a: PreparedParty, _ b: PreparedParty) {
    self = .silent
    guard !a.identifiers.isEmpty, !b.identifiers.isEmpty else { return }
    var equal: IdentifierScheme?
    var other: IdentifierScheme?
    for scheme in IdentifierScheme.allCases {
      let first = a.identifiers.filter { $0.scheme == scheme }
      let second = b.identifiers.filter { $0.scheme == scheme }
      guard !first.isEmpty, !second.isEmpty else { continue }
      if first.contains(where: second.contains) {
        equal = equal ?? scheme
      } else if Self.unique.contains(scheme) {
        other = other ?? scheme
      }
    }
    switch (equal, other) {
    case (let scheme?, nil): self = .same(scheme)
    case (nil, let scheme?): self = .different(scheme)
    case (.some, .some): self = .contradictory
    case (nil, nil): self = .silent
    }
  }

  /// Whether both are entries of registers, of different countries.
  static func registersDiffer(_ a: PreparedParty, _ b: PreparedParty) -> Bool {
    !a.registerCountry.isEmpty && !b.registerCountry.isEmpty
      && a.registerCountry != b.registerCountry
  }

  /// The probability after the numbers have spoken: equal numbers decide, different ones leave a
  /// pair below `limit`, so that at most a person is asked.
  func probability(_ modelled: Double) -> Double {
    switch self {
    case .same: max(modelled, 0.9999)
    case .different: min(modelled, Self.limit)
    case .contradictory: min(max(modelled, Self.limit), 0.5)
    case .silent: modelled
    }
  }

  /// Highest probability of a pair whose numbers differ.
  static let limit = 0.3
}
