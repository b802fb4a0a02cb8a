// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Log-odds that two records are one organisation: a weight for each measure and a constant.
///
/// Being a sum, it explains itself: each measure's part is its weight times how far the measure
/// lies from its mean among the pairs that are compared at all.
package struct LinearModel: Sendable, Equatable {
  package let constant: Double
  /// By `Measure`.
  package let weights: [Double]
  /// By `Measure`; where a measure's part is 0.
  package let means: [Double]

  package init(constant: Double, weights: [Double], means: [Double]) {
    precondition(
      weights.count == Measure.allCases.count && means.count == weights.count,
      "A model has a weight and a mean for each measure; train it again")
    self.constant = constant
    self.weights = weights
    self.means = means
  }

  package func logOdds(_ values: [Double]) -> Double {
    var sum = constant
    for at in weights.indices { sum += weights[at] * values[at] }
    return sum
  }

  /// From 0 to 1, calibrated on the pairs of training.
  package func probability(_ values: [Double]) -> Double { 1 / (1 + exp(-logOdds(values))) }

  /// What a measure adds to the log-odds.
  func part(_ measure: Measure, _ values: [Double]) -> Double {
    let at = measure.rawValue
    return weights[at] * (values[at] - means[at])
  }
}
