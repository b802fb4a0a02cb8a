// SPDX-License-Identifier: Apache-2.0
import Classification
import DelimitedText
import Foundation

/// A text of a development set, and what a ranking of codes is judged by.
struct JudgedText {
  let text: TextToClassify
  let code: String
  let further: [String]
  /// Texts of one part stay together when models are checked on what they have not seen.
  let fold: Int
  /// Whether it counts: some codes are too coarse to judge by, but can be learned from.
  var isJudged = true
  /// The discounted gain of the best possible ranking; filled in once.
  var ideal = 0.0
}

/// The development sets of classification: texts with codes, and the codes to choose from.
struct ClassificationSet {
  let name: String
  let entries: [CodeEntry]
  let texts: [JudgedText]
  let learnsFromTexts: Bool
  /// What a code of the ranking is worth for a text.
  let gain: @Sendable (_ code: String, _ text: JudgedText) -> Double
  /// How many first letters of a code make its group.
  let groupLength: Int
  static let folds = 5

  static func notices(_ folder: String) throws -> ClassificationSet {
    let codes = try table(folder + "/classifications/cpv_2008.csv").rows.map { row in
      CodeEntry(
        row["code"], parent: row["parent"].isEmpty ? nil : row["parent"], level: row["level"],
        labels: [row["label_de"]])
    }
    let notices = try table(folder + "/matching/notices_cpv_de_dev.csv").rows.map { row in
      JudgedText(
        text: TextToClassify(row["title"], rest: row["description"]), code: row["cpv"],
        further: row["cpv_additional"].split(separator: " ").map(String.init),
        fold: fold(String(row["title"].prefix(40))), isJudged: row["cpv_precision"] == "code")
    }
    return ClassificationSet(
      name: "M1 notices", entries: codes, texts: notices, learnsFromTexts: true,
      gain: { code, text in
        if code == text.code { return 3 }
        if text.further.contains(code) { return 2 }
        return code.prefix(4) == text.code.prefix(4) ? 1 : 0
      }, groupLength: 3)
  }

  static func phrases(_ folder: String) throws -> ClassificationSet {
    let codes = try table(folder + "/matching/wz_profiles.csv").rows.map { row in
      CodeEntry(
        row["code"], labels: [row["title"]],
        phrases: row["phrases"].split(separator: "|").map {
          $0.trimmingCharacters(in: .whitespaces)
        })
    }
    let phrases = try table(folder + "/matching/wz_phrases_dev.csv").rows.map { row in
      JudgedText(
        text: TextToClassify(row["phrase"]), code: row["code"], further: [],
        fold: fold(row["code"]))
    }
    return ClassificationSet(
      name: "M2 phrases", entries: codes, texts: phrases, learnsFromTexts: false,
      gain: { code, text in
        if code == text.code { return 3 }
        if code.prefix(5) == text.code.prefix(5) { return 2 }
        return code.prefix(4) == text.code.prefix(4) ? 1 : 0
      }, groupLength: 4)
  }

  static func table(_ path: String) throws -> DelimitedTable {
    DelimitedTable(DecodedText([UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
  }

  /// FNV-1a, the same on every machine.
  private static func fold(_ key: String) -> Int {
    let hash = key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return Int((hash >> 32) % UInt64(folds))
  }
}
