// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Fits a `LinearModel` to judged pairs: logistic regression with a quadratic penalty, by Newton's
/// method on standardised measures.
///
/// Deterministic. Cost a round: pairs × measures² / 2; some ten rounds, each step halved until the loss falls.
package enum LogisticRegression {
  /// - Parameters:
  ///   - rows: one figure for each measure, pair by pair.
  ///   - penalty: of the squared standardised weights; the constant is not penalised.
  package static func fit(_ rows: [[Double]], _ isSame: [Bool], penalty: Double) -> LinearModel {
    let width = Measure.allCases.count
    let (means, deviations) = moments(rows, width)
    let scaled = rows.map { row in
      (0..<width).map { deviations[$0] > 0 ? (row[$0] - means[$0]) / deviations[$0] : 0 } + [1]
    }
    var weights = [Double](repeating: 0, count: width + 1)
    var loss = self.loss(scaled, isSame, weights, penalty)
    for _ in 0..<100 {
      var step = newtonStep(scaled, isSame, weights, penalty)
      var next = weights
      var nextLoss = Double.infinity
      for _ in 0..<40 {
        for at in weights.indices { next[at] = weights[at] + step[at] }
        nextLoss = self.loss(scaled, isSame, next, penalty)
        if nextLoss <= loss { break }
        for at in step.indices { step[at] /= 2 }
      }
      guard nextLoss < loss - 1e-10 * abs(loss) else { break }
      (weights, loss) = (next, nextLoss)
    }
    let raw = (0..<width).map { deviations[$0] > 0 ? weights[$0] / deviations[$0] : 0 }
    let shift = (0..<width).reduce(0) { $0 + raw[$1] * means[$1] }
    return LinearModel(constant: weights[width] - shift, weights: raw, means: means)
  }

  private static func moments(_ rows: [[Double]], _ width: Int) -> ([Double], [Double]) {
    var means = [Double](repeating: 0, count: width)
    var deviations = means
    let count = Double(max(1, rows.count))
    for row in rows { for at in 0..<width { means[at] += row[at] / count } }
    for row in rows {
      for at in 0..<width {
        deviations[at] += (row[at] - means[at]) * (row[at] - means[at]) / count
      }
    }
    return (means, deviations.map { $0 > 1e-12 ? $0.squareRoot() : 0 })
  }

  /// What is minimised: −log-likelihood and half the penalty times the squared weights.
  private static func loss(
    _ rows: [[Double]], _ isSame: [Bool], _ weights: [Double], _ penalty: Double
  ) -> Double {
    var loss = 0.0
    for (row, same) in zip(rows, isSame) {
      var odds = 0.0
      for at in weights.indices { odds += row[at] * weights[at] }
      // log(1 + e^±odds) without overflow.
      let signed = same ? -odds : odds
      loss += max(signed, 0) + log1p(exp(-abs(signed)))
    }
    return loss + weights.dropLast().reduce(0) { $0 + penalty * $1 * $1 / 2 }
  }

  /// The step to the minimum of the quadratic that touches the penalised loss.
  private static func newtonStep(
    _ rows: [[Double]], _ isSame: [Bool], _ weights: [Double], _ penalty: Double
  ) -> [Double] {
    let width = weights.count
    var gradient = [Double](repeating: 0, count: width)
    var curvature = [Double](repeating: 0, count: width * width)
    for (row, same) in zip(rows, isSame) {
      var odds = 0.0
      for at in 0..<width { odds += row[at] * weights[at] }
      let probability = 1 / (1 + exp(-odds))
      let miss = (same ? 1 : 0) - probability
      let bend = max(probability * (1 - probability), 1e-10)
      for i in 0..<width where row[i] != 0 {
        gradient[i] += miss * row[i]
        let scaled = bend * row[i]
        for j in 0...i { curvature[i * width + j] += scaled * row[j] }
      }
    }
    for at in 0..<width {
      let isConstant = at == width - 1
      gradient[at] -= isConstant ? 0 : penalty * weights[at]
      curvature[at * width + at] += isConstant ? 1e-9 : penalty
    }
    return solve(curvature, gradient, width)
  }

  /// Cholesky, from the lower triangle of a positive definite matrix.
  private static func solve(_ matrix: [Double], _ right: [Double], _ width: Int) -> [Double] {
    var factor = matrix
    for j in 0..<width {
      for k in 0..<j {
        let value = factor[j * width + k]
        for i in j..<width { factor[i * width + j] -= factor[i * width + k] * value }
      }
      let root = max(factor[j * width + j], 1e-12).squareRoot()
      for i in j..<width { factor[i * width + j] /= root }
    }
    var solution = right
    for i in 0..<width {
      for k in 0..<i { solution[i] -= factor[i * width + k] * solution[k] }
      solution[i] /= factor[i * width + i]
    }
    for i in (0..<width).reversed() {
      for k in i + 1..<width { solution[i] -= factor[k * width + i] * solution[k] }
      solution[i] /= factor[i * width + i]
    }
    return solution
  }
}
