// SPDX-License-Identifier: Apache-2.0

/// A record of a register that may be the organisation asked for.
public struct Candidate: Sendable, Hashable {
  /// The record's id in the register.
  public let id: String
  /// Where it stands in the register as it was handed over.
  public let position: Int
  /// That both are one organisation, from 0 to 1.
  public let probability: Double
  /// The heaviest first; their weights and the starting point add up to the log-odds.
  public let reasons: [Reason]
}

/// What becomes of a record that was looked up.
public struct Reconciliation: Sendable, Hashable {
  public enum Decision: String, Sendable, CaseIterable {
    /// It is the best candidate.
    case link
    /// A person decides.
    case ask
    /// The register does not have it.
    case new
  }

  public let decision: Decision
  /// The best first.
  public let candidates: [Candidate]

  public var best: Candidate? { candidates.first }
}

/// Two records of one list that may be one organisation.
public struct DuplicatePair: Sendable, Hashable {
  public enum Decision: String, Sendable, CaseIterable {
    case same
    /// A person decides.
    case ask
  }

  /// Ids in the order of the list.
  public let first: String
  public let second: String
  public let probability: Double
  public let decision: Decision
}
