// SPDX-License-Identifier: Apache-2.0

/// What a person made of a hit.
public struct ReviewDecision: Sendable, Hashable, Codable {
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The organisation and the entry are one.
    case confirmed
    /// They are two.
    case dismissed
    /// Not decided yet.
    case open
  }

  public let outcome: Outcome
  /// The account of the person; `""` while open.
  public let by: String
  /// ISO 8601, UTC; `""` while open.
  public let at: String
  /// In the person's words.
  public let why: String

  public static let open = ReviewDecision(outcome: .open, by: "", at: "", why: "")

  public init(outcome: Outcome, by: String, at: String, why: String) {
    self.outcome = outcome
    self.by = by
    self.at = at
    self.why = why
  }
}
