// SPDX-License-Identifier: Apache-2.0

/// How an engine would run a statement.
public struct QueryPlan: Sendable {
  /// Tables that are read from end to end, sorted; on PostgreSQL small ones may be among them because
  /// that is the quickest way.
  public let fullScans: [String]
  /// Tables that are walked along an index without a bound on it, sorted: right for a first page in
  /// order, slow for anything else.
  public let indexWalks: [String]
  /// The engine's own text.
  public let text: String

  init(fullScans: Set<String>, indexWalks: Set<String>, text: String) {
    self.fullScans = fullScans.sorted()
    self.indexWalks = indexWalks.sorted()
    self.text = text
  }
}
