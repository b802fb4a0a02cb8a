// SPDX-License-Identifier: Apache-2.0
import Reconciliation

/// What the product's own decisions make of the rows of a list.
struct DecisionOutcome {
  var rows = 0
  /// Linked, but to a record that is another firm.
  var wrong = 0
  var asked = 0
  /// Created though the firm is in the register.
  var missed = 0

  init(_ set: Judgements, _ probabilities: [Double]) {
    var byRow: [String: [Int]] = [:]
    for (at, pair) in set.pairs.enumerated() { byRow[pair.first, default: []].append(at) }
    for candidates in byRow.values {
      let ranked = candidates.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
      let second = ranked.count > 1 ? probabilities[ranked[1]] : 0
      let decision = ListDecision(best: probabilities[ranked[0]], second: second)
      rows += 1
      switch decision {
      case .link: if !set.pairs[ranked[0]].isSame { wrong += 1 }
      case .ask: asked += 1
      case .new: if candidates.contains(where: { set.pairs[$0].isSame }) { missed += 1 }
      }
    }
  }
}
