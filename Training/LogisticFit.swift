// SPDX-License-Identifier: Apache-2.0
import Foundation
import Screening

/// Logistic regression by Newton's method, with a penalty on the squares of the weights and both
/// classes of equal weight. Some steps suffice for a handful of columns and some hundred rows.
enum LogisticFit {
  /// The penalty, chosen as the usual 1 / C = 1 and not tuned.
  static let ridge = 1.0

  static func model(_ pairs: [JudgedPair]) -> NameModel {
    let columns = NameFeatures.names.count
    let matches = Double(pairs.count { $0.isMatch })
    let others = Double(pairs.count) - matches
    var weights = [Double](repeating: 0, count: columns + 1)
    for _ in 0..<50 {
      var gradient = [Double](repeating: 0, count: columns + 1)
      var curvature = [[Double]](repeating: gradient, count: columns + 1)
      for at in 1...columns {
        gradient[at] = -ridge * weights[at]
        curvature[at][at] = ridge
      }
      for pair in pairs {
        let row = [1] + pair.features.values
        let probability = NameModel.probability(zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 })
        let share = Double(pairs.count) / 2 / (pair.isMatch ? matches : others)
        let error = (pair.isMatch ? 1 : 0) - probability
        for i in 0...columns {
          gradient[i] += share * error * row[i]
          for j in 0...columns {
            curvature[i][j] += share * probability * (1 - probability) * row[i] * row[j]
          }
        }
      }
      let step = solve(curvature, gradient)
      for at in weights.indices { weights[at] += step[at] }
      if step.allSatisfy({ abs($0) < 1e-12 }) { break }
    }
    // Four decimals: the same file on every machine. No figure may speak for a match.
    let rounded = weights.map { ($0 * 10_000).rounded() / 10_000 }
    return NameModel(start: rounded[0], weights: rounded.dropFirst().map { min($0, 0) })
  }

  /// Scores of each pair by a model that saw neither it nor any other of its fifth. Pairs of one
  /// candidate stay together, since they are variations of one name.
  static func outOfFold(_ pairs: [JudgedPair]) -> [Double] {
    let folds = Set(pairs.map(\.candidate)).sorted().enumerated().reduce(into: [String: Int]()) {
      $0[$1.element] = $1.offset % 5
    }
    var scores = [Double](repeating: 0, count: pairs.count)
    for fold in 0..<5 {
      let fitted = model(pairs.filter { folds[$0.candidate] != fold })
      for (at, pair) in pairs.enumerated() where folds[pair.candidate] == fold {
        scores[at] = NameModel.probability(fitted.logOdds(pair.features))
      }
    }
    return scores
  }

  /// The same with whole groups of cases left out, so that what one author writes tells nothing
  /// about another's pairs.
  static func outOfGroup(_ pairs: [JudgedPair]) -> [Double] {
    var scores = [Double](repeating: 0, count: pairs.count)
    for group in Set(pairs.map(\.group)).sorted() {
      let fitted = model(pairs.filter { $0.group != group })
      for (at, pair) in pairs.enumerated() where pair.group == group {
        scores[at] = NameModel.probability(fitted.logOdds(pair.features))
      }
    }
    return scores
  }

  /// Gaussian elimination with the largest pivot; the matrix is positive definite by the penalty.
  private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in pivot + 1..<count {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      let known = (row + 1..<count).reduce(0) { $0 + rows[row][$1] * solution[$1] }
      solution[row] = (rows[row][count] - known) / rows[row][row]
    }
    return solution
  }
}

/// How well scores tell matches from others.
struct Judgement {
  /// Mean of the shares rightly judged among matches and among others, at the cut 0.5.
  let balancedAccuracy: Double
  /// How often a match scores higher than another pair; ties count half.
  let areaUnderCurve: Double

  init(_ pairs: [JudgedPair], _ scores: [Double]) {
    let matches = pairs.indices.filter { pairs[$0].isMatch }.map { scores[$0] }
    let others = pairs.indices.filter { !pairs[$0].isMatch }.map { scores[$0] }
    let found = Double(matches.count { $0 >= 0.5 }) / Double(max(matches.count, 1))
    let cleared = Double(others.count { $0 < 0.5 }) / Double(max(others.count, 1))
    balancedAccuracy = (found + cleared) / 2
    var wins = 0.0
    for match in matches {
      for other in others { wins += match > other ? 1 : match == other ? 0.5 : 0 }
    }
    areaUnderCurve = wins / Double(max(matches.count * others.count, 1))
  }

  var text: String { String(format: "%.3f / %.3f", balancedAccuracy, areaUnderCurve) }
}
