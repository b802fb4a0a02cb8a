// SPDX-License-Identifier: Apache-2.0
import DelimitedText
import Foundation
import Screening

/// Learns the weights of screening from judged pairs of names, says how well they serve, and writes
/// them as Swift. The same data give the same file, bit for bit.
enum ScreeningTraining {
  static let fileName = "screening_pairs_dev.csv"
  static let target = "Sources/Screening/Parameters/TrainedNameModels.swift"

  /// - Parameters:
  ///   - folder: where `screening_pairs_dev.csv` lies.
  ///   - output: the Swift file to write; nil only prints the figures.
  static func run(data folder: String, output: String?) throws {
    let pairs = try JudgedPair.read(folder + "/" + fileName)
    // Too few vessels to learn from; they are named like firms and judged by the same model.
    let organisations = pairs.filter { !$0.isPerson && !$0.isVessel }
    let persons = pairs.filter(\.isPerson)
    let organisationModel = LogisticFit.model(organisations)
    let personModel = LogisticFit.model(persons)
    func model(_ pair: JudgedPair) -> NameModel {
      pair.isPerson ? personModel : organisationModel
    }
    print(
      "set                       pairs  in fold        out of fold    out of group     (balanced accuracy / AUC)"
    )
    for (name, set) in [
      ("organisations", organisations), ("persons", persons),
      ("all with 2 vessels", pairs),
    ] {
      let fitted = set.map { NameModel.probability(model($0).logOdds($0.features)) }
      let unseen = outOf(set, LogisticFit.outOfFold)
      let foreign = outOf(set, LogisticFit.outOfGroup)
      print(
        name.padding(toLength: 24, withPad: " ", startingAt: 0)
          + String(format: "%7d", set.count) + "  " + Judgement(set, fitted).text + "  "
          + Judgement(set, unseen).text + "  " + Judgement(set, foreign).text)
    }
    for pair in pairs {
      let score = NameModel.probability(model(pair).logOdds(pair.features))
      guard (score >= 0.5) != pair.isMatch else { continue }
      print(String(format: "misjudged %.2f", score), pair.query, "|", pair.candidate)
    }
    guard let output else { return }
    try Data(source(organisationModel, personModel).utf8).write(
      to: URL(fileURLWithPath: output), options: .atomic)
  }

  /// People and others are learned apart, so they are left out apart.
  private static func outOf(_ set: [JudgedPair], _ scores: ([JudgedPair]) -> [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: set.count)
    for isPerson in [false, true] {
      let places = set.indices.filter { set[$0].isPerson == isPerson }
      for (at, score) in zip(places, scores(places.map { set[$0] })) { result[at] = score }
    }
    return result
  }

  private static func source(_ organisation: NameModel, _ person: NameModel) -> String {
    func literal(_ model: NameModel) -> String {
      "NameModel(\n    start: \(model.start), weights: [\(model.weights.map { "\($0)" }.joined(separator: ", "))])"
    }
    return """
      // SPDX-License-Identifier: Apache-2.0
      // Written by `training screening --data ../shared/data/er`; not to be edited.
      // Learned from \(fileName) (MIT, opensanctions/nomenklatura, 2026).

      extension NameModel {
        /// Weights in the order of ``NameFeatures/names``: \(NameFeatures.names.joined(separator: ", ")).
        package static let organisation = \(literal(organisation))

        package static let person = \(literal(person))
      }

      """
  }
}

/// A pair of names that people judged.
struct JudgedPair {
  let group: String
  let query: String
  let candidate: String
  let isPerson: Bool
  let isVessel: Bool
  let isMatch: Bool
  let features: NameFeatures

  static func read(_ path: String) throws -> [JudgedPair] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return DelimitedTable(DecodedText(bytes)).rows.map { row in
      let kind = SubjectKind(schema: row["schema"])
      return JudgedPair(
        group: row["case_group"], query: row["query"], candidate: row["candidate"],
        isPerson: kind == .person, isVessel: kind == .vessel, isMatch: row["is_match"] == "true",
        features: NameFeatures(row["query"], row["candidate"], isPerson: kind == .person))
    }
  }
}
