// SPDX-License-Identifier: Apache-2.0

/// How alike two subjects are, what is to be done, and why.
public struct ScreeningScore: Sendable, Hashable {
  /// 0…1, four decimals. Without further statements the probability that two names are to be looked
  /// at, among pairs of which half are; not the probability that somebody is on a list.
  public let score: Double
  public let decision: ScreeningDecision
  /// The strongest first: the name, then numbers, then everything else.
  public let reasons: [ScreeningReason]
  /// The two names that are closest.
  public let queryName: String
  public let entryName: String
}
