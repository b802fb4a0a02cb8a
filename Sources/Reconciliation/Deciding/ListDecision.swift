// SPDX-License-Identifier: Apache-2.0

/// What becomes of a row of a list, by the probabilities of its two best candidates.
package enum ListDecision: String, Sendable {
  /// The row is the best candidate.
  case link
  /// A person decides.
  case ask
  /// The row is an organisation the register does not have.
  case new

  /// From this probability on a row is linked.
  package static let linkFrom = 0.9
  /// From this probability on a person is asked.
  package static let askFrom = 0.1
  /// A row is asked where the runner-up comes as near as this to the best, in probability.
  package static let runnerUpFrom = 0.8

  package init(best: Double, second: Double) {
    if best >= Self.linkFrom, second < Self.runnerUpFrom {
      self = .link
    } else {
      self = best >= Self.askFrom ? .ask : .new
    }
  }
}
