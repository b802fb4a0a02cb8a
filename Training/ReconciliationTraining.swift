// SPDX-License-Identifier: Apache-2.0
import Foundation
import Reconciliation

/// Trains both models, tells how good they are in and out of the sample, writes the parameters.
struct ReconciliationTraining {
  private let words: TrainingWords

  /// Of squared standardised weights; chosen once, by folds, from 0.3, 1, 3, 10.
  private static let penalty = 3.0
  private static let folds = 5
  private static let splits = 3

  init(_ words: TrainingWords) { self.words = words }

  func run() throws {
    var models: [(name: String, model: LinearModel)] = []
    for set in [try Judgements.duplicates(words.data), try Judgements.register(words.data)] {
      let found = set.pairs.count { $0.isSame }
      print("\(set.name): \(set.pairs.count) pairs compared, \(found) of \(set.truths) true found")
      let model = fit(set.pairs)
      report(set, "in sample    ", set.pairs.map { model.probability($0.values) })
      for split in 0..<Self.splits { report(set, "out of fold \(split)", outOfFold(set, split)) }
      models.append((set.name, model))
    }
    let out = words.out ?? "Sources/Reconciliation/Parameters/ReconciliationParameters.swift"
    try ParameterFile.text(models).write(toFile: out, atomically: true, encoding: .utf8)
    print("written: \(out)")
  }

  private func fit(_ pairs: [Judgements.Pair]) -> LinearModel {
    LogisticRegression.fit(
      pairs.map(\.values), pairs.map(\.isSame), penalty: Self.penalty)
  }

  /// Each pair judged by a model that has seen neither of its groups.
  private func outOfFold(_ set: Judgements, _ split: Int) -> [Double] {
    let folds = set.pairs.map { pair in pair.groups.map { Self.fold($0, split) } }
    var probabilities = [Double](repeating: 0, count: set.pairs.count)
    for fold in 0..<Self.folds {
      let model = fit(set.pairs.indices.filter { !folds[$0].contains(fold) }.map { set.pairs[$0] })
      for at in set.pairs.indices where folds[at][0] == fold {
        probabilities[at] = model.probability(set.pairs[at].values)
      }
    }
    return probabilities
  }

  /// The same on every machine: FNV-1a of the group's name and the split.
  private static func fold(_ group: String, _ split: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(split)/\(group)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash ^ hash >> 32) % UInt64(folds))
  }

  private func report(_ set: Judgements, _ label: String, _ probabilities: [Double]) {
    let figures = Figures(set, probabilities)
    func text(_ value: Double) -> String { String(format: "%.3f", value) }
    var line =
      "  \(label)  P \(text(figures.precision))  R \(text(figures.recall))  F1 \(text(figures.f1))"
    if set.isBestOnly {
      let outcome = DecisionOutcome(set, probabilities)
      line += "  wrong links \(outcome.wrong), asked \(outcome.asked) of \(outcome.rows)"
      line += ", missed as new \(outcome.missed)"
    } else {
      let best = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7].map {
        (f1: Figures(set, probabilities, cut: $0).f1, cut: $0)
      }.max { $0.f1 < $1.f1 }
      if let best { line += "  (best cut \(best.cut): \(text(best.f1)))" }
    }
    print(line)
  }
}
