// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Localization
import Matching
import NeedLists
import Vocabulary

/// Learns what the parts of a match count from judged needs, by a listwise softmax (Z. Cao et al.,
/// "Learning to rank: from pairwise approach to listwise approach", 2007) with weights of 0 or more,
/// and says how well they rank: in sample, and leaving out the need that is ranked.
struct MatchingTraining {
  static let target = "Sources/Matching/Scoring/TrainedMatchWeights.swift"
  /// The grade of an excluded firm is 0.
  static let gains = [0.0, 1, 3, 7]

  private let needs: [String]
  private let firms: [[String]]
  private let features: [[MatchFeatures]]
  private let grades: [[Int]]

  init(data folder: String) throws {
    let bytes = { (name: String) in
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/needs/\(name)")))
    }
    let suppliers = SupplierList(try bytes("firms.csv"), file: "firms.csv").suppliers
    let list = NeedList(try bytes("needs.csv"), file: "needs.csv")
    var judged: [String: [String: Int]] = [:]
    for row in DelimitedTable(DecodedText(try bytes("qrels.csv"))).rows {
      judged[row["need"], default: [:]][row["firm"]] = Int(row["grade"]) ?? 0
    }
    var index = MatchIndex(.builtIn)
    index.put(suppliers)
    guard let day = CalendarDay("2026-12-01") else { throw TrainingWords.usage }
    var needs: [String] = []
    var firms: [[String]] = []
    var features: [[MatchFeatures]] = []
    for row in list.rows {
      let found = index.features(of: Need.make(row.values, id: row.key).need, on: day)
      needs.append(row.key)
      firms.append(found.map(\.supplier))
      features.append(found.map(\.features))
    }
    self.needs = needs
    self.firms = firms
    self.features = features
    grades = zip(needs, firms).map { need, firms in firms.map { judged[need]?[$0] ?? 0 } }
  }

  /// What attention counts is a policy and not learned.
  private static let learned = MatchFeatures.Name.allCases.filter { $0 != .attention }

  static func run(data folder: String, output: String?) throws {
    let training = try MatchingTraining(data: folder)
    let all = learned
    let noCertificates = learned.filter { $0 != .qualification }
    training.report("with the required qualifications", all)
    training.report("without the qualifications column", noCertificates)
    let weights = training.weights(all, leavingOut: nil)
    try Data(source(weights).utf8).write(to: URL(fileURLWithPath: output ?? target))
  }

  private func report(_ title: String, _ names: [MatchFeatures.Name]) {
    let whole = weights(names, leavingOut: nil)
    let inSample = figures(needs.indices.map { _ in whole })
    let outOfSample = figures(needs.indices.map { weights(names, leavingOut: $0) })
    print("\(title): nDCG@10, recall@20, P@5")
    print("  in sample           \(inSample)")
    print("  leaving one need out \(outOfSample)")
  }

  // MARK: Learning

  private typealias Weights = [MatchFeatures.Name: Double]
  private static let rounds = 600
  private static let rate = 5.0
  private static let shrinkage = 0.002

  private func weights(_ names: [MatchFeatures.Name], leavingOut: Int?) -> [MatchFeatures.Name:
    Double]
  {
    var weights = [Double](repeating: 0, count: names.count)
    let lists = needs.indices.filter { $0 != leavingOut }
    let values = features.map { $0.map { features in names.map { features[$0] } } }
    for _ in 0..<Self.rounds {
      var slope = [Double](repeating: 0, count: names.count)
      for need in lists { addSlope(of: need, values[need], weights, to: &slope) }
      for at in weights.indices {
        let step = slope[at] / Double(needs.count) - Self.shrinkage * weights[at]
        weights[at] = max(0, weights[at] + Self.rate * step)
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(names, weights))
  }

  private func addSlope(
    of need: Int, _ values: [[Double]], _ weights: [Double], to slope: inout [Double]
  ) {
    let scores = values.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let most = scores.max() ?? 0
    let shares = scores.map { exp($0 - most) }
    let total = shares.reduce(0, +)
    let gains = grades[need].map { Self.gains[$0] }
    let gain = max(1e-9, gains.reduce(0, +))
    for firm in values.indices {
      let pull = gains[firm] / gain - shares[firm] / total
      for at in slope.indices { slope[at] += pull * values[firm][at] }
    }
  }

  // MARK: Figures

  private func figures(_ weights: [[MatchFeatures.Name: Double]]) -> String {
    var sums = [0.0, 0, 0]
    for need in needs.indices {
      let scores = features[need].map { features in
        MatchFeatures.Name.allCases.reduce(0) { $0 + (weights[need][$1] ?? 0) * features[$1] }
      }
      let order = scores.indices.sorted {
        (scores[$1], firms[need][$0]) < (scores[$0], firms[need][$1])
      }
      let ranked = order.map { grades[need][$0] }
      let fitting = Double(max(1, ranked.count { $0 >= 2 }))
      sums[0] += Self.gain(ranked) / max(1e-9, Self.gain(ranked.sorted(by: >)))
      sums[1] += Double(ranked.prefix(20).count { $0 >= 2 }) / fitting
      sums[2] += Double(ranked.prefix(5).count { $0 >= 2 }) / 5
    }
    return sums.map { String(format: "%.3f", $0 / Double(needs.count)) }.joined(separator: "  ")
  }

  private static func gain(_ ranked: [Int]) -> Double {
    ranked.prefix(10).enumerated().reduce(0) { sum, grade in
      sum + gains[grade.element] / log2(Double(grade.offset) + 2)
    }
  }

  private static func source(_ weights: [MatchFeatures.Name: Double]) -> String {
    let rows = MatchFeatures.Name.allCases.compactMap { name in
      weights[name].map { "    .\(name.rawValue): \(($0 * 100).rounded() / 100)," }
    }
    return """
      // SPDX-License-Identifier: Apache-2.0

      extension MatchParameters {
        /// Learned from the development needs by `training matching`; do not edit.
        static let trained: [MatchFeatures.Name: Double] = [
      \(rows.joined(separator: "\n"))
        ]
      }

      """
  }
}
