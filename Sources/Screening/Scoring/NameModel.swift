// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The trained model of one style of names: a logistic regression over four figures.
///
/// The score is the probability that two names are to be looked at, among pairs of which half are;
/// 0.5 is where the model does not know.
package struct NameModel: Sendable, Hashable {
  /// The logarithm of the odds of two names that differ in nothing.
  package let start: Double
  /// What each figure of ``NameFeatures`` takes from it, one a column; never more than 0.
  package let weights: [Double]

  package init(start: Double, weights: [Double]) {
    self.start = start
    self.weights = weights
  }

  package func logOdds(_ features: NameFeatures) -> Double {
    zip(weights, features.values).reduce(start) { $0 + $1.0 * $1.1 }
  }

  /// 0…1.
  package static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
